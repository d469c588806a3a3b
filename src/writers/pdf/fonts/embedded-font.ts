/** A font of the file: code points to codes in the content, and its objects at the end. */
import { createRequire } from 'node:module';
import type { FontFile } from '../../../text/fonts.js';
import type { PdfFile, PdfReference } from '../file/pdf-objects.js';
import { textString } from '../file/serialize.js';
import { proportionalForms } from './proportional-glyph.js';
import { subsetTrueType } from './subset-true-type.js';
import { writeToUnicode } from './to-unicode.js';
import { readTrueType, type TrueTypeFont } from './font-tables.js';

export interface EmbeddedFont {
  /** In the resources of a page: F1. */
  readonly name: string;
  readonly reference: PdfReference;
  /** A font of outlines that a library embeds. */
  readonly isForeign?: boolean;
  /** Null where the font has no glyph. */
  glyph(codePoint: number): EmbeddedGlyph | null;
  /**
   * A hyphen that is read as U+00AD, so that a reader joins the word again (ISO 32000-1, 14.8.2.2.3): a code of its own
   * for the glyph of `-`. Null where the font has none, or one code for both.
   */
  softHyphen(): EmbeddedGlyph | null;
  /**
   * The glyph of a square character in a width of its own, for curly quotes in Latin text: a reader that puts text
   * together by widths would part It’s, and join what a quote's square overlaps. Null where the font has none.
   */
  narrow(codePoint: number): EmbeddedGlyph | null;
  /** Writes the subset; nothing may be asked after it. */
  embed(): void;
}

/** Each code point has a code of its own, even where two share a glyph, so that text is copied as it was written. */
export interface EmbeddedGlyph {
  /** In a content stream, as four hex digits. */
  readonly code: number;
  /** In 1/1000 em, as the file's widths say. */
  readonly width: number;
  /** In 1/1000 em: how far right its origin stands, so that its ink stands where that of the usual glyph would. */
  readonly shift: number;
}

const hyphen = 0x2d;
const softHyphen = 0xad;

/** @param number from 1, of this font in the file. */
export function embedFont(file: PdfFile, fontFile: FontFile, number: number): EmbeddedFont {
  const trueType = readTrueType(fontFile.parts ?? fontFile.bytes);
  return trueType === null ? embedByPdfkit(file, fontFile, number) : embedTrueType(file, trueType, fontFile, number);
}

function embedTrueType(file: PdfFile, font: TrueTypeFont, fontFile: FontFile, number: number): EmbeddedFont {
  const reference = file.ref();
  const glyphs = [0];
  const widths = [(font.advanceOf(0) * 1000) / font.unitsPerEm];
  const codePoints: number[] = [];
  const known = new Map<number, EmbeddedGlyph | null>();
  /** @param drawn the code point whose glyph is shown for it. */
  const add = (codePoint: number, drawn = codePoint): EmbeddedGlyph | null => show(codePoint, font.glyphFor(drawn), 0);
  const show = (codePoint: number, glyph: number, shift: number): EmbeddedGlyph | null => {
    if (glyph === 0) return null;
    const width = (font.advanceOf(glyph) * 1000) / font.unitsPerEm;
    widths.push(width);
    codePoints.push(codePoint);
    return { code: glyphs.push(glyph) - 1, width, shift };
  };
  const formOf = proportionalForms(font.table('GSUB'));
  return {
    name: `F${number}`,
    reference,
    glyph(codePoint) {
      let glyph = known.get(codePoint);
      if (glyph === undefined) known.set(codePoint, (glyph = add(codePoint)));
      return glyph;
    },
    softHyphen: () => add(softHyphen, hyphen),
    narrow(codePoint) {
      const square = font.glyphFor(codePoint);
      const glyph = formOf(square);
      if (glyph === square || !font.isWhole(glyph)) return null;
      // In a bold font it may be a little wider: it grows to both sides.
      const middleOf = (one: number): number => font.leftBearingOf(one) + (font.inkWidthOf(one) ?? 0) / 2;
      return show(codePoint, glyph, ((middleOf(square) - middleOf(glyph)) * 1000) / font.unitsPerEm);
    },
    embed() {
      const name = `${subsetTag(number)}+${fontFile.postscriptName.replace(/\s/g, '_')}`;
      const program = file.ref();
      const subset = subsetTrueType(font, glyphs);
      program.data['Length1'] = subset.length;
      program.end(subset);
      const descendant = file.ref({
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: name,
        CIDToGIDMap: 'Identity',
        DW: 1000,
        W: listWidths(widths),
        CIDSystemInfo: { Registry: textString('Adobe'), Ordering: textString('Identity'), Supplement: 0 },
        FontDescriptor: describeFont(file, font, name, program),
      });
      descendant.end();
      reference.data = {
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: name,
        Encoding: 'Identity-H',
        DescendantFonts: [descendant],
        ToUnicode: writeToUnicode(file, codePoints),
      };
      reference.end();
    },
  };
}

