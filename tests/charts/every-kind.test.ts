import { describe, expect, it } from 'vitest';
import { chartTypes } from '../../src/charts/chart-types.js';
import { colorHex, contrast } from '../../src/charts/measure/chart-palette.js';
import { chartKinds, type ChartKind } from '../../src/model/chart-kinds.js';
import { cellsOf, readNative } from './native-reader.js';
import {
  chartOf,
  chartOfSeries,
  counts,
  draw,
  growth,
  inkOf,
  onPaper,
  onSlide,
  oneOfEach,
  textsIn,
  theme,
} from './sample-charts.js';

const pictureKinds: readonly ChartKind[] = [
  'polar-area',
  'stepped',
  'heat',
  'treemap',
  'sunburst',
  'mekko',
  'ranks',
  'box',
  'map',
  'timeline',
  'multiples',
  'chartjs',
];
const nativeKinds = chartKinds.filter((kind) => !pictureKinds.includes(kind));
/** Kinds whose labels are those of one series, each of them shown. */
const plainKinds: readonly ChartKind[] = [
  'bar',
  'column',
  'line',
  'area',
  'pie',
  'doughnut',
  'gauge',
  'radar',
  'lollipop',
  'progress',
  'polar-area',
  'stepped',
  'waterfall',
  'funnel',
  'treemap',
];
/** Kinds whose cells are the numbers as they stand. */
const rawKinds = nativeKinds.filter((kind) => plainKinds.includes(kind) && kind !== 'waterfall');
/** A rise of a waterfall says that it is one. */
const labelsOf = (kind: (typeof chartKinds)[number]): string[] => {
  const { series, sums = [] } = oneOfEach[kind];
  const isRise = (value: number | null, at: number): boolean =>
    kind === 'waterfall' && !sums.includes(at) && value !== null && value > 0;
  return series[0]!.points.map(({ label, value }, at) => (isRise(value, at) ? `+${label}` : label));
};
const joined = (name: string): string => name.replaceAll('\n', '');

describe.each(plainKinds)('a %s chart of one series', (kind) => {
  const chart = oneOfEach[kind];

  it.each([
    ['on a slide', onSlide],
    ['on paper', onPaper],
  ])('says every label and category when drawn %s, in order', (_, place) => {
    const texts = textsIn(draw(chart, place)).map(({ text }) => text);
    const labels = texts.filter((text) => labelsOf(kind).includes(text));
    expect(labels).toEqual(labelsOf(kind));
    // A name may be set in several lines.
    for (const category of chart.categories) expect(texts.join('')).toContain(category);
  });
});

