import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/model/document.js';
import {
  chart,
  fonts,
  heading,
  itemsOf,
  lay,
  layWith,
  lines,
  linesOn,
  paper,
  paragraph,
  span,
  table,
  text,
  theme,
} from './sample-briefing.js';

const bottom = paper.page.height - paper.margin.bottom;

describe('a briefing over its pages', () => {
  it('fills a page with the lines that fit and goes on on the next', () => {
    const { pages } = lay(lines(50));
    expect(pages.pages.map((page) => linesOn(page).length)).toEqual([40, 10]);
  });

  it('leaves no single line of a paragraph at the foot of a page', () => {
    const { pages } = lay(lines(39), lines(6, '续'));
    expect(linesOn(pages.pages[0]!)).toHaveLength(39);
    expect(linesOn(pages.pages[1]!)).toHaveLength(6);
  });

  it('leaves no single line of a paragraph at the head of a page', () => {
    const { pages } = lay(lines(36), lines(5, '续'));
    expect(linesOn(pages.pages[1]!)).toHaveLength(2);
  });

  it('keeps a heading with two lines of what follows', () => {
    const { pages } = lay(lines(38), heading(2, '题'), lines(4, '续'));
    expect(linesOn(pages.pages[0]!)).not.toContain('题');
    expect(linesOn(pages.pages[1]!)[0]).toBe('题');
  });

  it('does not take a single line for enough below a heading', () => {
    const { pages } = lay(lines(37), heading(2, '题'), paragraph('一行'), lines(4, '续'));
    expect(linesOn(pages.pages[1]!).slice(0, 2)).toEqual(['题', '一行']);
  });

  it('lets text go on where a figure does not fit, and sets the figure at the top of the next page', () => {
    const { pages } = lay(lines(34), chart('a'), lines(20, '续'));
    expect(itemsOf(pages.pages[0]!, 'chart')).toHaveLength(0);
    expect(linesOn(pages.pages[0]!)).toHaveLength(40);
    const figure = itemsOf(pages.pages[1]!, 'chart')[0]!;
    expect(figure.box.y).toBeCloseTo(paper.margin.top);
  });

  it('makes a figure a little smaller, so that the cards that follow it find room on its page', () => {
    const cards: Block = {
      kind: 'cards',
      across: 1,
      span,
      cards: [{ number: null, title: [text('卡')], text: [], span }],
    };
    const loose = lay(lines(22), chart('a'), cards);
    const tight = lay(lines(27), chart('a'), cards);
    const drawn = (laid: typeof loose): number => itemsOf(laid.pages.pages[0]!, 'chart')[0]!.box.height;
    expect(linesOn(tight.pages.pages[0]!)).toContain('卡');
    expect(drawn(tight)).toBeLessThan(drawn(loose));
    expect(tight.pages.pages).toHaveLength(1);
  });

  it('keeps figures in their order', () => {
    const { pages } = lay(lines(34), chart('a'), lines(2), chart('b'), lines(30));
    const order = pages.pages.flatMap((page) => itemsOf(page, 'chart').map((item) => item.chart.id));
    expect(order).toEqual(['a', 'b']);
  });

  it('lets no figure pass the heading of the next chapter', () => {
    const { pages } = lay(heading(1, '甲'), lines(34), chart('a'), heading(1, '乙'), lines(4));
    const names = pages.pages.flatMap((page) =>
      page.items.map((item) =>
        item.kind === 'chart'
          ? 'chart'
          : item.kind === 'text' && item.paragraphs[0]!.tag !== 'artifact'
            ? item.paragraphs[0]!.runs[0]!.text.slice(0, 1)
            : '',
      ),
    );
    expect(names.indexOf('chart')).toBeLessThan(names.indexOf('乙'));
  });

  it('splits a table between rows, with its head and its caption again', () => {
    const { pages, diagnostics } = lay(table(60));
    expect(diagnostics).toEqual([]);
    expect(pages.pages.length).toBeGreaterThan(1);
    const parts = pages.pages.map((page) => itemsOf(page, 'table')[0]!);
    expect(parts.reduce((rows, part) => rows + part.rows.length - part.headRows, 0)).toBe(60);
    expect(parts[1]!.rows[0]!.every((cell) => cell.tag === 'artifact' && cell.header)).toBe(true);
    const caption = itemsOf(pages.pages[1]!, 'text')
      .flatMap((item) => item.paragraphs.flatMap((each) => each.runs.map((run) => run.text)))
      .join('');
    expect(caption).toContain('表1');
    expect(caption).toContain('（续）');
  });

  it('ends a long table with no fewer than four rows on its last page', () => {
    for (let count = 20; count < 70; count += 1) {
      const parts = lay(table(count)).pages.pages.map((page) => itemsOf(page, 'table')[0]!);
      expect(
        parts.reduce((rows, part) => rows + part.rows.length - part.headRows, 0),
        `${count} rows`,
      ).toBe(count);
      if (parts.length > 1)
        expect(parts.at(-1)!.rows.length - parts.at(-1)!.headRows, `${count} rows`).toBeGreaterThanOrEqual(4);
    }
  });

  it('says where a row is taller than a page, and still ends', () => {
    const { diagnostics } = lay(table(2, () => '长'.repeat(4000)));
    expect(diagnostics.map(({ code, span: place }) => [code, place])).toEqual([['taller-than-page', span]]);
  });

  it('says where a character is in no font', () => {
    const { diagnostics } = lay(paragraph('雪☃'));
    expect(diagnostics.map(({ code }) => code)).toEqual(['missing-glyph']);
    expect(diagnostics[0]!.span).toEqual(span);
  });

  it('never sets anything below the text area', () => {
    const { pages } = lay(
      heading(1, '甲'),
      lines(30),
      chart('a'),
      table(30),
      heading(2, '乙'),
      lines(3),
      chart('b'),
      chart('c'),
      lines(70),
    );
    for (const page of pages.pages) {
      for (const item of page.items)
        if (item.tag !== 'artifact') expect(item.box.y + item.box.height).toBeLessThanOrEqual(bottom + 0.1);
    }
  });

  it('means the heading where a table further on has the same id', () => {
    const contents: Block = { kind: 'contents', depth: 1, span };
    const { pages } = lay(contents, heading(1, 'table'), lines(60), table(3));
    const links = pages.pages[0]!.items.flatMap((item) =>
      item.kind === 'text' && item.link !== null ? [item.link] : [],
    );
    expect(new Set(links.map((link) => link.kind === 'page' && link.page))).toEqual(new Set([0]));
  });

  it('prints in the contents the page on which each chapter begins', () => {
    const contents: Block = { kind: 'contents', depth: 1, span };
    const { pages } = lay(contents, heading(1, '甲'), lines(50), heading(1, '乙'), lines(4));
    const printed = linesOn(pages.pages[0]!);
    expect(printed[printed.indexOf('甲') + 1]).toBe('1');
    expect(printed[printed.indexOf('乙') + 1]).toBe('2');
    expect(pages.outline.map(({ title, page }) => [title, page])).toEqual([
      ['甲', 0],
      ['乙', 1],
    ]);
  });

  it('gives a link to a chart its page', () => {
    const link: Block = {
      kind: 'paragraph',
      role: 'body',
      span,
      inlines: [{ kind: 'link', href: '#甲', children: [], span }],
    };
    const { pages, diagnostics } = lay(link, lines(45), chart('甲'));
    const [run] = pages.pages[0]!.items.flatMap((item) =>
      item.kind === 'text' ? item.paragraphs.flatMap(({ runs }) => runs) : [],
    ).filter(({ text: said }) => said === '图1');
    expect([run?.link, diagnostics]).toEqual([{ kind: 'page', page: 1 }, []]);
  });

  it('gives a link the page of what it names, and says where it names nothing', () => {
    const link = (href: string): Block => ({
      kind: 'paragraph',
      role: 'body',
      span,
      inlines: [{ kind: 'link', href, children: [text('见')], span }],
    });
    const { pages, diagnostics } = lay(link('#乙'), link('#丙'), lines(45), heading(1, '乙'), lines(4));
    const runs = itemsOf(pages.pages[0]!, 'text')
      .flatMap((item) => item.paragraphs.flatMap((each) => each.runs))
      .filter((run) => run.text === '见');
    expect(runs.map((run) => run.link)).toEqual([{ kind: 'page', page: 1 }, null]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-link-target']);
  });

  it('numbers figures and tables apart', () => {
    const { pages } = lay(chart('a'), table(2), chart('b'));
    const words = pages.pages.flatMap((page) =>
      itemsOf(page, 'text').flatMap((item) =>
        item.paragraphs.flatMap((each) => each.runs.map((run) => run.text.trim())),
      ),
    );
    expect(words.filter((word) => /^[图表]\d$/u.test(word))).toEqual(['图1', '表1', '图2']);
  });

  it('builds a structure in reading order, chapters as sections', () => {
    const { pages } = lay(heading(1, '甲'), lines(2), table(1), heading(1, '乙'), chart('a'));
    const roles = pages.structure.map(({ role }) => role);
    expect(roles.slice(0, 5)).toEqual(['Document', 'Sect', 'H1', 'P', 'Table']);
    expect(roles.filter((role) => role === 'Sect')).toHaveLength(2);
    expect(pages.structure.find(({ role }) => role === 'Figure')!.alt).toBe('图 a');
    expect(pages.structure.filter(({ role }) => role === 'TH').map(({ scope }) => scope)).toEqual([
      'Column',
      'Column',
      'Row',
    ]);
  });

  it('leaves a name of the report whole, in prose and lists, wherever a line would end', () => {
    const name = '慈溪创新设计研究院';
    for (let before = 30; before < 40; before += 1) {
      const words = `${'文'.repeat(before)}${name}${'文'.repeat(50)}`;
      const blocks: Block[] = [paragraph(words), { kind: 'list', ordered: false, items: [[paragraph(words)]], span }];
      const parted = (keep: readonly string[]): boolean =>
        !layWith(theme, fonts, blocks, { typesetting: { keep, prohibition: 'gb' } })
          .pages.pages.flatMap(linesOn)
          .filter((line) => /[慈院]/.test(line))
          .every((line) => line.includes(name));
      expect(parted([name]), `${before} characters before it`).toBe(false);
      expect(parted([]), 'without the name').toBe(true);
    }
  });

  it('breaks lines as strictly as the report says', () => {
    const words = `${'文'.repeat(39)}/${'文'.repeat(20)}`;
    const first = (prohibition: 'gb' | 'basic'): string =>
      linesOn(
        layWith(theme, fonts, [paragraph(words)], { typesetting: { keep: [], prohibition } }).pages.pages[0]!,
      )[0]!;
    expect(first('basic').endsWith('/')).toBe(true);
    expect(first('gb').endsWith('文')).toBe(true);
  });

  it('parts English words in Chinese and English documents, no words of other languages', () => {
    const narrow: typeof theme = { ...theme, paper: { ...theme.paper, page: { width: 160, height: 700 } } };
    const words = paragraph('internationalization internationalization internationalization');
    const parts = (language: string): boolean =>
      layWith(narrow, fonts, [words], { language })
        .pages.pages.flatMap((page) => page.items)
        .some(
          (item) =>
            item.kind === 'text' &&
            item.paragraphs.some(({ lines: set }) =>
              set.some(({ fragments }) => fragments.some(({ hyphen }) => hyphen === true)),
            ),
        );
    expect(['en', 'zh-CN', 'de'].map(parts)).toEqual([true, true, false]);
  });
});
