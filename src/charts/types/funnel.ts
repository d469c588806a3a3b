/** Funnel: what is left from step to step, as bars about a middle line. */
import { seriesWords } from '../../locale/part-words.js';
import type { Chart, ChartPoint } from '../../model/chart.js';
import { hasEmphasis, pointColor, seriesColor } from '../measure/chart-palette.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { frameWithRows, rowsToRead, type Frame } from '../measure/frame.js';
import { insideLabel, planLabel, pointsFormat, type Plan, type PlanLabel, type PlanSeries } from '../plan/plan.js';
import { plannedType } from '../marks/planned.js';

interface Setting {
  readonly points: readonly ChartPoint[];
  readonly frame: Frame;
  /** The widest step, which fills the plot. */
  readonly most: number;
  /** Where each bar starts, in units of the value. */
  readonly feet: readonly (number | null)[];
}

function settle(chart: Chart, place: ChartPlace): Setting {
  const points = chart.series[0]?.points ?? [];
  const most = Math.max(0, ...points.map(({ value }) => value ?? 0)) || 1;
  const feet = points.map(({ value }) => (value === null ? null : Number(((most - value) / 2).toPrecision(12))));
  return { points, frame: rowsToRead(frameWithRows(chart, place), chart, place), most, feet };
}

/** Each step's label in its bar where that has room. */
function insideLabels(chart: Chart, place: ChartPlace, { points, frame, most }: Setting): PlanLabel[][] {
  const height = frame.plot.height / Math.max(1, points.length) / 1.2;
  return points.map((point, index) => {
    const width = ((point.value ?? 0) / most) * frame.plot.width;
    return insideLabel(point, index, funnelColor(chart, place, index), { width, height }, place);
  });
}

export const funnelColor = (chart: Chart, place: ChartPlace, index: number) =>
  hasEmphasis(chart) ? pointColor(chart, place.theme, 0, index) : seriesColor(place.theme, 0);

/** Whether a step's label has room in its bar. */
export function funnelHasRoom(chart: Chart, place: ChartPlace, index: number): boolean {
  return insideLabels(chart, place, settle(chart, place))[index]!.length > 0;
}

function planOf(chart: Chart, place: ChartPlace): Plan {
  const one = { ...chart, series: chart.series.slice(0, 1) };
  const setting = settle(one, place);
  const { points, frame, most, feet } = setting;
  const words = seriesWords(chart.language);
  const inside = insideLabels(one, place, setting);
  const hidden = { format: pointsFormat(points), color: null, only: 'native' } as const;
  const bars: PlanSeries = {
    name: one.series[0]?.name ?? '',
    values: points.map(({ value }) => value),
    format: hidden.format,
    color: seriesColor(place.theme, 0),
    spans: points.map(({ value }, index) => (value === null ? null : ([feet[index]!, feet[index]! + value] as const))),
    colors: new Map(points.map((_, index) => [index, funnelColor(one, place, index)] as const)),
    labels: inside.flat(),
  };
  // What finds no room in its bar stands past its end.
  const isOutside = (index: number): boolean => inside[index]!.length === 0;
  const outside = (at: 'base' | 'right'): PlanLabel[] =>
    points.flatMap((point, index) => (isOutside(index) ? planLabel(point, index, at) : []));
  // Half of what is missing to the widest step, whatever is typed.
  const lastRow = points.length + 1;
  const foot: PlanSeries = {
    ...hidden,
    name: words.blank,
    values: feet,
    formulas: feet.map((value, index) => (value === null ? null : `(MAX($C$2:$C$${lastRow})-C${index + 2})/2`)),
    labels: [],
  };
  const head: PlanSeries = {
    ...hidden,
    name: words.label,
    values: points.map(({ value }, index) => (isOutside(index) ? value : null)),
    formulas: points.map(({ value }, index) => (isOutside(index) && value !== null ? `C${index + 2}` : null)),
    labels: outside('base'),
  };
  const drawn: PlanSeries = {
    ...hidden,
    only: 'drawn',
    name: words.label,
    values: points.map(({ value }, index) => (value !== null && isOutside(index) ? feet[index]! + value : null)),
    labels: outside('right'),
  };
  return {
    rows: true,
    frame,
    axis: { range: { min: 0, max: most, step: most }, visible: false },
    native: true,
    afloat: true,
    legend: [],
    layers: [
      { kind: 'bar', stack: 'stacked', gap: 20, series: [foot, bars, head] },
      { kind: 'line', width: 0, dot: 0, series: [drawn] },
    ],
  };
}

export const funnel = plannedType(planOf);
