/** Funnel: what is left from step to step, as bars about a middle line. */
import { seriesWords } from '../../locale/part-words.js';
import type { Chart } from '../../model/chart.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { frameWithRows } from '../measure/frame.js';
import { insideLabel, planLabel, pointsFormat, type Plan, type PlanSeries } from '../plan/plan.js';
import { plannedType } from '../plan/planned.js';
import { hasEmphasis, pointColor, seriesColor } from '../measure/chart-palette.js';

function planOf(chart: Chart, place: ChartPlace): Plan {
  const words = seriesWords(chart.language);
  const one = { ...chart, series: chart.series.slice(0, 1) };
  const points = (one.series[0]?.points ?? []).map((point) =>
    point.value !== null && point.value < 0 ? { ...point, value: 0 } : point,
  );
  const frame = frameWithRows(one, place);
  const most = Math.max(0, ...points.map(({ value }) => value ?? 0)) || 1;
  const slot = frame.plot.height / Math.max(1, points.length);
  const bar = slot / 1.2;
  const colorOf = (index: number) =>
    hasEmphasis(one) ? pointColor(one, place.theme, 0, index) : seriesColor(place.theme, 0);
  const format = pointsFormat(points);
  const inside = points.map((point, index) =>
    insideLabel(
      point,
      index,
      colorOf(index),
      { width: ((point.value ?? 0) / most) * frame.plot.width, height: bar },
      place,
    ),
  );
  const feet = points.map(({ value }) => (value === null ? null : Number(((most - value) / 2).toPrecision(12))));
  const hidden = { format, color: null, only: 'native' } as const;
  const foot: PlanSeries = { ...hidden, name: words.blank, values: feet, labels: [] };
  const bars: PlanSeries = {
    name: one.series[0]?.name ?? '',
    values: points.map(({ value }) => value),
    format,
    color: seriesColor(place.theme, 0),
    spans: points.map(({ value }, index) => (value === null ? null : ([feet[index]!, feet[index]! + value] as const))),
    colors: new Map(points.map((_, index) => [index, colorOf(index)] as const)),
    labels: inside.flat(),
  };
  // What finds no room in its bar stands past its end.
  const outside = points.map((point, index) => (inside[index]!.length > 0 ? null : point));
  const head: PlanSeries = {
    ...hidden,
    name: words.label,
    values: points.map(({ value }, index) => (outside[index] === null ? null : value)),
    labels: outside.flatMap((point, index) => (point === null ? [] : planLabel(point, index, 'base'))),
  };
  const drawn: PlanSeries = {
    ...hidden,
    only: 'drawn',
    name: words.label,
    values: points.map(({ value }, index) => (value === null || outside[index] === null ? null : feet[index]! + value)),
    labels: outside.flatMap((point, index) => (point === null ? [] : planLabel(point, index, 'right'))),
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