describe.each(chartKinds)('a %s chart', (kind) => {
  const chart = oneOfEach[kind];

  it.each([
    ['on a slide', onSlide],
    ['on paper', onPaper],
  ])('keeps its texts apart and inside its box %s', (_, place) => {
    const boxes = textsIn(draw(chart, place)).map(inkOf);
    for (const [index, box] of boxes.entries()) {
      expect(box.left, box.text).toBeGreaterThanOrEqual(-1);
      expect(box.right, box.text).toBeLessThanOrEqual(place.size.width + 1);
      expect(box.top, box.text).toBeGreaterThanOrEqual(-1);
      expect(box.bottom, box.text).toBeLessThanOrEqual(place.size.height + 2);
      for (const other of boxes.slice(index + 1)) {
        const touch =
          box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
        expect(touch, `${box.text} and ${other.text}`).toBe(false);
      }
    }
  });

  it('sets its texts dark enough to read', () => {
    // Labels in bars and cells stand on their colour.
    if (['progress', 'funnel', 'heat', 'treemap', 'sunburst', 'mekko', 'box', 'map', 'chartjs'].includes(kind)) return;
    for (const { text, paint } of textsIn(draw(chart))) {
      if (paint.kind === 'solid')
        expect(contrast(paint.hex, colorHex(theme, { slot: 'lt1' })), text).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('draws the same each time', () => {
    expect(draw(chart)).toEqual(draw(chart));
  });

  it('leaves the spec as it is', () => {
    const before = JSON.stringify(chart);
    draw(chart);
    chartTypes[kind].toNative(chart, { theme, ...onSlide });
    expect(JSON.stringify(chart)).toBe(before);
  });
});

describe.each(rawKinds)('a native %s chart of one series', (kind) => {
  const chart = oneOfEach[kind];
  const read = readNative(chart);

  it('has the numbers of the spec in its cache, in order', () => {
    const values = chart.series[0]!.points.map(({ value }) => value);
    const shown = read.series.find((series) => values.every((value, index) => series.values[index] === value));
    expect(shown?.categories.slice(0, values.length).map(joined)).toEqual(chart.categories);
  });

  it('says the labels of the spec', () => {
    const said = read.series.flatMap((series) => series.labels).filter((label) => label !== null);
    const own = labelsOf(kind);
    // A label that a format prints may stand beside the name of its category.
    expect(
      said
        .filter((label) => own.some((text) => label.endsWith(text)))
        .map((label) => own.find((text) => label.endsWith(text))),
    ).toEqual(own);
  });
});

describe.each(nativeKinds)('a native %s chart', (kind) => {
  const read = readNative(oneOfEach[kind]);

  it('has the same in its workbook as in its cache', () => {
    expect(read.series.length).toBeGreaterThan(0);
    for (const series of read.series) {
      expect(cellsOf(read.sheet, series.cells.values)).toEqual(series.values);
      expect(cellsOf(read.sheet, series.cells.categories).map((cell) => String(cell ?? ''))).toEqual(series.categories);
      expect(cellsOf(read.sheet, series.cells.name).map((cell) => cell ?? '')).toEqual([series.name]);
    }
  });

  it('has no hex colour: all follow the theme', () => {
    expect(read.xml).not.toContain('srgbClr');
  });

  it('names a Chinese font wherever it names a Latin one', () => {
    expect(read.xml.match(/<a:latin typeface="\+mn-lt"\/><a:ea typeface="\+mn-ea"\/>/g)!.length).toBe(
      read.xml.match(/<a:latin /g)!.length,
    );
  });
});

describe('the value axis', () => {
  it.each(['bar', 'column', 'line', 'lollipop', 'progress'] as const)(
    'of a %s chart is the same in both drawings',
    (kind) => {
      for (const chart of [
        oneOfEach[kind],
        chartOfSeries(kind, ['甲', '乙', '丙'], { 一: [5.1, null, 8.3], 二: [0, -2.5, 4] }),
      ]) {
        const { scales } = chartTypes[kind].toChartJs(chart, { theme, ...onSlide }).options as {
          scales: Record<string, { min?: number; max?: number }>;
        };
        const drawn = Object.values(scales).find((scale) => scale.max !== undefined)!;
        const native = readNative(chart);
        // Upright from zero it is open above, so that what a person types is not cut.
        if (drawn.min === 0 && ['column', 'line', 'lollipop'].includes(kind) && native.axis === null)
          expect(native.xml).toMatch(/<c:valAx>.*?<c:min val="0"\/>/);
        else expect(native.axis).toEqual({ min: drawn.min, max: drawn.max });
      }
    },
  );

  it('of a radar is the same in both drawings', () => {
    const { scales } = chartTypes.radar.toChartJs(oneOfEach.radar, { theme, ...onSlide }).options as {
      scales: { r: { min: number; max: number } };
    };
    expect(readNative(oneOfEach.radar).axis).toEqual({ min: scales.r.min, max: scales.r.max });
  });
});

describe('what annual figures need', () => {
  it('keeps a zero a zero and a gap a gap', () => {
    const chart = chartOf('bar', [
      ['零', 0, '0个'],
      ['缺', null, ''],
      ['五', 5, '5个'],
    ]);
    const {
      series: [series],
      sheet,
    } = readNative(chart);
    expect(series!.values).toEqual([0, null, 5]);
    expect([sheet.get('B2'), sheet.has('B3'), sheet.get('B4')]).toEqual([0, false, 5]);
    const texts = textsIn(draw(chart)).map(({ text }) => text);
    expect(texts).toContain('0个');
    expect(texts.filter((text) => text.endsWith('个'))).toHaveLength(2);
  });

  it('sets a label past the end of its bar, also of a falling one', () => {
    const drawing = draw(chartOf('bar', growth));
    const bars = drawing.operations
      .filter((operation) => operation.kind === 'fill')
      .map(({ path }) => path.flatMap((step) => (step.length === 3 ? [step[1]] : [])));
    for (const [index, [, value, label]] of growth.entries()) {
      const ink = inkOf(textsIn(drawing).find(({ text }) => text === label)!);
      const gap = value! < 0 ? Math.min(...bars[index]!) - ink.right : ink.left - Math.max(...bars[index]!);
      expect(gap, label).toBeGreaterThanOrEqual(4);
    }
  });

  it('gives the accent to what stands out and steps the others back', () => {
    const { xml } = readNative(chartOf('bar', growth));
    expect(xml.match(/<c:dPt><c:idx val="(\d)"\/>/g)).toHaveLength(3);
    expect(xml).toContain('<a:schemeClr val="accent3"><a:lumMod val="60000"/><a:lumOff val="40000"/></a:schemeClr>');
  });

  it('has a legend only where there are several series that are not named beside their marks', () => {
    expect(readNative(oneOfEach.column).xml).not.toContain('<c:legend>');
    expect(readNative(chartOfSeries('column', ['甲', '乙'], { 工业: [1, 2], 农业: [2, 3] })).xml).toContain(
      '<c:legend>',
    );
    const ends = chartOfSeries('line', ['甲', '乙'], { 工业: [1, 9], 农业: [2, 3] });
    expect(readNative(ends).xml).not.toContain('<c:legend>');
    expect(readNative(ends).xml.match(/<c:showSerName val="1"\/>/g)).toHaveLength(2);
    for (const place of [onSlide, onPaper])
      expect(textsIn(draw(ends, place)).map(({ text }) => text)).toEqual(expect.arrayContaining(['工业', '农业']));
  });

  it('shows the axis where labels find no room', () => {
    const months = Array.from({ length: 12 }, (_, month) => `${month + 1}月`);
    const chart = chartOfSeries('column', months, {
      工业: months.map((_, index) => index + 0.5),
      服务业: months.map(() => 3),
      农业: months.map(() => 2),
    });
    expect(readNative(chart).xml).toMatch(/<c:valAx>.*?<c:delete val="0"\/>/s);
    expect(textsIn(draw(chart)).map(({ text }) => text)).not.toContain('3.0');
  });

  it('thins out the names of thirty categories alike in both drawings', () => {
    const chart = chartOf(
      'column',
      Array.from({ length: 30 }, (_, day) => [`12月${day + 1}日`, day, String(day)] as const),
    );
    const every = Number(/<c:tickLblSkip val="(\d+)"/.exec(readNative(chart).xml)![1]);
    expect(every).toBeGreaterThan(1);
    // The vector sets each name in one line or two.
    expect(
      textsIn(draw(chart))
        .map(({ text }) => text)
        .join('')
        .match(/12月/g),
    ).toHaveLength(Math.ceil(30 / every));
  });

  it('turns the axis of a rank round, so that the first place stands highest', () => {
    const { xml } = readNative(oneOfEach.lollipop);
    expect(xml).toMatch(/<c:valAx>.*?<c:orientation val="maxMin"\/>/s);
    const texts = textsIn(draw(oneOfEach.lollipop));
    const y = (label: string): number => texts.find(({ text }) => text === label)!.y;
    expect(y('第二位')).toBeLessThan(y('第六位'));
    expect(y('第六位')).toBeLessThan(y('第七位'));
  });

  it('says nothing of what a share leaves over', () => {
    for (const kind of ['gauge', 'progress'] as const) {
      const texts = [
        ...textsIn(draw(oneOfEach[kind])).map(({ text }) => text),
        ...readNative(oneOfEach[kind]).series.flatMap(({ labels }) => labels),
      ];
      expect(texts).not.toContain('15.2');
      expect(texts.join(' ')).not.toContain('15.2%');
    }
  });

  it('sets the value of a single share large', () => {
    for (const chart of [oneOfEach.gauge, chartOf('progress', [['空气质量优良率!', 86.6, '86.6%']], { whole: 100 })]) {
      const value = textsIn(draw(chart)).find(({ text }) => text.endsWith('%'))!;
      expect(value.size).toBeGreaterThanOrEqual(onSlide.fontSize * 2.5);
    }
  });

  it('draws a chart without any number as an empty frame', () => {
    for (const kind of chartKinds) {
      const chart = chartOf(kind, [
        ['甲', null, ''],
        ['乙', null, ''],
      ]);
      expect(() => draw(chart), kind).not.toThrow();
      expect(() => draw(chartOf(kind, [])), kind).not.toThrow();
      // An area with a gap is a picture.
      if (plainKinds.includes(kind) && kind !== 'gauge' && kind !== 'area' && nativeKinds.includes(kind))
        expect(
          readNative(chart).series.map(({ values }) => values),
          kind,
        ).toContainEqual([null, null]);
    }
  });

  it('holds names with marks of XML', () => {
    const {
      series: [series],
    } = readNative(
      chartOf('bar', [
        ['R&D <2024> "新"', 3, '3个'],
        ['乙', 2, '2个'],
      ]),
    );
    expect(series!.categories[0]).toBe('R&D <2024> "新"');
  });
});

describe('the options of Chart.js', () => {
  it('go over our own, but never set the drawing in motion', () => {
    const chart = chartOf('column', counts, {
      options: { animation: { duration: 900 }, responsive: true, scales: { x: { ticks: { color: '#ff0000' } } } },
    });
    const config = chartTypes.column.toChartJs(chart, { theme, ...onSlide });
    expect(config.options).toMatchObject({
      animation: false,
      responsive: false,
      scales: { x: { ticks: { color: '#ff0000', autoSkip: false } } },
    });
    expect(
      textsIn(draw(chart)).filter(({ paint }) => paint.kind === 'solid' && paint.hex === '#ff0000').length,
    ).toBeGreaterThan(0);
  });

  it('that a vector drawing cannot show are said', () => {
    const chart = chartOf('column', counts, { options: { scales: { x: { ticks: { font: { style: 'italic' } } } } } });
    expect(() => draw(chart)).toThrow('slanted text');
  });
});
