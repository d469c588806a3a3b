/** A report whose figures and tables stand in workbooks. */
import { writeXlsx } from 'hucre/xlsx';
import type { CellValue, WriteSheet } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { memoryFiles } from '../../src/project/files.js';
import { readReport } from '../../src/read/read-report.js';
import { bindChart } from '../../src/resolve/bind-chart.js';
import { handmadeWorkbook, textRow } from './data/workbook/handmade-workbook.js';
import { figuresCsv, readFrom, reportYaml, withYaml } from './report-files.js';

const ofWorkbook = reportYaml.replace('figures.csv', 'figures.xlsx');
const head = ['id', 'label', 'value', 'unit', 'change', 'change_unit', 'rank'];
const workbook = (...sheets: readonly WriteSheet[]): Promise<Uint8Array> => writeXlsx({ sheets: [...sheets] });

/** Figures of these rows under the usual head. */
async function figuresOf(rows: readonly CellValue[][], formats: readonly string[] = []) {
  const reading = readFrom({
    'report.yaml': ofWorkbook,
    'figures.xlsx': await workbook({
      name: '指标',
      rows: [head, ...rows],
      columns: head.map((_, index) => (formats[index] === undefined ? {} : { numFmt: formats[index] })),
    }),
  });
  return { ...reading, figures: [...reading.value!.figures.values()] };
}

