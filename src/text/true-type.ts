/**
 * Reads the few tables of a TrueType or OpenType file that measuring needs: cmap, hmtx, hhea, head, OS/2, name.
 *
 * Measuring never shapes, so a whole font library is not needed for it: importing one costs more than setting a deck's
 * text. The tables are those of ISO 14496-22; nothing is copied, all is read in place.
 */

import { readWhole, type PartlyRead } from './face/partly-read.js';
import { isGlyphWhole, soundGlyphCount, type OutlineOf, type TableRecord } from './sound-font.js';

export interface TrueType {
  readonly unitsPerEm: number;
  /** Above the baseline, in font units. */
  readonly ascent: number;
  /** Below the baseline, in font units, positive. */
  readonly descent: number;
  readonly postscriptName: string;
  /** 0 (.notdef) where the font has no glyph for it. */
  glyphFor(codePoint: number): number;
  /** In font units. */
  advanceOf(glyph: number): number;
  /** Blank at the left of the glyph's ink, in font units. */
  leftBearingOf(glyph: number): number;
  /** Width of the glyph's outline, in font units; null where the file has outlines of another kind (CFF). */
  inkWidthOf(glyph: number): number | null;
  /**
   * Whether its outline can be cut out of the file: always, as far as this reader sees, of outlines of another kind.
   */
  isWhole(glyph: number): boolean;
  /** Whether its maker lets a document hold a part of it (OS/2, `fsType`). */
  readonly mayEmbed: boolean;
}

/** Null where the bytes are no font that can be measured: not sfnt, cut short, or without a Unicode cmap. */
export function openTrueType(file: Uint8Array | PartlyRead): TrueType | null {
  const parts = file instanceof Uint8Array ? readWhole(file) : file;
  const { bytes } = parts;
  try {
    return readTables(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), parts);
  } catch (problem) {
    if (problem instanceof RangeError) return null; // a table points past the end of the file
    throw problem;
  }
}

/** The tables that measuring looks at; of outlines the few that are asked for. */
const measuring: readonly string[] = ['cmap', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'OS/2'];

/** In bytes: the directories of a file and of the font in it. */
const directoryLength = 4096;

function readTables(view: DataView, parts: PartlyRead): TrueType | null {
  parts.need(0, directoryLength);
  const directory = readDirectory(view);
  for (const [tag, { offset, length }] of directory) if (measuring.includes(tag)) parts.need(offset, length);
  const glyphs = soundGlyphCount(view, directory);
  if (glyphs === null) return null;
  const tables = new Map([...directory].map(([tag, { offset }]) => [tag, offset]));
  const [cmap, head, hhea, hmtx] = [tables.get('cmap'), tables.get('head'), tables.get('hhea'), tables.get('hmtx')];
  if (cmap === undefined || head === undefined || hhea === undefined || hmtx === undefined) return null;
  const mapped = readCharacterMap(view, cmap);
  const unitsPerEm = view.getUint16(head + 18);
  const metrics = view.getUint16(hhea + 34); // the last advance holds for all glyphs behind it
  if (mapped === null || unitsPerEm < 16 || unitsPerEm > 16384) return null;
  const outlineOf = readOutlines(view, head, directory, parts);
  /** A number beyond the last glyph, and one that the map keeps beyond its own end, is that of no glyph. */
  const glyphFor = (codePoint: number): number => {
    const glyph = mapped(codePoint);
    return glyph < glyphs ? glyph : 0;
  };
  return {
    unitsPerEm,
    ...readAscent(view, hhea, tables.get('OS/2')),
    postscriptName: readPostscriptName(view, tables.get('name')),
    glyphFor,
    advanceOf: (glyph) => view.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1)),
    leftBearingOf: (glyph) =>
      glyph < metrics ? view.getInt16(hmtx + 4 * glyph + 2) : view.getInt16(hmtx + 4 * metrics + 2 * (glyph - metrics)),
    inkWidthOf: (glyph) => inkWidth(view, outlineOf, glyph),
    mayEmbed: mayEmbed(view, directory.get('OS/2')),
    isWhole: (glyph) => outlineOf === null || isGlyphWhole(view, outlineOf, glyph, glyphs),
  };
}

/** Null where the file has outlines of another kind (CFF). */
function readOutlines(
  view: DataView,
  head: number,
  tables: ReadonlyMap<string, TableRecord>,
  parts: PartlyRead,
): OutlineOf | null {
  const [glyf, loca] = [tables.get('glyf'), tables.get('loca')];
  if (glyf === undefined || loca === undefined) return null;
  const isLong = view.getInt16(head + 50) === 1;
  const offsetOf = (glyph: number): number =>
    isLong ? view.getUint32(loca.offset + 4 * glyph) : 2 * view.getUint16(loca.offset + 2 * glyph);
  return (glyph) => {
    const start = offsetOf(glyph);
    const length = offsetOf(glyph + 1) - start;
    if (length === 0) return null;
    parts.need(glyf.offset + start, length);
    return { offset: glyf.offset + start, length };
  };
}

/** From xMin and xMax of `glyf` (ISO 14496-22, 5.3.3). */
function inkWidth(view: DataView, outlineOf: OutlineOf | null, glyph: number): number | null {
  if (outlineOf === null) return null;
  const outline = outlineOf(glyph);
  if (outline === null || outline.length < 10) return 0;
  return view.getInt16(outline.offset + 6) - view.getInt16(outline.offset + 2);
}

