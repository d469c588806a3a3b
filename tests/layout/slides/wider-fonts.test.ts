/** What a deck leaves for a viewer whose Latin font is wider: letters and digits of half a square may become a fifth wider. */
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/model/document.js';
import { paragraph, span, table } from '../briefing/sample-briefing.js';
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
  const freeRight = (title: string): number => textItems(layDeck(slide('title', title, [])).pages.pages[0]!)[0]!.inset.right;

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
    const rows = block.rows.map((row) => ({ ...row, cells: row.cells.map((cell, index) => index === 0 ? cell : { ...cell, inlines: [{ kind: 'text' as const, text: number, span }] }) }));
    const item = layDeck(slide('two-tables', '题', [{ ...block, rows }])).pages.pages[0]!.items.find((found) => found.kind === 'table')!;
    const cell = item.rows[1]![1]!;
    expect(item.columnWidths[1]! - cell.inset.left - cell.inset.right).toBeGreaterThanOrEqual(10 * 5 * 1.2);
  });
});
