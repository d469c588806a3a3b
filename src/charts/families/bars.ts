/** What bars and columns share: a bar's length is its number, its label stands past its end. */
import type { Chart, ChartPoint } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import type { Color } from '../../model/theme.js';
import { estimateWidth } from '../../text/label-lines.js';
import { linesOf } from '../chartjs/chartjs-config.js';
import { farthestBeside } from '../measure/farthest-beside.js';
import { forecastColors, pointColor, seriesColor } from '../measure/chart-palette.js';
import type { ChartPlace, ChartType } from '../measure/chart-type.js';
import {
  columnsBesideAxis,
  frameWithColumns,
  frameWithRows,
  labelGap,
  liesBetter,
  lineHeight,
  rowsOverAxis,
  withFoot,
  type Frame,
} from '../measure/frame.js';
import {
  lineValues,
  logRange,
  numbersOf,
  rangeWithLabels,
  rangeWithRoom,
  roundRange,
  tickText,
  valueAxisWidth,
  withUnit,
  unitOnMarks,
  type ValueRange,
} from '../measure/value-range.js';
import { planLabel, pointsFormat, type Plan, type PlanSeries } from '../plan/plan.js';
import { plannedType } from '../marks/planned.js';

/** A few bars of one series, each with its number alone: they are thicker, and their numbers larger. */
const isSparse = ({ series, categories }: Chart): boolean =>
  series.length === 1 && categories.length <= mostSparse && series[0]!.points.every(({ note }) => note === undefined);
const mostSparse = 4;
/** How thick bars are at the most, in sizes of labels: 96 and 44 pt on a slide where they are few. */
const usualBar = { columns: 4.5, rows: 2 } as const;
const sparseBar = { columns: 8, rows: 3.7 } as const;
/** Numbers of a few bars, in sizes of labels: 16 pt on a slide, and 21 where one stands out. */
const sparseNumbers = { plain: 1.35, loud: 1.75 } as const;

type SizeOf = (point: ChartPoint) => Pt;

/** The size of each point's number, in pt: larger ones only where all have room for them. */
function numberSizes(
  chart: Chart,
  { fontSize }: ChartPlace,
  rows: boolean,
  room: { slot: Pt; bar: Pt; along: Pt },
): SizeOf {
  const large: SizeOf = ({ emphasised }) => Math.round(fontSize * sparseNumbers[emphasised ? 'loud' : 'plain'] * 2) / 2;
  const fits = (point: ChartPoint): boolean => {
    const [width, size] = [widthOf(point, large(point)), large(point)];
    return rows ? size <= room.bar && width <= room.along * 0.3 : width <= room.slot - 6 && size * 5 <= room.along;
  };
  return isSparse(chart) && chart.series[0]!.points.every(fits) ? large : () => fontSize;
}

/**
 * Per cent of a bar's width that is left between categories: PowerPoint's `gapWidth`. At least 60, more where bars
 * would grow fat.
 */
function gapWidth(chart: Chart, place: ChartPlace, extent: Pt, rows: boolean): number {
  const slot = extent / Math.max(1, chart.categories.length);
  const fattest = place.fontSize * (isSparse(chart) ? sparseBar : usualBar)[rows ? 'rows' : 'columns'];
  const series = Math.max(1, chart.series.length);
  return Math.round(Math.min(400, Math.max(60, (slot / fattest - series) * 100)));
}

interface Setting {
  readonly frame: Frame;
  readonly range: ValueRange;
  /** Every bar has its label; else the axis is shown. */
  readonly labelled: boolean;
  readonly gap: number;
  readonly sizeOf: SizeOf;
}

/** How thick one bar is, in pt; `extent` is the plot's size across the bars, `gap` in per cent of a bar. */
const barWidth = (chart: Chart, extent: Pt, gap: number): Pt =>
  extent / Math.max(1, chart.categories.length) / (Math.max(1, chart.series.length) + gap / 100);

