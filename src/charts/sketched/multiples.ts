/** Small multiples: a panel for each series, all on one scale, so that they can be compared. */
import type { Chart, ChartSeries } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { lineHeight } from '../measure/frame.js';
import { paintedType, wordIn, type Paintwork, type Word } from '../families/painted.js';
import { axisColor, seriesColor } from '../measure/chart-palette.js';
import { estimateWidth } from '../../text/label-lines.js';
import { numbersOf, roundRange, type ValueRange } from '../measure/value-range.js';

/** Panels about one and a half times as wide as high. */
function columnsFor(count: number, width: number, height: number): number {
  const shapes = Array.from({ length: count }, (_, index) => index + 1).map((columns) => ({
    columns,
    shape: Math.abs(Math.log(width / columns / (height / Math.ceil(count / columns)) / 1.5)),
  }));
  return shapes.reduce(
    (best, each) => (each.shape < best.shape - 1e-9 ? each : best),
    shapes[0] ?? { columns: 1, shape: 0 },
  ).columns;
}

interface Panel {
  readonly left: Pt;
  readonly top: Pt;
  readonly width: Pt;
  readonly height: Pt;
}

/** Panels in rows, with room between them. */
function panelsOf({ series }: Chart, { size, fontSize }: ChartPlace): readonly Panel[] {
  const columns = columnsFor(series.length, size.width, size.height);
  const rows = Math.max(1, Math.ceil(series.length / columns));
  const gap = fontSize * 1.2;
  const [width, height] = [(size.width - gap * (columns - 1)) / columns, (size.height - gap * 0.5 * (rows - 1)) / rows];
  return series.map((_, at) => ({
    left: (at % columns) * (width + gap),
    top: Math.floor(at / columns) * (height + gap * 0.5),
    width,
    height,
  }));
}

/** One series in its panel: its name and its last number over the plot, its categories under it. */
function paintPanel(
  chart: Chart,
  { name, points }: ChartSeries,
  { left, top, width, height }: Panel,
  range: ValueRange,
  { fontSize, theme }: ChartPlace,
): Paintwork {
  const line = lineHeight(fontSize);
  const plot = { x: left, y: top + line * 2.2, height: Math.max(4, height - line * 3.4) };
  const slot = width / Math.max(1, points.length);
  const yOf = (value: number): number => plot.y + ((range.max - value) / (range.max - range.min)) * plot.height;
  const places = points.map(({ value }, index) =>
    value === null ? null : ([plot.x + (index + 0.5) * slot, yOf(value)] as const),
  );
  const last = points.findLastIndex(({ value }) => value !== null);
  const end = places[last] ?? null;
  const highest = Math.min(...places.flatMap((point) => (point === null ? [] : [point[1]])));
  const zero = range.min <= 0 && range.max >= 0 ? yOf(0) : plot.y + plot.height;
  const number: Word = {
    text: points[last]?.label ?? '',
    // Over the last point that is known, which need not stand at the end.
    x:
      end === null || (last === points.length - 1 && points.length > 1)
        ? left + width
        : Math.min(left + width, end[0] + estimateWidth(points[last]!.label, fontSize) / 2),
    y: Math.max(top + line * 1.55, Math.min(highest, zero) - line * 0.6),
    align: 'right',
  };
  const color = seriesColor(theme, 0);
  return {
    words: [
      ...wordIn({ text: name, x: left, y: top + line / 2, align: 'left', bold: true }, width, fontSize),
      ...(end === null ? [] : wordIn(number, width, fontSize)),
      ...endNames(chart.categories, left, width, plot.y + plot.height + line * 0.7, fontSize),
    ],
    rects: end === null ? [] : [{ box: { x: end[0] - 2, y: end[1] - 2, width: 4, height: 4 }, color }],
    lines: [
      {
        points: [
          [left, zero],
          [left + width, zero],
        ],
        color: axisColor,
        width: 0.75,
      },
      { points: places, color, width: fontSize >= 11 ? 2 : 1.5 },
    ],
  };
}

export const multiples = paintedType((chart, place): Paintwork => {
  const range = roundRange(numbersOf(chart), false);
  const boxes = panelsOf(chart, place);
  const panels = chart.series.map((series, at) => paintPanel(chart, series, boxes[at]!, range, place));
  return {
    rects: panels.flatMap(({ rects }) => rects),
    lines: panels.flatMap(({ lines }) => lines),
    words: panels.flatMap(({ words }) => words),
  };
});

/** The first and the last category; one alone where both find no room. */
function endNames(categories: readonly string[], left: number, width: number, y: number, fontSize: number): Word[] {
  const [first = '', last = ''] = [categories[0], categories.at(-1)];
  const both = categories.length > 1 && estimateWidth(first + last, fontSize) + fontSize <= width;
  return [
    ...wordIn({ text: both ? first : last, x: left, y, align: 'left' }, width, fontSize),
    ...(both ? [{ text: last, x: left + width, y, align: 'right' } as const] : []),
  ];
}
