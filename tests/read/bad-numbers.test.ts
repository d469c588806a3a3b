/** Numbers as people spoil them: each is told at its cell, and nothing is guessed. */
import { describe, expect, it } from 'vitest';
import { blocksOf, readFrom, withYaml } from './report-files.js';

const chartOf = (csv: string, kind = 'bar') =>
  blocksOf('{{chart "c"}}', {
    report: {
      ...withYaml(
        `tables:\n  t: { file: t.csv }\ncharts:\n  c: { type: ${kind}, table: t, series: Output, title: C }\n`,
      ),
      't.csv': csv,
    },
  });

describe('a column of numbers', () => {
  it('with a text in it is told at the cell', () => {
    expect(chartOf('Town,Output\nA,5\nB,many\n').told).toEqual([
      expect.stringMatching(/t\.csv:3:3 not-a-number .*"many"/),
    ]);
    expect(readFrom({ 'figures.csv': 'Indicator,2022,2023\nGDP,10.5,about 11\n' }).told).toEqual([
      expect.stringMatching(/figures\.csv:2:10 not-a-number .*"about 11"/),
    ]);
  });

  it('in several units is told where it is drawn and where it is added up', () => {
    expect(chartOf('Town,Output\nA,5 km\nB,7 kg\n').told).toEqual([expect.stringMatching(/mixed-units .*km, kg/)]);
    const { told } = readFrom({
      ...withYaml('tables:\n  t: { file: t.csv, total: Sum }\n'),
      't.csv': 'Town,Output\nA,5 km\nB,7 kg\n',
    });
    expect(told).toEqual([expect.stringMatching(/t\.csv:1:6 total-of-units .*"Output" .*km, kg/)]);
  });

  it('that stands twice is told', () => {
    expect(chartOf('Town,Output,Output\nA,5,6\nB,8,9\n').told).toEqual([
      expect.stringMatching(/t\.csv:1:13 column-twice .*"Output"/),
    ]);
    expect(readFrom({ 'figures.csv': 'id,label,value,value,period\ngdp,GDP,10.5,11,2024\n' }).told).toEqual([
      expect.stringMatching(/figures\.csv:1:16 layout-unclear .*"value"/),
    ]);
  });
});

describe('a chart over the periods of a table', () => {
  const drawn = (csv: string, kind: string) => {
    const { blocks, told } = chartOf(csv, kind);
    const [block] = blocks;
    const chart = block?.kind === 'chart' ? block.chart : null;
    return { told, categories: chart?.categories, values: chart?.series[0]?.points.map(({ value }) => value) };
  };

  it('leaves a gap where one is missing', () => {
    expect(drawn('Year,Output\n2020年,5\n2021年,6\n2023年,8\n', 'line')).toEqual({
      told: [],
      categories: ['2020年', '2021年', '2022年', '2023年'],
      values: [5, 6, null, 8],
    });
  });

  it('draws chosen years side by side where most between them are missing', () => {
    expect(drawn('Year,Output\n2000,5\n2010,6\n2023,8\n', 'column').categories).toEqual(['2000', '2010', '2023']);
  });

  it('tells of a period that comes twice, and of one out of order', () => {
    expect(drawn('Year,Output\n2021,5\n2022,6\n2022,8\n', 'line').told).toEqual([
      expect.stringMatching(/t\.csv:4:1 period-twice .*"2022"/),
    ]);
    expect(drawn('Year,Output\n2022,5\n2021,6\n2023,8\n', 'line').told).toEqual([
      expect.stringMatching(/t\.csv:3:1 periods-out-of-order .*"2021" stands behind "2022"/),
    ]);
  });
});
