import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import type { Box } from '../../../src/model/length.js';
import type { Page, PageItem, PageSet, PlacedPageItem, StructureNode, StructureRole } from '../../../src/model/page.js';
import type { HandoutOptions } from '../../../src/model/report.js';
import { handoutCells } from '../../../src/layout/handout/handout-grid.js';
import { layoutHandout } from '../../../src/layout/handout/layout-handout.js';
import { fonts, span, theme } from '../briefing/sample-briefing.js';
import { plainMeta } from '../plain-meta.js';

const slideSize = { width: 960, height: 540 };
const title = (tag: number): PageItem => ({
  kind: 'shape',
  shape: 'rect',
  name: '题',
  tag,
  fill: null,
  stroke: null,
  strokeWidth: 0,
  dash: false,
  box: { x: 0, y: 0, width: 10, height: 10 },
});
const node = (role: StructureRole, parent: number | null): StructureNode => ({
  role,
  parent,
  alt: null,
  scope: null,
  columnSpan: 1,
  rowSpan: 1,
  language: null,
});
const deckOf = (notes: readonly (readonly string[])[]): PageSet => ({
  kind: 'deck',
  theme,
  layouts: [],
  meta: plainMeta,
  structure: [node('Document', null), ...notes.flatMap((_, index) => [node('Sect', 0), node('H1', 1 + index * 2)])],
  outline: notes.map((_, page) => ({ title: `第${page + 1}张`, level: 1, page, y: 0 })),
  pages: notes.map(
    (words, index): Page => ({
      size: slideSize,
      label: String(index + 1),
      items: [title(2 + index * 2)],
      background: { slot: 'lt1' },
      layout: null,
      title: `第${index + 1}张`,
      notes: words,
      chapter: null,
      span,
    }),
  ),
});
const lay = (
  notes: readonly (readonly string[])[],
  options: HandoutOptions,
): { handout: PageSet; diagnostics: readonly Diagnostic[] } => {
  const diagnostics: Diagnostic[] = [];
  return {
    handout: layoutHandout(deckOf(notes), options, fonts, (diagnostic) => diagnostics.push(diagnostic)),
    diagnostics,
  };
};
const slidesOn = (page: Page): PlacedPageItem[] =>
  page.items.filter((item): item is PlacedPageItem => item.kind === 'page');
const notesOn = (page: Page): string =>
  page.items
    .flatMap((item) =>
      item.name.startsWith('备注') && item.kind === 'text'
        ? item.paragraphs.flatMap((each) => each.lines.flatMap((line) => line.fragments.map(({ text }) => text)))
        : [],
    )
    .join('');
const inside = (box: Box, outer: Box): boolean =>
  box.x >= outer.x - 0.01 &&
  box.y >= outer.y - 0.01 &&
  box.x + box.width <= outer.x + outer.width + 0.01 &&
  box.y + box.height <= outer.y + outer.height + 0.01;
const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - 0.01 &&
  b.x < a.x + a.width - 0.01 &&
  a.y < b.y + b.height - 0.01 &&
  b.y < a.y + a.height - 0.01;

const counts = [1, 2, 3, 4, 6, 9] as const;

describe('the grid of a handout', () => {
  const area = { x: 50, y: 60, width: 471, height: 700 };
  it.each(counts)('keeps %i slides in shape, on the page and clear of each other and of their words', (slides) => {
    for (const beside of ['lines', 'notes', 'nothing'] as const) {
      const cells = handoutCells(area, slideSize, { slides, beside });
      expect(cells).toHaveLength(slides);
      const boxes = cells.flatMap(({ slide, words }) => (beside === 'nothing' ? [slide] : [slide, words]));
      boxes.forEach((box, index) => {
        expect(inside(box, area)).toBe(true);
        for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
      });
      for (const { slide, words } of cells) {
        expect(slide.width / slide.height).toBeCloseTo(16 / 9);
        if (beside !== 'nothing') expect(words.height).toBeGreaterThan(50);
      }
    }
  });
});

describe('a handout', () => {
  it.each(counts)('shows every slide once, in order, %i a page', (slides) => {
    const { handout } = lay(
      Array.from({ length: 10 }, () => []),
      { slides, beside: 'lines' },
    );
    expect(handout.pages).toHaveLength(Math.ceil(10 / slides));
    expect(handout.pages.flatMap(slidesOn).map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(handout.outline.map(({ page }) => page)).toEqual(
      Array.from({ length: 10 }, (_, slide) => Math.floor(slide / slides)),
    );
  });

  it('reads the notes of a slide behind the slide itself', () => {
    const { handout } = lay([['先讲工业。', '再讲外贸。'], ['谢谢。']], { slides: 2, beside: 'notes' });
    expect(notesOn(handout.pages[0]!)).toBe('先讲工业。再讲外贸。谢谢。');
    expect(handout.structure.slice(5).map(({ role, parent }) => [role, parent])).toEqual([
      ['P', 1],
      ['P', 1],
      ['P', 3],
    ]);
  });

  it('lets notes pages go on until all is said', () => {
    const words = '备注很长。'.repeat(800);
    const { handout, diagnostics } = lay([[words], ['完。']], { slides: 1, beside: 'notes' });
    expect(handout.pages.length).toBeGreaterThan(3);
    expect(handout.pages.map(notesOn).join('')).toBe(`${words}完。`);
    for (const page of handout.pages)
      for (const { box } of page.items) expect(box.y + box.height).toBeLessThanOrEqual(page.size.height);
    expect(handout.outline.map(({ page }) => page)).toEqual([0, handout.pages.length - 1]);
    expect(diagnostics).toEqual([]);
  });

  it('says whose notes do not fit, rather than cut them', () => {
    const { diagnostics } = lay([['备注很长。'.repeat(800)]], { slides: 9, beside: 'notes' });
    expect(diagnostics.map(({ code, span: place }) => [code, place])).toEqual([['notes-do-not-fit', span]]);
  });
});