describe('figures in a workbook', () => {
  it('are the same as in a CSV file, but for where they were read', async () => {
    const rows = figuresCsv
      .trim()
      .split('\n')
      .map((line) =>
        line.split(',').map((text) => (/^-?[\d.]+$/.test(text) ? Number(text) : text === '' ? null : text)),
      );
    const fromCsv = [...readFrom().value!.figures.values()];
    const { value, told } = readFrom({
      'report.yaml': ofWorkbook,
      'figures.xlsx': await workbook({ name: '指标', rows }),
    });
    const plain = (figures: readonly object[]): unknown =>
      JSON.parse(
        JSON.stringify(figures, (key, found: unknown) => (key === 'span' || key === 'cells' ? undefined : found)),
      );
    expect(told).toEqual([]);
    expect(plain([...value!.figures.values()])).toEqual(plain(fromCsv));
    expect(value!.figures.get('industry.added')!.cells.change).toEqual({
      file: 'data/r/figures.xlsx',
      line: 3,
      column: 7,
      cell: '指标!G3',
    });
  });

  it('have the decimals that their cells show', async () => {
    const { figures } = await figuresOf(
      [
        ['a', '甲', 5, '亿元', 0.081, null, null],
        ['b', '乙', 546.64, '亿元', -0.166, null, null],
      ],
      ['', '', '0.0', '', '0.0%'],
    );
    expect(figures.map(({ quantity, change }) => [quantity, change?.quantity, change?.unit])).toEqual([
      [{ value: 5, decimals: 1 }, { value: 8.1, decimals: 1 }, '%'],
      [{ value: 546.6, decimals: 1 }, { value: -16.6, decimals: 1 }, '%'],
    ]);
  });

  it('take the digits alone of a number that is shown with commas and its unit', async () => {
    const { figures, told } = await figuresOf(
      [['a', '甲', 1020.5, '亿元', null, null, 6]],
      ['', '', '#,##0.0"亿元"', '', '', '', '"第"0"位"'],
    );
    expect(told).toEqual([]);
    expect(figures[0]).toMatchObject({ quantity: { value: 1020.5, decimals: 1 }, rank: { place: 6 } });
  });

  it('have the unit % where the cell is shown with it and no unit is given', async () => {
    const { figures, told } = await figuresOf([['a', '覆盖率', 0.985, null, null, null, null]], ['', '', '0.0%']);
    expect(told).toEqual([]);
    expect(figures[0]).toMatchObject({ quantity: { value: 98.5, decimals: 1 }, unit: '%' });
  });

  it('cannot be shown with % and have another unit', async () => {
    const { told } = await figuresOf([['a', '甲', 0.5, '亿元', 0.003, '百分点', null]], ['', '', '0%', '', '0.0%']);
    expect(told).toEqual([
      'data/r/figures.xlsx:2:5 percent-unit this cell shows 0.3%, but its unit is 百分点',
      'data/r/figures.xlsx:2:3 percent-unit this cell shows 50%, but its unit is 亿元',
    ]);
  });

  it('say of a mistake in a cell that alone', () => {
    const rows =
      `${textRow(1, ['id', 'label', 'value'])}<row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="B2" t="inlineStr"><is><t>甲</t></is></c><c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>` +
      '<row r="3"><c r="A3" t="e"><v>#REF!</v></c><c r="B3" t="inlineStr"><is><t>乙</t></is></c><c r="C3"><v>1</v></c></row>';
    const { told, diagnostics, value } = readFrom({
      'report.yaml': ofWorkbook,
      'figures.xlsx': handmadeWorkbook({ sheets: [{ name: '指标', rows }] }),
    });
    expect(told.map((text) => text.split(' ')[1])).toEqual(['cell-error', 'cell-error']);
    expect(diagnostics.map(({ span }) => span!.cell)).toEqual(['指标!C2', '指标!A3']);
    expect([...value!.figures.keys()]).toEqual(['a']);
  });

  it('have an unknown column told at its cell, with the nearest name', async () => {
    const { diagnostics } = readFrom({
      'report.yaml': ofWorkbook,
      'figures.xlsx': await workbook({
        name: '指标',
        rows: [
          ['id', 'label', 'valeu'],
          ['a', '甲', 1],
        ],
      }),
    });
    expect(diagnostics[0]).toMatchObject({
      code: 'unknown-key',
      hint: 'did you mean "value"?',
      span: { cell: '指标!C1' },
    });
  });

  it('are found without being named; beside figures.csv one has to be', async () => {
    const bytes = await workbook({
      name: '指标',
      rows: [
        ['id', 'label', 'value'],
        ['a', '甲', 1],
      ],
    });
    const unnamed = reportYaml.replace('figures: figures.csv\n', '');
    const both = readFrom({ 'report.yaml': unnamed, 'figures.xlsx': bytes });
    expect(both.told).toEqual([
      'data/r/report.yaml:1:1 two-figure-files the report has figures.csv and figures.xlsx, and does not say which holds its figures',
    ]);
    expect([...readFrom({ 'report.yaml': ofWorkbook, 'figures.xlsx': bytes }).value!.figures.keys()]).toEqual(['a']);
  });

  it('may stand on several sheets and in several files', async () => {
    const sheet = (name: string, id: string): WriteSheet => ({
      name,
      rows: [['慈溪'], ['id', 'label', 'value', 'unit'], [id, name, 1, '个']],
    });
    const yaml = `${reportYaml.replace('figures: figures.csv\n', '')}figures:\n  - figures.csv\n  - { file: x.xlsx, sheet: 工业, range: A2 }\n  - file: x.xlsx\n    sheet: 外贸\n    range: A2:D9\n`;
    const { value, told } = readFrom({
      'report.yaml': yaml,
      'x.xlsx': await workbook(sheet('工业', 'x.industry'), sheet('外贸', 'x.trade')),
    });
    expect(told).toEqual([]);
    expect([...value!.figures.keys()].slice(-3)).toEqual(['award.innovation', 'x.industry', 'x.trade']);
  });

  it('are read by a report that says so in whatever way, and what reads them is loaded for it', async () => {
    const bytes = await workbook({
      name: '指标',
      rows: [
        ['id', 'label', 'value'],
        ['a', '甲', 1],
      ],
    });
    for (const named of [
      'figures: ./figures.xlsx/',
      'figures: [figures.xlsx]',
      'figures: { file: "figures\\u002exlsx" }',
      '',
    ]) {
      const files = memoryFiles({
        'r/report.yaml': reportYaml.replace('figures: figures.csv', named),
        'r/figures.xlsx': bytes,
      });
      const data = await readReport('r/', files, (diagnostic) => {
        throw new Error(`${named}: ${diagnostic.message}`);
      });
      expect([...data!.figures.keys()], named).toEqual(['a']);
    }
  });

  it('that cannot be opened are the one mistake that is told', () => {
    const { value, told } = readFrom({ ...withYaml('highlights: [gdp.growth]\n'), 'figures.csv': 'id,"label\n' });
    expect([value, told]).toEqual([null, [expect.stringContaining('csv-syntax')]]);
    expect(
      readFrom({ 'report.yaml': `${ofWorkbook}highlights: [gdp.growth]\n`, 'figures.xlsx': 'id,label' }),
    ).toMatchObject({ value: null, told: [expect.stringContaining('not-a-workbook')] });
  });

  it('say where a sheet, a range or a key that names them is wrong', async () => {
    const bytes = await workbook({
      name: '指标',
      rows: [
        ['id', 'label', 'value'],
        ['a', '甲', 1],
      ],
    });
    const told = (named: string): readonly string[] =>
      readFrom({
        'report.yaml': `${reportYaml.replace('figures: figures.csv', `figures: ${named}`)}`,
        'figures.xlsx': bytes,
      }).told.map((text) => text.slice(text.indexOf(' ') + 1));
    expect(told('{ file: figures.xlsx, sheet: 指标表 }')).toEqual(['unknown-sheet unknown sheet "指标表"']);
    expect(told('{ file: figures.xlsx, range: 3-20 }')).toEqual(['wrong-range "3-20" names no cells']);
    expect(told('{ file: figures.xlsx, shet: 指标 }')).toEqual(['unknown-key a file of figures has no field "shet"']);
    expect(told('{ file: figures.csv, sheet: 指标 }')).toEqual([
      'only-of-workbook "sheet" is for workbooks, and data/r/figures.csv is none',
    ]);
  });
});

