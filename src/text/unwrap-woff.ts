/** WOFF 1 to the font that it wraps: the same tables, each deflated (W3C, WOFF File Format 1.0). */
import { inflateSync } from 'node:zlib';

const headerSize = 44;
const woffEntry = 20;
const sfntHeader = 12;
const sfntEntry = 16;

interface Table {
  readonly tag: number;
  readonly checksum: number;
  readonly bytes: Uint8Array;
}

/** Bytes that are no WOFF, and a WOFF that is damaged, come back as they are: whoever opens them tells. */
export function unwrapWoff(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < headerSize || view.getUint32(0) !== 0x774f4646) return bytes;
  try {
    return writeFont(view.getUint32(4), readTables(bytes, view));
  } catch {
    return bytes;
  }
}

function readTables(bytes: Uint8Array, view: DataView): readonly Table[] {
  return Array.from({ length: view.getUint16(12) }, (_none, index): Table => {
    const entry = headerSize + woffEntry * index;
    const [offset, packed, length] = [view.getUint32(entry + 4), view.getUint32(entry + 8), view.getUint32(entry + 12)];
    const stored = bytes.subarray(offset, offset + packed);
    // A table that would not get smaller is stored as it is.
    const table = packed < length ? inflateSync(stored, { maxOutputLength: length }) : stored;
    if (table.length !== length) throw new RangeError('a table of the font is cut short');
    return { tag: view.getUint32(entry), checksum: view.getUint32(entry + 16), bytes: table };
  });
}

const padded = (length: number): number => (length + 3) & ~3;

/** @param flavor the first four bytes of the wrapped font: TrueType or CFF. */
function writeFont(flavor: number, tables: readonly Table[]): Uint8Array {
  const start = sfntHeader + sfntEntry * tables.length;
  const font = new Uint8Array(tables.reduce((size, { bytes }) => size + padded(bytes.length), start));
  const view = new DataView(font.buffer);
  const power = Math.floor(Math.log2(tables.length));
  [
    flavor,
    (tables.length << 16) | (sfntEntry << power),
    (power << 16) | ((tables.length - 2 ** power) * sfntEntry),
  ].forEach((word, index) => view.setUint32(4 * index, word));
  let offset = start;
  for (const [index, { tag, checksum, bytes }] of tables.entries()) {
    [tag, checksum, offset, bytes.length].forEach((word, place) =>
      view.setUint32(sfntHeader + sfntEntry * index + 4 * place, word),
    );
    font.set(bytes, offset);
    offset += padded(bytes.length);
  }
  return font;
}