/** Six letters that tell subsets of one font apart (ISO 32000-1, 9.6.4). */
const subsetTag = (number: number): string =>
  [...number.toString(26).padStart(6, '0')].map((digit) => String.fromCharCode(65 + parseInt(digit, 26))).join('');

/** Most Chinese glyphs are one em wide, which is the default: only the others are listed. */
function listWidths(widths: readonly number[]): unknown[] {
  const list: unknown[] = [];
  let run: number[] | null = null;
  widths.forEach((width, code) => {
    if (width === 1000) {
      run = null;
    } else if (run === null) {
      run = [width];
      list.push(code, run);
    } else {
      run.push(width);
    }
  });
  return list;
}

function describeFont(file: PdfFile, font: TrueTypeFont, name: string, program: PdfReference): PdfReference {
  const scale = 1000 / font.unitsPerEm;
  const head = font.table('head')!;
  const hhea = font.table('hhea')!;
  const os2 = font.table('OS/2');
  const hasHeights = os2 !== null && os2.readUInt16BE(0) >= 2;
  const ascent = hhea.readInt16BE(4) * scale;
  const descriptor = file.ref({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: 4,
    FontBBox: [36, 38, 40, 42].map((at) => head.readInt16BE(at) * scale),
    ItalicAngle: 0,
    Ascent: ascent,
    Descent: hhea.readInt16BE(6) * scale,
    CapHeight: hasHeights ? os2.readInt16BE(88) * scale : ascent,
    XHeight: hasHeights ? os2.readInt16BE(86) * scale : 0,
    StemV: (os2?.readUInt16BE(4) ?? 400) >= 600 ? 140 : 80,
    FontFile2: program,
  });
  descriptor.end();
  return descriptor;
}

/** CFF outlines and collections: fontkit cuts the subset, through pdfkit, and is loaded only for such a file. */
function embedByPdfkit(file: PdfFile, fontFile: FontFile, number: number): EmbeddedFont {
  const { create } = createRequire(import.meta.url)('fontkit') as typeof import('fontkit');
  file.document.font(create(Buffer.from(fontFile.bytes), fontFile.postscriptName));
  const font = file.document._font;
  const known = new Map<number, EmbeddedGlyph>();
  return {
    name: `F${number}`,
    isForeign: true,
    reference: font.ref(),
    glyph(codePoint) {
      let glyph = known.get(codePoint);
      if (glyph === undefined) {
        const [[hex]] = font.encode(String.fromCodePoint(codePoint));
        const code = parseInt(hex!, 16);
        glyph = { code, width: font.widths[code]!, shift: 0 };
        known.set(codePoint, glyph);
      }
      return glyph.code === 0 ? null : glyph;
    },
    softHyphen: () => null,
    narrow: () => null,
    embed() {
      /* pdfkit embeds the fonts that it was given when the file ends */
    },
  };
}
