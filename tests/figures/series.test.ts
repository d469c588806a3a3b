import { describe, expect, it } from 'vitest';
import { blocksOf, readFrom, textOf, withYaml } from '../read/report-files.js';

const long = `id,label,value,unit,period,source
gdp,地区生产总值,1080.2,亿元,2022,公报
gdp,,1150.3,,2023,公报
gdp,,1219.0,,2024,公报
population,常住人口,186.5,万人,2024,公报
`;

/** What a line of a briefing prints, and what was told. */
function printed(line: string, report: Record<string, string> = { 'figures.csv': long }) {
  const { blocks, told } = blocksOf(line, { report });
  const [block] = blocks;
  return { text: block?.kind === 'paragraph' ? textOf(block.inlines) : null, told };
}

const seriesOf = (report: Record<string, string | Uint8Array>, id: string) => {
  const { value, told } = readFrom(report);
  return {
    told,
    points: value?.series.get(id)?.points.map(({ key, figure }) => [key, figure.quantity?.value, figure.unit]),
    face: value?.figures.get(id),
  };
};

describe('a figure of several periods', () => {
  it('is the one of the report where it is named alone', () => {
    expect(printed('{{figure "gdp"}}')).toEqual({ text: '1219.0亿元', told: [] });
  });

  it('takes what its first row says of label and unit', () => {
    expect(seriesOf({ 'figures.csv': long }, 'gdp')).toMatchObject({
      told: [],
      face: { id: 'gdp', period: '2024' },
      points: [
        ['2022', 1080.2, '亿元'],
        ['2023', 1150.3, '亿元'],
        ['2024', 1219, '亿元'],
      ],
    });
  });

  it.each([
    ['{{figure "gdp" period="2023"}}', '1150.3亿元'],
    ['{{figure "gdp" period=2023}}', '1150.3亿元'],
    ['{{figure "gdp" period="2023年"}}', '1150.3亿元'],
    ['{{figure "gdp" period="-1"}}', '1150.3亿元'],
    ['{{figure "gdp" period=-2}}', '1080.2亿元'],
    ['{{figure "gdp@2022"}}', '1080.2亿元'],
    ['{{label "gdp" period="2022"}}', '地区生产总值'],
    ['{{series "gdp"}}', '2022年1080.2亿元、2023年1150.3亿元、2024年1219.0亿元'],
    ['{{series "gdp" last=2}}', '2023年1150.3亿元、2024年1219.0亿元'],
    ['{{series "gdp" to="2023" part="number"}}', '2022年1080.2、2023年1150.3'],
    ['{{#each (periods "gdp" last=2)}}{{figure "gdp" period=this}}；{{/each}}', '1150.3亿元；1219.0亿元；'],
  ])('prints another period: %s', (line, text) => {
    expect(printed(line)).toEqual({ text, told: [] });
  });

  it('tells which periods it has where it lacks one', () => {
    expect(printed('{{figure "gdp" period="2019"}}').told).toEqual([
      'templates/plain/briefing.hbs:1:1 unknown-period the figure "gdp" has no period 2019',
    ]);
    expect(printed('{{figure "population" period="-1"}}').told).toHaveLength(1);
  });

  it('has each period once, in any order of rows', () => {
    const { points } = seriesOf(
      { 'figures.csv': 'id,label,value,unit,period\na,甲,3,个,2024\na,甲,1,个,2022\na,甲,2,个,2023\n' },
      'a',
    );
    expect(points?.map(([key]) => key)).toEqual(['2022', '2023', '2024']);
    expect(
      readFrom({ 'figures.csv': 'id,label,value,unit,period\na,甲,3,个,2024\na,甲,1,个,2022\na,甲,2,个,2022年\n' })
        .told,
    ).toEqual(['data/r/figures.csv:4:9 duplicate-period the figure "a" has 2022年 twice']);
  });

  it('keeps its last period up to that of the report', () => {
    const quarters = 'id,label,value,unit,period\na,甲,1,个,2024Q3\na,甲,2,个,2024Q4\na,甲,3,个,2025Q1\n';
    expect(seriesOf({ 'figures.csv': quarters }, 'a').face?.period).toBe('2024Q4');
  });
});