function settle(chart: Chart, place: ChartPlace, rows: boolean): Setting {
  const { fontSize } = place;
  if (chart.log === true) return settleLog(chart, place, rows);
  const points = chart.series.flatMap((series) => series.points);
  const frame = rows ? frameWithRows(chart, place) : frameWithColumns(chart, place);
  const across = rows ? frame.plot.height : frame.plot.width;
  const gap = gapWidth(chart, place, across, rows);
  const bar = barWidth(chart, across, gap);
  const along = rows ? frame.plot.width : frame.plot.height;
  const sizeOf = numberSizes(chart, place, rows, { slot: across / Math.max(1, chart.categories.length), bar, along });
  const widest = Math.max(0, ...points.map((point) => widthOf(point, sizeOf(point))));
  const alone = chart.series.length === 1;
  // A single column's label may reach over the gaps beside it.
  const mayLabel = rows
    ? bar >= fontSize * 0.95
    : widest <= (alone ? frame.plot.width / chart.categories.length - 4 : bar + 2);
  if (mayLabel) {
    const labels = points.flatMap((point) =>
      point.value === null
        ? []
        : [
            {
              value: point.value, // A label of a falling bar keeps away from the names of the categories.
              room:
                labelGap +
                (rows
                  ? widthOf(point, sizeOf(point)) * 1.02 + (point.value < 0 ? 12 : 2)
                  : lineHeight(sizeOf(point)) * linesOf(point).length + 1),
            },
          ],
    );
    labels.push(...lineValues(chart).map((value) => ({ value, room: rows ? 2 : 4 })));
    const range = rangeWithLabels(labels, along);
    if (range !== null) return { frame, range, labelled: true, gap, sizeOf };
  }
  const frameOf = (shown: ValueRange): Frame =>
    rows
      ? rowsOverAxis(chart, place, estimateWidth(tickText(shown, shown.max), fontSize))
      : columnsBesideAxis(chart, place, valueAxisWidth(shown, fontSize));
  const rough = withUnit(roundRange(numbersOf(chart)), unitOnMarks(chart), chart);
  const range = withLoudRoom(rough, chart, place, rows, frameOf(rough));
  return { frame: frameOf(range), range, labelled: false, gap, sizeOf: () => fontSize };
}

/** What stands out has its label where others have none. */
function withLoudRoom(range: ValueRange, chart: Chart, place: ChartPlace, rows: boolean, { plot }: Frame): ValueRange {
  const extent = rows ? plot.height : plot.width;
  const loud = chart.series.flatMap(({ points }) =>
    points.flatMap((point, index) => {
      if (!point.emphasised || point.value === null) return [];
      const tall = lineHeight(place.fontSize) * linesOf(point).length;
      const room = labelGap + (rows ? widthOf(point, place.fontSize) + 4 : tall);
      return [
        { value: longestBeside(chart, place, extent, rows, index), room },
        { value: point.value, room },
      ];
    }),
  );
  return rangeWithRoom(range, loud, rows ? plot.width : plot.height);
}

/** The longest bar that the label of what stands out would run over. */
function longestBeside(chart: Chart, place: ChartPlace, extent: Pt, rows: boolean, index: number): number {
  const loud = chart.series.map(({ points }) => points[index]).find((point) => point?.emphasised === true);
  if (loud === undefined || loud.value === null) return 0;
  return farthestBeside({
    values: chart.series.map(({ points }) => points.map(({ value }) => value)),
    index,
    value: loud.value,
    label: rows ? lineHeight(place.fontSize) * linesOf(loud).length : widthOf(loud, place.fontSize),
    slot: extent / Math.max(1, chart.categories.length),
  });
}

