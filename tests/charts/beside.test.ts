/** Names, shares and changes beside the last column of a stack. */
import { describe, expect, it } from 'vitest';
import { drawRaster } from '../../src/charts/raster.js';
import { tellCrowded } from '../../src/charts/tell-crowded.js';
import { column } from '../../src/charts/types/column.js';
import type { BesideMark, Chart } from '../../src/model/chart.js';
import { blocksOf, withYaml } from '../read/report-files.js';
import { validatorErrors } from '../writers/pptx/validator.js';
import { deckOfChart } from './deck-of-chart.js';
import { draw, fonts, inkOf, onPaper, onSlide, textsIn, theme } from './sample-charts.js';

const csv = '年,传感,分析,服务,许可\n2022,766,421,561,0\n2023,846,529,530,113\n2024,973,689,500,135\n';

function chartOf(spec: string, table = csv) {
  const { blocks, diagnostics } = blocksOf('{{chart "c"}}', {
    report: {
      ...withYaml(`charts:\n  c: { title: 收入, table: t, ${spec} }\ntables:\n  t: { file: tables/t.csv }\n`),
      'tables/t.csv': table,
    },
  });
  const chart = blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []))[0]!;
  return { chart, told: diagnostics };
}

const stack = 'type: column, stack: stacked, unit: 亿元';
const besideOf = ({ marks = [] }: Chart): BesideMark | undefined => marks.find((mark) => mark.kind === 'beside');
const cellsOf = (spec: string, table?: string) => {
  const { rows, sum } = besideOf(chartOf(spec, table).chart)!;
  return [...rows, ...(sum === null ? [] : [sum])].map(({ name, cells }) => [name, ...cells.map(({ label }) => label)]);
};

describe('a table beside a stack', () => {
  it('says the share of the last column and the change a year of each series, and of all', () => {
    expect(cellsOf(`${stack}, beside: [cagr, share]`)).toEqual([
      ['传感', '+12.7%', '42.4%'],
      ['分析', '+27.9%', '30.0%'],
      ['服务', '−5.6%', '21.8%'],
      ['许可', '—', '5.9%'],
      ['合计', '+14.6%', '100%'],
    ]);
    expect(besideOf(chartOf(`${stack}, beside: [cagr, share]`).chart)!.heads).toEqual([
      ['年均增长', '2022–2024'],
      ['占比', '2024'],
    ]);
  });

  it('counts changes from the column that it is told, and says how far a share moved in points', () => {
    expect(cellsOf(`${stack}, beside: { show: [shift, change, value], from: 2023 }`)).toEqual([
      ['传感', '+0.4', '+15.0%', '973'],
      ['分析', '+3.8', '+30.2%', '689'],
      ['服务', '−4.5', '−5.7%', '500'],
      ['许可', '+0.3', '+19.5%', '135'],
      ['合计', '', '+13.8%', '2297'],
    ]);
  });

  it('counts the change of shares in points', () => {
    const shares = '年,甲,乙\n2023,40,60\n2024,45.5,54.5\n';
    expect(cellsOf("type: column, stack: stacked, unit: '%', beside: change", shares).slice(0, 2)).toEqual([
      ['甲', '+5.5'],
      ['乙', '−5.5'],
    ]);
  });

  it('follows from the points, and is said to those who cannot see it', () => {
    const { chart } = chartOf(`${stack}, beside: [share]`);
    expect(besideOf(chart)!.rows[1]!.cells[0]!.figure).toMatchObject({
      id: 'c#share-2',
      label: '收入 分析',
      quantity: { value: 30, decimals: 1 },
      unit: '%',
      derivations: [{ formula: 'share(分析)' }],
    });
    expect(chart.alt).toContain('占比2024：传感42.4%，分析30.0%，服务21.8%，许可5.9%，合计100%。');
  });

  it.each([
    ['of series side by side', 'type: column, unit: 亿元, beside: share', 'beside-needs-stack'],
    ['beside bars', 'type: bar, stack: stacked, unit: 亿元, beside: share', 'key-not-for-kind'],
    ['with a word that is none of its own', `${stack}, beside: shares`, 'wrong-type'],
    ['from a column that is not there', `${stack}, beside: { show: cagr, from: 2019 }`, 'unknown-category'],
    ['from the last column on', `${stack}, beside: { show: cagr, from: 2024 }`, 'beside-needs-earlier'],
  ])('%s is told at its line', (_, spec, code) => {
    const { told } = chartOf(spec);
    expect(told.map((one) => one.code)).toEqual([code]);
    expect(told[0]!.span!.file).toMatch(/report\.yaml$/);
    expect(told[0]!.hint ?? told[0]!.message).toMatch(/share|stack|column|2022|from/);
  });

  it('has no share of what falls below zero', () => {
    const { told } = chartOf(`${stack}, beside: share`, '年,甲,乙\n2023,4,6\n2024,5,-2\n');
    expect(told.map(({ code }) => code)).toEqual(['share-of-fall']);
  });
});

