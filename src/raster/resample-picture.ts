/** A picture with fewer pixels, for a place where more are not seen. The same bytes and size give the same bytes. */
import type { PictureThread } from '../model/pictures/shrink-png.js';
import { averageArea, type PictureStrips, type PixelStrip } from './average-area.js';
import { jpegFacts } from './jpeg-facts.js';
import { loadCanvas } from './load-canvas.js';
import { shrinkPng, shrinkStrips } from './shrink-png.js';

export interface PictureBytes {
  readonly format: 'png' | 'jpeg';
  readonly bytes: Uint8Array;
}

/** JPEG quality, 1 to 100: what nobody tells from the original at the size it is printed. */
const jpegQuality = 90;

/**
 * The picture in `width` × `height` pixels. A JPEG stays one; a PNG becomes one where it is a photograph without alpha,
 * and stays lossless otherwise, in the colours of its palette where it had few. A JPEG comes out upright and in the
 * colours of a screen, as a PDF/A with an sRGB intent asks, whatever its camera or its press said. Null where that is
 * no gain: the bytes would not be fewer, and it was upright and RGB already.
 */
export async function resamplePicture(
  { format, bytes }: PictureBytes,
  width: number,
  height: number,
  shrink: PictureThread['shrink'] = () => Promise.resolve(null),
): Promise<PictureBytes | null> {
  const smallest =
    format === 'jpeg'
      ? encodeJpeg(await readByCanvas(bytes, width, height), width, height)
      : await shrinkAnyPng(bytes, width, height, shrink);
  return smallest.bytes.length < bytes.length || needsRedrawing({ format, bytes }) ? smallest : null;
}

async function shrinkAnyPng(
  bytes: Uint8Array,
  width: number,
  height: number,
  shrink: PictureThread['shrink'],
): Promise<PictureBytes> {
  const asked = { bytes, width, height };
  const shrunk =
    (await shrink(asked)) ?? shrinkPng(asked) ?? shrinkStrips(await canvasStrips(bytes), { width, height });
  return shrunk.photograph === null
    ? { format: 'png', bytes: shrunk.bytes }
    : encodeJpeg(shrunk.photograph, width, height);
}

/** Whether the picture cannot stand in a file as it is: it lies on its side, or its colours are a press's. */
export function needsRedrawing({ format, bytes }: PictureBytes): boolean {
  if (format !== 'jpeg') return false;
  const { orientation, isCmyk } = jpegFacts(bytes);
  return orientation !== 1 || isCmyk;
}

async function readByCanvas(bytes: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const { size, strips } = await canvasStrips(bytes);
  const average = averageArea(size, { width, height });
  for (const strip of strips) average.add(strip);
  return average.pixels();
}

/** Pixels taken from the canvas at once. */
const stripPixels = 1024 * 1024;

/** Any picture by the canvas' decoder, which turns it as its camera says. */
async function canvasStrips(bytes: Uint8Array): Promise<PictureStrips> {
  const { createCanvas, loadImage } = loadCanvas();
  const image = await loadImage(Buffer.from(bytes));
  const { width, height } = image;
  const stripHeight = Math.min(height, Math.max(1, Math.floor(stripPixels / width)));
  function* strips(): Iterable<PixelStrip> {
    const context = createCanvas(width, stripHeight).getContext('2d');
    for (let top = 0; top < height; top += stripHeight) {
      const lines = Math.min(stripHeight, height - top);
      context.clearRect(0, 0, width, stripHeight);
      context.drawImage(image, 0, -top);
      yield { lines, data: context.getImageData(0, 0, width, lines).data };
    }
  }
  return { size: { width, height }, strips: strips() };
}

function encodeJpeg(data: Uint8Array, width: number, height: number): PictureBytes {
  const { createCanvas, ImageData } = loadCanvas();
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').putImageData(new ImageData(Uint8ClampedArray.from(data), width, height), 0, 0);
  return { format: 'jpeg', bytes: new Uint8Array(canvas.toBuffer('image/jpeg', jpegQuality)) };
}
