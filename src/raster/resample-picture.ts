/** A picture with fewer pixels, for a place where more are not seen. The same bytes and size give the same bytes. */
import { averageArea, type PictureStrips, type PixelStrip, type Size } from './average-area.js';
import { encodeIndexedPng, encodePng } from './encode-png.js';
import { jpegFacts } from './jpeg-facts.js';
import { loadCanvas } from './load-canvas.js';
import { pngStrips } from './png-strips.js';
import { ColorCount, isOpaque, snapToColors } from './reduce-colors.js';

export interface PictureBytes {
  readonly format: 'png' | 'jpeg';
  readonly bytes: Uint8Array;
}

/** JPEG quality, 1 to 100: what nobody tells from the original at the size it is printed. */
const jpegQuality = 90;

/** A lossless pixel of flat colours takes less than this many bytes, one of a photograph more. */
const photographicBytes = 1;

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
): Promise<PictureBytes | null> {
  const { data, colors } = await readSmaller({ format, bytes }, { width, height });
  const made = format === 'jpeg' ? encodeJpeg(data, width, height) : encodeLossless(data, colors, width, height);
  const photographic =
    made.format === 'png' && made.bytes.length > width * height * photographicBytes && isOpaque(data);
  const smallest = photographic ? encodeJpeg(data, width, height) : made;
  return smallest.bytes.length < bytes.length || needsRedrawing({ format, bytes }) ? smallest : null;
}

/** Whether the picture cannot stand in a file as it is: it lies on its side, or its colours are a press's. */
export function needsRedrawing({ format, bytes }: PictureBytes): boolean {
  if (format !== 'jpeg') return false;
  const { orientation, isCmyk } = jpegFacts(bytes);
  return orientation !== 1 || isCmyk;
}

/**
 * The picture in fewer pixels, and its own colours where they are few. It is read strip by strip: decoded, a large
 * picture fills memory once, not six times.
 */
async function readSmaller(
  { format, bytes }: PictureBytes,
  size: Size,
): Promise<{ readonly data: Uint8Array; readonly colors: readonly number[] | null }> {
  const picture = (format === 'png' ? pngStrips(bytes) : null) ?? (await canvasStrips(bytes));
  const average = averageArea(picture.size, size);
  const count = format === 'png' && picture.palette === undefined ? new ColorCount() : null;
  for (const strip of picture.strips) {
    average.add(strip);
    count?.add(strip.data);
  }
  return { data: average.pixels(), colors: count?.colors ?? picture.palette?.() ?? null };
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

function encodeLossless(
  data: Uint8Array,
  colors: readonly number[] | null,
  width: number,
  height: number,
): PictureBytes {
  return {
    format: 'png',
    bytes:
      colors === null
        ? encodePng(data, width, height, 'best')
        : encodeIndexedPng(snapToColors(data, colors), width, height),
  };
}

function encodeJpeg(data: Uint8Array, width: number, height: number): PictureBytes {
  const { createCanvas, ImageData } = loadCanvas();
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').putImageData(new ImageData(Uint8ClampedArray.from(data), width, height), 0, 0);
  return { format: 'jpeg', bytes: new Uint8Array(canvas.toBuffer('image/jpeg', jpegQuality)) };
}
