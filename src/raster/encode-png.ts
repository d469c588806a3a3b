/** Pixels to a PNG that holds no more than they need: the canvas always writes RGBA. */
import { deflateSync } from 'node:zlib';
import { checksum } from './checksum.js';
import { paeth } from './paeth.js';
import { colorsOf, isOpaque, mostColors } from './reduce-colors.js';

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
  const { type, channels, rows, palette } = filter === 'up' ? withoutAlpha(pixels) : leastSamples(pixels);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits, deflate, its filters, no interlace.
  header.set([8, type, 0, 0, 0], 8);
  // Indexes of a palette are no amounts, of which a filter could take differences.
  const filtered = filterRows(
    rows,
    width * channels,
    height,
    channels,
    palette !== null ? [0] : filter === 'up' ? [2] : [0, 1, 2, 3, 4],
  );
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
  const colors = colorsOf(pixels, mostColors);
  if (colors === null)
    return isOpaque(pixels)
      ? withoutAlpha(pixels)
      : { type: 6, channels: 4, rows: Uint8Array.from(pixels), palette: null };
  const numbers = new Map(colors.map((color, number) => [color, number]));
  const rows = new Uint8Array(pixels.length / 4);
  for (let pixel = 0; pixel < rows.length; pixel++)
    rows[pixel] = numbers.get((pixels[pixel * 4]! << 16) | (pixels[pixel * 4 + 1]! << 8) | pixels[pixel * 4 + 2]!)!;
  return {
    type: 3,
    channels: 1,
    rows,
    palette: Uint8Array.from(colors.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255])),
  };
}

/** Each row under that of the filters which leaves the smallest differences (ISO 15948, 12.8). */
function filterRows(
  rows: Uint8Array,
  rowLength: number,
  height: number,
  channels: number,
  filters: readonly number[],
): Uint8Array {
  const filtered = new Uint8Array((rowLength + 1) * height);
  const tried = new Uint8Array(rowLength);
  for (let row = 0; row < height; row++) {
    let least = Infinity;
    for (const filter of filters) {
      const size = filterRow(rows, row * rowLength, rowLength, channels, filter, tried);
      if (size >= least) continue;
      least = size;
      filtered[row * (rowLength + 1)] = filter;
      filtered.set(tried, row * (rowLength + 1) + 1);
    }
  }
  return filtered;
}

/** Writes the row at `start` under a filter (ISO 15948, 9.2), and returns the sum of its differences. */
function filterRow(
  rows: Uint8Array,
  start: number,
  length: number,
  channels: number,
  filter: number,
  out: Uint8Array,
): number {
  const left = (at: number): number => (at >= channels ? rows[start + at - channels]! : 0);
  const up = (at: number): number => (start > 0 ? rows[start + at - length]! : 0);
  const upLeft = (at: number): number => (start > 0 && at >= channels ? rows[start + at - length - channels]! : 0);
  let sum = 0;
  for (let at = 0; at < length; at++) {
    const foretold =
      filter === 2
        ? up(at)
        : filter === 0
          ? 0
          : filter === 1
            ? left(at)
            : filter === 3
              ? (left(at) + up(at)) >> 1
              : paeth(left(at), up(at), upLeft(at));
    const difference = (rows[start + at]! - foretold) & 255;
    out[at] = difference;
    sum += difference < 128 ? difference : 256 - difference;
  }
  return sum;
}
