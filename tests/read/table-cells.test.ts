/** What stands in a cell is what it prints: a sign at the start of a line makes no list of it, a line end is one. */
import { describe, expect, it } from 'vitest';
import { blocksOf, textOf } from './report-files.js';

const cellsOf = (csv: string): readonly (readonly string[])[] => {
  const more = 'tables: { t: { file: t.csv } }\n';
  const yaml = `bundle: plain\ntheme: celadon\ntitle: 表\ndate: '2025-01-16'\nfigures: figures.csv\n${more}`;
  const { blocks, told } = blocksOf('{{table "t"}}', { report: { 'report.yaml': yaml, 't.csv': csv } });
  expect(told).toEqual([]);
  const [table] = blocks;
  if (table?.kind !== 'table') throw new Error('no table was made');
  return table.rows.map(({ cells }) => cells.map(({ inlines }) => textOf(inlines)));
};

describe('a cell', () => {
  it('prints a dash, a numeral with a dot and other signs of Markdown blocks as they stand', () => {
    expect(cellsOf('项目,值\n甲,-\n乙,1.\n丙,2024. 年度总结\n丁,# 3\n戊,> 5\n己,+ 1\n庚,---\n')).toEqual([
      ['甲', '-'],
      ['乙', '1.'],
      ['丙', '2024. 年度总结'],
      ['丁', '# 3'],
      ['戊', '> 5'],
      ['己', '+ 1'],
      ['庚', '---'],
    ]);
  });

  it('ends its lines where they were ended', () => {
    expect(cellsOf('项目,说明\n甲,"第一行\n- 第二行"\n乙,"a\n\nb"\n')).toEqual([
      ['甲', '第一行\n- 第二行'],
      ['乙', 'a\nb'],
    ]);
  });

  it('still takes emphasis, links, values and <br>', () => {
    expect(cellsOf('项目,值\n甲,**强** <br> [a](https://example.org)\n')).toEqual([['甲', '强 \n a']]);
  });

  it('of a fraction is text beside others, with no unit in it', () => {
    expect(cellsOf('项目,份额\n甲,2 1/2\n乙,1/2\n')).toEqual([
      ['甲', '2 1/2'],
      ['乙', '1/2'],
    ]);
  });
});

it('a caption that begins like a list is a caption', () => {
  const more = "tables: { t: { caption: '1. 概况', head: [a, b], rows: [['甲', '1']] } }\n";
  const yaml = `bundle: plain\ntheme: celadon\ntitle: 表\ndate: '2025-01-16'\nfigures: figures.csv\n${more}`;
  const { blocks } = blocksOf('{{table "t"}}', { report: { 'report.yaml': yaml } });
  expect(blocks[0]?.kind === 'table' && textOf(blocks[0].caption)).toBe('1. 概况');
});

describe('rows that are written in report.yaml', () => {
  const shaped = (more: string): { rows: readonly (readonly string[])[]; told: readonly string[] } => {
    const table = `tables:\n  t:\n    head: [镇, 产值（万元）, 去年]\n    rows: [[甲, 20, 16], [乙, 30, 30], [丙, 10, 8]]\n${more}`;
    const yaml = `bundle: plain\ntheme: celadon\ntitle: 表\ndate: '2025-01-16'\nfigures: figures.csv\n${table}`;
    const { blocks, told } = blocksOf('{{table "t"}}', { report: { 'report.yaml': yaml } });
    const [made] = blocks;
    const rows =
      made?.kind === 'table' ? made.rows.map(({ cells }) => cells.map(({ inlines }) => textOf(inlines))) : [];
    return { rows, told };
  };

  it('are derived, sorted, summed and turned as those of a file', () => {
    expect(shaped(`    derive: { 位次: 'rank("产值")' }\n    sort: 产值\n    total: 合计\n`)).toEqual({
      told: [],
      rows: [
        ['乙', '30', '30', '1'],
        ['甲', '20', '16', '2'],
        ['丙', '10', '8', '3'],
        ['合计', '60', '54', ''],
      ],
    });
    expect(shaped('    transpose: true\n').rows).toEqual([
      ['产值（万元）', '20', '30', '10'],
      ['去年', '16', '30', '8'],
    ]);
  });

  it('name what they do not have', () => {
    expect(shaped('    sort: 产量\n').told.join()).toContain('产量');
  });
});
