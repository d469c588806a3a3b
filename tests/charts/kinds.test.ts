/** Kinds that are made of others: what the native chart holds, and that the drawn one says the same. */
import { describe, expect, it } from 'vitest';
import { colorHex, seriesColor } from '../../src/charts/measure/chart-palette.js';
import { toNative, toSketch } from '../../src/charts/native.js';
import type { Chart } from '../../src/model/chart.js';
import { readNative } from './native-reader.js';
import {
  chartOf,
  chartOfSeries,
  counts,
  draw,
  inkOf,
  onPaper,
  onSlide,
  oneOfEach,
  textsIn,
  theme,
} from './sample-charts.js';

const said = (chart: Chart, place = onSlide): string[] => textsIn(draw(chart, place)).map(({ text }) => text);
const nativeLabels = (chart: Chart): string[] =>
  readNative(chart)
    .series.flatMap(({ labels }) => labels)
    .filter((label) => label !== null);
const byName = (chart: Chart, name: string) => readNative(chart).series.find((series) => series.name === name)?.values;
const industries = chartOfSeries('column', ['2023', '2024'], {
  一产: [35.2, 36.8],
  二产: [501.3, 536.2],
  三产: [431, 468.5],
});
const stacked: Chart = { ...industries, stack: 'stacked' };

describe('stacks', () => {
  it.each(['column', 'bar'] as const)(
    'of a %s say their sums and the parts that have room, alike in both drawings',
    (kind) => {
      const chart = { ...stacked, kind };
      expect(said(chart).filter((text) => ['967.5', '1041.5'].includes(text))).toEqual(['967.5', '1041.5']);
      const parts = ['501.3', '536.2', '431.0', '468.5', '35.2', '36.8', '967.5', '1041.5'];
      expect(nativeLabels(chart).sort()).toEqual(
        said(chart)
          .filter((text) => parts.includes(text))
          .sort(),
      );
    },
  );

  it('of columns too narrow for the widest number have none of the parts, but those that an author points at', () => {
    const names = Array.from({ length: 12 }, (_, index) => `${2013 + index}`);
    const narrow: Chart = {
      ...chartOfSeries('column', names, {
        甲: names.map((_, index) => 100.5 + index),
        乙: names.map(() => 96.2),
      }),
      stack: 'stacked',
    };
    const place = { ...onSlide, size: { width: 560, height: 300 } };
    expect(said(narrow, place)).not.toContain('96.2');
    expect(said(narrow, { ...onSlide, size: { width: 900, height: 300 } })).toEqual(
      expect.arrayContaining(['96.2', '111.5']),
    );
    const last = narrow.series.map((series) => ({
      ...series,
      points: series.points.map((point, index) => ({ ...point, emphasised: index === 11 })),
    }));
    expect(said({ ...narrow, series: last }, place)).toContain('96.2');
  });

  it('keep their sums as formulas, so that they follow an edit', () => {
    const native = toNative(stacked, theme, onSlide)!;
    expect(native.plots.flatMap((plot) => plot.series).at(-1)?.formulas).toEqual(['SUM(B2:D2)', 'SUM(B3:D3)']);
    expect(byName(stacked, '合计')).toEqual([967.5, 1041.5]);
  });

  it('of 100 % say shares, and hold the amounts', () => {
    const chart: Chart = { ...stacked, stack: 'percent' };
    expect(said(chart)).toEqual(expect.arrayContaining(['52%', '45%']));
    expect(nativeLabels(chart)).toEqual(expect.arrayContaining(['52%', '45%']));
    expect(byName(chart, '二产')).toEqual([501.3, 536.2]);
    expect(readNative(chart).xml).toContain('<c:grouping val="percentStacked"/>');
  });

  it('never ask PowerPoint for a label past the end, which it calls a damaged file', () => {
    for (const chart of [stacked, oneOfEach.waterfall, oneOfEach.range, oneOfEach.funnel]) {
      const stacks = readNative(chart).xml.match(/<c:barChart>.*?<\/c:barChart>/gs) ?? [];
      for (const xml of stacks) if (xml.includes('tacked"/>')) expect(xml).not.toContain('outEnd');
    }
  });
});

