/**
 * A font's glyphs in widths of their own: Chinese fonts give curly quotes a square, and keep those of Latin text under
 * the feature `pwid` (ISO 14496-22, 6.2: GSUB, lookups of type 1).
 */

/** Glyph → its proportional form; the glyph itself where the font has none, or a table that ends too early. */
export function proportionalForms(gsub: Buffer | null): (glyph: number) => number {
  if (gsub === null) return (glyph) => glyph;
  let subtables: readonly number[] | null = null;
  return (glyph) => {
    try {
      subtables ??= subtablesOf(gsub, 'pwid');
      for (const subtable of subtables) {
        const form = substitute(gsub, subtable, glyph);
        if (form !== null) return form;
      }
    } catch (problem) {
      if (!(problem instanceof RangeError)) throw problem;
    }
    return glyph;
  };
}

const extension = 7;
const single = 1;

/** Offsets of the single substitutions of a feature. */
function subtablesOf(gsub: Buffer, feature: string): readonly number[] {
  const [features, lookups] = [gsub.readUInt16BE(6), gsub.readUInt16BE(8)];
  const indices = new Set<number>();
  for (let at = 0; at < gsub.readUInt16BE(features); at++) {
    const record = features + 2 + 6 * at;
    if (gsub.toString('latin1', record, record + 4) !== feature) continue;
    const table = features + gsub.readUInt16BE(record + 4);
    for (let each = 0; each < gsub.readUInt16BE(table + 2); each++)
      indices.add(gsub.readUInt16BE(table + 4 + 2 * each));
  }
  return [...indices].flatMap((index) => {
    const lookup = lookups + gsub.readUInt16BE(lookups + 2 + 2 * index);
    const type = gsub.readUInt16BE(lookup);
    return Array.from({ length: gsub.readUInt16BE(lookup + 4) }, (_, each) => {
      const subtable = lookup + gsub.readUInt16BE(lookup + 6 + 2 * each);
      if (type === single) return subtable;
      return type === extension && gsub.readUInt16BE(subtable + 2) === single
        ? subtable + gsub.readUInt32BE(subtable + 4)
        : null;
    }).filter((subtable) => subtable !== null);
  });
}

/** Null where the subtable says nothing of the glyph. */
function substitute(gsub: Buffer, subtable: number, glyph: number): number | null {
  const index = coverageIndex(gsub, subtable + gsub.readUInt16BE(subtable + 2), glyph);
  if (index === null) return null;
  return gsub.readUInt16BE(subtable) === 1
    ? (glyph + gsub.readInt16BE(subtable + 4)) & 0xffff
    : gsub.readUInt16BE(subtable + 6 + 2 * index);
}

function coverageIndex(gsub: Buffer, coverage: number, glyph: number): number | null {
  const count = gsub.readUInt16BE(coverage + 2);
  const isList = gsub.readUInt16BE(coverage) === 1;
  for (let at = 0; at < count; at++) {
    if (isList) {
      if (gsub.readUInt16BE(coverage + 4 + 2 * at) === glyph) return at;
      continue;
    }
    const range = coverage + 4 + 6 * at;
    const [first, last] = [gsub.readUInt16BE(range), gsub.readUInt16BE(range + 2)];
    if (glyph >= first && glyph <= last) return gsub.readUInt16BE(range + 4) + glyph - first;
  }
  return null;
}
