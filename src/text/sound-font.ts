/**
 * Whether a font's tables hold what they promise: one that was cut short or overwritten is told of when it is opened,
 * not where a glyph of it would be embedded. The tables are those of ISO 14496-22.
 */

/** Where a table stands in the file, in bytes. */
export interface TableRecord {
  readonly offset: number;
  readonly length: number;
}

const leastLengths: Readonly<Record<string, number>> = { head: 54, hhea: 36, maxp: 6 };

/** How many glyphs there are; null where a table is missing or too short for them. */
export function soundGlyphCount(view: DataView, tables: ReadonlyMap<string, TableRecord>): number | null {
  for (const [tag, least] of Object.entries(leastLengths)) if ((tables.get(tag)?.length ?? 0) < least) return null;
  const at = (tag: string): number => tables.get(tag)!.offset;
  const glyphs = view.getUint16(at('maxp') + 4);
  const metrics = view.getUint16(at('hhea') + 34);
  const hmtx = tables.get('hmtx')?.length ?? 0;
  // The last advance holds for all glyphs behind it, which have a bearing each.
  if (metrics === 0 || hmtx < 4 * metrics + 2 * Math.max(0, glyphs - metrics)) return null;
  const [loca, glyf] = [tables.get('loca'), tables.get('glyf')];
  if (loca === undefined || glyf === undefined) return glyphs;
  return areOffsetsSound(view, loca, glyf, glyphs, view.getInt16(at('head') + 50)) ? glyphs : null;
}

/** Outlines in order, the last of them inside the table (5.3.2). */
function areOffsetsSound(
  view: DataView,
  loca: TableRecord,
  glyf: TableRecord,
  glyphs: number,
  format: number,
): boolean {
  if (format !== 0 && format !== 1) return false;
  if (loca.length < (glyphs + 1) * (format === 1 ? 4 : 2)) return false;
  let before = 0;
  for (let glyph = 0; glyph <= glyphs; glyph++) {
    const offset = format === 1 ? view.getUint32(loca.offset + 4 * glyph) : 2 * view.getUint16(loca.offset + 2 * glyph);
    if (offset < before || offset > glyf.length) return false;
    before = offset;
  }
  return true;
}

/** Where an outline stands in the file, in bytes; null for a blank glyph. */
export type OutlineOf = (glyph: number) => TableRecord | null;

// Flags of a part of a composite glyph (5.3.3).
const argumentsAreWords = 0x0001;
const hasScale = 0x0008;
const moreComponents = 0x0020;
const hasXAndYScale = 0x0040;
const hasTwoByTwo = 0x0080;
/** How deep glyphs may be made of glyphs; the specification wants fonts to say, few go beyond two. */
const deepest = 8;

/** Whether a glyph's outline has its head, and is made of glyphs that there are. */
export function isGlyphWhole(view: DataView, outlineOf: OutlineOf, glyph: number, glyphs: number, depth = 0): boolean {
  if (glyph >= glyphs || depth > deepest) return false;
  const outline = outlineOf(glyph);
  if (outline === null) return true;
  if (outline.length < 10) return false;
  if (view.getInt16(outline.offset) >= 0) return true;
  const end = outline.offset + outline.length;
  let at = outline.offset + 10;
  for (;;) {
    if (at + 4 > end) return false;
    const flags = view.getUint16(at);
    if (!isGlyphWhole(view, outlineOf, view.getUint16(at + 2), glyphs, depth + 1)) return false;
    at += 4 + (flags & argumentsAreWords ? 4 : 2);
    at += flags & hasScale ? 2 : flags & hasXAndYScale ? 4 : flags & hasTwoByTwo ? 8 : 0;
    if (at > end) return false;
    if ((flags & moreComponents) === 0) return true;
  }
}