describe('a table with periods across or down', () => {
  it.each([
    ['across', 'id,label,unit,2022,2023,2024\ngdp,生产总值,亿元,1.5,2.5,3.5\npop,人口,万人,10,,12\n'],
    ['across, as an office heads it', '指标,单位,2022年,2023年,2024年\ngdp,亿元,1.5,2.5,3.5\npop,万人,10,—,12\n'],
    ['across, the unit in the label', '指标,2022,2023,2024\ngdp（亿元）,1.5,2.5,3.5\npop（万人）,10,…,12\n'],
    ['down', '年份,gdp（亿元）,pop（万人）\n2022,1.5,10\n2023,2.5,\n2024,3.5,12\n'],
  ])('%s is read as series', (_, csv) => {
    expect(seriesOf({ 'figures.csv': csv }, 'gdp')).toMatchObject({
      told: [],
      points: [
        ['2022', 1.5, '亿元'],
        ['2023', 2.5, '亿元'],
        ['2024', 3.5, '亿元'],
      ],
    });
    expect(seriesOf({ 'figures.csv': csv }, 'pop').points).toEqual([
      ['2022', 10, '万人'],
      ['2024', 12, '万人'],
    ]);
  });

  it('may stand in YAML, a key a period', () => {
    const yaml = 'gdp: { label: 生产总值, unit: 亿元, 2022: 1.50, 2023: 2.5, 2024: 3.5 }\n';
    const { points, told } = seriesOf(
      { 'report.yaml': withYaml('')['report.yaml']!.replace('.csv', '.yaml'), 'figures.yaml': yaml },
      'gdp',
    );
    expect(told).toEqual([]);
    expect(points?.map(([, value]) => value)).toEqual([1.5, 2.5, 3.5]);
  });

  it('names the cell of a text among its numbers', () => {
    expect(readFrom({ 'figures.csv': '指标,单位,2023,2024\ngdp,亿元,1.5,多\n' }).told).toEqual([
      expect.stringMatching(/^data\/r\/figures\.csv:2:12 not-a-number/),
    ]);
  });
});

describe('a chart over figures', () => {
  const quarters =
    'id,label,value,unit,period\n' +
    ['2023Q3,1', '2023Q4,2', '2024Q2,4', '2024Q3,5']
      .map((line) => line.split(','))
      .map(([period, value]) => `a,甲,${value},亿元,${period}\n`)
      .join('');
  const chartOf = (spec: string, csv: string) => {
    const { blocks, told } = blocksOf('{{chart "c"}}', {
      report: { ...withYaml(`charts:\n  c: { type: line, title: 图, ${spec} }\n`), 'figures.csv': csv },
    });
    const [block] = blocks;
    return { chart: block?.kind === 'chart' ? block.chart : null, told };
  };

  it('takes their periods as categories, at equal distances, with a gap where one is missing', () => {
    const { chart, told } = chartOf('series: [a]', quarters);
    expect(told).toEqual([]);
    expect(chart?.categories).toEqual(['2023年三季度', '2023年四季度', '2024年一季度', '2024年二季度', '2024年三季度']);
    expect(chart?.series).toMatchObject([{ name: '甲' }]);
    expect(chart?.series[0]?.points.map(({ value, figure }) => [value, figure])).toEqual([
      [1, 'a@2023Q3'],
      [2, 'a@2023Q4'],
      [null, null],
      [4, 'a@2024Q2'],
      [5, 'a'],
    ]);
  });

  it('takes the periods that are asked for', () => {
    expect(chartOf('series: [a], last: 2', quarters).chart?.categories).toEqual(['2024年二季度', '2024年三季度']);
    expect(chartOf('series: [a], periods: 2023Q4..2024Q2', quarters).chart?.categories).toHaveLength(3);
    expect(chartOf('series: [a], periods: 2010Q1..2011Q1', quarters).told).toEqual([
      expect.stringContaining('no-periods'),
    ]);
    expect(chartOf('series: [a], periods: some', quarters).told[0]).toContain('not-periods');
  });

  it('has a period for a category where figures of one label would all be called alike', () => {
    const years =
      'id,label,value,unit,period\ng.2021,生产总值,1,亿元,2021\ng.2022,生产总值,2,亿元,2022\ng.2024,生产总值,4,亿元,2024\n';
    const { chart, told } = chartOf('figures: [g.2021, g.2022, g.2024]', years);
    expect(told).toEqual([]);
    expect(chart?.categories).toEqual(['2021', '2022', '2023', '2024']);
    expect(chart?.series).toHaveLength(1);
    expect(chart?.series[0]?.points.map(({ figure }) => figure)).toEqual(['g.2021', 'g.2022', null, 'g.2024']);
  });
});

describe('the register', () => {
  const rowsOf = (csv: string) => {
    const { blocks } = blocksOf('{{register columns="label value"}}', { report: { 'figures.csv': csv } });
    const [block] = blocks;
    return block?.kind === 'table'
      ? block.rows.map(({ cells }) => cells.map(({ inlines }) => textOf(inlines)).join(' '))
      : null;
  };

  it('shows a series once, with its latest value', () => {
    expect(rowsOf(long)).toEqual(['地区生产总值 1219.0亿元', '常住人口 186.5万人']);
  });

  it('shows figures once that are alike in all but their year', () => {
    expect(
      rowsOf('id,label,value,unit,period\ng.23,总值,1,亿元,2023\np,人口,9,万人,2024\ng.24,总值,2,亿元,2024\n'),
    ).toEqual(['总值 2亿元', '人口 9万人']);
  });
});
