/**
 * What a deck leaves for a viewer whose Latin font is wider: letters and digits of half a square may become a fifth
 * wider.
 */
import { describe, expect, it } from 'vitest';
import { layKpis } from '../../../src/layout/blocks/kpis/kpis.js';
import type { Block, Inline, TableRow } from '../../../src/model/document.js';
import { widestLatin } from '../../../src/text/widen-latin.js';
import { sampleContext } from '../blocks/sample-context.js';
import { fonts, paragraph, span, table, text } from '../briefing/sample-briefing.js';
import { layDeck, slide, textItems } from './sample-deck.js';

const bodyOf = (...blocks: Block[]) => textItems(layDeck(slide('text', '题', blocks)).pages.pages[0]!)[1]!.paragraphs;
/** Ten lines of the region, each full of what is measured as 38 em at most. */
const tenLines = (line: string): Block[] => Array.from({ length: 10 }, () => paragraph(line));

describe('text with digits', () => {
  it('is set smaller where it would take more lines in the wider font', () => {
    expect(bodyOf(...tenLines('字'.repeat(36)))[0]!.runs[0]!.style.size).toBe(10);
    expect(bodyOf(...tenLines('8'.repeat(72)))[0]!.runs[0]!.style.size).toBe(9);
  });

  it('that has no room in the wider font even at the smallest size is set at that size, and not parted or refused', () => {
    const laid = layDeck(slide('text', '题', [paragraph('8 '.repeat(540))]));
    expect(laid.diagnostics).toEqual([]);
    expect(laid.pages.pages).toHaveLength(1);
    expect(textItems(laid.pages.pages[0]!)[1]!.paragraphs[0]!.runs[0]!.style.size).toBe(8);
  });
});

describe('a title of two lines', () => {
  const freeRight = (title: string): number =>
    textItems(layDeck(slide('title', title, [])).pages.pages[0]!)[0]!.inset.right;

  it('leaves less room on its right where it has digits, so that it stays at two', () => {
    const words = freeRight('工业增加值同比增长二成之多，出口额同比增长三成之多');
    const digits = freeRight('工业增加值为1234567890，出口额为1234567890元整');
    expect(words).toBeGreaterThan(50);
    // Of 20 em the first line takes 13: 6 characters, a mark, and 10 digits of half an em, a fifth wider.
    expect(digits).toBeLessThanOrEqual(70);
  });
});

describe('a column of numbers', () => {
  it('has room for them in the wider font', () => {
    const number = '1234567890';
    const block = table(3, () => '一个很长的指标名称'.repeat(3)) as Extract<Block, { kind: 'table' }>;
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell, index) =>
        index === 0 ? cell : { ...cell, inlines: [{ kind: 'text' as const, text: number, span }] },
      ),
    }));
    const item = layDeck(slide('two-tables', '题', [{ ...block, rows }])).pages.pages[0]!.items.find(
      (found) => found.kind === 'table',
    )!;
    const cell = item.rows[1]![1]!;
    expect(item.columnWidths[1]! - cell.inset.left - cell.inset.right).toBeGreaterThanOrEqual(10 * 5 * 1.2);
  });
});

describe('what has room only as it is measured', () => {
  const context = { ...sampleContext(), widestFonts: widestLatin(fonts) };
  const card = (label: string): Extract<Block, { kind: 'kpis' }>['cards'][number] => ({
    id: label,
    span,
    text: {
      label,
      numeral: '30',
      before: null,
      after: null,
      change: null,
      direction: null,
      tone: 'neutral',
      rank: null,
      period: '2024',
    },
  });

  it('is laid all the same: a row of cards gives up the line that it has to spare', () => {
    // 182 pt are left for a label: measured 170, and 204 where it is wider.
    const spared = layKpis(
      { kind: 'kpis', look: 'cards', across: 1, span, cards: [card('A'.repeat(34))] },
      200,
      context,
    );
    const plain = layKpis(
      { kind: 'kpis', look: 'cards', across: 1, span, cards: [card('A'.repeat(34))] },
      200,
      sampleContext(),
    );
    expect(spared.height).toBe(plain.height + 15);
    expect(
      spared.stretch!.to(plain.height).items.flatMap(({ kind, box }) => (kind === 'text' ? [box.height] : [])),
    ).toEqual([plain.height]);
  });

  it('is laid all the same: a table that is too narrow for wider numbers', () => {
    const numbers = Array.from({ length: 4 }, (): TableRow<Inline>['cells'][number] => ({
      inlines: [text('12345678')],
      across: 1,
      down: 1,
    }));
    const block = {
      ...table(1),
      columns: numbers.map(() => ({ align: 'end' as const, weight: null })),
      head: [],
      rows: [{ emphasis: 'none' as const, cells: numbers }],
    } as Block;
    // Four columns of 40 pt and 13 of padding in 226 pt; wider they would want 244.
    const laid = layDeck(slide('wide-table', '题', [block]));
    expect(laid.diagnostics).toEqual([]);
  });
});
