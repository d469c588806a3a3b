import { describe, expect, it } from 'vitest';
import { markPages, type Rewording } from '../../../src/layout/revisions/mark-pages.js';
import type { Block, Inline } from '../../../src/model/document.js';
import type { Page, PageSet, ShapeItem } from '../../../src/model/page.js';
import { lay, lines, linesOn, paper, paragraph, span, table, text } from '../briefing/sample-briefing.js';
import { layDeck, slide } from '../slides/sample-deck.js';

const nothing: Rewording = { texts: [], pictures: [] };
const figure = (now: string, was: string | null): Inline => ({
  kind: 'figure',
  id: 'f',
  part: 'full',
  text: now,
  span,
  revision: { was, spoken: was === null ? '' : `（原为${was}）`, note: `甲：${was ?? '新增'} → ${now}` },
});
const said = (...inlines: readonly Inline[]): Block => ({ kind: 'paragraph', role: 'body', inlines, span });
const picture = (id: string): Block => ({
  kind: 'picture',
  caption: [],
  span,
  picture: {
    id,
    file: id,
    format: 'png',
    bytes: new Uint8Array(),
    width: 100,
    height: 100,
    focus: { x: 0.5, y: 0.5 },
    alt: id,
  },
});

const named = (page: Page, name: string): ShapeItem[] =>
  page.items.filter((item): item is ShapeItem => item.kind === 'shape' && item.name.startsWith(name));
const barsOf = (pages: PageSet, rewording = nothing): ShapeItem[][] =>
  markPages(pages, rewording).pages.map((page) => named(page, '修改线'));

describe('a figure on paper', () => {
  it('has what it was struck behind it, smaller, and takes part in the lines', () => {
    const { pages } = lay(said(text('文'.repeat(36)), figure('9亿元', '8亿元'), text('。')));
    expect(linesOn(pages.pages[0]!).map((line) => line.trimEnd())).toEqual(['文'.repeat(36), '9亿元 8亿元。']);
    const [item] = pages.pages[0]!.items.filter((each) => each.kind === 'text').filter(
      ({ paragraphs }) => paragraphs[0]!.tag !== 'artifact',
    );
    expect(item?.paragraphs[0]?.runs.find(({ struck }) => struck === '（原为8亿元）')?.style.size).toBeLessThan(10);
  });

  it('has nothing struck where it is new', () => {
    const { pages } = lay(said(figure('9亿元', null), text('。')));
    expect(linesOn(pages.pages[0]!)).toEqual(['9亿元。']);
    expect(barsOf(pages)[0]).toHaveLength(1);
  });
});

describe('bars in the margin', () => {
  it('stand beside the line of a changed figure alone', () => {
    const [bars] = barsOf(lay(lines(2), said(figure('9亿元', '8亿元')), lines(2)).pages);
    expect(bars!.map(({ box }) => box)).toEqual([
      { x: paper.margin.left - 11, y: paper.margin.top + 30, width: 2, height: 15 },
    ]);
  });

  it('go on over the page beside a paragraph of other wording', () => {
    const { pages } = lay(lines(30), lines(20, '新'), lines(2));
    const bars = barsOf(pages, { texts: [{ before: '旧', after: '新'.repeat(800) }], pictures: [] });
    expect(bars.map((each) => each.map(({ box }) => box.height))).toEqual([[150], [150]]);
  });

  it('stand beside the title of a chapter with a number, of which the wording is another', () => {
    const title: Block = { kind: 'heading', level: 1, id: 'a', number: '02', inlines: [text('新章')], span };
    const [bars] = barsOf(lay(title, lines(2)).pages, { texts: [{ before: '旧章', after: '新章' }], pictures: [] });
    expect(bars).toHaveLength(1);
  });

  it('are none for a paragraph that is gone', () => {
    expect(barsOf(lay(paragraph('文')).pages, { texts: [{ before: '旧', after: null }], pictures: [] })).toEqual([[]]);
  });

  it('stand on the right of what is on the right, and are one where they touch', () => {
    const columns: Block = {
      kind: 'columns',
      span,
      columns: [
        { weight: 1, blocks: [paragraph('左')] },
        { weight: 1, blocks: [said(figure('9亿元', '8亿元')), said(figure('7亿元', '6亿元'))] },
      ],
    };
    const [bars] = barsOf(lay(columns).pages);
    expect(bars!.map(({ box }) => [box.x, box.height])).toEqual([[paper.page.width - paper.margin.right + 9, 30]]);
  });

  it('stand beside the rows of a table that changed, and beside a picture', () => {
    const rows = table(3) as Extract<Block, { kind: 'table' }>;
    const changed: Block = {
      ...rows,
      rows: rows.rows.map((row, index) =>
        index !== 1 ? row : { ...row, cells: [row.cells[0]!, { ...row.cells[1]!, inlines: [figure('2', '1')] }] },
      ),
    };
    expect(barsOf(lay(changed).pages)[0]).toHaveLength(1);
    expect(
      barsOf(lay(picture('kiln')).pages, { texts: [], pictures: [{ id: 'kiln', kind: 'changed' }] })[0],
    ).toHaveLength(1);
    expect(barsOf(lay(picture('kiln')).pages)[0]).toEqual([]);
  });
});

describe('a slide', () => {
  it('keeps its text, with an outline around what changed and a comment on it', () => {
    const { pages } = layDeck(slide('text', '题', [paragraph('甲乙丙'), said(text('总值'), figure('9亿元', '8亿元'))]));
    const [page] = markPages(pages, nothing).pages;
    const outlines = named(page!, '修改');
    expect(outlines).toHaveLength(1);
    expect(page!.comments).toEqual([{ box: outlines[0]!.box, text: '甲：8亿元 → 9亿元' }]);
    expect(JSON.stringify(page!.items)).not.toContain('"struck"');
    expect(outlines[0]!.box.y).toBeGreaterThan(40);
    expect(outlines[0]!.box.width).toBeLessThan(120);
  });

  it('without a change is as it was', () => {
    const { pages } = layDeck(slide('text', '题', [paragraph('甲')]));
    expect(markPages(pages, nothing)).toEqual(pages);
  });

  it('tells of pictures and of what the speaker says', () => {
    const notes = [said(text('先说'), figure('9亿元', '8亿元')), paragraph('新的一句')];
    const { pages } = layDeck(slide('picture', '题', [picture('kiln')], { notes }));
    const [page] = markPages(pages, {
      texts: [{ before: null, after: '新的一句' }],
      pictures: [{ id: 'kiln', kind: 'new' }],
    }).pages;
    expect(page!.comments?.map(({ text: words }) => words)).toEqual([
      '图片新增',
      '备注 甲：8亿元 → 9亿元\n备注 新增文字',
    ]);
    expect(named(page!, '修改')[0]!.box.x + named(page!, '修改')[0]!.box.width).toBeLessThanOrEqual(480);
  });
});