describe('a waterfall', () => {
  it('stands on an invisible foot, and each step begins where the last one ended', () => {
    expect(byName(oneOfEach.waterfall, '起点')).toEqual([0, 42, 53.7, 0]);
    expect(byName(oneOfEach.waterfall, '增加')).toEqual([null, 86.5, null, null]);
    expect(byName(oneOfEach.waterfall, '减少')).toEqual([null, null, 74.8, null]);
    expect(said(oneOfEach.waterfall)).toEqual(expect.arrayContaining(['42亿元', '+86.5亿元', '−74.8亿元', '53.7亿元']));
  });

  it('adds up a sum without a number, in the words of its steps', () => {
    expect(
      said(
        chartOf(
          'waterfall',
          [
            ['年初', 42, '42亿元'],
            ['支出', -4.8, '−4.8亿元'],
            ['年末', null, ''],
          ],
          { sums: [0, 2], unit: '亿元' },
        ),
      ),
    ).toContain('37.2亿元');
  });

  it('is a picture where it falls below zero, for a stack would turn round', () => {
    expect(
      toNative(
        chartOf('waterfall', [
          ['甲', 3, '3'],
          ['乙', -5, '-5'],
        ]),
        theme,
        onSlide,
      ),
    ).toBeNull();
  });
});

describe('series that meet', () => {
  const years = ['2021', '2022', '2023', '2024'];
  const crossing = chartOfSeries('line', years, { 甲: [1, 5, 2, 6], 乙: [2, 3, 4, 5.9], 丙: [6, 4, 3, 6.1] });
  /** Each dot's shape: how its path steps. */
  const dots = (chart: Chart): Set<string> =>
    new Set(
      draw(chart).operations.flatMap((operation) =>
        operation.kind === 'fill' && operation.path.length < 8
          ? [
              operation.path.map(([step]) => step).join('') +
                (operation.path[0]![2] === operation.path[1]?.[2] ? ' level' : ''),
            ]
          : [],
      ),
    );

  it.each(['line', 'area', 'stepped', 'radar'] as const)('as %s have dots of different shapes', (kind) => {
    expect(dots({ ...crossing, kind }).size).toBeGreaterThanOrEqual(3);
  });

  it('have the same shapes in PowerPoint', () => {
    const { xml } = readNative(crossing);
    expect([...xml.matchAll(/<c:symbol val="(\w+)"/g)].map(([, symbol]) => symbol)).toEqual([
      'circle',
      'square',
      'triangle',
    ]);
    expect(readNative({ ...crossing, series: crossing.series.slice(0, 1) }).xml).not.toContain('symbol val="square"');
  });

  it('keep some dots where points are many', () => {
    const days = Array.from({ length: 30 }, (_, day) => String(day + 1));
    const { xml } = readNative(
      chartOfSeries('line', days, { 甲: days.map(Number), 乙: days.map((day) => 30 - Number(day)) }),
    );
    expect(xml.match(/<c:dPt>(?:(?!<\/c:dPt>).)*<c:symbol val="none"\/>/gs)).toHaveLength(40);
  });

  it('show their dots in the legend, and columns a square beside them', () => {
    const legend = (chart: Chart) =>
      draw(chart).operations.filter(
        (operation) => operation.kind === 'fill' && operation.path.every((step) => step.length < 3 || step[2]! < 20),
      ).length;
    expect(legend(oneOfEach.combo)).toBe(2);
  });

  it.each([
    ['a stack of columns', stacked],
    ['a stack of bars', { ...stacked, kind: 'bar' as const }],
    ['a stack of areas', { ...stacked, kind: 'area' as const }],
    ['columns side by side', industries],
    ['bars side by side', { ...industries, kind: 'bar' as const }],
  ])('in %s are parted by white lines, in both drawings', (_, chart) => {
    const white = { color: { slot: 'lt1' }, width: 1 };
    const native = toNative(chart, theme, onSlide)!.plots[0]!.series.filter(({ fill }) => fill !== null);
    expect(native.map(({ line }) => line)).toEqual([white, white, white].map((line) => expect.objectContaining(line)));
    expect(
      draw(chart).operations.some(
        (operation) =>
          (operation.kind === 'fill' || operation.kind === 'stroke') &&
          operation.paint.kind === 'solid' &&
          operation.paint.hex === '#ffffff',
      ),
    ).toBe(true);
  });
});

