/** Faces, as layout measures with them and writers draw with them. */
import type { PartlyRead } from './partly-read.js';
import type { FontRole } from '../../model/theme.js';

/** A font file, for a writer that embeds it. */
export interface FontFile {
  /** As the theme names it. */
  readonly path: string;
  /** All of it: what was not read yet is read when it is asked for. */
  readonly bytes: Uint8Array;
  /** The same, for whoever looks at a few glyphs alone; left out where all was read. */
  readonly parts?: PartlyRead;
  readonly postscriptName: string;
}

/**
 * A list of font files as one font: each character comes from the first file that has it, quotation marks from the
 * first that has them an em wide.
 *
 * `ascent` and `descent` are the first file's typographic ones, in em above and below the baseline, both positive. They
 * sum to 1 for a Chinese font, whose characters fill the em box. A line centres that box in its height, so its baseline
 * lies `(lineHeight + (ascent − descent) × size) / 2` below the line's top: see `baselineIn`.
 */
export interface Face {
  readonly ascent: number;
  readonly descent: number;
  /** In em. A character that no file has is as wide as the first file's .notdef. */
  advance(codePoint: number): number;
  /** Blank at the left of the ink, in em. */
  leftBearing(codePoint: number): number;
  /** Width of the ink, in em; null where the file does not say. */
  inkWidth?(codePoint: number): number | null;
  has(codePoint: number): boolean;
  /**
   * The file that draws it: the first that has it, or the next where that one may not be embedded; the first one where
   * none has it.
   */
  fileFor(codePoint: number): FontFile;
  /** In order of fallback. */
  readonly files: readonly FontFile[];
}

export interface Fonts {
  face(role: FontRole, bold: boolean): Face;
}
