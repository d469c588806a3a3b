/**
 * The theme's fonts as faces: advances per character, with fallback along the theme's list. Font files open when first
 * needed.
 */
import { unreadableFont } from '../diagnostics/messages.js';
import type { Diagnostic, Tell } from '../diagnostics/diagnostic.js';
import { readWhole, type PartlyRead } from './face/partly-read.js';
import type { FontRole, Theme } from '../model/theme.js';
import { openTrueType, type TrueType } from './true-type.js';
import { averageLetter } from './face/average-letter.js';
import type { Face, FontFile, Fonts } from './face/face.js';
import { unwrapWoff } from './unwrap-woff.js';
import { widenFace } from './face/widen-face.js';

export type { Face, FontFile, Fonts } from './face/face.js';

/** Stands for the advance of a character that has not been looked up yet. */
const unknown = -1000;

interface OpenFont {
  readonly file: FontFile;
  readonly font: TrueType;
  /** Says, once, that a glyph of it cannot be read. */
  readonly tellDamage: () => void;
}

/**
 * `readFont` gives the bytes of a font that the theme names, or the file to take pieces of. One that cannot be read is
 * reported, once, and passed over.
 */
export function loadFonts(
  theme: Theme,
  readFont: (path: string) => Uint8Array | PartlyRead,
  tell: Tell = () => {},
): Fonts {
  const opened = new Map<string, OpenFont>();
  const faces = new Map<string, Face>();
  const open = (path: string): OpenFont => {
    const known = opened.get(path);
    if (known !== undefined) return known;
    const given = readFont(path);
    const parts = given instanceof Uint8Array ? readWhole(unwrapWoff(given)) : given;
    const font = openTrueType(parts);
    let isTold = false;
    const tellDamage = (): void => {
      if (!isTold) tell(unreadableFont(path));
      isTold = true;
    };
    if (font === null) tellDamage();
    const file: FontFile = {
      path,
      parts,
      postscriptName: font?.postscriptName ?? '',
      get bytes() {
        return parts.whole();
      },
    };
    const result = { file, font: font ?? emptyFont, tellDamage };
    opened.set(path, result);
    return result;
  };
  const byRole: Readonly<Record<'bold' | 'regular', Map<FontRole, Face>>> = { bold: new Map(), regular: new Map() };
  return {
    face(role, bold) {
      // It is asked for with every run of text.
      const ofWeight = byRole[bold ? 'bold' : 'regular'];
      let face = ofWeight.get(role);
      if (face === undefined) ofWeight.set(role, (face = faceOf(role, bold)));
      return face;
    },
  };

  /** Roles that name the same files share a face. */
  function faceOf(role: FontRole, bold: boolean): Face {
    const { [bold ? 'bold' : 'regular']: paths, letterWidth } = theme.fonts[role];
    const key = [...paths, letterWidth].join('\n');
    const known = faces.get(key);
    if (known !== undefined) return known;
    const measured = makeFace(paths, open);
    const plain = letterWidth === undefined ? null : makeFace(theme.fonts[role].regular, open);
    // By the plain style's letters: a bold face that is not here is as much wider than its own as the file's is.
    const face = plain === null ? measured : widenFace(measured, letterWidth! / averageLetter(plain));
    faces.set(key, face);
    return face;
  }
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
  mayEmbed: true,
};

/** The font that has a character; later files open only when an earlier one lacks it. */
function fontFinder(
  paths: readonly string[],
  open: (path: string) => OpenFont,
): (codePoint: number) => OpenFont | null {
  return (codePoint) => {
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
}

function makeFace(paths: readonly string[], open: (path: string) => OpenFont): Face {
  const first =
    paths[0] === undefined
      ? {
          file: { path: '', bytes: new Uint8Array(), postscriptName: '' },
          font: emptyFont,
          tellDamage: () => undefined,
        }
      : open(paths[0]);
  const find = fontFinder(paths, open);
  /** A font that may not be embedded measures; another draws in its place. */
  const drawnBy = (codePoint: number): OpenFont => {
    const found = find(codePoint) ?? first;
    if (found.font.mayEmbed) return found;
    const other = paths.map(open).find(({ font }) => font.mayEmbed && font.glyphFor(codePoint) !== 0);
    return other ?? found;
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
    fileFor: (codePoint) => drawnBy(codePoint).file,
    get files() {
      return paths.map((path) => open(path).file);
    },
  };
}
