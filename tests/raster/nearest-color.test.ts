import { describe, expect, it } from 'vitest';
import { NearestColor } from '../../src/raster/nearest-color.js';

const any = (seed: number): number => (Math.imul(seed, 0x9e3779b1) ^ Math.imul(seed + 7, 0x85ebca6b)) & 0xffffff;
const parts = (color: number): readonly [number, number, number] => [color >> 16, (color >> 8) & 255, color & 255];

function byTrying(palette: readonly number[], color: number): number {
  const distances = palette.map((candidate) =>
    parts(candidate).reduce((sum, part, at) => sum + (part - parts(color)[at]!) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

describe('the nearest colour of a palette', () => {
  it.each([1, 2, 7, 256])('is the one that trying all of them finds, of %i', (count) => {
    const palette = Array.from({ length: count }, (_none, at) => any(at + count));
    const nearest = new NearestColor(palette);
    const colors = [0, 0xffffff, 0xff0000, ...palette, ...Array.from({ length: 3000 }, (_none, at) => any(at * 3))];
    expect(colors.map((color) => nearest.of(color))).toEqual(colors.map((color) => byTrying(palette, color)));
  });

  it('is the first of those that are equally near', () => {
    expect(new NearestColor([0x000010, 0x000000, 0x000010]).of(0x000008)).toBe(0);
  });
});
