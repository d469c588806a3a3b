/**
 * A PNG that cannot go in as it is, laid upon its background: an alpha channel would cost a mask as large as the
 * picture.
 */
import { deflateSync, inflateSync } from 'node:zlib';
import type { Png } from '../../../raster/read-png.js';
import { unfilterRows } from '../../../raster/unfilter-rows.js';

/** @param background red, green and blue from 0 to 255. The result is 8-bit RGB. */
export function flattenPng(png: Png, background: readonly number[]): Png {
  const rows = inflateSync(png.data);
  const pixels = Buffer.alloc((png.width * 3 + 1) * png.height);
  let position = 0;
  for (const pass of png.interlaced ? interlacePasses : [wholePicture]) {
    const width = Math.ceil((png.width - pass.x) / pass.stepX);
    const height = Math.ceil((png.height - pass.y) / pass.stepY);
    if (width <= 0 || height <= 0) continue;
    const rowLength = Math.ceil((width * png.channels * png.bits) / 8);
    unfilterRows(
      rows.subarray(position, position + (rowLength + 1) * height),
      rowLength,
      height,
      Math.max(1, (png.channels * png.bits) >> 3),
    );
    for (let row = 0; row < height; row++) {
      const samples = rows.subarray(position + 1, position + 1 + rowLength);
      const target = (pass.y + row * pass.stepY) * (png.width * 3 + 1) + 1;
      blendRow(png, samples, width, background, pixels, target + pass.x * 3, pass.stepX * 3);
      position += rowLength + 1;
    }
  }
  return {
    ...png,
    bits: 8,
    channels: 3,
    palette: null,
    transparency: null,
    alpha: false,
    interlaced: false,
    data: deflateSync(pixels, { level: 5 }),
  };
}

interface Pass {
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
}
const wholePicture: Pass = { x: 0, y: 0, stepX: 1, stepY: 1 };
/** Adam7. */
const interlacePasses: readonly Pass[] = [
  { x: 0, y: 0, stepX: 8, stepY: 8 },
  { x: 4, y: 0, stepX: 8, stepY: 8 },
  { x: 0, y: 4, stepX: 4, stepY: 8 },
  { x: 2, y: 0, stepX: 4, stepY: 4 },
  { x: 0, y: 2, stepX: 2, stepY: 4 },
  { x: 1, y: 0, stepX: 2, stepY: 2 },
  { x: 0, y: 1, stepX: 1, stepY: 2 },
];

function blendRow(
  png: Png,
  samples: Buffer,
  width: number,
  background: readonly number[],
  pixels: Buffer,
  start: number,
  step: number,
): void {
  const { bits, channels, palette, transparency } = png;
  const most = 2 ** bits - 1;
  const sample = (index: number): number =>
    bits === 8
      ? samples[index]!
      : bits === 16
        ? samples.readUInt16BE(index * 2)
        : (samples[(index * bits) >> 3]! >> (8 - bits - ((index * bits) & 7))) & most;
  const colors = channels >= 3 ? 3 : 1;
  for (let column = 0; column < width; column++) {
    const at = column * channels;
    let alpha = 1;
    if (channels === 2 || channels === 4) alpha = sample(at + channels - 1) / most;
    else if (palette !== null) alpha = (transparency?.[sample(at)] ?? 255) / 255;
    else if (transparency !== null) alpha = isKeyColor(transparency, colors, (color) => sample(at + color)) ? 0 : 1;
    for (let color = 0; color < 3; color++) {
      const value =
        palette !== null ? palette[sample(at) * 3 + color]! : (sample(at + (colors === 3 ? color : 0)) * 255) / most;
      pixels[start + column * step + color] = Math.round(value * alpha + background[color]! * (1 - alpha));
    }
  }
}

function isKeyColor(transparency: Uint8Array, colors: number, sample: (color: number) => number): boolean {
  for (let color = 0; color < colors; color++) {
    if (((transparency[color * 2]! << 8) | transparency[color * 2 + 1]!) !== sample(color)) return false;
  }
  return true;
}
