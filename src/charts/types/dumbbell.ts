/** Dumbbell: two numbers of each category as dots on one line, so that the eye reads how far apart they are. */
import type { Chart, ChartPoint } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import type { Color } from '../../model/theme.js';
import { estimateWidth } from '../../text/label-lines.js';
import { hasEmphasis, seriesColor, textColor } from '../measure/chart-palette.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { columnsBesideAxis, frameWithColumns, lineHeight, lowered, type Frame } from '../measure/frame.js';
import {
  numbersOf,
  roundRange,
  unitOnMarks,
  valueAxisWidth,
  withUnit,
  type ValueRange,
} from '../measure/value-range.js';
import { planLabel, pointsFormat, type Layer, type Plan, type PlanSeries } from '../plan/plan.js';
import { plannedType } from '../marks/planned.js';

interface Setting {
  readonly frame: Frame;
  readonly range: ValueRange;
  /** Not every label finds room over its category: then the axis says the numbers. */
  readonly hasAxis: boolean;
  /** Diameter. */
  readonly dot: Pt;
}

function settle(chart: Chart, place: ChartPlace): Setting {
  const { fontSize } = place;
  const dot = fontSize >= 11 ? 10 : 7;
  const bare = frameWithColumns(chart, place);
  const slot = bare.plot.width / Math.max(1, chart.categories.length);
  const labels = chart.series.flatMap(({ points }) => points.map(({ label }) => label));
  if (labels.some((label) => estimateWidth(label, fontSize) > slot - 4)) {
    const range = withUnit(roundRange(numbersOf(chart), false), unitOnMarks(chart), chart);
    return { frame: columnsBesideAxis(chart, place, valueAxisWidth(range, fontSize)), range, hasAxis: true, dot };
  }
  // One label stands over the upper dot, one under the lower.
  const room = lineHeight(fontSize) + dot / 2 + 2;
  const frame = lowered(bare, room);
  return { frame, range: rangeOver(numbersOf(chart), room / frame.plot.height), hasAxis: false, dot };
}

/** From the lowest number, with `foot` of the axis below it, to the highest: a hidden axis needs no round ends. */
function rangeOver(numbers: readonly number[], foot: number): ValueRange {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  if (!Number.isFinite(low)) return roundRange(numbers, false);
  // Where all are the same, half of the plot is under them for their labels.
  if (high === low) {
    const half = Math.abs(high) || 1;
    return { min: low - half, max: high + half, step: half * 2 };
  }
  const below = (high - low) * (1 / Math.max(0.2, 1 - foot) - 1);
  const [min, step] = [low - below, high - low].map((value) => Number(value.toPrecision(6))) as [number, number];
  return { min, max: high, step };
}

/** Whether a number is the upper one of its category; where both are the same, that of the first series. */
function isUpper(chart: Chart, series: number, index: number): boolean {
  const [own, other] = [series, 1 - series].map((at) => chart.series[at]?.points[index]?.value ?? null);
  if (own === null || own === undefined || other === null || other === undefined) return true;
  return own === other ? series === 0 : own > other;
}

const seriesOf = (chart: Chart, place: ChartPlace, series: number): PlanSeries => {
  const { name, points } = chart.series[series]!;
  return {
    name,
    values: points.map(({ value }) => value),
    format: pointsFormat(points),
    color: seriesColor(place.theme, series),
    labels: [],
  };
};

/**
 * Lines between the dots, each drawn from its upper number down to the lower one. `reads` is where the series that it
 * stands on has its cells; left out, it has cells of its own.
 */
function stemsOf(chart: Chart, place: ChartPlace, isLoud: boolean): readonly Layer[] {
  const color: Color = isLoud ? textColor : place.theme.muted;
  return chart.series.map((_, at): Layer => {
    const lower: readonly ChartPoint[] = chart.series[1 - at]?.points ?? [];
    const foot = chart.series[at]!.points.map(({ value, emphasised }, index) =>
      value !== null && emphasised === isLoud && isUpper(chart, at, index) ? (lower[index]?.value ?? null) : null,
    );
    const series = seriesOf(chart, place, at);
    return {
      kind: 'stems',
      width: place.fontSize >= 11 ? 2.5 : 1.75,
      color,
      foot,
      series: [isLoud ? { ...series, cellsOf: at } : series],
    };
  });
}

/** Dots of the same cells on top of the stems, or a stem would be drawn through its dot. */
function dotsOf(chart: Chart, place: ChartPlace, { hasAxis, dot }: Setting, series: number): PlanSeries {
  const { points } = chart.series[series]!;
  return {
    ...seriesOf(chart, place, series),
    cellsOf: series,
    labels: hasAxis
      ? []
      : points.flatMap((point, index) =>
          planLabel(point, index, isUpper(chart, series, index) ? 'above' : 'below', { clear: dot / 2 + 3, or: [] }),
        ),
  };
}

function planOf(whole: Chart, place: ChartPlace): Plan {
  const chart = { ...whole, series: whole.series.slice(0, 2) };
  const setting = settle(chart, place);
  const { frame, range, hasAxis, dot } = setting;
  const dots = chart.series.map((_, at) => dotsOf(chart, place, setting, at));
  return {
    rows: false,
    frame,
    axis: { range, visible: hasAxis },
    native: true,
    afloat: !hasAxis,
    legend: dots.map(({ name, color }, mark) => ({ name, color: color!, mark })),
    layers: [
      ...stemsOf(chart, place, false),
      ...(hasEmphasis(chart) ? stemsOf(chart, place, true) : []),
      { kind: 'line', width: 0, dot, series: dots },
    ],
  };
}

export const dumbbell = plannedType(planOf);