describe('a table in a workbook', () => {
  const rows = [
    ['项目', '金额', '增幅'],
    ['一般公共预算收入', 1234.5, 0.081],
    ['其中{{figure "industry.added"}}', 546.6, -0.02],
  ];
  const yaml =
    'tables:\n  money:\n    caption: 财政\n    file: tables/data.xlsx\n    sheet: 财政\n    range: A1:C3\ncharts:\n  money: { type: bar, title: 金额, table: money, series: [金额], unit: 亿元 }\n';
  const read = async () =>
    readFrom({
      ...withYaml(yaml),
      'tables/data.xlsx': await workbook({
        name: '财政',
        rows,
        columns: [{}, { numFmt: '#,##0.0' }, { numFmt: '0.0%' }],
      }),
    });

  it('says what its cells show, and its words may name figures', async () => {
    const { value, told } = await read();
    expect(told).toEqual([]);
    const table = value!.tables.get('money')!;
    expect(table.rows.map((row) => row.map(({ source }) => source))).toEqual([
      ['一般公共预算收入', '1,234.5', '8.1%'],
      ['其中{{figure "industry.added"}}', '546.6', '-2.0%'],
    ]);
    expect(value!.words.get(table.rows[1]![0]!)).toMatchObject([
      { kind: 'text' },
      { kind: 'figure-reference', id: 'industry.added', span: { line: 3, column: 1, cell: '财政!A3' } },
    ]);
  });

  it('can be drawn, thousands with their commas too', async () => {
    const { value } = await read();
    const chart = bindChart(value!.charts.get('money')!, {
      data: value!,
      language: 'zh-CN',
      earlier: null,
      footnotes: new Map(),
      headingId: (given) => given,
      tell: (diagnostic) => {
        throw new Error(diagnostic.message);
      },
    });
    expect(chart!.series[0]!.points.map(({ value: number, decimals, span }) => [number, decimals, span.cell])).toEqual([
      [1234.5, 1, '财政!B2'],
      [546.6, 1, '财政!B3'],
    ]);
  });
});
