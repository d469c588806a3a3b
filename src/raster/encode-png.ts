/** Pixels to a PNG that holds no more than they need: the canvas always writes RGBA. */
import { deflateSync } from 'node:zlib';
import { checksum } from './checksum.js';
import { paeth } from './paeth.js';
import { indexColors, isOpaque, type IndexedPixels } from './reduce-colors.js';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(checksum(body), body.length + 4);
  return framed;
}

/** Samples of a pixel, as PNG numbers them with the colour type. */
type Samples = {
  readonly type: 0 | 2 | 3 | 6;
  readonly channels: number;
  readonly rows: Uint8Array;
  readonly palette: Uint8Array | null;
};

/**
 * Which filter goes before the compression: `up` where rows are mostly alike, as a chart's are; `best` tries all on
 * each row.
 */
export type PngFilter = 'up' | 'best';

/** `pixels` are RGBA, row by row. 8 bits a sample. */
export function encodePng(
  pixels: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  filter: PngFilter = 'up',
): Uint8Array {
  return filter === 'up'
    ? writePng({ type: 2, palette: null }, width, height, upWithoutAlpha(pixels, width, height))
    : encodeSamples(leastSamples(pixels), width, height);
}

/** Pixels that are numbers of colours already. */
export const encodeIndexedPng = (pixels: IndexedPixels, width: number, height: number): Uint8Array =>
  encodeSamples(indexedSamples(pixels), width, height);

function encodeSamples({ type, channels, rows, palette }: Samples, width: number, height: number): Uint8Array {
  // Indexes of a palette are no amounts, of which a filter could take differences.
  const filters = palette === null ? [0, 1, 2, 3, 4] : [0];
  const filtered = filterRows(rows, width * channels, height, channels, filters);
  return writePng({ type, palette }, width, height, filtered);
}

/** @param filtered each row behind the number of its filter. */
function writePng(
  { type, palette }: Pick<Samples, 'type' | 'palette'>,
  width: number,
  height: number,
  filtered: Uint8Array,
): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits, deflate, its filters, no interlace.
  header.set([8, type, 0, 0, 0], 8);
  return new Uint8Array(
    Buffer.concat([
      signature,
      chunk('IHDR', header),
      ...(palette === null ? [] : [chunk('PLTE', palette)]),
      chunk('IDAT', deflateSync(filtered, { level: 6 })),
      chunk('IEND', new Uint8Array()),
    ]),
  );
}

/**
 * RGBA to rows of RGB under the filter `up`, in one go: a chart has three million samples, which took four times as
 * long by way of rows that `filterRows` filters.
 */
function upWithoutAlpha(pixels: Uint8Array | Uint8ClampedArray, width: number, height: number): Uint8Array {
  const rowLength = width * 4;
  const filtered = new Uint8Array((width * 3 + 1) * height);
  for (let line = 0, from = 0, to = 0; line < height; line++) {
    filtered[to++] = 2;
    const end = from + rowLength;
    // Above the first row are zeros.
    const above = line === 0 ? 0 : rowLength;
    for (; from < end; from += 4, to += 3) {
      filtered[to] = pixels[from]! - (above && pixels[from - above]!);
      filtered[to + 1] = pixels[from + 1]! - (above && pixels[from + 1 - above]!);
      filtered[to + 2] = pixels[from + 2]! - (above && pixels[from + 2 - above]!);
    }
  }
  return filtered;
}

function withoutAlpha(pixels: Uint8Array | Uint8ClampedArray): Samples {
  const rows = new Uint8Array((pixels.length / 4) * 3);
  for (let from = 0, to = 0; from < pixels.length; from += 4, to += 3) {
    rows[to] = pixels[from]!;
    rows[to + 1] = pixels[from + 1]!;
    rows[to + 2] = pixels[from + 2]!;
  }
  return { type: 2, channels: 3, rows, palette: null };
}

function leastSamples(pixels: Uint8Array | Uint8ClampedArray): Samples {
  const indexed = indexColors(pixels);
  if (indexed !== null) return indexedSamples(indexed);
  return isOpaque(pixels)
    ? withoutAlpha(pixels)
    : { type: 6, channels: 4, rows: Uint8Array.from(pixels), palette: null };
}

const indexedSamples = ({ indexes, palette }: IndexedPixels): Samples => ({
  type: 3,
  channels: 1,
  rows: indexes,
  palette: Uint8Array.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255])),
});

/** Each row under that of the filters which leaves the smallest differences (ISO 15948, 12.8). */
function filterRows(
  rows: Uint8Array,
  rowLength: number,
  height: number,
  channels: number,
  filters: readonly number[],
): Uint8Array {
  const filtered = new Uint8Array((rowLength + 1) * height);
  // Of the first row and of the first pixel nothing is above or left: zeros.
  const row = new Uint8Array(rowLength + channels);
  const above = new Uint8Array(rowLength + channels);
  let [tried, best] = [new Uint8Array(rowLength), new Uint8Array(rowLength)];
  for (let line = 0; line < height; line++) {
    row.set(rows.subarray(line * rowLength, (line + 1) * rowLength), channels);
    let least = Infinity;
    for (const filter of filters) {
      filterBy[filter]!(row, above, channels, tried);
      const size = filters.length === 1 ? 0 : sizeOf(tried);
      if (size >= least) continue;
      least = size;
      filtered[line * (rowLength + 1)] = filter;
      [tried, best] = [best, tried];
    }
    filtered.set(best, line * (rowLength + 1) + 1);
    above.set(row);
  }
  return filtered;
}

/** The differences' sum, as signed bytes. */
function sizeOf(differences: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < differences.length; at++) {
    const difference = differences[at]!;
    sum += difference < 128 ? difference : 256 - difference;
  }
  return sum;
}

/** Writes a row under a filter: row and the one above begin with a pixel of zeros. */
type RowFilter = (row: Uint8Array, above: Uint8Array, channels: number, out: Uint8Array) => void;

/** By their numbers (ISO 15948, 9.2). */
const filterBy: readonly RowFilter[] = [
  (row, _above, channels, out) => out.set(row.subarray(channels)),
  (row, _above, channels, out) => {
    for (let at = 0; at < out.length; at++) out[at] = row[at + channels]! - row[at]!;
  },
  (row, above, channels, out) => {
    for (let at = 0; at < out.length; at++) out[at] = row[at + channels]! - above[at + channels]!;
  },
  (row, above, channels, out) => {
    for (let at = 0; at < out.length; at++) out[at] = row[at + channels]! - ((row[at]! + above[at + channels]!) >> 1);
  },
  (row, above, channels, out) => {
    for (let at = 0; at < out.length; at++)
      out[at] = row[at + channels]! - paeth(row[at]!, above[at + channels]!, above[at]!);
  },
];
