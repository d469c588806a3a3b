/** A plain PNG in fewer pixels, without a canvas. */
import type { PngToShrink, ShrunkPng } from '../model/pictures/shrink-png.js';
import { averageArea, type PictureStrips, type Size } from './average-area.js';
import { encodeIndexedPng, encodePng } from './encode-png.js';
import { pngStrips } from './png-strips.js';
import { ColorCount, isOpaque, snapToColors } from './reduce-colors.js';

/** A lossless pixel of flat colours takes less than this many bytes, one of a photograph more. */
const photographicBytes = 1;

/** Null for a PNG that only a canvas can read. */
export function shrinkPng({ bytes, width, height }: PngToShrink): ShrunkPng | null {
  const strips = pngStrips(bytes);
  return strips && shrinkStrips(strips, { width, height });
}

/**
 * In its own colours where they are few. It is read strip by strip: decoded, a large picture fills memory once, not six
 * times.
 */
export function shrinkStrips(picture: PictureStrips, size: Size): ShrunkPng {
  const count = picture.palette === undefined ? new ColorCount() : null;
  const average = averageArea(picture.size, size);
  for (const strip of picture.strips) {
    average.add(strip);
    count?.add(strip.data);
  }
  const [pixels, colors] = [average.pixels(), count?.colors ?? picture.palette?.() ?? null];
  const { width, height } = size;
  const bytes =
    colors === null
      ? encodePng(pixels, width, height, 'best')
      : encodeIndexedPng(snapToColors(pixels, colors), width, height);
  const isPhotograph = bytes.length > width * height * photographicBytes && isOpaque(pixels);
  return { bytes, photograph: isPhotograph ? pixels : null };
}
