/** Text on one line to operators: each character at the advance that it was given. */
import type { Pt } from '../../model/length.js';
import type { RunStyle } from '../../model/page.js';
import type { EmbeddedFont } from './fonts/embedded-font.js';
import type { Surface } from './surface.js';

/** Of each character, in pt, for text that no line breaker has spaced: bullets and labels of charts. */
export function naturalAdvances(surface: Surface, { font, bold, size }: Pick<RunStyle, 'font' | 'bold' | 'size'>, text: string, letterSpacing: Pt = 0): Pt[] {
  const face = surface.shared.book.face(font, bold);
  return Array.from(text, (character) => face.advance(character.codePointAt(0)!) * size + letterSpacing);
}

/**
 * Writes glyphs of one font as one TJ array. The pen moves by the font's own widths; where it would be off its mark by more
 * than half a thousandth of an em, an adjustment brings it back, so errors never add up.
 */
export function drawGlyphs(
  surface: Surface, { font: role, bold, italic, size }: Omit<RunStyle, 'color'>, text: string, advances: readonly Pt[], startX: Pt, y: Pt,
): void {
  const { book } = surface.shared;
  const face = book.face(role, bold);
  const unit = size / 1000;
  let font: EmbeddedFont | null = null;
  let shown = '';
  let start = startX;
  let pen = startX;
  let target = startX;
  let index = 0;
  const flush = (): void => {
    if (font !== null && shown !== '') surface.content.text(font, size, italic, start, y, `${shown}>`, pen);
    shown = '';
  };
  for (const character of text) {
    const glyph = book.glyph(face, character.codePointAt(0)!, surface.page);
    if (glyph !== null) {
      if (glyph.font !== font || shown === '') {
        flush();
        font = glyph.font;
        start = pen = target;
        shown = '<';
      }
      const adjustment = Math.round((pen - target) / unit);
      if (adjustment !== 0) {
        shown += shown === '<' ? '' : `>${adjustment}<`;
        pen -= adjustment * unit;
      }
      shown += glyph.hex;
      pen += glyph.width * unit;
    }
    target += advances[index] ?? 0;
    index++;
  }
  flush();
}
