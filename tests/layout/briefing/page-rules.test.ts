/** The rules of a page, held over long generated documents of every mixture of blocks. */
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/model/document.js';
import type { Page, TextItem } from '../../../src/model/page.js';
import { chart, heading, itemsOf, lay, lines, paper, paragraph, table } from './sample-briefing.js';

/** Numbers that look random and are the same each time. */
function* numbersFrom(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x297a2d39) | 0;
    yield (state >>> 0) / 2 ** 32;
  }
}

/** Characters that tell paragraphs apart. */
const characterOf = (index: number): string => String.fromCodePoint(0x4e00 + index);

function generate(seed: number, count: number): Block[] {
  const numbers = numbersFrom(seed);
  const next = (most: number): number => Math.floor(numbers.next().value * most);
  let level = 0;
  return Array.from({ length: count }, (_, index): Block => {
    const kind = index === 0 ? 9 : index === count - 1 ? 0 : next(10);
    if (kind >= 8) {
      level = Math.min(level + 1, 1 + next(3));
      return heading(level as 1 | 2 | 3, `标题${index}`);
    }
    if (kind === 7) return chart(`c${index}`);
    if (kind === 6) return { ...table(3 + next(60), (row) => `表${index}行${row}`), id: `t${index}` } as Block;
    return lines(1 + next(14), characterOf(index));
  });
}

const bottom = paper.page.height - paper.margin.bottom;
const readItems = (page: Page): TextItem[] => itemsOf(page, 'text').filter(({ tag }) => tag !== 'artifact');
const linesOf = (item: TextItem): string[] =>
  item.paragraphs.flatMap((each) => each.lines.map((line) => line.fragments.map(({ text }) => text).join('')));

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('a long document, mixture %i', (seed) => {
  const blocks = generate(seed, 220);
  const {
    pages: { pages },
    diagnostics,
  } = lay(...blocks);

  it('runs over many pages without a complaint', () => {
    expect(diagnostics).toEqual([]);
    expect(pages.length).toBeGreaterThan(25);
  });

  it('keeps everything within the margins', () => {
    for (const page of pages)
      for (const { box, name, tag } of page.items) {
        if (tag === 'artifact') continue;
        expect(box.y, name).toBeGreaterThanOrEqual(paper.margin.top - 0.01);
        expect(box.y + box.height, `${name} on page ${page.label}`).toBeLessThanOrEqual(bottom + 0.01);
      }
  });

  it('says every line once, in order', () => {
    const expected = blocks
      .flatMap((block) =>
        block.kind === 'paragraph' && block.inlines[0]?.kind === 'text' ? [block.inlines[0].text] : [],
      )
      .join('');
    const said = pages
      .flatMap((page) => readItems(page).flatMap(linesOf))
      .filter((line) => /^(.)\1*$/u.test(line) && line.length === 40)
      .join('');
    expect(said).toBe(expected);
  });

  it('leaves no line of a longer paragraph alone', () => {
    const total = new Map(
      blocks.flatMap((block) =>
        block.kind === 'paragraph' && block.inlines[0]?.kind === 'text'
          ? [[block.inlines[0].text[0]!, block.inlines[0].text.length / 40] as const]
          : [],
      ),
    );
    for (const page of pages)
      for (const item of readItems(page)) {
        const said = linesOf(item);
        const whole = total.get(said[0]?.[0] ?? '');
        if (whole === undefined || said[0]!.length !== 40 || whole < 4) continue;
        expect(said.length, `of ${whole} lines on page ${page.label}`).toBeGreaterThanOrEqual(2);
      }
  });

  it('ends no page with a heading', () => {
    for (const page of pages.slice(0, -1)) {
      const last = page.items
        .filter(({ tag }) => tag !== 'artifact')
        .sort((a, b) => a.box.y - b.box.y)
        .at(-1);
      if (last?.kind === 'text') expect(linesOf(last).join(''), `page ${page.label}`).not.toMatch(/^标题/u);
    }
  });

  it('keeps figures in their order', () => {
    const shown = pages.flatMap((page) => itemsOf(page, 'chart').map((item) => item.chart.id));
    expect(shown).toEqual(blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart.id] : [])));
  });

  it('repeats the head of a table on each page that it runs over, and loses no row', () => {
    for (const page of pages)
      for (const item of itemsOf(page, 'table')) {
        expect(item.headRows).toBe(1);
        expect(item.rows.length).toBeGreaterThan(1);
      }
    const rows = pages.flatMap((page) =>
      itemsOf(page, 'table').flatMap((item) => item.rows.slice(item.headRows)),
    ).length;
    expect(rows).toBe(blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0));
  });
});

