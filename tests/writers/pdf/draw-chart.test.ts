import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Chart } from '../../../src/model/chart.js';
import type { Drawing, DrawingOperation, Paint, PathStep } from '../../../src/model/drawing.js';
import type { PageSet } from '../../../src/model/page.js';
import { drawVector } from '../../../src/charts/vector.js';
import { writePdf } from '../../../src/writers/pdf/write-pdf.js';
import { allNodes, readPdf, type PdfContent } from '../../readers/read-pdf.js';
import { objectsOf } from '../../readers/pdf-objects-of.js';
import { collectingContext, makePng, node, page, pageSet } from './sample-pages.js';

vi.mock('../../../src/charts/vector.js', () => ({ drawVector: vi.fn() }));
afterEach(() => {
  vi.mocked(drawVector).mockReset();
});

const chart = { id: 'growth', kind: 'bar', title: '增速', categories: [], series: [], alt: '增速' } as unknown as Chart;
const box = { x: 100, y: 100, width: 200, height: 100 };
const pages: PageSet = pageSet(
  [page('1', { kind: 'chart', box, name: 'chart', tag: 1, chart, fontSize: 9 })],
  [node('Document', null), node('Figure', 0, { alt: '工业增长8.1%' })],
);

async function writeDrawing(
  ...operations: readonly DrawingOperation[]
): Promise<{ bytes: Uint8Array; pdf: PdfContent }> {
  vi.mocked(drawVector).mockReturnValue({ size: box, operations } satisfies Drawing);
  const bytes = await writePdf(pages, collectingContext());
  return { bytes, pdf: await readPdf(bytes) };
}

const square = (x: number, y: number, side: number): PathStep[] => [
  ['M', x, y],
  ['L', x + side, y],
  ['L', x + side, y + side],
  ['L', x, y + side],
  ['Z'],
];
const solid = (hex: string, alpha = 1): Paint => ({ kind: 'solid', hex, alpha });
const fill = (path: readonly PathStep[], paint: Paint): DrawingOperation => ({
  kind: 'fill',
  path,
  rule: 'nonzero',
  paint,
});
const stop = (offset: number, alpha: number) => ({ offset, hex: '#ff0000', alpha });
const label: DrawingOperation = {
  kind: 'text',
  text: '8.1%',
  x: 20,
  y: 40,
  size: 9,
  bold: true,
  paint: solid('#1a1a1a'),
  letterSpacing: 0,
};

describe('a chart in a PDF', () => {
  it('is a figure with words and box, its labels text at their place', async () => {
    const { pdf } = await writeDrawing(fill(square(0, 0, 50), solid('#0f6e5c')), label);
    const figure = allNodes(pdf.pages[0]!.structure).find(({ role }) => role === 'Figure')!;
    expect([figure.alt, figure.text]).toEqual(['工业增长8.1%', '8.1%']);
    expect(figure.bbox).toEqual([100, 842 - 200, 300, 842 - 100]);
    const piece = pdf.pages[0]!.pieces[0]!;
    expect([piece.x, piece.y]).toEqual([120, expect.closeTo(140, 1)]);
  });

  it('moves its labels with the transform that holds, and back', async () => {
    const { pdf } = await writeDrawing(
      { kind: 'save' },
      { kind: 'transform', matrix: [1, 0, 0, 1, 30, 10] },
      label,
      { kind: 'restore' },
      label,
    );
    expect(
      pdf.pages[0]!.pieces.filter(({ text }) => text.trim() !== '').map(({ x, y }) => [Math.round(x), Math.round(y)]),
    ).toEqual([
      [150, 150],
      [120, 140],
    ]);
  });

  it('outlines letters with a line as wide as asked, and fills those that follow', async () => {
    const inked = async (...operations: readonly DrawingOperation[]): Promise<number> =>
      (await (await writeDrawing(...operations)).pdf.render(0)).inked;
    const [filled, outlined] = [await inked(label), await inked({ ...label, outline: 2 })];
    expect(outlined).toBeGreaterThan(filled * 1.2);
    expect(await inked({ ...label, outline: 2 }, { ...label, y: 80 })).toBeCloseTo(filled + outlined, 5);
  });

  it('draws nothing outside its box', async () => {
    const { pdf } = await writeDrawing(fill(square(-100, -100, 900), solid('#ff0000')));
    expect((await pdf.render(0)).inked).toBeCloseTo((200 * 100) / (595 * 842), 2);
  });

  it('fills with a gradient as a shading', async () => {
    const { bytes, pdf } = await writeDrawing(
      fill(square(0, 0, 100), {
        kind: 'linear',
        from: [0, 0],
        to: [0, 100],
        stops: [stop(0, 1), stop(0.5, 1), stop(1, 1)],
      }),
    );
    expect(objectsOf(bytes)).toContain('/ShadingType 2');
    expect((await pdf.render(0)).inked).toBeCloseTo((100 * 100) / (595 * 842), 2);
  });

  it('fades a gradient out with a soft mask', async () => {
    const { bytes, pdf } = await writeDrawing(
      fill(square(0, 0, 100), { kind: 'radial', from: [50, 50, 0], to: [50, 50, 50], stops: [stop(0, 1), stop(1, 0)] }),
    );
    expect(objectsOf(bytes)).toMatch(/\/SMask <<\/S \/Luminosity/);
    expect(objectsOf(bytes)).toMatch(/\/ColorSpace \/DeviceGray [^>]*\/C0 \[1\] \/C1 \[0\]/);
    // pdfjs-dist fills the whole square in Node; poppler and mutool fade it.
    expect((await pdf.render(0)).inked).toBeGreaterThan(0.008);
  });

  it('draws see-through fills, dashed lines, clips and pictures', async () => {
    const { bytes, pdf } = await writeDrawing(
      fill(square(0, 0, 20), solid('#0f6e5c', 0.4)),
      {
        kind: 'stroke',
        path: [
          ['M', 0, 50],
          ['L', 200, 50],
        ],
        paint: solid('#0f6e5c'),
        width: 1,
        cap: 'round',
        join: 'round',
        miterLimit: 10,
        dash: [3, 2],
        dashOffset: 0,
      },
      { kind: 'clip', path: square(60, 60, 30), rule: 'evenodd' },
      { kind: 'image', png: makePng(8, 8, true), x: 50, y: 50, width: 100, height: 50 },
    );
    expect(objectsOf(bytes)).toContain('/ca 0.4');
    const inked = (await pdf.render(0)).inked * 595 * 842;
    expect(inked).toBeGreaterThan(400 + 900 + 100);
    expect(inked).toBeLessThan(400 + 900 + 500);
  });
});
