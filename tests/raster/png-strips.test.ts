import { createCanvas, loadImage } from 'canvas';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checksum } from '../../src/raster/checksum.js';
import { pngStrips } from '../../src/raster/png-strips.js';

type Chunk = readonly [type: string, body: readonly number[] | Uint8Array];

const size = { width: 7, height: 70 };

/** A PNG by hand, whose rows take each of the five filters in turn. */
function png(colorType: number, channels: number, before: readonly Chunk[] = [], bits = 8, interlace = 0): Uint8Array {
  const rowLength = (size.width * channels * bits) / 8;
  const rows = Array.from({ length: size.height }, (_row, row) => [
    row % 5,
    ...Array.from({ length: rowLength }, (_sample, at) => (row * 31 + at * 7 + row * at) % 256),
  ]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size.width, 0);
  header.writeUInt32BE(size.height, 4);
  header.set([bits, colorType, 0, 0, interlace], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...[['IHDR', header] as const, ...before, ['IDAT', deflateSync(Buffer.from(rows.flat()))] as const].map(framed),
    framed(['IEND', []]),
  ]);
}

function framed([type, body]: Chunk): Buffer {
  const named = Buffer.concat([Buffer.from(type), Buffer.from(body)]);
  const chunk = Buffer.alloc(named.length + 8);
  chunk.writeUInt32BE(body.length, 0);
  named.copy(chunk, 4);
  chunk.writeUInt32BE(checksum(named), named.length + 4);
  return chunk;
}

const palette: Chunk = ['PLTE', Array.from({ length: 768 }, (_none, at) => (at * 37 + (at >> 3)) % 256)];
const shades: Chunk = ['tRNS', Array.from({ length: 256 }, (_none, at) => (at % 2 === 0 ? 255 : 0))];
const gamma: Chunk = ['gAMA', [0, 0, 0xb1, 0x8f]];

/** Red, green, blue and alpha, where something is seen; a canvas keeps no colour where nothing is. */
const seen = (pixels: readonly number[]): number[] =>
  pixels.map((part, at) => (pixels[at - (at % 4) + 3] === 0 ? 0 : part));

async function byCanvas(bytes: Uint8Array): Promise<number[]> {
  const context = createCanvas(size.width, size.height).getContext('2d');
  context.drawImage(await loadImage(Buffer.from(bytes)), 0, 0);
  return [...context.getImageData(0, 0, size.width, size.height).data];
}

function byStrips(bytes: Uint8Array): number[] {
  const pixels: number[] = [];
  for (const { data } of pngStrips(bytes)!.strips) pixels.push(...data);
  return pixels;
}

describe('a plain PNG that is read without a canvas', () => {
  it.each([
    ['grey', png(0, 1)],
    ['red, green and blue', png(2, 3)],
    ['a palette', png(3, 1, [palette])],
    ['a palette with what is not seen', png(3, 1, [palette, shades])],
  ])('has the pixels that the canvas sees: %s', async (_name, bytes) => {
    expect(seen(byStrips(bytes))).toEqual(seen(await byCanvas(bytes)));
  });

  it('keeps alpha as it stands in the file', () => {
    const [first, second] = [byStrips(png(6, 4)), byStrips(png(4, 2))];
    expect(first.slice(0, 8)).toEqual([0, 7, 14, 21, 28, 35, 42, 49]);
    expect(second.slice(0, 8)).toEqual([0, 0, 0, 7, 14, 14, 14, 21]);
  });

  it('says which colours of its palette it uses, and nothing where something is seen through', () => {
    const [opaque, clear] = [pngStrips(png(3, 1, [palette]))!, pngStrips(png(3, 1, [palette, shades]))!];
    for (const { strips } of [opaque, clear]) expect([...strips]).toHaveLength(2);
    expect(opaque.palette!()).toContain(0x00254a);
    expect(opaque.palette!()!.length).toBeLessThanOrEqual(256);
    expect(clear.palette!()).toBeNull();
  });

  it.each([
    ['16 bits a sample', png(2, 3, [], 16)],
    ['interlaced', png(2, 3, [], 8, 1)],
    ['a gamma of its own', png(2, 3, [gamma])],
    ['one colour that is not seen', png(2, 3, [['tRNS', [0, 0, 0, 7, 0, 14]]])],
    ['too few rows', Buffer.concat([png(2, 3).subarray(0, 20), Buffer.from([0, 0, 0, 99]), png(2, 3).subarray(24)])],
  ])('is left to the canvas where it is not plain: %s', (_name, bytes) => {
    expect(pngStrips(bytes)).toBeNull();
  });
});
