import { describe, expect, it } from 'vitest';
import type { PictureBlock } from '../../../src/model/document.js';
import { chart, paragraph, span, table, text } from '../briefing/sample-briefing.js';
import { layDeck, list, slide, textItems, wordsOf } from './sample-deck.js';

const codes = (laid: ReturnType<typeof layDeck>): string[] => laid.diagnostics.map((diagnostic) => diagnostic.code);

describe('a slide', () => {
  it('puts its title into the title placeholder and its text into the body', () => {
    const { pages } = layDeck(slide('text', '增长平稳', [paragraph('一段话。')]));
    const items = textItems(pages.pages[0]!);
    expect(items.map((item) => [item.placeholder, wordsOf(item)])).toEqual([
      ['title', ['增长平稳']],
      ['body', ['一段话。']],
      ['number', ['1']],
    ]);
  });

  it('puts a chart into the region that takes charts, though the text came first', () => {
    const { pages } = layDeck(slide('chart-left', '题', [paragraph('话'), chart('growth')]));
    const drawn = pages.pages[0]!.items.find((item) => item.kind === 'chart')!;
    expect(drawn.box.x).toBe(20);
    expect(drawn.box.y + drawn.box.height).toBeLessThanOrEqual(190);
  });

  it('is read aloud in the order of its source, wherever the layout puts things', () => {
    const read = (...blocks: Parameters<typeof slide>[2][number][]): string[] =>
      layDeck(slide('chart-left', '题', blocks)).pages.pages[0]!.items.map((item) =>
        item.kind === 'text' ? wordsOf(item).join('') : item.kind,
      );
    expect(read(paragraph('话'), chart('growth'))).toEqual(['题', '话', 'growth', 'chart']);
    expect(read(chart('growth'), paragraph('话'))).toEqual(['题', 'growth', 'chart', '话']);
  });

  it('fits text by shrinking it no further than the layout allows', () => {
    const { pages, diagnostics } = layDeck(slide('text', '题', [paragraph('字'.repeat(440))]));
    const [run] = textItems(pages.pages[0]!)[1]!.paragraphs[0]!.runs;
    expect(diagnostics).toEqual([]);
    expect(pages.pages).toHaveLength(1);
    expect(run!.style.size).toBeLessThan(10);
    expect(run!.style.size).toBeGreaterThanOrEqual(8);
  });

  it('goes on on a further slide when a list is too long, and goes on counting', () => {
    const { pages } = layDeck(slide('text', '题', [list(20, 30)]));
    expect(pages.pages.map((page) => page.title)).toEqual(['题', '题（续）']);
    const [first, second] = pages.pages.map((page) => textItems(page)[1]!);
    expect(wordsOf(first!).length + wordsOf(second!).length).toBe(20);
    expect(second!.paragraphs[0]!.bullet!.text).toBe(`${wordsOf(first!).length + 1}.`);
    expect(wordsOf(textItems(pages.pages[1]!)[0]!)).toEqual(['题（续）']);
  });

  it('lets a table go on in the next region before it takes a further slide', () => {
    const { pages } = layDeck(slide('two-tables', '总表', [table(16)]));
    const tables = pages.pages.map((page) => page.items.filter((item) => item.kind === 'table'));
    expect(tables.map((found) => found.length)).toEqual([2, 2]);
    const rows = tables.flat().map((item) => (item.kind === 'table' ? item.rows.length - item.headRows : 0));
    expect(rows.reduce((sum, count) => sum + count, 0)).toBe(16);
    expect(tables.flat().every((item) => item.kind === 'table' && item.headRows === 1)).toBe(true);
  });

  it('divides a table that goes on into parts of about as many rows', () => {
    const { pages } = layDeck(slide('two-tables', '总表', [table(11)]));
    const rows = pages.pages
      .flatMap((page) => page.items)
      .flatMap((item) => (item.kind === 'table' ? [item.rows.length - item.headRows] : []));
    // Two parts stand beside each other on a slide: four of them leave no half empty.
    expect(rows).toEqual([3, 3, 3, 2]);
  });

  it('breaks a long title behind a comma, and one without into lines of like length', () => {
    const titles = layDeck(
      slide('title', '甲'.repeat(14) + '，' + '乙'.repeat(9), []),
      slide('title', '丙'.repeat(24), []),
    );
    const lines = titles.pages.pages.map((page) =>
      textItems(page)[0]!.paragraphs[0]!.lines.map(
        (line) => line.fragments.map((fragment) => fragment.text).join('').length,
      ),
    );
    expect(lines).toEqual([
      [15, 9],
      [12, 12],
    ]);
  });

  it('keeps its notes as paragraphs, on its first page only', () => {
    const { pages } = layDeck(
      slide('text', '题', [list(20, 30)], { notes: [paragraph('先讲。'), paragraph('再讲。')] }),
    );
    expect(pages.pages.map((page) => page.notes)).toEqual([['先讲。', '再讲。'], []]);
  });

  it('crops a bleeding picture to its region around the focal point', () => {
    const picture: PictureBlock = {
      kind: 'picture',
      caption: [],
      span,
      picture: {
        id: 'p',
        file: 'p.png',
        format: 'png',
        bytes: new Uint8Array(),
        width: 1600,
        height: 900,
        focus: { x: 0.9, y: 0.5 },
        covers: true,
        alt: '图',
      },
    };
    const { pages } = layDeck(slide('picture', '题', [picture]));
    const item = pages.pages[0]!.items.find((candidate) => candidate.kind === 'picture');
    expect(item?.kind === 'picture' && item.crop.x + item.crop.width).toBeCloseTo(1);
    expect(item?.kind === 'picture' && (item.crop.width * 1600) / (item.crop.height * 900)).toBeCloseTo(280 / 300);
  });
});

