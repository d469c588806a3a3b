/** Pages on pages: a handout's slides, a printer's sheets. */
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/model/length.js';
import type { PageItem, PageSet, PlacedPageItem } from '../../../src/model/page.js';
import { writePdf } from '../../../src/writers/pdf/write-pdf.js';
import { accessibilityFaults } from '../../readers/accessibility-faults.js';
import { contentOf } from '../../readers/page-content.js';
import { objectsOf } from '../../readers/pdf-objects-of.js';
import { allNodes, readPdf } from '../../readers/read-pdf.js';
import {
  collectingContext,
  node,
  page,
  pageSet,
  paragraph,
  run,
  samplePages,
  style,
  textItem,
} from './sample-pages.js';

const half = (document: PageSet, number: number, box: Box): PlacedPageItem => ({
  kind: 'page',
  page: document.pages[number]!,
  number,
  box,
  clip: box,
  name: `page ${number}`,
  tag: 'artifact',
});
const left = { x: 0, y: 100, width: 297.5, height: 421 };
const right = { x: 297.5, y: 100, width: 297.5, height: 421 };

/** Both pages of the sample on one sheet, the second on the left. */
const sheet = (): PageSet => {
  const sample = samplePages();
  return { ...sample, pages: [page('1', half(sample, 1, left), half(sample, 0, right))], outline: [] };
};

describe('a page on a page', () => {
  it('keeps its structure, read in the order of the document and not of the drawing', async () => {
    const bytes = await writePdf(sheet(), collectingContext());
    const whole = await readPdf(await writePdf(samplePages(), collectingContext()));
    const placed = await readPdf(bytes);
    expect(await accessibilityFaults(bytes)).toEqual([]);
    const withoutSpace = (text: string): string => text.replace(/\s/gu, '');
    const wholeText = whole.pages.flatMap(({ structure }) => allNodes(structure)).map(({ text }) => withoutSpace(text));
    for (const text of allNodes(placed.pages[0]!.structure).map((each) => withoutSpace(each.text))) {
      // A paragraph that ran over two pages has become one.
      expect(wholeText.some((part) => part === text) || wholeText.join('').includes(text), text).toBe(true);
    }
    await Promise.all([whole.close(), placed.close()]);
  });

  it('is drawn small, its text and the boxes of its figures with it', async () => {
    const pdf = await readPdf(await writePdf(sheet(), collectingContext()));
    const [read] = pdf.pages;
    expect(new Set(read!.pieces.map(({ size }) => Math.round(size * 4) / 4))).not.toContain(10.5);
    expect(Math.min(...read!.pieces.map(({ size }) => size))).toBeCloseTo(5.25);
    const figure = allNodes(read!.structure).find(({ role }) => role === 'Figure')!;
    expect(figure.bbox!.map(Math.round)).toEqual([28, 842 - 275, 128, 842 - 225]);
    await pdf.close();
  });

  it('is where links to it lead', async () => {
    const linked = textItem(
      { x: 56, y: 60, width: 400, height: 18 },
      1,
      paragraph([run('见下页', style(10.5), { kind: 'page', page: 1 })], 400, 1),
    );
    const source = pageSet([page('1', linked), page('2')], [node('Document', null), node('P', 0)]);
    const placed = {
      ...source,
      pages: [page('a'), page('b', half(source, 0, left)), page('c', half(source, 1, left))],
    };
    const pdf = await readPdf(await writePdf(placed, collectingContext()));
    expect(pdf.pages[1]!.links).toEqual([{ url: null, page: 2, contents: '见下页' }]);
    await pdf.close();
  });
});

describe('black ink', () => {
  const colored = (slot: 'dk1' | 'accent1', tag: number): PageItem =>
    textItem(
      { x: 56, y: 60 * tag, width: 400, height: 18 },
      tag,
      paragraph([run('字', { ...style(10.5), color: { slot } })], 400, tag),
    );
  const contentWith = async (change: Partial<PageSet>): Promise<string> =>
    contentOf(
      await writePdf(
        pageSet(
          [page('1', colored('dk1', 1), colored('accent1', 2))],
          [node('Document', null), node('P', 0), node('P', 0)],
          change,
        ),
        collectingContext(),
      ),
    );

  it('sets text of near greys in black alone, and leaves colours', async () => {
    const content = await contentWith({ ink: 'black' });
    expect(content).toMatch(/^0 g$/m);
    expect(content).toContain('0.0588 0.4314 0.3608 rg');
    expect(content).not.toContain('0.102 0.102 0.102 rg');
    expect(await contentWith({})).toContain('0.102 0.102 0.102 rg');
  });

  it('says where a sheet is cut', async () => {
    const cut = { trim: { x: 30, y: 30, width: 535, height: 782 }, bleed: { x: 20, y: 20, width: 555, height: 802 } };
    const objects = objectsOf(
      await writePdf(pageSet([{ ...page('1'), cut }], [node('Document', null)]), collectingContext()),
    );
    expect(objects).toContain('/TrimBox [30 30 565 812]');
    expect(objects).toContain('/BleedBox [20 20 575 822]');
  });
});