describe('a table beside lines', () => {
  const close = '月,甲,乙,丙\n1月,10,12,11\n2月,17,16.5,16.8\n';

  it('says the last value of each and its change, without a sum', () => {
    expect(cellsOf('type: line, unit: 亿元, beside: [value, change]', close)).toEqual([
      ['甲', '17', '+70.0%'],
      ['乙', '16.5', '+37.5%'],
      ['丙', '16.8', '+52.7%'],
    ]);
  });

  it('of names alone takes the place of a legend where ends are too close for names of their own', () => {
    const texts = textsIn(draw(chartOf('type: line, unit: 亿元', close).chart, onSlide));
    const names = ['甲', '丙', '乙'].map((name) => inkOf(texts.find(({ text }) => text === name)!));
    for (const { left } of names) expect(left).toBeGreaterThan(onSlide.size.width * 0.7);
    expect(names[0]!.top).toBeLessThan(names[1]!.top);
    expect(names[1]!.top).toBeLessThan(names[2]!.top);
  });

  it('has no shares: lines do not add up', () => {
    const { told } = chartOf('type: line, unit: 亿元, beside: share', close);
    expect(told.map(({ code }) => code)).toEqual(['beside-needs-stack']);
  });
});

describe('the names of a stack', () => {
  const namesAt = (chart: Chart, place = onSlide) =>
    textsIn(draw(chart, place)).flatMap((text) =>
      ['传感', '分析', '服务', '许可'].includes(text.text) ? [{ name: text.text, ...inkOf(text) }] : [],
    );

  it('stand beside its last column, each at its part, without a legend', () => {
    const { chart } = chartOf(stack);
    const names = namesAt(chart);
    expect(names.map(({ name }) => name).sort()).toEqual(['传感', '分析', '服务', '许可'].sort());
    expect(Math.min(...names.map(({ left }) => left))).toBeGreaterThan(onSlide.size.width * 0.7);
    const down = [...names].sort((one, other) => one.top - other.top).map(({ name }) => name);
    expect(down).toEqual(['许可', '服务', '分析', '传感']);
    expect(column.toNative(chart, { ...onSlide, theme })!.legend).toBeNull();
  });

  it('never touch, however thin the parts are', () => {
    const thin = '年,传感,分析,服务,许可\n2023,1,1,1,900\n2024,0,1,1,990\n';
    const names = namesAt(chartOf(`${stack}, beside: names`, thin).chart).sort((one, other) => one.top - other.top);
    expect(names).toHaveLength(4);
    names.slice(1).forEach(({ top }, index) => expect(top).toBeGreaterThanOrEqual(names[index]!.bottom - 1));
    expect(names.at(-1)!.bottom).toBeLessThanOrEqual(onSlide.size.height);
  });

  it('stand in a legend where the report wants one, and where they have no room', () => {
    const legendOf = (spec: string, table?: string, place = onSlide) =>
      column.toNative(chartOf(spec, table).chart, { ...place, theme })!.legend;
    expect(legendOf(`${stack}, beside: legend`)).not.toBeNull();
    const long = csv.replace('传感', '规模以上工业企业传感设备及其配套软件与服务').replace('分析', '分析与咨询及其他');
    expect(legendOf(stack, long, onPaper)).not.toBeNull();
  });

  it('asked for where they have no room are told', () => {
    const codes: string[] = [];
    const { chart } = chartOf(`${stack}, beside: [value, share, shift, change, cagr]`);
    tellCrowded(chart, { ...onPaper, theme }, ({ code }) => codes.push(code));
    expect(codes).toEqual(['beside-without-room']);
    tellCrowded(chart, { theme, size: { width: 800, height: 300 }, fontSize: 12 }, ({ code }) => codes.push(code));
    expect(codes).toHaveLength(1);
  });
});

