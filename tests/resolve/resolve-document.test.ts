import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Block, ChartBlock } from '../../src/model/document.js';
import { checkReport } from '../../src/resolve/check-report.js';
import { resolveDocument } from '../../src/resolve/resolve-document.js';
import { blocksOf, collect, readFrom, textOf, withYaml } from '../read/report-files.js';

const only = <Kind extends Block['kind']>(blocks: readonly Block[], kind: Kind) =>
  blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);
const chartOf = (
  spec: string,
  more: Record<string, string> = {},
): { chart: ChartBlock['chart'] | undefined; told: readonly string[]; diagnostics: readonly Diagnostic[] } => {
  const { blocks, told, diagnostics } = blocksOf('{{chart "c"}}', {
    report: { ...withYaml(`charts:\n  c: { title: 图, ${spec} }\n${more['yaml'] ?? ''}`), ...more },
  });
  return { chart: only(blocks, 'chart')[0]?.chart, told, diagnostics };
};
const labels = (chart: ChartBlock['chart'] | undefined) => chart?.series[0]?.points.map(({ label }) => label);

describe('a chart of figures', () => {
  const wages = {
    'figures.csv':
      'id,label,value,unit,qualifier,change,basis,rank,scope\na,甲,7.9,万元,超,8.1,同比,3,全省\nb,乙,5.3,万元,超,-2.0,同比,1,全省\nc,丙,6,万元,,0,,2,全省\nd,丁,6,个,,,,,\n',
  };

  it('has a point a figure, with the label as it is said and the place where it was read', () => {
    const { chart, told } = chartOf('type: column, figures: [a, b], emphasise: b', wages);
    expect(told).toEqual([]);
    expect(chart).toMatchObject({
      id: 'c',
      kind: 'column',
      title: '图',
      categories: ['甲', '乙'],
      unit: '万元',
      whole: null,
      measure: 'value',
      series: [
        {
          points: [
            {
              value: 7.9,
              decimals: 1,
              label: '超7.9',
              figure: 'a',
              emphasised: false,
              span: { line: 2, column: 5, heading: 'value' },
            },
            { value: 5.3, label: '超5.3', figure: 'b', emphasised: true },
          ],
        },
      ],
    });
  });

  it('may draw changes, which are signed, or ranks', () => {
    expect(labels(chartOf('type: bar, figures: [a, b, c], value: change', wages).chart)).toEqual([
      '+8.1%',
      '−2.0%',
      '0%',
    ]);
    const ranks = chartOf('type: bar, figures: [a, b], value: rank', wages).chart;
    expect([labels(ranks), ranks?.measure, ranks?.alt]).toEqual([
      ['第三位', '第一位'],
      'rank',
      expect.stringContaining('位次最前乙，最后甲'),
    ]);
  });

  it('is sorted as asked, equal ones in their order', () => {
    expect(chartOf('type: bar, figures: [c, a, b], sort: ascending', wages).chart?.categories).toEqual([
      '乙',
      '丙',
      '甲',
    ]);
    expect(chartOf('type: bar, figures: [c, a, b], sort: descending', wages).chart?.categories).toEqual([
      '甲',
      '丙',
      '乙',
    ]);
  });

  it('says in its alternative text what it shows, unless the author did', () => {
    expect(chartOf('type: column, figures: [a, b]', wages).chart?.alt).toBe(
      '柱形图：图，单位万元。甲超7.9万元，乙超5.3万元，最高甲，最低乙。',
    );
    expect(chartOf('type: column, figures: [a], alt: 自己写的', wages).chart?.alt).toBe('自己写的');
  });

  it('knows the whole of a share', () => {
    const share = { 'figures.csv': 'id,label,value,unit\na,占比,84.8,%\n' };
    expect([
      chartOf('type: gauge, figures: [a]', share).chart?.whole,
      chartOf('type: progress, figures: [a], whole: 90', share).chart?.whole,
    ]).toEqual([100, 90]);
  });

  it('does not set different units against one axis in silence', () => {
    expect(chartOf('type: bar, figures: [a, d]', wages).diagnostics).toMatchObject([
      { severity: 'warning', code: 'mixed-units' },
    ]);
    expect(chartOf('type: polar-area, figures: [a, d]', wages).told).toEqual([]);
    expect(chartOf('type: bar, figures: [a, d], unit: 万元', wages).diagnostics).toMatchObject([
      { severity: 'error', code: 'unit-differs' },
    ]);
  });

  it('tells of a figure without the number that is drawn, and of nothing to draw', () => {
    const { told, chart } = chartOf('type: bar, figures: [d], value: change', wages);
    expect(told.map((line) => line.split(' ')[1])).toEqual(['figure-lacks', 'empty-chart']);
    expect(chart).toBeUndefined();
  });
});