/** A log axis is always shown, or its bars would be read as lengths. */
function settleLog(chart: Chart, place: ChartPlace, rows: boolean): Setting {
  const { fontSize } = place;
  const points = chart.series.flatMap((series) => series.points);
  const bare = rows ? frameWithRows(chart, place) : frameWithColumns(chart, place);
  const widest = Math.max(0, ...points.map((point) => widthOf(point, fontSize)));
  const length = rows ? bare.plot.width : bare.plot.height;
  const rough = logRange(numbersOf(chart), (labelGap + (rows ? widest + 4 : lineHeight(fontSize))) / length);
  const range = withUnit(rough, unitOnMarks(chart), chart);
  const frame = rows
    ? withFoot(bare, place, estimateWidth(tickText(range, range.max), fontSize))
    : columnsBesideAxis(chart, place, valueAxisWidth(range, fontSize));
  const across = rows ? frame.plot.height : frame.plot.width;
  const gap = gapWidth(chart, place, across, rows);
  const bar = barWidth(chart, across, gap);
  return {
    frame,
    range,
    gap,
    sizeOf: () => fontSize,
    labelled: rows
      ? bar >= fontSize * 0.95
      : widest <= (chart.series.length === 1 ? across / Math.max(1, chart.categories.length) - 4 : bar + 2),
  };
}

/** How far a label keeps from the bars beside its own, where not all have labels. */
function clearOf(
  chart: Chart,
  place: ChartPlace,
  setting: Setting,
  rows: boolean,
  index: number,
  point: ChartPoint,
): { readonly shift: Pt; readonly aside: Pt } {
  const { frame, range, labelled } = setting;
  if (labelled || point.value === null || range.log === true) return { shift: 0, aside: 0 };
  const [extent, length] = rows ? [frame.plot.height, frame.plot.width] : [frame.plot.width, frame.plot.height];
  const beyond = ((longestBeside(chart, place, extent, rows, index) - point.value) * length) / (range.max - range.min);
  return rows ? { shift: 0, aside: beyond } : { shift: 0 - beyond, aside: 0 };
}

const widthOf = (point: ChartPoint, fontSize: Pt): Pt =>
  Math.max(...linesOf(point).map((line) => estimateWidth(line, fontSize)));

/** Points whose colour differs from their series'. */
function ownColors(chart: Chart, place: ChartPlace, series: number): ReadonlyMap<number, Color> {
  const own = seriesColor(place.theme, series);
  const forecast = forecastColors(chart, place.theme, series);
  return new Map(
    (chart.series[series]?.points ?? []).flatMap((_, index) => {
      const color = forecast.get(index) ?? pointColor(chart, place.theme, series, index);
      return color === own ? [] : [[index, color] as const];
    }),
  );
}

function planOf(chart: Chart, place: ChartPlace, asked: boolean, ownGap?: number): Plan {
  // Columns whose names find room only when set much smaller lie down, where names beside bars are larger.
  const rows = asked || liesBetter(chart, place);
  const setting = settle(chart, place, rows);
  const { frame, range, labelled, gap, sizeOf } = setting;
  const series = chart.series.map(
    ({ name, points }, index): PlanSeries => ({
      name,
      values: points.map(({ value }) => value),
      format: pointsFormat(points),
      color: seriesColor(place.theme, index),
      colors: ownColors(chart, place, index),
      labels: points.flatMap((point, at) =>
        labelled || point.emphasised
          ? planLabel(point, at, 'beyond', {
              ...clearOf(chart, place, setting, rows, at, point),
              ...(sizeOf(point) === place.fontSize ? {} : { size: sizeOf(point) }),
            })
          : [],
      ),
    }),
  );
  return {
    rows,
    frame,
    axis: { range, visible: !labelled || range.log === true },
    layers: [
      {
        kind: 'bar',
        stack: 'none',
        parted:
          series.length > 1 &&
          barWidth(chart, rows ? frame.plot.height : frame.plot.width, ownGap ?? gap) >= leastParted,
        gap: ownGap ?? gap,
        series,
      },
    ],
    legend: series.length === 1 ? [] : series.map(({ name, color }) => ({ name, color: color! })),
    native: true,
  };
}

/** Narrower bars, in pt, would vanish behind the seams between them. */
const leastParted: Pt = 3;

/** `gap` is between categories, in per cent of a bar's width, where it is not to be chosen by their number. */
export const barType = (rows: boolean, { gap }: { readonly gap?: number } = {}): ChartType =>
  plannedType((chart, place) => planOf(chart, place, rows, gap));