describe('bars that all fall', () => {
  const falls = chartOf(
    'bar',
    [
      ['生产安全事故起数', -8.3, '−8.3%'],
      ['刑事立案数', -16.6, '−16.6%'],
    ],
    { unit: '%' },
  );

  it('hang to the left of zero, the larger fall the longer bar, each label past the end of its bar', () => {
    const texts = textsIn(draw(falls)).map(inkOf);
    const find = (text: string) => texts.find((ink) => ink.text === text)!;
    expect(find('−16.6%').right).toBeLessThan(find('−8.3%').left);
    expect(find('−16.6%').left).toBeGreaterThan(find('刑事立案数').right);
    const bars = draw(falls).operations.flatMap((operation) =>
      operation.kind === 'fill' ? [operation.path.flatMap((step) => (step.length === 3 ? [step[1]] : []))] : [],
    );
    const feet = bars.map((across) => Math.max(...across));
    expect(Math.max(...feet) - Math.min(...feet)).toBeLessThan(1);
    expect(Math.min(...feet)).toBeGreaterThan(find('−8.3%').right);
  });

  it('do so in PowerPoint, names at the left', () => {
    const native = toNative(falls, theme, onSlide)!;
    expect([native.valueAxis!.reversed, native.categoryAxis!.labelsAt, native.valueAxis!.max]).toEqual([
      false,
      'low',
      0,
    ]);
    expect(nativeLabels(falls)).toEqual(['−8.3%', '−16.6%']);
  });
});

describe('a lollipop', () => {
  it('has round dots in the deck as on paper, also where one stands out', () => {
    const [first] = oneOfEach.lollipop.series;
    const points = first!.points.map((point, index) => ({ ...point, emphasised: index === 0 }));
    const native = toNative({ ...oneOfEach.lollipop, series: [{ ...first!, points }] }, theme, onSlide)!;
    const series = native.plots.flatMap((plot) => plot.series);
    const marks = series.flatMap((one) => [one.marker, ...one.points.map(({ marker }) => marker)]);
    expect([...new Set(marks.flatMap((mark) => mark?.symbol ?? []))].sort()).toEqual(['circle', 'none']);
  });
});

