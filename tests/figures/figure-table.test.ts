import { describe, expect, it } from 'vitest';
import { blocksOf, textOf, withYaml } from '../read/report-files.js';

const figures = `id,label,value,unit,period,change
gdp,地区生产总值,1080.2,亿元,2022,
gdp,,1150.3,,2023,
gdp,,1219.0,,2024,
people,常住人口,186.1,万人,2022,
people,,186.5,,2024,
town.a.gdp,甲镇,30.0,亿元,2023,
town.a.gdp,,33.0,,2024,
town.b.gdp,乙镇,41.0,亿元,2023,
town.b.gdp,,44.9,,2024,
old,旧指标,5.0,亿元,2001,
`;

function tableOf(spec: string) {
  const yaml = withYaml(`groups:\n  towns: [town.*.gdp]\ntables:\n  t: ${spec}\n`);
  const { blocks, told } = blocksOf('{{table "t"}}', { report: { ...yaml, 'figures.csv': figures } });
  const [block] = blocks;
  if (block?.kind !== 'table') return { told, rows: [], ids: [] };
  const rows = [...block.head, ...block.rows];
  return {
    told,
    rows: rows.map(({ cells }) => cells.map(({ inlines }) => textOf(inlines)).join(' ')),
    ids: block.rows.map(({ cells }) =>
      cells.map(({ inlines: [inline] }) => (inline?.kind === 'figure' ? inline.id : null)),
    ),
  };
}

describe('a table over figures', () => {
  it('has a row a figure and a column a period, each cell its figure', () => {
    expect(tableOf('{ figures: [gdp, people], periods: 2022..2024 }')).toEqual({
      told: [],
      rows: ['指标 单位 2022 2023 2024', '地区生产总值 亿元 1080.2 1150.3 1219.0', '常住人口 万人 186.1 — 186.5'],
      ids: [
        ['gdp', null, 'gdp@2022', 'gdp@2023', 'gdp'],
        ['people', null, 'people@2022', null, 'people'],
      ],
    });
  });

  it('says in its head the unit that all have, and changes behind the last period', () => {
    expect(tableOf('{ figures: [towns], last: 2, with: [change], sort: 2024 }').rows).toEqual([
      '指标（亿元） 2023 2024 增减',
      '乙镇 41.0 44.9 +9.5%',
      '甲镇 30.0 33.0 +10.0%',
    ]);
  });

  it('is cut to its top rows in the order that is asked for', () => {
    expect(tableOf('{ figures: [towns], sort: { by: 2024, order: ascending }, top: 1 }').rows).toEqual([
      '指标（亿元） 2024',
      '甲镇 33.0',
    ]);
  });

  it('stands on its side where it is transposed', () => {
    expect(tableOf('{ figures: [gdp, people], last: 2, transpose: true }').rows).toEqual([
      '时期 地区生产总值（亿元） 常住人口（万人）',
      '2023 1150.3 —',
      '2024 1219.0 186.5',
    ]);
  });

  it('shows changes in place of values', () => {
    expect(tableOf('{ figures: [gdp], periods: 2023.., show: change }').rows).toEqual([
      '指标 2023 2024',
      '地区生产总值 +6.5% +6.0%',
    ]);
  });

  it('is drawn by a chart', () => {
    const yaml = withYaml(
      `tables:\n  t: { figures: [town.*.gdp], last: 2 }\ncharts:\n  c: { type: bar, table: t, category: 指标（亿元）, series: '2024', title: 图 }\n`,
    );
    const { blocks, told } = blocksOf('{{chart "c"}}', { report: { ...yaml, 'figures.csv': figures } });
    expect(told).toEqual([]);
    expect(blocks[0]).toMatchObject({
      chart: {
        categories: ['甲镇', '乙镇'],
        series: [
          {
            points: [
              { value: 33, figure: 'town.a.gdp' },
              { value: 44.9, figure: 'town.b.gdp' },
            ],
          },
        ],
      },
    });
  });

  it.each([
    ['{ figures: [gpd] }', /unknown-figure .*"gpd"/],
    ['{ figures: [gdp], periods: soon }', /not-periods/],
    ['{ figures: [gdp], periods: 1990..1995 }', /no-periods/],
    ['{ figures: [gdp], last: 2, total: 合计 }', /key-not-of-figures .*"total"/],
    ['{ figures: [gdp], last: 2, sort: 1999 }', /unknown-column .*"1999"/],
    ['{ figures: [gdp, old], last: 2 }', /empty-figure-row .*"old"/],
  ])('tells what is wrong in %s', (spec, expected) => {
    expect(tableOf(spec).told).toEqual([expect.stringMatching(expected)]);
  });
});
