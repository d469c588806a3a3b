/**
 * Fonts whose Latin letters, digits and marks are wider: what text may come to where a viewer's machine has another
 * Latin font.
 */
import type { Fonts, Face } from './fonts.js';

/**
 * Up to here Unicode has the scripts of letters; Chinese text and its marks come from the East Asian font, in which all
 * are one em.
 */
const lastOfLetters = 0x1fff;

const known = new WeakMap<Fonts, Map<number, Fonts>>();

/**
 * The same object for the same fonts, so that what was set in it is known again.
 *
 * @param factor against the widths of `fonts`: 1.2 is a fifth wider.
 */
export function widenLatin(fonts: Fonts, factor: number): Fonts {
  let byFactor = known.get(fonts);
  if (byFactor === undefined) known.set(fonts, (byFactor = new Map()));
  let wide = byFactor.get(factor);
  if (wide === undefined) byFactor.set(factor, (wide = widenFonts(fonts, factor)));
  return wide;
}

function widenFonts(fonts: Fonts, factor: number): Fonts {
  const widened = new Map<Face, Face>();
  return {
    face(role, bold) {
      const face = fonts.face(role, bold);
      let wide = widened.get(face);
      if (wide === undefined) widened.set(face, (wide = widenFace(face, factor)));
      return wide;
    },
  };
}

const widenFace = (face: Face, factor: number): Face => ({
  ascent: face.ascent,
  descent: face.descent,
  advance: (codePoint) => face.advance(codePoint) * (codePoint <= lastOfLetters ? factor : 1),
  leftBearing: (codePoint) => face.leftBearing(codePoint),
  inkWidth: (codePoint) => face.inkWidth?.(codePoint) ?? null,
  has: (codePoint) => face.has(codePoint),
  fileFor: (codePoint) => face.fileFor(codePoint),
  get files() {
    return face.files;
  },
});