describe('other kinds', () => {
  it('a slope sets a label at each end, apart from the others in both drawings', () => {
    for (const place of [onSlide, onPaper])
      expect(said(oneOfEach.slope, place)).toEqual(
        expect.arrayContaining(['52.1', '68.4 甲市', '64.9 乙县', '63.5 丙市']),
      );
    expect(nativeLabels(oneOfEach.slope)).toEqual(['52.1', '68.4 甲市', '61.3', '64.9 乙县', '60.9', '63.5 丙市']);
  });

  it('a dumbbell says both numbers, the upper above its dot and the lower below', () => {
    expect(said(oneOfEach.dumbbell)).toEqual(expect.arrayContaining(['4.6', '7.2', '3.9', '6.8', '5.1', '4.9']));
    expect([byName(oneOfEach.dumbbell, '农村'), byName(oneOfEach.dumbbell, '城镇')]).toEqual([
      [4.6, 3.9, 5.1],
      [7.2, 6.8, 4.9],
    ]);
    const lines = toNative(oneOfEach.dumbbell, theme, onSlide)!.plots.flatMap(({ series }) => series);
    const dots = lines.filter(({ labels }) => labels.length > 0);
    expect(dots.map(({ labels }) => labels.map(({ position }) => position))).toEqual([
      ['b', 'b', 't'],
      ['t', 't', 'b'],
    ]);
  });

  it('a dumbbell joins its dots from the upper to the lower, whichever series has it, and leaves a gap alone', () => {
    const chart = chartOfSeries('dumbbell', ['甲', '乙', '丙', '丁'], { 前: [4, 9, null, 6], 后: [7, 5, 3, 6] });
    const stems = toNative(chart, theme, onSlide)!
      .plots.flatMap(({ series }) => series)
      .flatMap((series) => (series.stems === null ? [] : [series.stems.lengths]));
    expect(stems).toEqual([
      [null, 4, null, 0],
      [3, null, null, null],
    ]);
  });

  it('a dumbbell without room for its labels shows the axis in both drawings', () => {
    const many = Array.from({ length: 30 }, (_, index) => `${index + 1}号站`);
    const chart = chartOfSeries('dumbbell', many, {
      前: many.map((_, index) => 1000 + index),
      后: many.map((_, index) => 1500 - index * 3),
    });
    expect(toNative(chart, theme, onPaper)!.valueAxis!.visible).toBe(true);
    expect(said(chart, onPaper)).toEqual(expect.arrayContaining(['1200', '1400']));
  });

  it('a map has an area a shape, named with its number, darker the more, and names in it that do not meet', () => {
    const sketch = toSketch(oneOfEach.map, theme, onSlide)!;
    const areas = sketch.flatMap((shape) => (shape.kind === 'area' ? [shape] : []));
    expect(areas.map(({ name }) => name)).toEqual(['坎墩 12.5', '周巷 8.4', '浒山 30.1']);
    const paleness = areas.map(({ fill }) => fill?.lighten ?? 0);
    expect(paleness[1]!).toBeGreaterThan(paleness[0]!);
    expect(paleness[0]!).toBeGreaterThan(paleness[2]!);
    expect(said(oneOfEach.map)).toEqual(expect.arrayContaining(['坎墩', '12.5', '浒山', '30.1', '周巷', '8.4']));
    const words = sketch.flatMap((shape) => (shape.kind === 'words' ? [shape.box] : []));
    const meeting = words.flatMap((one, at) =>
      words
        .slice(at + 1)
        .filter(
          (other) =>
            Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x) > 1 &&
            Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y) > 3,
        ),
    );
    expect(meeting).toEqual([]);
  });

  it('an area of a map without a number is grey, and the legend says so', () => {
    const open = {
      ...oneOfEach.map,
      map: {
        ...oneOfEach.map.map!,
        areas: oneOfEach.map.map!.areas.map((area, at) => (at === 0 ? { ...area, category: null } : area)),
      },
    };
    expect(said(open)).toContain('无数据');
    expect(said(oneOfEach.map)).not.toContain('无数据');
  });

  it('a timeline draws bars as long as they last, what is done darker, a milestone as a diamond', () => {
    const sketch = toSketch(oneOfEach.timeline, theme, onSlide)!;
    const bars = sketch.flatMap((shape) => (shape.kind === 'box' ? [shape] : []));
    const [planned, main, done, opening] = bars as [
      (typeof bars)[0],
      (typeof bars)[0],
      (typeof bars)[0],
      (typeof bars)[0],
    ];
    expect(main.box.width / planned.box.width).toBeCloseTo((20_454 - 20_028) / (19_905 - 19_783), 1);
    expect(done.box.width / main.box.width).toBeCloseTo(0.35, 2);
    expect([main.fill?.lighten, done.fill?.lighten, opening.form]).toEqual([0.65, undefined, 'diamond']);
    expect(said(oneOfEach.timeline)).toEqual(expect.arrayContaining(['2024', '2025', '2026', '立项', '主体工程']));
  });

  it('a pyramid runs to the left without a sign', () => {
    expect(byName(oneOfEach.pyramid, '男')).toEqual([-6.8, -30.1, -12.3]);
    expect(nativeLabels(oneOfEach.pyramid)).toEqual(['6.8', '30.1', '12.3', '6.2', '29.7', '14.1']);
    expect(said(oneOfEach.pyramid)).toEqual(expect.arrayContaining(['6.8', '30.1', '12.3', '6.2', '29.7', '14.1']));
  });

  it('a bullet says value and target together past the longer of the two', () => {
    const texts = ['326.5／目标300.0', '412.0／目标430.0'];
    expect(said(oneOfEach.bullet)).toEqual(expect.arrayContaining(texts));
    expect(nativeLabels(oneOfEach.bullet).sort()).toEqual(texts);
  });

  it('a combination has a second axis for another unit', () => {
    const { xml } = readNative(oneOfEach.combo);
    expect(xml.match(/<c:valAx>/g)).toHaveLength(2);
    expect(said(oneOfEach.combo)).toEqual(expect.arrayContaining(['3.2', '8.9', '4.0']));
    expect(nativeLabels(oneOfEach.combo)).toEqual(['3.2', '8.9', '4.0']);
    expect(
      readNative({ ...oneOfEach.combo, lines: { names: ['增速'], unit: '亿元' } }).xml.match(/<c:valAx>/g),
    ).toHaveLength(1);
  });

  it('a bubble reads across, up and size from columns of its workbook, and names its dots', () => {
    const { xml, sheet } = readNative(oneOfEach.bubble);
    expect(xml).toMatch(/<c:xVal>.*?\$B\$2:\$B\$4.*?<c:yVal>.*?\$C\$2:\$C\$4.*?<c:bubbleSize>.*?\$D\$2:\$D\$4/s);
    expect([sheet.get('A2'), sheet.get('B2'), sheet.get('C2'), sheet.get('D2')]).toEqual(['甲镇', 182.4, 6.1, 8.2]);
    expect(nativeLabels(oneOfEach.bubble)).toEqual(said(oneOfEach.bubble).filter((text) => text.endsWith('镇')));
  });

  it('a bubble of 1 beside one of 900 is seen: in the deck its edge makes up for its size', () => {
    const small = chartOfSeries('bubble', ['甲镇', '乙镇'], { 产值: [126, 65], 增速: [8.9, 3], 人口: [1, 900] });
    const point = /<c:dPt><c:idx val="0"\/>.*?<\/c:dPt>/s.exec(readNative(small).xml)![0];
    const edge = Number(/<a:ln w="(\d+)"/.exec(point)![1]) / 12_700;
    expect(edge).toBeGreaterThan(2);
    expect(readNative(small).sheet.get('D2')).toBe(1);
  });

  it('a heat table leaves the cell of a gap open', () => {
    const cells = draw(oneOfEach.heat).operations.filter(({ kind }) => kind === 'fill');
    expect(cells).toHaveLength(3);
  });
});

