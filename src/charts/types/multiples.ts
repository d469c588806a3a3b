/** Small multiples: a panel for each series, all on one scale, so that they can be compared. */
import { lineHeight } from '../measure/frame.js';
import { paintedType, wordIn, type Paintwork, type Word } from '../families/painted.js';
import { axisColor, seriesColor } from '../measure/chart-palette.js';
import { estimateWidth } from '../../text/label-lines.js';
import { numbersOf, roundRange } from '../measure/value-range.js';

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

export const multiples = paintedType((chart, place): Paintwork => {
  const { size, fontSize, theme } = place;
  const range = roundRange(numbersOf(chart), false);
  const columns = columnsFor(chart.series.length, size.width, size.height);
  const rows = Math.max(1, Math.ceil(chart.series.length / columns));
  const gap = fontSize * 1.2;
  const [width, height] = [(size.width - gap * (columns - 1)) / columns, (size.height - gap * 0.5 * (rows - 1)) / rows];
  const line = lineHeight(fontSize);
  const panels = chart.series.map(({ name, points }, at) => {
    const [left, top] = [(at % columns) * (width + gap), Math.floor(at / columns) * (height + gap * 0.5)];
    // Its name and its numbers stand over the plot, its categories under it.
    const plot = { x: left, y: top + line * 2.2, width, height: Math.max(4, height - line * 3.4) };
    const slot = width / Math.max(1, points.length);
    const yOf = (value: number): number => plot.y + ((range.max - value) / (range.max - range.min)) * plot.height;
    const places = points.map(({ value }, index) =>
      value === null ? null : ([plot.x + (index + 0.5) * slot, yOf(value)] as const),
    );
    const color = seriesColor(theme, 0);
    const last = points.findLastIndex(({ value }) => value !== null);
    const lastLabel = points[last]?.label ?? '';
    const end = places[last] ?? null;
    const words: Word[] = [
      ...wordIn({ text: name, x: left, y: top + line / 2, align: 'left', bold: true }, width, fontSize),
      ...(end === null
        ? []
        : wordIn(
            {
              text: lastLabel,
              x: left + width,
              y: Math.max(
                top + line * 1.55,
                Math.min(...places.flatMap((point) => (point === null ? [] : [point[1]]))) - line * 0.6,
              ),
              align: 'right',
            },
            width,
            fontSize,
          )),
      ...endNames(chart.categories, left, width, plot.y + plot.height + line * 0.7, fontSize),
    ];
    const zero = range.min <= 0 && range.max >= 0 ? yOf(0) : plot.y + plot.height;
    return {
      words,
      rects: end === null ? [] : [{ box: { x: end[0] - 2, y: end[1] - 2, width: 4, height: 4 }, color }],
      lines: [
        {
          points: [
            [left, zero],
            [left + width, zero],
          ] as const,
          color: axisColor,
          width: 0.75,
        },
        { points: places, color, width: fontSize >= 11 ? 2 : 1.5 },
      ],
    };
  });
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
