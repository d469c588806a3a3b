/** A face whose Latin letters, digits and marks are wider or narrower than its files have them. */
import type { Face } from './face.js';

/**
 * Up to here Unicode has the scripts of letters; Chinese text and its marks come from the East Asian font, in which all
 * are one em.
 */
const lastOfLetters = 0x1fff;

/**
 * @param factor against the widths of the files.
 * @param least the width in em that a character has at the least, or null where it may have any.
 */
export const widenFace = (
  face: Face,
  factor: number,
  least: (codePoint: number) => number | null = () => null,
): Face => ({
  ascent: face.ascent,
  descent: face.descent,
  advance: (codePoint) =>
    Math.max(face.advance(codePoint) * (codePoint <= lastOfLetters ? factor : 1), least(codePoint) ?? 0),
  leftBearing: (codePoint) => face.leftBearing(codePoint),
  inkWidth: (codePoint) => face.inkWidth?.(codePoint) ?? null,
  has: (codePoint) => face.has(codePoint),
  fileFor: (codePoint) => face.fileFor(codePoint),
  get files() {
    return face.files;
  },
});
