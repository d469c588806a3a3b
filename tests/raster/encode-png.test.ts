import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodePng } from '../../src/raster/encode-png.js';
import { readPng } from '../../src/raster/read-png.js';

/** RGBA of no pattern, opaque. */
const noise = (width: number, height: number): Uint8Array => {
  let state = 1;
  return Uint8Array.from({ length: width * height * 4 }, (_none, index) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return index % 4 === 3 ? 255 : state >>> 24;
  });
};

/** The samples of a PNG whose rows are all under the filter `up` (ISO 15948, 9.2). */
function samplesUnderUp(png: Uint8Array): number[] {
  const { width, height, channels, data } = readPng(png);
  const rows = inflateSync(data);
  const length = width * channels;
  const samples: number[] = [];
  for (let line = 0; line < height; line++) {
    expect(rows[line * (length + 1)]).toBe(2);
    for (let at = 0; at < length; at++)
      samples.push((rows[line * (length + 1) + 1 + at]! + (samples[(line - 1) * length + at] ?? 0)) & 255);
  }
  return samples;
}

describe('the pixels of a drawn chart', () => {
  it.each([
    [1, 1],
    [5, 1],
    [1, 4],
    [13, 7],
  ])('come back from a PNG without alpha: %i by %i', (width, height) => {
    const pixels = noise(width, height);
    expect(samplesUnderUp(encodePng(pixels, width, height))).toEqual(
      [...pixels].filter((_sample, index) => index % 4 !== 3),
    );
  });
});
