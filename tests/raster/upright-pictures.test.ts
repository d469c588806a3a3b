import canvas from 'canvas';
import { describe, expect, it } from 'vitest';
import { jpegFacts } from '../../src/raster/jpeg-facts.js';
import { resamplePicture } from '../../src/raster/resample-picture.js';
import { readPictureHeader } from '../../src/read/report/picture-header.js';

/** Red on the left, blue on the right. */
const lying = (): Buffer => {
  const drawn = canvas.createCanvas(40, 20);
  const context = drawn.getContext('2d');
  context.fillStyle = '#f00';
  context.fillRect(0, 0, 20, 20);
  context.fillStyle = '#00f';
  context.fillRect(20, 0, 20, 20);
  return drawn.toBuffer('image/jpeg', 95 as never);
};

/** With a note of the camera that says how it was held. */
const turned = (orientation: number, little = false): Uint8Array => {
  const jpeg = lying();
  const short = (value: number): number[] => (little ? [value & 255, value >> 8] : [value >> 8, value & 255]);
  const long = (value: number): number[] => (little ? [value, 0, 0, 0] : [0, 0, 0, value]);
  const tiff = [
    ...(little ? [0x49, 0x49] : [0x4d, 0x4d]),
    ...short(42),
    ...long(8),
    ...short(1),
    ...short(0x0112),
    ...short(3),
    ...long(1),
    ...short(orientation),
    0,
    0,
    ...long(0),
  ];
  const content = [...new TextEncoder().encode('Exif\0\0'), ...tiff];
  return Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, 0xe1, 0, content.length + 2, ...content]),
    jpeg.subarray(2),
  ]);
};

const pixel = async (bytes: Uint8Array, x: number, y: number): Promise<readonly number[]> => {
  const image = await canvas.loadImage(Buffer.from(bytes));
  const drawn = canvas.createCanvas(image.width, image.height);
  const context = drawn.getContext('2d');
  context.drawImage(image, 0, 0);
  return [...context.getImageData(x, y, 1, 1).data].slice(0, 3);
};

describe('a photograph that its camera stored lying', () => {
  it.each([
    [1, false, 40, 20],
    [3, false, 40, 20],
    [6, false, 20, 40],
    [6, true, 20, 40],
    [8, true, 20, 40],
  ])('has the size that is seen: turn %i', (orientation, little, width, height) => {
    expect(jpegFacts(turned(orientation, little))).toEqual({ orientation, isCmyk: false });
    expect(readPictureHeader(turned(orientation, little))).toEqual({ kind: 'jpeg', width, height });
  });

  it('is written upright, though it takes more bytes so', async () => {
    const upright = await resamplePicture({ format: 'jpeg', bytes: turned(6) }, 20, 40);
    expect(jpegFacts(upright!.bytes).orientation).toBe(1);
    const [red] = await pixel(upright!.bytes, 10, 4);
    const [, , blue] = await pixel(upright!.bytes, 10, 36);
    expect(red).toBeGreaterThan(200);
    expect(blue).toBeGreaterThan(200);
  });

  it.each([0, 9, 4711])('is upright where the turn is none: %i', (orientation) => {
    expect(jpegFacts(turned(orientation)).orientation).toBe(1);
  });
});

describe('a JPEG for a press', () => {
  it('is known by its four components', () => {
    const bytes = Buffer.from(lying());
    const frame = bytes.findIndex((byte, index) => byte === 0xff && bytes[index + 1] === 0xc0);
    bytes[frame + 9] = 4;
    expect(jpegFacts(bytes).isCmyk).toBe(true);
  });
});
