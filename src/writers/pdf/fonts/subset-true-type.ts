/** A font file with only the glyphs that are used (ISO 32000-1, 9.9: the tables that a CIDFontType2 needs). */
import type { TrueTypeFont } from './font-tables.js';

/** Flags of a composite glyph's component. */
const argumentsAreWords = 0x0001;
const hasScale = 0x0008;
const moreComponents = 0x0020;
const hasXAndYScale = 0x0040;
const hasTwoByTwo = 0x0080;

/** @param glyphs of the source font, in the order of their new numbers; the first is .notdef. */
export const subsetTrueType = (font: TrueTypeFont, glyphs: readonly number[]): Buffer =>
  writeFontTables(subsetTables(font, glyphs));

/** The tables of such a file, by tag. */
export function subsetTables(font: TrueTypeFont, glyphs: readonly number[]): ReadonlyMap<string, Buffer> {
  const all = [...glyphs];
  const numbers = new Map<number, number>();
  all.forEach((glyph, number) => {
    if (!numbers.has(glyph)) numbers.set(glyph, number);
  });
  const outlines: Buffer[] = [];
  for (let number = 0; number < all.length; number++) {
    outlines.push(
      renumberComponents(font.outline(all[number]!), (component) => {
        let known = numbers.get(component);
        if (known === undefined) {
          known = all.push(component) - 1;
          numbers.set(component, known);
        }
        return known;
      }),
    );
  }
  return makeTables(font, all, outlines);
}

/** A composite glyph names its parts by number: they come along, under new numbers. */
function renumberComponents(outline: Buffer, renumber: (glyph: number) => number): Buffer {
  // One that is cut short was told of where it is shown; where it is not, it stays blank.
  if (outline.length < 10) return outline.subarray(0, 0);
  if (outline.readInt16BE(0) >= 0) return outline;
  const copy = Buffer.from(outline);
  let position = 10;
  let flags: number;
  do {
    if (position + 4 > copy.length) return copy.subarray(0, 0);
    flags = copy.readUInt16BE(position);
    copy.writeUInt16BE(renumber(copy.readUInt16BE(position + 2)), position + 2);
    position += 4 + (flags & argumentsAreWords ? 4 : 2);
    position += flags & hasScale ? 2 : flags & hasXAndYScale ? 4 : flags & hasTwoByTwo ? 8 : 0;
  } while (flags & moreComponents);
  return copy;
}

function makeTables(font: TrueTypeFont, glyphs: readonly number[], outlines: readonly Buffer[]): Map<string, Buffer> {
  const loca = Buffer.alloc((glyphs.length + 1) * 4);
  const hmtx = Buffer.alloc(glyphs.length * 4);
  let offset = 0;
  glyphs.forEach((glyph, number) => {
    hmtx.writeUInt16BE(font.advanceOf(glyph), number * 4);
    hmtx.writeInt16BE(font.leftBearingOf(glyph), number * 4 + 2);
    offset += outlines[number]!.length;
    loca.writeUInt32BE(offset, (number + 1) * 4);
  });
  const head = Buffer.from(font.table('head')!);
  head.writeUInt32BE(0, 8); // checkSumAdjustment: of the whole file, which a PDF reader does not check
  head.writeInt16BE(1, 50); // long offsets
  const hhea = Buffer.from(font.table('hhea')!);
  hhea.writeUInt16BE(glyphs.length, 34);
  const maxp = Buffer.from(font.table('maxp')!);
  maxp.writeUInt16BE(glyphs.length, 4);

  const tables = new Map<string, Buffer>();
  for (const tag of ['cvt ', 'fpgm']) {
    const table = font.table(tag);
    if (table) tables.set(tag, table);
  }
  tables
    .set('glyf', Buffer.concat(outlines))
    .set('head', head)
    .set('hhea', hhea)
    .set('hmtx', hmtx)
    .set('loca', loca)
    .set('maxp', maxp);
  const prep = font.table('prep');
  if (prep) tables.set('prep', prep);
  return tables;
}

/** A TrueType file of these tables, in their order. */
export function writeFontTables(tables: ReadonlyMap<string, Buffer>): Buffer {
  const count = tables.size;
  const power = Math.floor(Math.log2(count));
  const directory = Buffer.alloc(12 + count * 16);
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(count, 4);
  directory.writeUInt16BE(16 << power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(count * 16 - (16 << power), 10);
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  let entry = 12;
  for (const [tag, table] of tables) {
    const padded = Buffer.alloc((table.length + 3) & ~3);
    table.copy(padded);
    directory.write(tag, entry, 'latin1');
    directory.writeUInt32BE(checksum(padded), entry + 4);
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(table.length, entry + 12);
    parts.push(padded);
    offset += padded.length;
    entry += 16;
  }
  return Buffer.concat(parts);
}

function checksum(padded: Buffer): number {
  let sum = 0;
  for (let position = 0; position < padded.length; position += 4) sum = (sum + padded.readUInt32BE(position)) >>> 0;
  return sum;
}