describe('what a spec may ask for', () => {
  const years = chartOf(
    'column',
    [
      ['2023', 8, '8亿元'],
      ['2024', 10, '10亿元'],
      ['2025', 12, '12亿元'],
    ],
    { unit: '亿元' },
  );

  it('a target is a line that is named at its end, in range in both drawings, of bars too', () => {
    const target = { kind: 'line', role: 'target', value: 20, label: '目标20亿元', figure: null } as const;
    const chart = { ...years, marks: [target] };
    expect(said(chart)).toContain('目标20亿元');
    expect(readNative(chart).axis!.max).toBeGreaterThanOrEqual(20);
    for (const kind of ['column', 'bar'] as const) {
      const marks = toNative({ ...chart, kind }, theme, onSlide)!.marks!;
      expect(marks.flatMap((shape) => (shape.kind === 'words' ? shape.text.lines.join('') : []))).toEqual([
        '目标20亿元',
      ]);
    }
  });

  it('parts of a stack stand on each other in the order of the series, in both drawings', () => {
    const stack = { ...chartOfSeries('column', ['甲', '乙'], { 一: [10, 12], 二: [3, 4] }), stack: 'stacked' as const };
    const tops = draw(stack).operations.flatMap((operation) =>
      operation.kind === 'fill' && operation.paint.kind === 'solid'
        ? [
            {
              hex: operation.paint.hex,
              top: Math.min(...operation.path.flatMap((step) => (step.length === 3 ? [step[2]] : []))),
            },
          ]
        : [],
    );
    // The keys of the legend stand over all.
    const topOf = (hex: string): number => Math.max(...tops.flatMap((each) => (each.hex === hex ? [each.top] : [])));
    const [first, second] = [0, 1].map((at) => colorHex(theme, seriesColor(theme, at))) as [string, string];
    expect(topOf(second)).toBeLessThan(topOf(first));
  });

  it('a forecast is dashed where it is a line and paler where it is a bar', () => {
    const line = { ...years, kind: 'line' as const, forecast: 2 };
    expect(readNative(line).xml.match(/<a:prstDash val="dash"\/>/g)).toHaveLength(1);
    expect(draw(line).operations.some((operation) => operation.kind === 'stroke' && operation.dash.length > 0)).toBe(
      true,
    );
    expect(readNative({ ...years, forecast: 2 }).xml.match(/<c:dPt>/g)).toHaveLength(1);
  });

  it('a note stands under the label of its point', () => {
    const chart = {
      ...years,
      series: years.series.map((one) => ({
        ...one,
        points: one.points.map((point, index) => (index === 1 ? { ...point, note: '首破10亿' } : point)),
      })),
    };
    const texts = textsIn(draw(chart)).map(inkOf);
    const [label, note] = ['10亿元', '首破10亿'].map((text) => texts.find((ink) => ink.text === text)!);
    expect(note!.top).toBeGreaterThan(label!.top);
    expect(nativeLabels(chart)).toContain('10亿元\n首破10亿');
  });

  it('a log axis counts in powers of ten from a foot below the smallest', () => {
    const chart = chartOf('bar', counts, { log: true });
    expect(readNative(chart).xml).toContain('<c:logBase val="10"/>');
    expect(readNative(chart).axis).toMatchObject({ min: 1 });
    expect(said(chart)).toEqual(expect.arrayContaining(['1', '10', '100', '1000', '2010个', '5个']));
  });

  it('the last number of a shown axis says the unit', () => {
    const months = Array.from({ length: 12 }, (_, month) => `${month + 1}月`);
    const chart = {
      ...chartOfSeries('column', months, {
        一产: months.map((_, month) => month * 40 + 35.2),
        二产: months.map(() => 536.2),
      }),
      unit: '亿元',
    };
    expect(said(chart)).toContain('600亿元');
    expect(readNative(chart).xml).toContain('formatCode="[&gt;=500]0&quot;亿元&quot;;[&lt;0]&quot;−&quot;0;0"');
  });

  it('more series than the theme has colours have a colour each', () => {
    const chart = chartOfSeries(
      'column',
      ['甲'],
      Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`列${index}`, [index + 1]])),
    );
    const fills = draw(chart).operations.flatMap((operation) =>
      operation.kind === 'fill' && operation.paint.kind === 'solid' ? [operation.paint.hex] : [],
    );
    // And the white lines between them.
    expect(new Set(fills.filter((hex) => hex !== '#ffffff')).size).toBe(9);
  });

  it('options of Chart.js make it a picture, for PowerPoint would draw another chart', () => {
    expect(toNative({ ...years, options: { scales: { y: { reverse: true } } } }, theme, onSlide)).toBeNull();
  });

  it('a wide and low circle takes the height, its labels beside it', () => {
    const place = { size: { width: 412, height: 170 }, fontSize: 9 };
    const { operations } = draw(oneOfEach['polar-area'], place);
    const heights = operations.flatMap((operation) =>
      operation.kind === 'stroke'
        ? operation.path.flatMap((step) => (step.length >= 3 ? [step[step.length - 1] as number] : []))
        : [],
    );
    expect(Math.max(...heights) - Math.min(...heights)).toBeGreaterThan(160);
  });
});