describe('a chart of a table', () => {
  const table = (cells: string): Record<string, string> => ({
    yaml: 'tables:\n  t: { file: t.csv }\n',
    't.csv': cells,
  });

  it('has a series a column, with gaps where there is nothing and zeros where there is zero', () => {
    const { chart, told } = chartOf(
      'type: line, table: t, unit: 亿元',
      table('年,一产,二产\n2022,1.50,0\n2023,—,-3\n2024,,{{figure "industry.added"}}\n'),
    );
    expect(told).toEqual([]);
    expect(chart?.categories).toEqual(['2022', '2023', '2024']);
    expect(chart?.series.map(({ name, points }) => [name, points.map(({ value, label }) => [value, label])])).toEqual([
      [
        '一产',
        [
          [1.5, '1.50'],
          [null, ''],
          [null, ''],
        ],
      ],
      [
        '二产',
        [
          [0, '0'],
          [-3, '−3'],
          [546.6, '546.6'],
        ],
      ],
    ]);
    expect(chart?.series[1]?.points[2]?.figure).toBe('industry.added');
  });

  it('takes the columns that are named', () => {
    const { chart, told } = chartOf(
      'type: line, table: t, category: 年, series: [二产]',
      table('年,一产,二产\n2022,1,2\n'),
    );
    expect([chart?.series.map(({ name }) => name), told]).toEqual([['二产'], []]);
    expect(chartOf('type: line, table: t, series: [三产]', table('年,一产,二产\n2022,1,2\n')).told[0]).toContain(
      'unknown-column the table "t" has no column "三产"',
    );
  });

  it('tells of text among its numbers at the cell', () => {
    expect(chartOf('type: line, table: t', table('年,一产\n2022,很多\n')).told).toEqual([
      'data/r/t.csv:2:6 not-a-number "很多" in "一产" is not a number',
    ]);
  });
});

describe('a table', () => {
  const written =
    'tables:\n  t:\n    caption: 表{{label "gdp.growth"}}\n    head: [指标, 数值]\n    rows:\n      - [增速, \'{{change "gdp.growth"}}\']\n      - [总量, 546.60]\n    notes: [注]\n';

  it('has its figures bound and its numbers as written', () => {
    const { blocks, told } = blocksOf('{{table "t"}}', { report: withYaml(written) });
    const [table] = only(blocks, 'table');
    expect(told).toEqual([]);
    expect(table!.rows.map(({ cells }) => cells.map(({ inlines }) => textOf(inlines)))).toEqual([
      ['增速', '增长5.7%'],
      ['总量', '546.60'],
    ]);
    expect([textOf(table!.caption), table!.id, table!.notes.map(textOf), table!.alt]).toEqual([
      '表地区生产总值',
      't',
      ['注'],
      '表格：表地区生产总值，2行，列有指标、数值。',
    ]);
  });

  it('of ragged rows is told at the row', () => {
    const { told } = blocksOf('', {
      report: withYaml('tables:\n  t:\n    head: [甲, 乙]\n    rows:\n      - [一]\n      - [一, 二, 三]\n'),
    });
    expect(told).toEqual([
      expect.stringContaining('report.yaml:11:10 missing-cell'),
      expect.stringContaining('report.yaml:12:16 extra-cell'),
    ]);
  });
});

describe('the register', () => {
  it('has a row a figure', () => {
    const [table] = only(blocksOf('{{register}}').blocks, 'table');
    const rows = table!.rows.map(({ cells }) => cells.map(({ inlines }) => textOf(inlines)));
    expect(rows).toHaveLength(6);
    expect(rows[0]!.join('|')).toContain('5.7%');
    expect(rows[3]!.join('|')).toMatch(/8\.3%/);
    expect(rows[5]!.join('|')).toContain('首夺');
  });

  it('takes the figures that are named, or a stretch of all', () => {
    expect(
      only(blocksOf('{{register (slice (figures) 1 3)}}').blocks, 'table')[0]!.rows.map(({ cells }) =>
        textOf(cells[0]!.inlines),
      ),
    ).toEqual(['规上工业增加值', '城镇居民人均可支配收入']);
    expect(only(blocksOf('{{register from=4}}').blocks, 'table')[0]!.rows).toHaveLength(2);
  });
});

it('key figures over time carry their course, where it has no gap', () => {
  const trendOf = (years: string) => {
    const rows = years.split(' ').map((year, index) => `s,甲,${index + 1},个,${year}`);
    const figures = { 'figures.csv': `id,label,value,unit,period\n${rows.join('\n')}\n` };
    return only(blocksOf('{{kpis "s"}}', { report: figures }).blocks, 'kpis')[0]?.cards[0]?.trend;
  };
  expect(trendOf('2020 2021 2022 2023 2024')).toEqual([1, 2, 3, 4, 5]);
  expect(trendOf('2019 2021 2022 2023 2024')).toBeUndefined();
  expect(trendOf('2023 2024')).toBeUndefined();
});

