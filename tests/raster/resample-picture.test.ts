import { createCanvas, loadImage } from 'canvas';
import { describe, expect, it } from 'vitest';
import { encodePng } from '../../src/raster/encode-png.js';
import { resamplePicture } from '../../src/raster/resample-picture.js';

type Rgba = readonly [number, number, number, number];

const paint = (width: number, height: number, colorAt: (x: number, y: number) => Rgba): Uint8Array => {
  const pixels = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) pixels.set(colorAt(x, y), (y * width + x) * 4);
  return encodePng(pixels, width, height, 'best');
};

async function pixelsOf(
  bytes: Uint8Array,
): Promise<{ width: number; height: number; at: (x: number, y: number) => number[] }> {
  const image = await loadImage(Buffer.from(bytes));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return { width: image.width, height: image.height, at: (x, y) => [...context.getImageData(x, y, 1, 1).data] };
}

const colorType = (png: Uint8Array): number => png[25]!;
/** Neither flat nor repeating: as a photograph has it. */
const noise = (x: number, y: number): Rgba => [
  (x * 7919 + y * 104_729 + x * y * 31) % 251,
  (x * 6101 + y * 8887 + x * x * 17) % 241,
  (x * 3571 + y * 9973 + y * y * 13) % 239,
  255,
];

describe('a picture that is made smaller', () => {
  it('keeps to the colours of a flat drawing, its edges where they were', async () => {
    const flat = paint(600, 400, (x, y) =>
      x < 300 ? [23, 107, 107, 255] : (x + y) % 7 === 0 ? [250, 240, 220, 255] : [200, 80, 40, 255],
    );
    const made = (await resamplePicture({ format: 'png', bytes: flat }, 150, 100))!;
    expect([made.format, colorType(made.bytes)]).toEqual(['png', 3]);
    const { width, height, at } = await pixelsOf(made.bytes);
    expect([width, height]).toEqual([150, 100]);
    expect([at(0, 50), at(74, 50)]).toEqual([
      [23, 107, 107, 255],
      [23, 107, 107, 255],
    ]);
    expect(at(75, 50)[0]).toBeGreaterThan(150);
  });

  it('takes the mean of what each pixel covers, so that nothing rings', async () => {
    const steps = paint(512, 512, (x, y) => {
      const [red, green] = noise(x, y);
      return [x < 256 ? red % 32 : 200 + (red % 32), x < 256 ? green % 32 : 200, x < 256 ? 16 : 216, 255];
    });
    const { at } = await pixelsOf((await resamplePicture({ format: 'png', bytes: steps }, 128, 128))!.bytes);
    for (const x of [62, 63])
      expect(Math.max(...at(x, 60).slice(0, 3)), 'no darker or lighter than both sides').toBeLessThan(40);
    for (const x of [64, 65]) expect(Math.min(...at(x, 60).slice(0, 3))).toBeGreaterThan(195);
  });

  it('lets colours count as much as they are seen, and keeps what is seen through', async () => {
    const clear = paint(400, 400, (x, y) =>
      (x + y) % 2 === 0 ? [255, 0, 0, 255] : [(x * 13) % 251, 255, (y * 17) % 251, 0],
    );
    const made = (await resamplePicture({ format: 'png', bytes: clear }, 100, 100))!;
    const [red, green, , alpha] = (await pixelsOf(made.bytes)).at(50, 50);
    expect([made.format, red, green]).toEqual(['png', 255, 0]);
    expect(alpha).toBeCloseTo(128, -1);
  });

  it('becomes a JPEG where it is a photograph, and only there', async () => {
    const made = (await resamplePicture({ format: 'png', bytes: paint(400, 300, noise) }, 200, 150))!;
    expect(made.format).toBe('jpeg');
    expect(await pixelsOf(made.bytes)).toMatchObject({ width: 200, height: 150 });
  });

  it('is left as it was where that would save nothing', async () => {
    const even = paint(300, 300, () => [10, 20, 30, 255]);
    expect(await resamplePicture({ format: 'png', bytes: even.slice() }, 299, 299)).toBeNull();
  });

  it('gives the same bytes for the same picture', async () => {
    const once = async () => (await resamplePicture({ format: 'png', bytes: paint(300, 200, noise) }, 100, 67))!.bytes;
    expect(Buffer.compare(await once(), await once())).toBe(0);
  });
});

describe('a JPEG that is made smaller', () => {
  const jpeg = (): Buffer => {
    const canvas = createCanvas(400, 200);
    const context = canvas.getContext('2d');
    context.fillStyle = '#cc2222';
    context.fillRect(0, 0, 400, 200);
    context.fillStyle = '#2222cc';
    context.fillRect(0, 0, 100, 200);
    return canvas.toBuffer('image/jpeg', 98);
  };

  it('stands upright, as its camera noted', async () => {
    // Exif with the orientation 6: a quarter turn to the right.
    const note = Buffer.from('ffe1002245786966000049492a0008000000010012010300010000000600000000000000', 'hex');
    const bytes = jpeg();
    const made = (await resamplePicture(
      { format: 'jpeg', bytes: new Uint8Array(Buffer.concat([bytes.subarray(0, 2), note, bytes.subarray(2)])) },
      50,
      100,
    ))!;
    const { width, height, at } = await pixelsOf(made.bytes);
    expect([made.format, width, height]).toEqual(['jpeg', 50, 100]);
    expect(at(25, 5)[2]).toBeGreaterThan(180);
    expect(at(25, 90)[0]).toBeGreaterThan(180);
  });
});
