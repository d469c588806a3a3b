/**
 * The entries of a zip archive by its central directory (APPNOTE 4.3.12), unpacked one by one and never beyond what is
 * allowed.
 */
import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** As a path with `/`, whatever the archive's writer took. */
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  /** As the directory says; what is true shows when it is unpacked. */
  readonly size: number;
  /** Where its local header begins. */
  readonly at: number;
}

/** Where a directory stands has a comment of at most 65,535 bytes behind it. */
const endLength = 22;
const longestComment = 65_535;
const marks = { end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50, entry: 0x02014b50, local: 0x04034b50 };
const stored = 0;
const deflated = 8;
/** A workbook has some dozens of parts. */
const mostEntries = 20_000;

/** Null where the bytes are no zip archive, or a damaged one. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const directory = findDirectory(view);
  if (directory === null || directory.count > mostEntries) return null;
  const entries: ZipEntry[] = [];
  let at = directory.at;
  for (let index = 0; index < directory.count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== marks.entry) return null;
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/');
    const sizes = { packed: at + 20, size: at + 24, local: at + 42 };
    const wide = wideNumbers(view, at + 46 + nameLength, extraLength);
    const take = (place: number): number => {
      const value = view.getUint32(place, true);
      return value === 0xffffffff ? (wide.shift() ?? value) : value;
    };
    // In this order the wide numbers stand, each only where its narrow one is full.
    const size = take(sizes.size);
    const packed = take(sizes.packed);
    entries.push({ name, method: view.getUint16(at + 10, true), packed, size, at: take(sizes.local) });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

function findDirectory(view: DataView): { readonly at: number; readonly count: number } | null {
  const first = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= first; at--) {
    if (view.getUint32(at, true) !== marks.end) continue;
    const narrow = { at: view.getUint32(at + 16, true), count: view.getUint16(at + 10, true) };
    return narrow.at === 0xffffffff || narrow.count === 0xffff ? (wideDirectory(view, at) ?? narrow) : narrow;
  }
  return null;
}

/** The directory of an archive in the form for large ones (4.3.14), which some writers take for small ones too. */
function wideDirectory(view: DataView, end: number): { readonly at: number; readonly count: number } | null {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== marks.locator64) return null;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== marks.end64) return null;
  return { at: Number(view.getBigUint64(at + 48, true)), count: Number(view.getBigUint64(at + 32, true)) };
}

function wideNumbers(view: DataView, from: number, length: number): number[] {
  const to = Math.min(from + length, view.byteLength);
  for (let at = from; at + 4 <= to; ) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      const count = Math.floor(Math.min(size, to - at - 4) / 8);
      return Array.from({ length: count }, (_, index) => Number(view.getBigUint64(at + 4 + 8 * index, true)));
    }
    at += 4 + size;
  }
  return [];
}

/**
 * Bytes of an entry. Null where it is damaged or packed in a way that no workbook is, and as soon as there are more
 * than its directory says.
 */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== marks.local) return null;
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const content = bytes.subarray(start, start + entry.packed);
  if (content.length < entry.packed) return null;
  if (entry.method === stored) return content.length === entry.size ? content : null;
  if (entry.method !== deflated) return null;
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, entry.size) });
  } catch {
    // The library throws on whatever is not as it should be.
    return null;
  }
}