describe('the drawings of a table beside a stack', () => {
  const { chart } = chartOf(`${stack}, beside: [cagr, share]`);
  const place = { size: { width: 600, height: 300 }, fontSize: 12 };

  it('say the same in a deck and on a page, at the same places', () => {
    const native = column.toNative(chart, { ...place, theme })!;
    const shapes = native.marks!.flatMap((shape) => (shape.kind === 'words' ? [shape] : []));
    const drawn = textsIn(draw(chart, place));
    for (const { text, box } of shapes) {
      const same = drawn.filter((one) => one.text === text.lines[0]);
      const nearest = Math.min(
        ...same.map((one) =>
          Math.abs((inkOf(one).top + inkOf(one).bottom) / 2 - (box.y + box.height / text.lines.length / 2)),
        ),
      );
      expect(nearest, text.lines[0]).toBeLessThan(3);
    }
    expect(shapes.flatMap(({ text }) => text.lines)).toEqual(
      expect.arrayContaining(['+27.9%', '30.0%', '合计', '100%']),
    );
  });

  it('is painted as pixels too, to the right of the columns', async () => {
    const bare = chartOf(`${stack}, beside: legend`).chart;
    const [with_, without] = await Promise.all(
      [chart, bare].map((one) => drawRaster(one, { ...place, theme, fonts }, 1, [])),
    );
    expect(Buffer.from(with_!).equals(Buffer.from(without!))).toBe(false);
  });
});

describe('a report with a table beside a stack', () => {
  it('has it in its deck as text grouped with the chart, and its numbers in its record', async () => {
    const { result, deck, group } = await deckOfChart(`title: 收入, ${stack}, beside: [cagr, share]`, csv);
    expect(group).toContain('<p:graphicFrame>');
    for (const said of ['分析', '+27.9%', '30.0%', '合计']) expect(group).toContain(said);
    expect(await validatorErrors(deck)).toEqual([]);
    const figure = result.record!.figures.find(({ id }) => id === 'c#cagr-2')!;
    expect(figure.places).toEqual([expect.objectContaining({ chart: 'c', series: 2, point: 3, printed: '+27.9%' })]);
  });
});

describe('the numbers of a stack', () => {
  const place = { size: { width: 600, height: 300 }, fontSize: 12 };
  const parts = '年,传感,许可\n2023,846,20\n2024,973,23\n';

  it('of parts too low to hold them stand at the left of their columns, in a deck and on a page', () => {
    const { chart } = chartOf(stack, parts);
    const drawn = textsIn(draw(chart, place));
    const [low, high] = ['20', '846'].map((said) => inkOf(drawn.find(({ text }) => text === said)!)) as [
      ReturnType<typeof inkOf>,
      ReturnType<typeof inkOf>,
    ];
    expect(low.right).toBeLessThan(high.left);
    const plot = column.toNative(chart, { ...place, theme })!.plots[0]!;
    const label = plot.series.find(({ name }) => name === '许可')!.labels.find(({ index }) => index === 0)!;
    expect(label.offset!.x).toBeLessThan(0);
  });

  it('need no axis where all are there', () => {
    const axisOf = (table: string) =>
      column.toNative(chartOf(stack, table).chart, { ...place, theme })!.valueAxis!.visible;
    expect(axisOf(parts)).toBe(false);
    // Two parts as low as this one have room for one number.
    expect(axisOf('年,传感,许可,其他\n2023,846,20,19\n2024,973,23,18\n')).toBe(true);
  });
});
