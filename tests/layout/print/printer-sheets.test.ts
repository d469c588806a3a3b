import { describe, expect, it } from 'vitest';
import type { Page, PageItem, PageSet, PlacedPageItem } from '../../../src/model/page.js';
import { bleedPage } from '../../../src/layout/print/bleed-page.js';
import { bookletSides, layoutPrint } from '../../../src/layout/print/printer-sheets.js';
import { lay, lines, theme } from '../briefing/sample-briefing.js';

const a4 = { width: 595.28, height: 841.89 };
const documentOf = (count: number): PageSet => {
  const { pages } = lay(lines(1));
  const page: Page = { ...pages.pages[0]!, size: a4 };
  return {
    ...pages,
    theme,
    pages: Array.from({ length: count }, (_, index) => ({ ...page, label: String(index + 1) })),
    outline: [{ title: '末章', level: 1, page: count - 1, y: 100 }],
  };
};
const placed = (sheet: Page): PlacedPageItem[] =>
  sheet.items.filter((item): item is PlacedPageItem => item.kind === 'page');
const single = { bleed: 3, marks: true, booklet: null };

describe('a booklet', () => {
  it('has its pages where folding brings them into order', () => {
    expect(bookletSides(8)).toEqual([
      [7, 0],
      [1, 6],
      [5, 2],
      [3, 4],
    ]);
  });

  it('pairs pages that sum to the number of pages and one, with each page once', () => {
    for (const count of [4, 8, 40]) {
      const sides = bookletSides(count);
      expect(sides.every(([left, right]) => left! + right! === count - 1)).toBe(true);
      expect(sides.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index));
    }
  });

  it('is filled up with blank pages to a multiple of four', () => {
    const { pages } = layoutPrint(documentOf(10), { ...single, booklet: 'A3' });
    expect(pages).toHaveLength(6);
    expect(pages.map((sheet) => placed(sheet).map(({ number }) => number))).toEqual([
      [0],
      [1],
      [9, 2],
      [3, 8],
      [7, 4],
      [5, 6],
    ]);
    expect(pages.map(({ label }) => label)).toEqual(['1', '2', '10·3', '4·9', '8·5', '6·7']);
  });

  it('stands at full size on A3, and reduced on A4', () => {
    const [large, small] = (['A3', 'A4'] as const).map((booklet) =>
      placed(layoutPrint(documentOf(4), { ...single, booklet }).pages[0]!),
    );
    expect(large![0]!.box.width).toBeCloseTo(595.28, 0);
    expect(small![0]!.box.width).toBeCloseTo(595.28 / Math.SQRT2, 0);
    expect(large![1]!.box.x - large![0]!.box.x).toBeCloseTo(595.28, 0);
  });

  it('lets no page bleed over the fold', () => {
    const [left, right] = placed(layoutPrint(documentOf(4), { ...single, booklet: 'A3' }).pages[0]!);
    expect(left!.clip.x + left!.clip.width).toBeCloseTo(right!.clip.x);
    expect(right!.clip.x).toBeCloseTo(right!.box.x, 0);
  });
});

describe("a printer's sheet", () => {
  it("keeps the page's size within the cut, 3 mm of bleed around it, and marks clear of both", () => {
    const [sheet] = layoutPrint(documentOf(1), single).pages;
    const { trim, bleed } = sheet!.cut!;
    expect([trim.width, trim.height]).toEqual([a4.width, a4.height]);
    expect(trim.x - bleed.x).toBeCloseTo((3 * 72) / 25.4);
    const marks = sheet!.items.filter((item) => item.name === '裁切线');
    expect(marks).toHaveLength(8);
    for (const { box } of marks) {
      const touches =
        box.x < bleed.x + bleed.width &&
        box.x + box.width > bleed.x &&
        box.y < bleed.y + bleed.height &&
        box.y + box.height > bleed.y;
      expect(touches).toBe(false);
      expect(
        box.x >= 0 && box.y >= 0 && box.x + box.width <= sheet!.size.width && box.y + box.height <= sheet!.size.height,
      ).toBe(true);
    }
  });

  it('is the page alone without bleed and marks', () => {
    const [sheet] = layoutPrint(documentOf(1), { bleed: 0, marks: false, booklet: null }).pages;
    expect(sheet!.size).toEqual(a4);
    expect(sheet!.items).toHaveLength(1);
  });

  it('keeps bookmarks on their page, at their height', () => {
    const { outline } = layoutPrint(documentOf(4), { ...single, booklet: 'A4' });
    const { box } = placed(layoutPrint(documentOf(4), { ...single, booklet: 'A4' }).pages[0]!)[0]!;
    expect(outline).toEqual([{ title: '末章', level: 1, page: 0, y: box.y + (100 * box.width) / a4.width }]);
  });
});

describe('bleed', () => {
  const ground: PageItem = {
    kind: 'shape',
    shape: 'rect',
    name: '底',
    tag: 'artifact',
    fill: { slot: 'dk1' },
    stroke: null,
    strokeWidth: 0,
    dash: false,
    box: { x: 0, y: 0, width: 100, height: 20 },
  };
  const pageWith = (item: PageItem): Page => ({
    size: { width: 100, height: 200 },
    label: '1',
    items: [item],
    background: { slot: 'lt1' },
    layout: null,
    title: null,
    notes: [],
    chapter: null,
    span: null,
  });

  it('grows a ground over the edges that it touches, and over no other', () => {
    expect(bleedPage(pageWith(ground), 9).items[0]!.box).toEqual({ x: -9, y: -9, width: 118, height: 29 });
    const within = { ...ground, box: { x: 10, y: 10, width: 50, height: 20 } };
    expect(bleedPage(pageWith(within), 9).items[0]!.box).toEqual(within.box);
  });

  it('keeps the proportions of a picture', () => {
    const picture: PageItem = {
      kind: 'picture',
      name: '图',
      tag: 'artifact',
      box: { x: 0, y: 0, width: 100, height: 50 },
      crop: { x: 0, y: 0, width: 1, height: 1 },
      picture: {
        id: 'p',
        file: 'p.png',
        format: 'png',
        bytes: new Uint8Array(),
        width: 200,
        height: 100,
        focus: { x: 0.5, y: 0.5 },
        alt: '',
      },
    };
    const [grown] = bleedPage(pageWith(picture), 10).items;
    if (grown?.kind !== 'picture') throw new Error('the picture is gone');
    expect(grown.box.width / grown.box.height).toBeCloseTo((2 * grown.crop.width) / grown.crop.height);
    expect(Math.max(grown.crop.width, grown.crop.height)).toBe(1);
  });
});