/**
 * Tags to tables, of the first font in a collection; empty where the bytes are no font.
 *
 * @throws RangeError for a table that ends past the end of the file.
 */
export function readDirectory(view: DataView): ReadonlyMap<string, TableRecord> {
  const tables = new Map<string, TableRecord>();
  const start = tagAt(view, 0) === 'ttcf' ? view.getUint32(12) : 0;
  if (!['\0\x01\0\0', 'OTTO', 'true'].includes(tagAt(view, start))) return tables;
  for (let index = 0; index < view.getUint16(start + 4); index++) {
    const record = start + 12 + 16 * index;
    const [offset, length] = [view.getUint32(record + 8), view.getUint32(record + 12)];
    if (offset + length > view.byteLength) throw new RangeError('a table ends past the end of the file');
    tables.set(tagAt(view, record), { offset, length });
  }
  return tables;
}

const tagAt = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));

/**
 * Not where the licence is restricted, nor where a font may be embedded whole or as bitmaps alone (ISO 14496-22, 5.2.9:
 * 0x0002, 0x0100, 0x0200); of several permissions the freest counts.
 */
function mayEmbed(view: DataView, os2: TableRecord | undefined): boolean {
  if (os2 === undefined || os2.length < 10) return true;
  const type = view.getUint16(os2.offset + 8);
  return (type & 0x000e) !== 0x0002 && (type & 0x0300) === 0;
}

/** The typographic ascent, which for a Chinese font is the em box: lines centred on it centre the characters. */
function readAscent(view: DataView, hhea: number, os2: number | undefined): { ascent: number; descent: number } {
  const typographic = os2 === undefined ? 0 : view.getInt16(os2 + 68);
  if (os2 !== undefined && typographic > 0) return { ascent: typographic, descent: -view.getInt16(os2 + 70) };
  return { ascent: view.getInt16(hhea + 4), descent: -view.getInt16(hhea + 6) };
}

/** Name 6 in whichever encoding comes first; PostScript names are ASCII. */
function readPostscriptName(view: DataView, name: number | undefined): string {
  if (name === undefined) return '';
  const strings = name + view.getUint16(name + 4);
  for (let index = 0; index < view.getUint16(name + 2); index++) {
    const record = name + 6 + 12 * index;
    if (view.getUint16(record + 6) !== 6) continue;
    const [length, offset] = [view.getUint16(record + 8), view.getUint16(record + 10)];
    let text = '';
    for (let at = 0; at < length; at++) {
      const byte = view.getUint8(strings + offset + at);
      if (byte !== 0) text += String.fromCharCode(byte);
    }
    return text;
  }
  return '';
}

/** Prefers the full Unicode map (format 12) to that of the Basic Multilingual Plane (format 4). */
function readCharacterMap(view: DataView, cmap: number): ((codePoint: number) => number) | null {
  let basic: number | null = null;
  let full: number | null = null;
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const record = cmap + 4 + 8 * index;
    const [platform, encoding] = [view.getUint16(record), view.getUint16(record + 2)];
    if (platform !== 0 && !(platform === 3 && (encoding === 1 || encoding === 10))) continue;
    const table = cmap + view.getUint32(record + 4);
    const format = view.getUint16(table);
    if (format === 12) full = table;
    if (format === 4) basic = table;
  }
  if (full !== null) return withBlanks(lookUpFullMap(view, full));
  return basic === null ? null : withBlanks(lookUpBasicMap(view, basic));
}

/** A space that does not break looks like one that does: fonts that have the one alone serve for both. */
const withBlanks =
  (glyphFor: (codePoint: number) => number): ((codePoint: number) => number) =>
  (codePoint) =>
    glyphFor(codePoint) || (codePoint === 0xa0 ? glyphFor(0x20) : 0);

function lookUpFullMap(view: DataView, table: number): (codePoint: number) => number {
  const groups = Math.min(view.getUint32(table + 12), Math.floor((view.byteLength - table - 16) / 12));
  return (codePoint) => {
    let [low, high] = [0, groups - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = table + 16 + 12 * middle;
      if (codePoint < view.getUint32(group)) high = middle - 1;
      else if (codePoint > view.getUint32(group + 4)) low = middle + 1;
      else return view.getUint32(group + 8) + codePoint - view.getUint32(group);
    }
    return 0;
  };
}

function lookUpBasicMap(view: DataView, table: number): (codePoint: number) => number {
  const segments = Math.floor(Math.min(view.getUint16(table + 6) / 2, Math.max(0, view.byteLength - table - 16) / 8));
  if (segments === 0) return () => 0;
  const [ends, starts] = [table + 14, table + 16 + 2 * segments];
  const [deltas, offsets] = [starts + 2 * segments, starts + 4 * segments];
  return (codePoint) => {
    let [low, high] = [0, segments - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (view.getUint16(ends + 2 * middle) < codePoint) low = middle + 1;
      else high = middle;
    }
    const start = view.getUint16(starts + 2 * low);
    if (codePoint < start || codePoint > view.getUint16(ends + 2 * low)) return 0;
    const delta = view.getUint16(deltas + 2 * low);
    const offset = view.getUint16(offsets + 2 * low);
    if (offset === 0) return (codePoint + delta) & 0xffff;
    const at = offsets + 2 * low + offset + 2 * (codePoint - start);
    const glyph = at + 2 > view.byteLength ? 0 : view.getUint16(at);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}
