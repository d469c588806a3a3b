import { describe, expect, it } from 'vitest';
import { blocksOf, withYaml } from '../read/report-files.js';

const csv = '类,甲,乙,丙\n一,5.5,1,9\n二,,0,8\n三,-2,3,7\n四,1.25,4,6\n五,3,5,5\n';

/** A chart of the table above, and what was told of it. */
function chartOf(spec: string, table = csv) {
  const { blocks, diagnostics } = blocksOf('{{chart "c"}}', {
    report: {
      ...withYaml(`charts:\n  c: { title: 图, ${spec} }\ntables:\n  t: { file: tables/t.csv }\n`),
      'tables/t.csv': table,
    },
  });
  const chart = blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []))[0];
  return { chart, codes: diagnostics.map(({ code }) => code), diagnostics };
}

const valuesOf = (spec: string): (number | null)[] | undefined =>
  chartOf(spec).chart?.series[0]?.points.map(({ value }) => value);

describe('the numbers of a chart', () => {
  it('of many series are columns of the table; a gap is a gap and a zero is a zero', () => {
    const { chart, codes } = chartOf('type: column, table: t, stack: stacked');
    expect(codes).toEqual([]);
    expect(chart).toMatchObject({
      stack: 'stacked',
      categories: ['一', '二', '三', '四', '五'],
      series: [{ name: '甲' }, { name: '乙' }, { name: '丙' }],
    });
    expect(valuesOf('type: column, table: t')).toEqual([5.5, null, -2, 1.25, 3]);
    expect(chart?.series[1]?.points[1]?.value).toBe(0);
  });

  it('are the largest alone where that is asked for, the rest added up without the dust of fractions', () => {
    const { chart } = chartOf('type: bar, table: t, series: 丙, top: 2, unit: 亿元');
    expect(chart?.categories).toEqual(['一', '二', '其他']);
    expect(chart?.series[0]?.points.map(({ label }) => label)).toEqual(['9', '8', '18']);
    expect(chartOf('type: bar, table: t, series: 丙, top: 4').chart?.categories).toHaveLength(5);
  });

  it('of lines over columns have their own unit', () => {
    const { chart } = chartOf("type: combo, table: t, series: [丙, 乙], unit: 亿元, lines: 乙, lines_unit: '%'");
    expect(chart?.lines).toEqual({ names: ['乙'], unit: '%' });
    const { codes } = chartOf("type: combo, table: t, series: [丙, 乙], lines: 乙, lines_unit: '%'");
    expect(codes).not.toContain('mixed-units');
    expect(chart?.series.map(({ points }) => points[0]?.label)).toEqual(['9亿元', '1%']);
  });

  it('may have a target, a forecast and notes', () => {
    const { chart } = chartOf(
      'type: column, table: t, series: 丙, unit: 亿元, target: 8, forecast: 四, notes: { 一: 最高 }',
    );
    expect(chart).toMatchObject({
      marks: [{ kind: 'line', role: 'target', value: 8, label: '目标8' }],
      forecast: 3,
      series: [{ points: [{ note: '最高' }, {}, {}, {}, {}] }],
    });
  });

  it('of a Chart.js configuration are read out for those who cannot see it', () => {
    const { chart, codes } = chartOf(
      'type: chartjs, chartjs: { type: bar, data: { labels: [甲, 乙], datasets: [{ label: 数, data: [3, 5] }] } }',
    );
    expect(codes).toEqual([]);
    expect(chart?.alt).toBe('图表：图。甲3，乙5，最高乙，最低甲。');
  });
});

describe('a chart that cannot be drawn as asked', () => {
  it.each([
    ['a category that is not there', 'type: column, table: t, series: 丙, forecast: 六', 'unknown-category'],
    ['a note at no category', 'type: line, table: t, series: 丙, notes: { 六: 无 }', 'unknown-category'],
    ['a key that its kind does not read', 'type: pie, table: t, series: 丙, stack: stacked', 'key-not-for-kind'],
    ['too few series', 'type: bubble, table: t, series: [甲, 乙]', 'series-count'],
    ['too many series', 'type: pie, table: t', 'series-count'],
    [
      'a log axis for numbers that are not above zero',
      'type: column, table: t, series: 甲, scale: log',
      'log-needs-positive',
    ],
    ['an unknown way to stack', 'type: column, table: t, stack: piled', 'unknown-value'],
    ['an unknown key', 'type: column, table: t, stak: stacked', 'unknown-key'],
    ['a Chart.js kind that is none', 'type: chartjs, chartjs: { type: barr, data: { datasets: [] } }', 'unknown-value'],
    ['a Chart.js configuration without data', 'type: chartjs, chartjs: { type: bar }', 'missing-key'],
  ])('tells of %s', (_, spec, code) => {
    expect(chartOf(spec).codes).toContain(code);
  });

  it('tells of a text, of NaN and of ragged rows at their cells', () => {
    const { diagnostics } = chartOf('type: column, table: t', '类,甲,乙\n一,若干,NaN\n二,3\n');
    expect(diagnostics).toMatchObject([
      { code: 'missing-cell', span: { line: 3 } },
      { code: 'not-a-number', span: { line: 2, column: 3 } },
      { code: 'not-a-number', span: { line: 2, column: 6 } },
    ]);
  });

  it('tells of a table without a number, as of an empty one', () => {
    expect(chartOf('type: column, table: t', '类,甲\n一,\n二,—\n').codes).toEqual(['empty-chart']);
  });

  it('tells of an empty table, and of more series than PowerPoint takes', () => {
    expect(chartOf('type: column, table: t', '类,甲\n').codes).toContain('empty-chart');
    const heads = Array.from({ length: 256 }, (_, index) => `列${index}`);
    expect(
      chartOf('type: column, table: t', `类,${heads.join(',')}\n一,${heads.map(() => '1').join(',')}\n`).codes,
    ).toEqual(['too-many-series']);
  });
});