it('cards of figures keep their order and say how many stand beside each other', () => {
  const [cards] = only(blocksOf('{{kpis "gdp.growth" "award.innovation" across=2}}').blocks, 'kpis');
  expect([cards!.across, cards!.cards.map(({ id, text }) => [id, text.before, text.numeral, text.after])]).toEqual([
    2,
    [
      ['gdp.growth', '增长', '5.7', '%'],
      ['award.innovation', null, '首夺', null],
    ],
  ]);
});

it('a narrative stands where it is named, its figures bound', () => {
  const report = {
    ...withYaml('programme:\n  title: 部署\n  narrative: n.md\n'),
    'n.md': '## 题\n\n工业{{change "industry.added"}}。\n',
  };
  const { blocks, told } = blocksOf('{{narrative report.programme.narrative}}\n\n# 尾', { report });
  expect(told).toEqual([]);
  expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'heading']);
  expect(blocks[1]).toMatchObject({
    inlines: [
      { text: '工业' },
      { kind: 'figure', text: '同比增长8.1%', span: { file: 'data/r/n.md', line: 3, column: 3 } },
      {},
    ],
  });
  expect(only(blocks, 'heading').map(({ id }) => id)).toEqual(['heading-1', 'heading-2']);
});

it('a document made by hand is told of its unknown names', () => {
  const data = readFrom().value!;
  const span = { file: 'hand', line: 1, column: 1 };
  const { told } = collect((tell) =>
    resolveDocument(
      {
        kind: 'briefing',
        meta: data.meta,
        blocks: [
          {
            kind: 'paragraph',
            role: 'body',
            span,
            inlines: [{ kind: 'figure-reference', id: 'gdp.grwth', part: 'full', options: {}, span }],
          },
          { kind: 'block-reference', what: 'chart', ids: ['none'], options: {}, span },
        ],
      },
      data,
      tell,
    ),
  );
  expect(told).toEqual([
    'hand:1:1 unknown-figure unknown figure "gdp.grwth"',
    'hand:1:1 unknown-chart unknown chart "none"',
  ]);
});

describe('the checks of a report', () => {
  const told = (
    checks: string,
    csv = 'id,label,value,unit\na,甲,0.1,%\nb,乙,0.2,%\nc,丙,0.3,%\nd,丁,99.7,%\ne,戊,5,个\n',
  ) => {
    const { value, diagnostics } = readFrom({ ...withYaml(`checks:\n  - ${checks}\n`), 'figures.csv': csv });
    return [...diagnostics.map(({ message }) => message), ...collect((tell) => checkReport(value!, tell)).told];
  };

  it('hold where the parts make the whole, to the last decimal', () => {
    expect([
      told('{ sum: [a, b], equals: c }'),
      told('{ shares: [c, d] }'),
      told('{ sum: [a, a], equals: c, tolerance: 0.1 }'),
    ]).toEqual([[], [], []]);
  });

  it('fail with what was found and what was expected', () => {
    expect(told('{ label: 三项之和, sum: [a, b, c], equals: c }')).toEqual([
      'data/r/report.yaml:8:5 check-failed 三项之和: the parts come to 0.6, but c (0.3%) was expected',
    ]);
    expect(told('{ sum: [a, e], equals: c }')).toEqual([expect.stringContaining('the units are %, 个')]);
  });
});

describe('a table of Markdown', () => {
  it('whose rows are short or long has as many cells a row as columns', () => {
    const [table] = only(blocksOf('| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n').blocks, 'table');
    expect(table?.rows.map(({ cells }) => cells.map(({ inlines }) => textOf(inlines)))).toEqual([
      ['1', ''],
      ['1', '2'],
    ]);
  });

  it('has no column in which none of its figures has anything', () => {
    const report = { 'report.yaml': 'title: 报告\nsections: []\n' };
    const headsOf = (figures: string): readonly string[] =>
      only(
        blocksOf('{{register columns="label value change standing period note source"}}', {
          report: { ...report, 'figures.csv': figures },
        }).blocks,
        'table',
      )[0]!.head[0]!.cells.map(({ inlines }) => textOf(inlines));
    expect(headsOf('id,label,value,unit\na,甲,7.9,万元\n')).toEqual(['指标', '数值']);
    expect(headsOf('id,label,value,unit,note\na,甲,7.9,万元,\nb,乙,5,个,约数\n')).toEqual(['指标', '数值', '备注']);
  });
});
