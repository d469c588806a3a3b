/** Pictures in sixteen greys: small enough to keep in the project, exact enough to see a line that moved. */
import { deflateSync, inflateSync } from 'node:zlib';

export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  /** A byte a pixel, row after row, 0 for black. */
  readonly pixels: Uint8Array;
}

/** From red, green, blue and alpha. */
export const greysOf = (samples: Uint8ClampedArray): Uint8Array =>
  Uint8Array.from({ length: samples.length / 4 }, (_, index) =>
    Math.round(samples[index * 4]! * 0.299 + samples[index * 4 + 1]! * 0.587 + samples[index * 4 + 2]! * 0.114),
  );

/** A PNG of four bits a pixel. */
export function encodeGrey({ width, height, pixels }: GreyPicture): Uint8Array {
  const row = Math.ceil(width / 2) + 1; // a filter byte leads each row
  const rows = Buffer.alloc(row * height);
  pixels.forEach((pixel, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    const at = y * row + 1 + (x >> 1);
    rows[at] = rows[at]! | (Math.round(pixel / 17) << (x % 2 === 0 ? 4 : 0));
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 4;
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Reads what `encodeGrey` wrote. */
export function decodeGrey(png: Uint8Array): GreyPicture {
  const file = Buffer.from(png);
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const start = file.indexOf('IDAT', 0, 'latin1');
  const rows = inflateSync(file.subarray(start + 4, start + 4 + file.readUInt32BE(start - 4)));
  const row = Math.ceil(width / 2) + 1;
  const pixels = Uint8Array.from({ length: width * height }, (_, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    return ((rows[y * row + 1 + (x >> 1)]! >> (x % 2 === 0 ? 4 : 0)) & 15) * 17;
  });
  return { width, height, pixels };
}

export interface Difference {
  /** Mean over all pixels, of 255. */
  readonly mean: number;
  /** Share of the pixels that differ by more than a quarter of black. */
  readonly changed: number;
}

/** Null where the sizes differ. */
export function differenceOf(one: GreyPicture, other: GreyPicture): Difference | null {
  if (one.width !== other.width || one.height !== other.height) return null;
  let [sum, changed] = [0, 0];
  one.pixels.forEach((pixel, index) => {
    const difference = Math.abs(pixel - other.pixels[index]!);
    sum += difference;
    if (difference > 64) changed++;
  });
  return { mean: sum / one.pixels.length, changed: changed / one.pixels.length };
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const whole = Buffer.alloc(typed.length + 8);
  whole.writeUInt32BE(body.length, 0);
  typed.copy(whole, 4);
  whole.writeUInt32BE(checksum(typed), typed.length + 4);
  return whole;
}

/** CRC-32 as in ISO 15948, annex D. */
function checksum(bytes: Uint8Array): number {
  let register = 0xffffffff;
  for (const byte of bytes) {
    register ^= byte;
    for (let bit = 0; bit < 8; bit++) register = register & 1 ? (register >>> 1) ^ 0xedb88320 : register >>> 1;
  }
  return (register ^ 0xffffffff) >>> 0;
}
