import { describe, expect, it } from 'vitest';
import { blocksOf, withYaml } from '../read/report-files.js';
import { validatorErrors } from '../writers/pptx/validator.js';
import { deckOfChart } from './deck-of-chart.js';
import { tellCrowded } from '../../src/charts/tell-crowded.js';
import { draw, inkOf, onSlide, textsIn, theme } from './sample-charts.js';

const csv = '年,产值,增速,丙\n2020,846.2,3.2,110\n2021,921.0,8.9,140\n2022,958.4,-4,150\n2024,1101.9,8.1,210\n';

function chartOf(spec: string, table = csv) {
  const { blocks, diagnostics } = blocksOf('{{chart "c"}}', {
    report: {
      ...withYaml(`charts:\n  c: { title: 图, table: t, ${spec} }\ntables:\n  t: { file: tables/t.csv }\n`),
      'tables/t.csv': table,
    },
  });
  const chart = blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []))[0];
  const labels = (chart?.marks ?? []).flatMap((mark) =>
    'label' in mark ? mark.label : mark.kind === 'callout' ? mark.text : [],
  );
  return { chart, labels, codes: diagnostics.map(({ code }) => code) };
}

describe('a growth arrow', () => {
  it('says how much more in all, how much a year by the years between, or how many points', () => {
    const spec = 'type: column, series: 产值, unit: 亿元, compare';
    expect(chartOf(`${spec}: [2020, 2024]`).labels).toEqual(['+30.2%']);
    expect(chartOf(`${spec}: { from: 2020, to: 2024, as: cagr }`).labels).toEqual(['年均+6.8%']);
    expect(chartOf(`${spec}: { from: 2020, to: 2024, as: points }`).labels).toEqual(['+255.7']);
    expect(chartOf("type: column, series: 增速, unit: '%', compare: [2020, 2024]").labels).toEqual(['+4.9个百分点']);
  });

  it('counts years between parts of a year as well', () => {
    const rate = (first: string, last: string) =>
      chartOf(
        `type: column, series: 产值, unit: 亿元, compare: { from: ${first}, to: ${last}, as: cagr }`,
        `年,产值\n${first},100\n${last},121\n`,
      ).labels;
    expect(rate('2022年1-9月', '2024年1-9月')).toEqual(['年均+10.0%']);
    expect(rate('2022年三季度', '2024年三季度')).toEqual(['年均+10.0%']);
    expect(rate('FY2022', 'FY2024')).toEqual(['年均+10.0%']);
  });

  it('compares the sums of a stack', () => {
    const { labels } = chartOf('type: column, stack: stacked, series: [产值, 丙], unit: 亿元, compare: [2020, 2024]');
    expect(labels).toEqual(['+37.2%']);
  });

  it('of growth from nothing, or between what is not there, is told', () => {
    expect(chartOf('type: column, series: 增速, unit: 个, compare: [2022, 2024]').codes).toEqual([
      'growth-from-nothing',
    ]);
    expect(chartOf('type: column, series: 产值, compare: [2019, 2024]').codes).toEqual(['unknown-category']);
    expect(chartOf('type: pie, series: 产值, compare: [2020, 2024]').codes).toEqual(['key-not-for-kind']);
  });

  it('a year is asked of periods alone', () => {
    const regions = '地区,甲,乙\n北,5,6\n南,7,8\n西,9,9\n';
    const codes = (spec: string) => chartOf(`type: column, stack: stacked, series: [甲, 乙], ${spec}`, regions).codes;
    expect(codes('compare: { from: 北, to: 西, as: cagr }')).toEqual(['rate-without-time']);
    expect(codes('beside: [cagr]')).toEqual(['rate-without-time']);
    expect(codes('compare: { from: 北, to: 西 }, beside: [share, change]')).toEqual([]);
  });

  it('follows from the points that it compares', () => {
    const { chart } = chartOf('type: column, series: 产值, unit: 亿元, compare: [2020, 2024]');
    expect(chart!.marks![0]).toMatchObject({
      figure: {
        id: 'c#growth',
        quantity: { value: 30.2, decimals: 1 },
        unit: '%',
        derivations: [
          {
            formula: 'growth(2020, 2024)',
            inputs: [
              { id: '2020', printed: '846.2亿元' },
              { id: '2024', printed: '1101.9亿元' },
            ],
          },
        ],
      },
    });
    expect(chart!.alt).toContain('2020至2024：+30.2%');
  });
});

