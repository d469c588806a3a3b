/** A picture with fewer pixels, for a place where more are not seen. The same bytes and size give the same bytes. */
import { averageArea } from './average-area.js';
import { encodePng } from './encode-png.js';
import { loadCanvas } from './load-canvas.js';

export interface PictureBytes { readonly format: 'png' | 'jpeg'; readonly bytes: Uint8Array }

/** Of a hundred: what nobody tells from the original at the size it is printed. */
const jpegQuality = 90;

/** A lossless pixel of flat colours takes less than this many bytes, one of a photograph more. */
const photographicBytes = 1;

/**
 * The picture in `width` × `height` pixels. A JPEG stays one; a PNG becomes one where it is a photograph without alpha, and stays lossless otherwise.
 * Null where that is no gain: the bytes would not be fewer, or its colours are for a press (CMYK), which a canvas would turn into those of a screen.
 */
export async function resamplePicture({ format, bytes }: PictureBytes, width: number, height: number): Promise<PictureBytes | null> {
  const read = format === 'jpeg' ? withoutExif(bytes) : bytes;
  if (read === null) return null;
  const { createCanvas, loadImage, ImageData } = loadCanvas();
  const image = await loadImage(Buffer.from(read));
  const whole = createCanvas(image.width, image.height).getContext('2d');
  whole.drawImage(image, 0, 0);
  const { data } = whole.getImageData(0, 0, image.width, image.height);
  const averaged = averageArea({ width: image.width, height: image.height, data }, width, height);
  const asJpeg = (): PictureBytes => {
    const canvas = createCanvas(width, height);
    canvas.getContext('2d').putImageData(new ImageData(Uint8ClampedArray.from(averaged.data), width, height), 0, 0);
    return { format: 'jpeg', bytes: new Uint8Array(canvas.toBuffer('image/jpeg', jpegQuality)) };
  };
  const lossless = (): PictureBytes => ({ format: 'png', bytes: encodePng(averaged.data, width, height, 'best') });
  const made = format === 'jpeg' ? asJpeg() : lossless();
  const photographic = made.format === 'png' && made.bytes.length > width * height * photographicBytes && isOpaque(averaged.data);
  const smallest = photographic ? asJpeg() : made;
  return smallest.bytes.length < bytes.length ? smallest : null;
}

function isOpaque(pixels: Uint8Array | Uint8ClampedArray): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return false;
  return true;
}

/** A JPEG (ITU-T T.81) without its camera's notes: a canvas would turn the picture as they say, where a PDF shows it as it is stored. Null for CMYK. */
function withoutExif(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = bytes[at + 1]!;
    // The scan: from here on there is no segment to leave out.
    if (bytes[at] !== 0xff || marker === 0xda) return Buffer.concat([...kept, bytes.subarray(at)]);
    const end = at + 2 + (bytes[at + 2]! << 8 | bytes[at + 3]!);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame && bytes[at + 9] === 4) return null;
    if (marker !== 0xe1) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return bytes;
}
