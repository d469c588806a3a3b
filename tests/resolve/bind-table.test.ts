import { describe, expect, it } from 'vitest';
import type { Block, TableBlock, Inline } from '../../src/model/document.js';
import { blocksOf, textOf, withYaml } from '../read/report-files.js';

const tableOf = (spec: string): { table: TableBlock<Inline>; told: readonly string[] } => {
  const { blocks, told } = blocksOf('{{table "t"}}', {
    report: withYaml(`tables:\n  t:\n${spec.replace(/^/gm, '    ')}\n`),
  });
  return { table: blocks.find((block: Block): block is TableBlock<Inline> => block.kind === 'table')!, told };
};
const cells = (table: TableBlock<Inline>) => table.rows.map((row) => row.cells.map((cell) => textOf(cell.inlines)));

describe('a table of the report', () => {
  it('has rows that head those below, and totals, by their first cell', () => {
    const { table, told } = tableOf(
      'head: [项, 数]\nrows:\n  - [农业, ""]\n  - [粮食, "3"]\n  - [合计, "3"]\ngroups: [农业]\ntotals: [合计]',
    );
    expect(told).toEqual([]);
    expect(table.rows.map((row) => row.emphasis)).toEqual(['group', 'none', 'total']);
  });

  it('tells of a total that no row has, with the nearest', () => {
    const { told } = tableOf('head: [项, 数]\nrows:\n  - [合计, "3"]\ntotals: [总计]');
    expect(told.join()).toMatch(/unknown-row/);
  });

  it('joins cells of the first column that say the same, where asked', () => {
    const { table } = tableOf('head: [领域, 项]\nmerge: true\nrows:\n  - [城市, 路]\n  - [城市, 桥]\n  - [乡村, 田]');
    expect(cells(table)).toEqual([['城市', '路'], ['桥'], ['乡村', '田']]);
    expect(table.rows.map((row) => row.cells[0]!.down)).toEqual([2, 1, 1]);
  });

  it('of more columns than any page has room for is told at once, and is none', () => {
    const row = Array.from({ length: 142 }, (_, index) => index).join(', ');
    const { table, told } = tableOf(`head: [${row}]\nrows:\n  - [${row}]`);
    expect(table).toBeUndefined();
    expect(told.join()).toContain('table-too-wide the table "t" of 142 columns is wider than its place');
  });

  it.each([
    ['…', 'end'],
    ['n/a', 'end'],
    ['..', 'end'],
    ['无', 'end'],
    ['12 345', 'end'],
    ['planned', 'start'],
  ])('a column of numbers stays one where a cell says %s: %s', (cell, align) => {
    const { table } = tableOf(`head: [a, b]\nrows:\n  - [x, "1 234"]\n  - [y, "${cell}"]`);
    expect(table.columns[1]!.align).toBe(align);
  });

  it('leaves them apart where not asked', () => {
    const { table } = tableOf('head: [领域, 项]\nrows:\n  - [城市, 路]\n  - [城市, 桥]');
    expect(cells(table)).toEqual([
      ['城市', '路'],
      ['城市', '桥'],
    ]);
  });
});

describe('the register', () => {
  const figures =
    'id,label,value,unit,change,basis,rank,scope,source\na,甲,3,个,8.1,同比,,,年鉴\nb,乙,,,,,7,全省,公报\nc,丙,5,个,,,,,年鉴\n';
  const registerOf = (tag: string) => {
    const { blocks, told } = blocksOf(tag, { report: { ...withYaml(''), 'figures.csv': figures } });
    return { table: blocks.find((block: Block): block is TableBlock<Inline> => block.kind === 'table')!, told };
  };

  it('marks the source of each figure, and names each source once below', () => {
    const { table } = registerOf('{{register columns="label source"}}');
    expect(cells(table)).toEqual([
      ['甲', '①'],
      ['乙', '②'],
      ['丙', '①'],
    ]);
    expect(table.notes.map(textOf)).toEqual(['来源：①年鉴；②公报']);
  });

  it('has the change or the rank in one column where asked', () => {
    expect(cells(registerOf('{{register columns="label standing"}}').table)).toEqual([
      ['甲', '同比增长8.1%'],
      ['乙', '全省第七'],
      ['丙', ''],
    ]);
  });

  it('tells of a column that it does not have', () => {
    expect(registerOf('{{register columns="label rnak"}}').told.join()).toMatch(/unknown-column/);
  });
});
