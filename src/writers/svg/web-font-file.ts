/**
 * A font file with only the characters that are used, as browsers take it: OpenType's required tables, with a character
 * map.
 */
import { readTrueType } from '../pdf/fonts/font-tables.js';
import { subsetTables, writeFontTables } from '../pdf/fonts/subset-true-type.js';

/**
 * @param named `own`: by the names that it has, for a program that goes by them.
 * @returns the file itself where it is no TrueType font, for a browser to make of it what it can.
 */
export function cutWebFont(
  bytes: Uint8Array,
  codePoints: readonly number[],
  named: 'own' | 'plain' = 'plain',
): Uint8Array {
  const font = readTrueType(bytes);
  if (font === null) return bytes;
  const mapped = codePoints
    .map((codePoint) => ({ codePoint, source: font.glyphFor(codePoint) }))
    .filter(({ source }) => source !== 0);
  const tables = new Map(subsetTables(font, [0, ...mapped.map(({ source }) => source)]));
  tables.set('cmap', characterMap(mapped.map(({ codePoint }, index) => [codePoint, index + 1] as const)));
  tables.set('OS/2', font.table('OS/2') ?? plainMetrics());
  tables.set('name', (named === 'own' ? font.table('name') : null) ?? names());
  tables.set('post', glyphsWithoutNames());
  return writeFontTables(new Map([...tables].sort(([one], [other]) => (one < other ? -1 : 1))));
}

type Mapping = readonly (readonly [codePoint: number, glyph: number])[];

/** OpenType, cmap: format 4 for the first plane, which every browser asks for, and format 12 for all. */
function characterMap(mapping: Mapping): Buffer {
  const basic = segmentMap(mapping.filter(([codePoint]) => codePoint < 0xffff));
  const full = groupMap(mapping);
  const head = Buffer.alloc(20);
  head.writeUInt16BE(2, 2);
  [
    [3, 1, 20],
    [3, 10, 20 + basic.length],
  ].forEach(([platform = 0, encoding = 0, offset = 0], index) => {
    head.writeUInt16BE(platform, 4 + index * 8);
    head.writeUInt16BE(encoding, 6 + index * 8);
    head.writeUInt32BE(offset, 8 + index * 8);
  });
  return Buffer.concat([head, basic, full]);
}

/** Runs of neighbours: glyphs are numbered in the order of their characters, so a run maps by one difference. */
function runsOf(mapping: Mapping): { readonly from: number; to: number; readonly glyph: number }[] {
  const runs: { readonly from: number; to: number; readonly glyph: number }[] = [];
  for (const [codePoint, glyph] of mapping) {
    const last = runs.at(-1);
    if (last !== undefined && last.to + 1 === codePoint) last.to = codePoint;
    else runs.push({ from: codePoint, to: codePoint, glyph });
  }
  return runs;
}

function segmentMap(mapping: Mapping): Buffer {
  const runs = [...runsOf(mapping), { from: 0xffff, to: 0xffff, glyph: 0 }];
  const count = runs.length;
  const table = Buffer.alloc(16 + count * 8);
  const power = Math.floor(Math.log2(count));
  const search = 2 * 2 ** power;
  [4, table.length, 0, count * 2, search, power, count * 2 - search].forEach((value, index) =>
    table.writeUInt16BE(value, index * 2),
  );
  runs.forEach(({ from, to, glyph }, index) => {
    table.writeUInt16BE(to, 14 + index * 2);
    table.writeUInt16BE(from, 16 + count * 2 + index * 2);
    table.writeUInt16BE((from === 0xffff ? 1 : glyph - from) & 0xffff, 16 + count * 4 + index * 2);
  });
  return table;
}

function groupMap(mapping: Mapping): Buffer {
  const runs = runsOf(mapping);
  const table = Buffer.alloc(16 + runs.length * 12);
  table.writeUInt16BE(12, 0);
  table.writeUInt32BE(table.length, 4);
  table.writeUInt32BE(runs.length, 12);
  runs.forEach(({ from, to, glyph }, index) => {
    table.writeUInt32BE(from, 16 + index * 12);
    table.writeUInt32BE(to, 20 + index * 12);
    table.writeUInt32BE(glyph, 24 + index * 12);
  });
  return table;
}

/** OpenType, name: the family, for a browser that insists on one. */
function names(): Buffer {
  const text = Buffer.from('briefkit', 'utf16le').swap16();
  const ids = [1, 2, 4, 6];
  const table = Buffer.alloc(6 + ids.length * 12);
  table.writeUInt16BE(ids.length, 2);
  table.writeUInt16BE(table.length, 4);
  ids.forEach((id, index) =>
    [3, 1, 0x409, id, text.length, 0].forEach((value, field) => table.writeUInt16BE(value, 6 + index * 12 + field * 2)),
  );
  return Buffer.concat([table, text]);
}

/** OpenType, post, version 3: no names of glyphs. */
function glyphsWithoutNames(): Buffer {
  const table = Buffer.alloc(32);
  table.writeUInt32BE(0x00030000, 0);
  return table;
}

/** OpenType, OS/2, version 4, of a regular face: for a font that brings none. */
function plainMetrics(): Buffer {
  const table = Buffer.alloc(96);
  table.writeUInt16BE(4, 0);
  table.writeUInt16BE(400, 4);
  table.writeUInt16BE(5, 6);
  return table;
}
