import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawRaster } from '../../src/charts/raster.js';
import { fonts, oneOfEach, theme } from './sample-charts.js';

const size = { width: 300, height: 200 };
const picture = (): Promise<Uint8Array> => drawRaster(oneOfEach['polar-area'], { size, theme, fonts, fontSize: 10 }, 2);

/** The colours of an unfiltered RGB picture, by pixel. */
function pixelsOf(png: Uint8Array): {
  readonly width: number;
  readonly height: number;
  at(x: number, y: number): string;
} {
  const buffer = Buffer.from(png);
  const [width, height] = [buffer.readUInt32BE(16), buffer.readUInt32BE(20)];
  const data: Buffer[] = [];
  for (let at = 8; at < buffer.length; at += buffer.readUInt32BE(at) + 12) {
    if (buffer.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(buffer.subarray(at + 8, at + 8 + buffer.readUInt32BE(at)));
  }
  const rows = inflateSync(Buffer.concat(data));
  const stride = width * 3 + 1;
  // Each row holds its difference from the one above.
  for (let row = 1; row < height; row++)
    for (let byte = 1; byte < stride; byte++)
      rows[row * stride + byte] = rows[row * stride + byte]! + rows[(row - 1) * stride + byte]!;
  return { width, height, at: (x, y) => rows.toString('hex', y * stride + 1 + x * 3, y * stride + 4 + x * 3) };
}

describe('a raster chart', () => {
  it('is a PNG in RGB, without alpha, as many pixels as asked', async () => {
    const png = Buffer.from(await picture());
    expect([png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]]).toEqual([600, 400, 8, 2]);
  });

  it("stands on the page's colour and shows its slices and letters", async () => {
    const { at, width, height } = pixelsOf(await picture());
    const seen = new Map<string, number>();
    for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) seen.set(at(x, y), (seen.get(at(x, y)) ?? 0) + 1);
    expect(at(0, 0)).toBe('ffffff');
    expect(seen.get(theme.colors.accent1.toLowerCase())).toBeGreaterThan(1000);
    // Ink of the labels, in the colour of text.
    expect(seen.get(theme.colors.dk1.toLowerCase())).toBeGreaterThan(100);
  });

  it('has the same bytes each time', async () => {
    expect(Buffer.compare(await picture(), await picture())).toBe(0);
  });
}, 30_000);
