/**
 * The theme's fonts as faces: advances per character, with fallback along the theme's list. Font files open when first
 * needed.
 */
import { unreadableFont } from '../diagnostics/messages.js';
import type { Diagnostic, Tell } from '../diagnostics/diagnostic.js';
import type { FontRole, Theme } from '../model/theme.js';
import { openTrueType, type TrueType } from './true-type.js';
import { unwrapWoff } from './unwrap-woff.js';

/** A font file, for a writer that embeds it. */
export interface FontFile {
  /** As the theme names it. */
  readonly path: string;
  readonly bytes: Uint8Array;
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
  /** The file that draws it; the first one where none has it. */
  fileFor(codePoint: number): FontFile;
  /** In order of fallback. */
  readonly files: readonly FontFile[];
}

export interface Fonts {
  face(role: FontRole, bold: boolean): Face;
}

/** Stands for the advance of a character that has not been looked up yet. */
const unknown = -1000;

interface OpenFont {
  readonly file: FontFile;
  readonly font: TrueType;
  /** Says, once, that a glyph of it cannot be read. */
  readonly tellDamage: () => void;
}

/**
 * `readFont` gives the bytes of a font that the theme names. One that cannot be read is reported, once, and passed
 * over.
 */
export function loadFonts(theme: Theme, readFont: (path: string) => Uint8Array, tell: Tell = () => {}): Fonts {
  const opened = new Map<string, OpenFont>();
  const faces = new Map<string, Face>();
  const open = (path: string): OpenFont => {
    const known = opened.get(path);
    if (known !== undefined) return known;
    const bytes = unwrapWoff(readFont(path));
    const font = openTrueType(bytes);
    let isTold = false;
    const tellDamage = (): void => {
      if (!isTold) tell(unreadableFont(path));
      isTold = true;
    };
    if (font === null) tellDamage();
    const file = { path, bytes, postscriptName: font?.postscriptName ?? '' };
    const result = { file, font: font ?? emptyFont, tellDamage };
    opened.set(path, result);
    return result;
  };
  return {
    face(role, bold) {
      const paths = theme.fonts[role][bold ? 'bold' : 'regular'];
      const key = paths.join('\n');
      const known = faces.get(key);
      if (known !== undefined) return known;
      const face = makeFace(paths, open);
      faces.set(key, face);
      return face;
    },
  };
}

/**
 * Fonts that are open, by the theme that asked for them; what opening them told is told to each build that takes them.
 */
export type FontShelf = Map<string, { readonly fonts: Fonts; readonly told: Diagnostic[]; tell: Tell }>;

/** Opened once for builds that follow each other. */
export function fontsOnShelf(shelf: FontShelf, key: string, load: (tell: Tell) => Fonts, tell: Tell): Fonts {
  const known = shelf.get(key);
  if (known !== undefined) {
    known.tell = tell;
    known.told.forEach(tell);
    return known.fonts;
  }
  const place = { told: [] as Diagnostic[], tell };
  const fonts = load((diagnostic) => {
    place.told.push(diagnostic);
    place.tell(diagnostic);
  });
  const kept = Object.assign(place, { fonts });
  shelf.set(key, kept);
  return fonts;
}

/** Where the baseline lies in a line of this height, in pt from its top. */
export const baselineIn = (lineHeight: number, face: Face, size: number): number =>
  (lineHeight + (face.ascent - face.descent) * size) / 2;

/**
 * “ ” ‘ ’, which Chinese shares with Latin and wants an em wide (clreq, 3.1): they come from the first file that has
 * them so, if any has.
 */
const sharedMarks: ReadonlySet<number> = new Set([0x201c, 0x201d, 0x2018, 0x2019]);

/** Stands in for a file that is no font. */
const emptyFont: TrueType = {
  unitsPerEm: 1000,
  ascent: 880,
  descent: 120,
  postscriptName: '',
  glyphFor: () => 0,
  advanceOf: () => 1000,
  leftBearingOf: () => 0,
  inkWidthOf: () => null,
  isWhole: () => true,
};

function makeFace(paths: readonly string[], open: (path: string) => OpenFont): Face {
  const first =
    paths[0] === undefined
      ? {
          file: { path: '', bytes: new Uint8Array(), postscriptName: '' },
          font: emptyFont,
          tellDamage: () => undefined,
        }
      : open(paths[0]);
  /** The font that has it; later files open only when an earlier one lacks a character. */
  const find = (codePoint: number): OpenFont | null => {
    let found: OpenFont | null = null;
    for (const path of paths) {
      const candidate = open(path);
      const glyph = candidate.font.glyphFor(codePoint);
      if (glyph === 0) continue;
      found ??= candidate;
      if (!sharedMarks.has(codePoint) || candidate.font.advanceOf(glyph) >= candidate.font.unitsPerEm) return candidate;
    }
    return found;
  };
  const basic = new Float64Array(0x10000).fill(unknown);
  const beyond = new Map<number, number>();
  /** Advance in em, or −1 − advance for a character that no file has. */
  const lookUp = (codePoint: number): number => {
    const known = codePoint < 0x10000 ? basic[codePoint]! : (beyond.get(codePoint) ?? unknown);
    if (known !== unknown) return known;
    const found = find(codePoint);
    const { font, tellDamage } = found ?? first;
    const glyph = font.glyphFor(codePoint);
    if (!font.isWhole(glyph)) tellDamage();
    const advance = font.advanceOf(glyph) / font.unitsPerEm;
    // What a broken file would have had cannot be known: the file was told of, its characters are not.
    const entry = found === null && !paths.some((path) => open(path).font === emptyFont) ? -1 - advance : advance;
    if (codePoint < 0x10000) basic[codePoint] = entry;
    else beyond.set(codePoint, entry);
    return entry;
  };
  return {
    ascent: first.font.ascent / first.font.unitsPerEm,
    descent: first.font.descent / first.font.unitsPerEm,
    advance(codePoint) {
      const entry = lookUp(codePoint);
      return entry >= 0 ? entry : -1 - entry;
    },
    leftBearing(codePoint) {
      const { font } = find(codePoint) ?? first;
      return font.leftBearingOf(font.glyphFor(codePoint)) / font.unitsPerEm;
    },
    inkWidth(codePoint) {
      const { font } = find(codePoint) ?? first;
      const width = font.inkWidthOf(font.glyphFor(codePoint));
      return width === null ? null : width / font.unitsPerEm;
    },
    has: (codePoint) => lookUp(codePoint) >= 0,
    fileFor: (codePoint) => (find(codePoint) ?? first).file,
    get files() {
      return paths.map((path) => open(path).file);
    },
  };
}