describe('references', () => {
  const see = (id: string): Block => ({
    ...(paragraph('见') as Extract<Block, { kind: 'paragraph' }>),
    inlines: [
      { kind: 'text', text: '见', span: { file: 'a', line: 1, column: 1 } },
      { kind: 'link', href: `#${id}`, children: [], span: { file: 'a', line: 1, column: 1 } },
    ],
  });
  const wordsOf = (...blocks: Block[]): string[] =>
    lay(...blocks).pages.pages.flatMap((page) => readItems(page).flatMap(linesOf));

  it('without words say the number of a figure or a table, before it or behind it', () => {
    expect(wordsOf(see('b'), chart('a'), chart('b'), table(1), see('table'))).toEqual(
      expect.arrayContaining(['见图2', '见表1']),
    );
  });

  it('without words say the words of a heading, and lead to its page', () => {
    expect(wordsOf(heading(1, '工业'), see('工业'))).toContain('见工业');
    const { pages } = lay(see('工业'), lines(60), heading(1, '工业'), lines(1));
    expect(readItems(pages.pages[0]!)[0]!.paragraphs[0]!.runs[1]!.link).toEqual({ kind: 'page', page: 1 });
  });
});

describe('prose in narrow columns', () => {
  const flow = (count: number, ...blocks: Block[]): Block => ({
    kind: 'columns',
    columns: [{ weight: 1, blocks }],
    flow: count,
    span: { file: 'a', line: 1, column: 1 },
  });
  const ends = (page: Page): number[] => {
    const byColumn = new Map<number, number>();
    for (const { box } of readItems(page)) byColumn.set(box.x, Math.max(byColumn.get(box.x) ?? 0, box.y + box.height));
    return [...byColumn.values()];
  };

  it.each([1, 2, 3])('runs through %i of them, page after page, and ends them at one height', (count) => {
    const {
      pages: { pages },
      diagnostics,
    } = lay(flow(count, ...Array.from({ length: 40 }, (_, index) => lines(6, characterOf(index)))));
    expect(diagnostics).toEqual([]);
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages.slice(0, -1)) {
      expect(ends(page)).toHaveLength(count);
      for (const end of ends(page)) expect(bottom - end).toBeLessThan(3 * 15);
    }
    const last = ends(pages.at(-1)!);
    expect(Math.max(...last) - Math.min(...last)).toBeLessThanOrEqual(3 * 15);
    const said = pages.flatMap((page) => readItems(page).flatMap(linesOf)).join('');
    expect(said).toBe(Array.from({ length: 40 }, (_, index) => characterOf(index).repeat(240)).join(''));
  });

  it('keeps a heading with its text', () => {
    const {
      pages: { pages },
    } = lay(flow(2, lines(5), heading(2, '小题'), lines(5, '后')));
    const items = readItems(pages[0]!);
    const title = items.find((item) => linesOf(item)[0] === '小题')!;
    expect(
      items.some(
        (item) => item.box.x === title.box.x && item.box.y > title.box.y && linesOf(item)[0]!.startsWith('后'),
      ),
    ).toBe(true);
  });
});