describe('differences between bars', () => {
  const rows = '项,增\n甲,9\n乙,6\n丙,3\n丁,1\n';
  const placed = (pairs: string) => {
    const { chart, labels } = chartOf(`type: bar, series: 增, unit: '%', difference: [${pairs}]`, rows);
    const drawn = textsIn(draw(chart!));
    return labels.map((label) => inkOf(drawn.find(({ text }) => text === label)!));
  };

  it('stand by their length: what leads over fewer bars is nearer, so that no leg goes through a number', () => {
    const [long, short] = placed('{ from: 甲, to: 丙 }, { from: 乙, to: 丙 }');
    expect(short!.right).toBeLessThan(long!.left);
  });

  it('make way where a leg of another has to pass', () => {
    const [inner, outer] = placed('{ from: 甲, to: 丙 }, { from: 乙, to: 丁 }');
    const [above, plain] = placed('{ from: 甲, to: 丙 }, { from: 甲, to: 丁 }');
    expect(inner!.right).toBeLessThan(outer!.left);
    // The second bar's own row is where the leg passes.
    expect(Math.abs(inner!.top - above!.top)).toBeGreaterThan(8);
    expect(plain!.left).toBeGreaterThan(above!.right);
  });
});

describe('lines, brackets and callouts', () => {
  it('are named beside the plot, in the chart itself', () => {
    const { chart, labels } = chartOf(
      "type: column, series: 增速, unit: '%', average: true, limits: [0, 9], target: 6, difference: [2020, 2024], brackets: [{ from: 2020, to: 2021, label: 前两年 }], callouts: { 2022: 低点 }",
    );
    expect(labels).toEqual(['目标6%', '+4.9个百分点', '平均4.1%', '下限0%', '上限9%', '前两年', '低点']);
    const texts = textsIn(draw(chart!)).map(({ text }) => text);
    for (const label of labels) expect(texts.join('')).toContain(label);
  });
});

describe('limits that are one', () => {
  it('are still a lower and an upper one', () => {
    const { labels } = chartOf('type: control, series: 甲', '月,甲\n1,7\n2,7\n3,7\n4,7\n');
    expect(labels).toEqual(['平均7.0', '下限7', '上限7']);
  });
});

describe('a line at a target', () => {
  const kinds = ['column', 'bar', 'line', 'area', 'stepped', 'lollipop'];
  const heights = (type: string, options: string) => {
    const spec = `type: ${type}, series: 甲, unit: 个, target: { value: 60, label: 目标 }${options}`;
    const { chart } = chartOf(spec, '年,甲\n2020,98\n2021,12\n');
    const along = type === 'bar' ? 'x' : 'y';
    const drawn = textsIn(draw(chart!));
    return ['98', '目标', '12'].map((said) => {
      const { left, top } = inkOf(drawn.find(({ text }) => text === said)!);
      return along === 'x' ? -left : top;
    });
  };

  it.each(kinds)('of a %s chart stands between what is above it and below, whatever ends the axis is given', (type) => {
    const scale = type === 'bar' ? 'x' : 'y';
    for (const ends of ['min: -100', 'min: 0, max: 115', 'max: 150', 'min: -50, max: 120'])
      expect(heights(type, `, options: { scales: { ${scale}: { ${ends} } } }`)).toSatisfy(
        ([above, target, below]: number[]) => above! < target! && target! < below!,
      );
  });
});

describe('a report with marks', () => {
  it('has them in its deck as shapes grouped with the chart, and their numbers in its record', async () => {
    const { deck, group } = await deckOfChart(
      'title: 总产值, series: 产值, type: column, unit: 亿元, compare: [2020, 2024]',
      csv,
    );
    expect(group).toContain('<p:graphicFrame>');
    expect(group).toContain('+30.2%');
    expect(group).toContain('type="triangle"');
    expect(group).toMatch(/descr="[^"]*2020至2024：\+30\.2%/);
    expect(await validatorErrors(deck)).toEqual([]);
  });
});

describe('the ends that an author gives an axis', () => {
  const told = (options: string): readonly string[] => {
    const codes: string[] = [];
    const { chart } = chartOf(`type: column, series: 甲, unit: 个${options}`, '年,甲\n2020,98\n2021,12\n');
    tellCrowded(chart!, { ...onSlide, theme }, ({ code, message }) => codes.push(`${code} ${message}`));
    return codes;
  };

  it('that leave a label no room are told, with what it says', () => {
    expect(told(', options: { scales: { y: { max: 80 } } }')).toEqual([
      'labels-cut-off the ends of the axis of the chart "c" leave no room for the label: 98',
    ]);
  });

  it('that leave all labels their room are not, and none at all neither', () => {
    expect(told(', options: { scales: { y: { max: 150 } } }')).toEqual([]);
    expect(told('')).toEqual([]);
  });
});