describe('links and contents', () => {
  const chapter = (id: string, title: string) => ({ chapter: { id, title, number: null } });

  it('draw their rows together where they are many, and go on on a further slide', () => {
    const chapters = (count: number) =>
      layDeck(
        slide('contents', '目录', [{ kind: 'contents', depth: 1, span }]),
        ...Array.from({ length: count }, (_, index) =>
          slide('text', `第${index + 1}`, [paragraph('文')], chapter(`c${index}`, `章${index + 1}`)),
        ),
      );
    const rowsOn = (laid: ReturnType<typeof layDeck>): number[] =>
      laid.pages.pages
        .map((page) => textItems(page).filter(({ name }) => name.startsWith('章 ')).length)
        .filter((rows) => rows > 0);
    expect([rowsOn(chapters(10)), chapters(10).diagnostics]).toEqual([[10], []]);
    const many = chapters(14);
    expect([rowsOn(many), many.diagnostics]).toEqual([[7, 7], []]);
    const pages = many.pages.pages.slice(0, 2).map((page) => textItems(page).flatMap(wordsOf));
    expect(['章1', '章8'].map((title, page) => pages[page]![pages[page]!.indexOf(title) + 1])).toEqual(['3', '10']);
  });

  it('lists chapters with the number of their first slide, counted after slides that went on', () => {
    const { pages } = layDeck(
      slide('contents', '目录', [{ kind: 'contents', depth: 1, span }]),
      slide('text', '一', [list(20, 30)], chapter('one', '第一章')),
      slide('text', '二', [], chapter('two', '第二章')),
    );
    const words = textItems(pages.pages[0]!).flatMap(wordsOf);
    expect(words).toEqual(expect.arrayContaining(['第一章', '2', '第二章', '4']));
    const entry = textItems(pages.pages[0]!).find((item) => wordsOf(item).includes('第二章'));
    expect(entry!.link).toEqual({ kind: 'page', page: 3 });
  });

  it('lead back to the agenda from the foot of every slide behind it, from the kicker where there is no foot', () => {
    const { pages } = layDeck(
      slide('footed', '封面', []),
      slide('contents', '目录', [{ kind: 'contents', depth: 1, span }]),
      slide('footed', '一', [paragraph('话')], { kicker: [text('眉')] }),
      slide('divider', '二', [], { kicker: [text('01')] }),
      slide('text', '三', [paragraph('话')]),
    );
    expect(
      pages.pages.map((page) =>
        textItems(page)
          .filter((item) => item.link?.kind === 'page' && item.link.page === 1)
          .flatMap(wordsOf),
      ),
    ).toEqual([[], [], ['报告的页脚'], ['01'], []]);
  });

  it('reports a link to an id that no slide has', () => {
    const link = { kind: 'link' as const, href: '#nowhere', children: [text('去')], span };
    const laid = layDeck(slide('text', '题', [{ kind: 'paragraph', role: 'body', inlines: [link], span }]));
    expect(codes(laid)).toEqual(['unknown-link-target']);
  });
});

describe('what does not fit', () => {
  it('names the title that is too long for its region', () => {
    const laid = layDeck(slide('text', '长'.repeat(300), []));
    expect(laid.diagnostics[0]).toMatchObject({ code: 'text-does-not-fit', severity: 'error', span });
  });

  it('names a block that no region of the layout takes, and the layouts that would', () => {
    const laid = layDeck(slide('text', '题', [chart('growth')]));
    expect(laid.diagnostics[0]).toMatchObject({ code: 'no-region', hint: 'layouts that take a chart: chart-left' });
  });

  it('names an unknown layout and the nearest one', () => {
    const laid = layDeck(slide('chart-lift', '题', []));
    expect(laid.diagnostics[0]).toMatchObject({
      code: 'unknown-layout',
      hint: expect.stringContaining('"chart-left"'),
    });
  });

  it('names an unbreakable paragraph that is longer than the slide, once, and ends', () => {
    const laid = layDeck(slide('text', '题', [paragraph('字'.repeat(5000))]));
    expect(codes(laid)).toEqual(['block-does-not-fit']);
  });

  it('warns of two slides with one title', () => {
    expect(codes(layDeck(slide('text', '题', []), slide('text', '题', [])))).toEqual(['duplicate-slide-title']);
  });
});
