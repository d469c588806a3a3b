/** The table beside a stack: names at the height of their parts, what is said of each, the sum at the foot. */
import type { BesideMark, BesideRow } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import type { SketchPoint, SketchShape } from '../../model/native-chart.js';
import { axisColor, seriesColor, textColor } from '../measure/chart-palette.js';
import { lineHeight } from '../measure/frame.js';
import { besideColumns, leaderWidth, type BesideColumns } from './beside-columns.js';
import { middleOf, placeOf, quietColor, type Laying } from './laying.js';
import { spreadRows } from './spread-rows.js';

/** A row with where its part of the stack has its middle, in pt from the chart's top. */
interface Standing {
  readonly row: BesideRow;
  readonly lines: readonly string[];
  readonly series: number;
  readonly part: Pt;
}

/** Where texts stand, in pt of the chart. */
interface Columns extends BesideColumns {
  /** Left edge of the names. */
  readonly left: Pt;
  readonly right: Pt;
}

export function besideShapes(mark: BesideMark, laying: Laying): SketchShape[] {
  const { plan, place, room } = laying;
  const { plot } = plan.frame;
  const columns = besideColumns(mark, place);
  const left = plot.x + plot.width + room.nearer + leaderWidth;
  const own: Columns = { ...columns, left, right: plot.x + plot.width + room.nearer + columns.width - 1 };
  const standing = standingRows(mark, columns, laying);
  const line = lineHeight(place.fontSize);
  const bottom = plot.y + plot.height;
  const middles = spreadRows(
    standing.map(({ part, lines }) => ({ wanted: part, height: line * lines.length })),
    Math.max(columns.headHeight, 0),
    bottom - (mark.sum === null ? 0 : 2),
  );
  const first = standing[0] === undefined ? 0 : middles[0]! - (line * standing[0].lines.length) / 2;
  return [
    ...headShapes(mark, first, own, laying),
    ...standing.flatMap((each, index) => [
      ...keyShapes(each, middles[index]!, own, laying),
      ...rowShapes(each.row, each.lines, middles[index]!, own, laying),
    ]),
    ...(mark.sum === null ? [] : sumShapes(mark.sum, bottom, own, laying)),
  ];
}

/** From the top down, as the parts of the last column stand, or the ends of lines. */
function standingRows({ rows }: BesideMark, { names }: BesideColumns, laying: Laying): readonly Standing[] {
  const { chart } = laying;
  if (chart.stack === undefined) {
    const ends = rows.map((row, series): Standing => {
      const last = chart.series[series]!.points.findLast(({ value }) => value !== null)?.value ?? 0;
      return { row, lines: names[series]!, series, part: placeOf(last, laying) };
    });
    return ends.sort((one, other) => one.part - other.part);
  }
  const values = chart.series.map(({ points }) => points.at(-1)?.value ?? 0);
  const whole = values.reduce((sum, value) => sum + Math.abs(value), 0) || 1;
  const scale = chart.stack === 'percent' ? 100 / whole : 1;
  let [up, down] = [0, 0];
  const standing = rows.map((row, series): Standing => {
    const size = values[series]! * scale;
    const from = size < 0 ? down : up;
    if (size < 0) down += size;
    else up += size;
    return { row, lines: names[series]!, series, part: placeOf(from + size / 2, laying) };
  });
  return standing.sort((one, other) => one.part - other.part || other.series - one.series);
}

/** A leader from the part to its row; where something else stands between them, a patch of its colour. */
function keyShapes({ series, part }: Standing, middle: Pt, { left }: Columns, laying: Laying): SketchShape[] {
  const { chart, plan, place, room } = laying;
  const { plot } = plan.frame;
  if (room.nearer > 0) {
    const side = place.fontSize * 0.6;
    const box = { x: left - side - 4, y: middle - side / 2, width: side, height: side };
    return [{ kind: 'box', box, form: 'rect', fill: seriesColor(place.theme, series) }];
  }
  const slot = plot.width / Math.max(1, chart.categories.length);
  const bars = plan.layers.find((layer) => layer.kind === 'bar');
  // Clear of the dot of a line.
  const half = bars === undefined ? (chart.stack === undefined ? 4 : 0) : slot / (1 + bars.gap / 100) / 2;
  const start = middleOf(chart.categories.length - 1, laying) + half + 2;
  const end = left - 3;
  const bend = Math.max(start, end - leaderWidth / 2);
  const points: SketchPoint[] =
    Math.abs(part - middle) < 0.5
      ? [
          [start, part],
          [end, part],
        ]
      : [
          [start, part],
          [Math.min(start + 3, bend), part],
          [bend, middle],
          [end, middle],
        ];
  return [{ kind: 'line', points, color: quietColor, width: 0.75 }];
}

/** The right edge of each column. */
const edges = ({ left, nameWidth, columns, gap }: Columns): readonly Pt[] => {
  let at = left + nameWidth;
  return columns.map((width) => (at += gap + width));
};

const wordsAt = (
  lines: readonly string[],
  at: { readonly left: Pt; readonly top: Pt; readonly width: Pt },
  align: 'left' | 'right',
  bold: boolean,
  { place: { fontSize } }: Laying,
): SketchShape => ({
  kind: 'words',
  box: { x: at.left, y: at.top, width: at.width, height: lineHeight(fontSize) * lines.length },
  text: { lines, size: fontSize, bold, color: textColor, align },
});

function rowShapes(
  { cells }: BesideRow,
  lines: readonly string[],
  middle: Pt,
  columns: Columns,
  laying: Laying,
  bold = false,
): SketchShape[] {
  const line = lineHeight(laying.place.fontSize);
  const ends = edges(columns);
  return [
    wordsAt(
      lines,
      { left: columns.left, top: middle - (line * lines.length) / 2, width: columns.nameWidth },
      'left',
      bold,
      laying,
    ),
    ...cells.flatMap(({ label }, column) => {
      const width = columns.columns[column]!;
      return label === ''
        ? []
        : wordsAt([label], { left: ends[column]! - width, top: middle - line / 2, width }, 'right', bold, laying);
    }),
  ];
}

const rule = (y: Pt, { left, right }: Columns): SketchShape => ({
  kind: 'line',
  points: [
    [left, y],
    [right, y],
  ],
  color: axisColor,
  width: 0.75,
});

/** Over the first row. */
function headShapes({ heads }: BesideMark, first: Pt, columns: Columns, laying: Laying): SketchShape[] {
  if (heads.length === 0) return [];
  const line = lineHeight(laying.place.fontSize);
  const ends = edges(columns);
  const foot = first - 3;
  return [
    ...heads.map((lines, column) => {
      const width = columns.columns[column]!;
      const top = foot - 2 - line * lines.length;
      return wordsAt(lines, { left: ends[column]! - width, top, width }, 'right', false, laying);
    }),
    rule(foot, columns),
  ];
}

/** Level with the names of the categories. */
const sumShapes = (sum: BesideRow, bottom: Pt, columns: Columns, laying: Laying): SketchShape[] => [
  rule(bottom, columns),
  ...rowShapes(sum, [sum.name], bottom + 4 + lineHeight(laying.place.fontSize) / 2, columns, laying, true),
];
