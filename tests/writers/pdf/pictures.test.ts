import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { flattenPng } from '../../../src/writers/pdf/images/flatten-png.js';
import { readPng, type Png } from '../../../src/raster/read-png.js';
import { inflateSync } from 'node:zlib';
import { writePdf } from '../../../src/writers/pdf/write-pdf.js';
import { readPdf } from '../../readers/read-pdf.js';
import { objectsOf } from '../../readers/pdf-objects-of.js';
import { collectingContext, makePng, node, page, pageSet, picture } from './sample-pages.js';

const white = [255, 255, 255];

/** The rows of a PNG by hand: each with its filter byte. */
const png = (change: Partial<Png>, ...rows: readonly (readonly number[])[]): Png => ({
  width: 2,
  height: rows.length,
  bits: 8,
  channels: 3,
  palette: null,
  alpha: false,
  transparency: null,
  interlaced: false,
  ownColors: false,
  data: deflateSync(Buffer.from(rows.flat())),
  ...change,
});
const pixels = (flat: Png): number[] => [...inflateSync(flat.data)];

describe('a PNG that is laid upon its background', () => {
  it('blends an alpha channel', () => {
    expect(pixels(flattenPng(png({ channels: 4, alpha: true }, [0, 200, 40, 40, 255, 0, 0, 0, 0]), white))).toEqual([
      0, 200, 40, 40, 255, 255, 255,
    ]);
    expect(pixels(flattenPng(png({ channels: 2, alpha: true }, [0, 0, 0, 100, 255]), [10, 20, 30]))).toEqual([
      0, 10, 20, 30, 100, 100, 100,
    ]);
  });

  it('undoes each filter of its rows', () => {
    const rows = [
      [1, 10, 20, 30, 5, 5, 5],
      [2, 1, 1, 1, 1, 1, 1],
      [3, 10, 10, 10, 0, 0, 0],
      [4, 0, 0, 0, 1, 1, 1],
    ];
    expect(pixels(flattenPng(png({ alpha: true }, ...rows), white))).toEqual([
      0, 10, 20, 30, 15, 25, 35, 0, 11, 21, 31, 16, 26, 36, 0, 15, 20, 25, 15, 23, 30, 0, 15, 20, 25, 16, 24, 31,
    ]);
  });

  it('looks colours up in a palette, each with its own alpha', () => {
    const indexed = png(
      {
        bits: 1,
        channels: 1,
        palette: Buffer.from([9, 9, 9, 200, 100, 0]),
        transparency: Buffer.from([0]),
        alpha: true,
      },
      [0, 0b01000000],
    );
    expect(pixels(flattenPng(indexed, white))).toEqual([0, 255, 255, 255, 200, 100, 0]);
  });

  it('halves 16-bit samples and sorts interlaced ones', () => {
    expect(pixels(flattenPng(png({ bits: 16, channels: 1 }, [0, 255, 255, 0, 0]), white))).toEqual([
      0, 255, 255, 255, 0, 0, 0,
    ]);
    const interlaced = png({ width: 2, height: 2, channels: 1, interlaced: true }, [0, 1], [0, 2], [0, 3, 4]);
    expect(pixels(flattenPng({ ...interlaced, height: 2 }, white))).toEqual([0, 1, 1, 1, 2, 2, 2, 0, 3, 3, 3, 4, 4, 4]);
  });
});

describe('a picture in a PDF', () => {
  const shown = (bytes: Uint8Array, count: number) =>
    pageSet(
      [
        page(
          '1',
          ...Array.from({ length: count }, (_, index) => ({
            kind: 'picture' as const,
            box: { x: 50, y: 50 + index * 120, width: 200, height: 100 },
            name: 'picture',
            tag: 1,
            picture: picture(bytes),
            crop: { x: 0, y: 0, width: 1, height: 1 },
          })),
        ),
      ],
      [node('Document', null), node('Figure', 0, { alt: '湾' })],
    );

  it('goes in as it is when it is opaque, and once however often it is shown', async () => {
    const bytes = makePng(300, 150, false);
    const written = await writePdf(shown(bytes, 3), collectingContext());
    expect(objectsOf(written).match(/\/Subtype \/Image/g)).toHaveLength(1);
    expect(Buffer.from(written).includes(Buffer.from(readPng(bytes).data))).toBe(true);
    expect((await (await readPdf(written)).render(0)).inked).toBeCloseTo((3 * 200 * 100) / (595 * 842), 2);
  });

  it('has no mask where it was transparent', async () => {
    const written = await writePdf(shown(makePng(300, 150, true), 1), collectingContext());
    expect(objectsOf(written)).not.toContain('SMask');
    expect((await (await readPdf(written)).render(0)).inked).toBeCloseTo((200 * 100) / (595 * 842), 2);
  });

  it('embeds a JPEG untouched', async () => {
    const { createCanvas } = await import('canvas');
    const canvas = createCanvas(40, 20);
    canvas.getContext('2d').fillRect(0, 0, 40, 20);
    const bytes = new Uint8Array(canvas.toBuffer('image/jpeg'));
    const written = await writePdf(shown(bytes, 1), collectingContext());
    expect(Buffer.from(written).includes(Buffer.from(bytes))).toBe(true);
    expect((await (await readPdf(written)).render(0)).inked).toBeGreaterThan(0.03);
  });
});
