import { describe, expect, it } from 'vitest';
import { measureLine } from '../../src/locale/chart-words.js';
import { blocksOf, withYaml } from '../read/report-files.js';

function chartOf(spec: string, table: string, language = 'zh-CN') {
  const { blocks } = blocksOf('{{chart "c"}}', {
    report: {
      ...withYaml(
        `locale: ${language}\nunits: ['USD million']\ncharts:\n  c: { ${spec}, table: t }\ntables:\n  t: { file: tables/t.csv }\n`,
      ),
      'tables/t.csv': table,
    },
  });
  const chart = blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []))[0]!;
  return { chart, line: measureLine(chart), labels: chart.series[0]!.points.map(({ label }) => label) };
}

const table = '类,甲\n一,5.5\n二,-1234\n三,\n';

describe('a unit that all numbers of a chart share', () => {
  it('is said once, behind the title, and labels are bare numbers', () => {
    const { line, labels, chart } = chartOf('type: bar, title: 营业收入, unit: 亿元', table);
    expect(line).toBe('营业收入，亿元');
    expect(labels).toEqual(['5.5', '−1234', '']);
    expect(chart.series[0]!.points.map(({ format }) => format)).toEqual(['0.0;"−"0.0', '0;"−"0', null]);
  });

  it('is not said again where the title ends with it', () => {
    for (const title of ['营业收入（亿元）', '营业收入/亿元', '营业收入，亿元'])
      expect(chartOf(`type: bar, title: "${title}", unit: 亿元`, table).line).toBe(title);
    expect(chartOf('type: bar, title: 三个人, unit: 人', table).line).toBe('三个人，人');
  });

  it('is said in English as well, with digits in groups', () => {
    const { line, labels } = chartOf('type: column, title: Revenue, unit: USD million', table, 'en');
    expect(line).toBe('Revenue, USD million');
    expect(labels[1]).toBe('−1,234');
  });

  it('stays with the numbers where it is a sign of shares, or where cells write several', () => {
    expect(chartOf("type: bar, title: 增速, unit: '%'", table)).toMatchObject({
      line: '增速',
      labels: ['5.5%', '−1234%', ''],
    });
    expect(chartOf('type: radar, title: 图', '类,甲\n一,5亿元\n二,3个\n')).toMatchObject({
      line: '图',
      labels: ['5亿元', '3个'],
    });
  });

  it('stays with a number that stands alone', () => {
    expect(chartOf('type: bar, title: 图, unit: 亿元', '类,甲\n一,5\n')).toMatchObject({
      line: '图',
      labels: ['5亿元'],
    });
  });

  it('is said with each number to those who cannot see the chart', () => {
    expect(chartOf('type: bar, title: 营业收入, unit: 亿元', table).chart.alt).toContain('一5.5亿元');
  });
});
