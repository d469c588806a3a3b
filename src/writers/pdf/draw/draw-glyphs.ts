/** Text on one line to operators: each character at the advance that it was given. */
import type { Pt } from '../../../model/length.js';
import type { RunStyle } from '../../../model/page.js';
import type { EmbeddedFont } from '../fonts/embedded-font.js';
import type { BookGlyph, FaceGlyphs } from '../fonts/font-book.js';
import type { Surface } from './surface.js';

/** Advances of the characters, in pt, for text that no line breaker has spaced: bullets and labels of charts. */
export function naturalAdvances(
  surface: Surface,
  { font, bold, size }: Pick<RunStyle, 'font' | 'bold' | 'size'>,
  text: string,
  letterSpacing: Pt = 0,
): Pt[] {
  const face = surface.shared.book.face(font, bold);
  return Array.from(text, (character) => face.advance(character.codePointAt(0)!) * size + letterSpacing);
}

export interface GlyphLine {
  readonly text: string;
  /** Advances of the code points, in pt. */
  readonly advances: readonly Pt[];
  /** See `Fragment.quotes`. */
  readonly quotes?: readonly number[] | undefined;
  /** Where its first character stands on its baseline, in pt. */
  readonly x: Pt;
  readonly y: Pt;
  /** Draws a hyphen behind the text, which is read as a soft hyphen: see `EmbeddedFont.softHyphen`. */
  readonly hyphen?: boolean | undefined;
}

/**
 * Writes glyphs of one font as one TJ array. The pen moves by the font's own widths; where it would be off its mark by
 * more than half a thousandth of an em, an adjustment brings it back, so errors never add up.
 */
export function drawGlyphs(surface: Surface, style: Omit<RunStyle, 'color'>, line: GlyphLine): void {
  const { book } = surface.shared;
  const glyphs = book.glyphsOf(book.face(style.font, style.bold));
  const soft = line.hyphen === true ? glyphs.softHyphen() : null;
  const end = showGlyphs(surface, glyphs, style, line, soft);
  if (line.hyphen === true && soft === null) drawReplaced(surface, style, end, line.y);
}

/**
 * The loop over all characters of a document, in a function of its own that sees one shape of each object and is
 * compiled once.
 * @returns where the next character would stand.
 */
function showGlyphs(
  { content, page }: Surface,
  glyphs: FaceGlyphs,
  { size, italic }: Omit<RunStyle, 'color'>,
  { text, advances, quotes, x, y }: GlyphLine,
  soft: BookGlyph | null,
): Pt {
  const unit = size / 1000;
  let font: EmbeddedFont | null = null;
  let pen = x;
  let target = x;
  for (let offset = 0, index = 0; offset < text.length || (offset === text.length && soft !== null); index++) {
    const codePoint = text.codePointAt(offset) ?? 0;
    const narrow = quotes !== undefined && quotes.includes(index) ? glyphs.narrow(codePoint) : null;
    const glyph = offset < text.length ? (narrow ?? glyphs.find(codePoint, page)) : soft;
    offset += codePoint > 0xffff ? 2 : 1;
    if (glyph !== null) {
      if (glyph.font !== font) {
        if (font !== null) content.endShow(pen);
        font = glyph.font;
        pen = target;
        content.startShow(font, size, italic, pen, y);
      }
      const adjustment = Math.round((pen - target) / unit - glyph.shift);
      if (adjustment !== 0) {
        content.adjust(adjustment);
        pen -= adjustment * unit;
      }
      content.glyph(glyph.code);
      pen += glyph.width * unit;
    }
    if (index < advances.length) target += advances[index]!;
  }
  if (font !== null) content.endShow(pen);
  return target;
}

/** A hyphen of a font that cannot tell it from a soft one: what it is read as stands beside it. */
function drawReplaced(surface: Surface, style: Omit<RunStyle, 'color'>, x: Pt, y: Pt): void {
  surface.content.replaced('\u00ad', () => drawGlyphs(surface, style, { text: '-', advances: [], x, y }));
}
