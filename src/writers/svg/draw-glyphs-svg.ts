/** Text on one line to `text` elements: text as text, each character at the place that the line breaker gave it. */
import type { Pt } from '../../model/length.js';
import type { FontRole } from '../../model/theme.js';
import { svgElement, escapeMarkup, svgNumber, type Attributes } from './svg-markup.js';
import type { SvgSurface } from './svg-surface.js';

export interface GlyphStyle {
  readonly font: FontRole;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly size: Pt;
}

/** Controls, joiners and marks without ink: a browser would draw some of them as boxes. */
const invisible = /[\u0000-\u001f\u007f-\u009f\u00ad\u2028-\u202e\u2060-\u2064\ufeff]|[\u200b-\u200f]|[\ufe00-\ufe0f]/;

interface Chunk {
  readonly family: string;
  text: string;
  readonly places: string[];
}

/** @param attributes of each element: fill, what it is bound to. */
export function drawGlyphs(
  surface: SvgSurface,
  style: GlyphStyle,
  text: string,
  advances: readonly Pt[],
  place: { readonly x: Pt; readonly y: Pt },
  attributes: Attributes,
): void {
  for (const { family, text: words, places } of chunksOf(surface, style, text, advances, place.x))
    surface.add(
      svgElement(
        'text',
        {
          class: style.italic ? `${family} i` : family,
          'font-size': style.size,
          x: places.join(' '),
          y: place.y,
          ...attributes,
        },
        escapeMarkup(words),
      ),
    );
}

/**
 * Characters of one font file each. One beyond the first plane stands alone, since browsers count its halves
 * differently.
 */
function chunksOf(
  surface: SvgSurface,
  { font, bold }: GlyphStyle,
  text: string,
  advances: readonly Pt[],
  start: Pt,
): readonly Chunk[] {
  const face = surface.shared.fonts.face(font, bold);
  const chunks: Chunk[] = [];
  let open: Chunk | null = null;
  let x = start;
  Array.from(text).forEach((character, index) => {
    const codePoint = character.codePointAt(0)!;
    if (!invisible.test(character)) {
      const family = surface.shared.web.take(face.fileFor(codePoint), codePoint);
      if (open === null || open.family !== family || codePoint > 0xffff)
        chunks.push((open = { family, text: '', places: [] }));
      open.text += character;
      open.places.push(svgNumber(x));
      if (codePoint > 0xffff) open = null;
    }
    x += advances[index] ?? 0;
  });
  return chunks;
}
