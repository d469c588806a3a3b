/** Range: from a low to a high for each category, as bars that float. */
import { seriesWords } from '../../locale/part-words.js';
import type { Chart } from '../../model/chart.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { frameWithRows } from '../measure/frame.js';
import { planLabel, pointsFormat, textLabel, type Plan, type PlanSeries } from '../plan/plan.js';
import { plannedType } from '../plan/planned.js';
import { seriesColor } from '../measure/chart-palette.js';
import { estimateWidth } from '../../text/label-lines.js';

function planOf(chart: Chart, place: ChartPlace): Plan {
  const { fontSize, theme } = place;
  const words = seriesWords(chart.language);
  const [lows, highs] = [chart.series[0]?.points ?? [], chart.series[1]?.points ?? []];
  const ends = lows.map(({ value: low }, index) => {
    const high = highs[index]?.value ?? null;
    return low === null || high === null ? null : ([low, high] as const);
  });
  const known = ends.filter((end) => end !== null);
  const [low, high] = known.length === 0 ? [0, 1] : [Math.min(...known.flat()), Math.max(...known.flat())];
  const frame = frameWithRows({ ...chart, series: chart.series.slice(0, 1) }, place);
  const room = (points: Chart['series'][number]['points']): number =>
    Math.max(0, ...points.map(({ label }) => estimateWidth(label, fontSize))) + 14;
  const scale = (high - low || 1) / Math.max(40, frame.plot.width - room(lows) - room(highs));
  const tidy = (value: number): number => Number(value.toPrecision(6));
  const range = {
    min: tidy(low - room(lows) * scale),
    max: tidy(high + room(highs) * scale),
    step: tidy(high - low || 1),
  };
  const shown = (index: number): boolean => ends[index] !== null;
  const format = pointsFormat([...lows, ...highs]);
  const foot: PlanSeries = {
    name: chart.series[0]?.name ?? '',
    only: 'native',
    values: ends.map((end) => end?.[0] ?? null),
    format,
    color: null,
    labels: lows.flatMap((point, index) => (shown(index) ? planLabel(point, index, 'end') : [])),
  };
  const bar: PlanSeries = {
    name: words.span,
    values: ends.map((end) => (end === null ? null : Number((end[1] - end[0]).toPrecision(12)))),
    spans: ends,
    format,
    color: seriesColor(theme, 0),
    labels: [],
    colors: new Map(
      lows.flatMap((point, index) =>
        chart.series[0]!.points.some(({ emphasised }) => emphasised) && !point.emphasised
          ? [[index, theme.muted] as const]
          : [],
      ),
    ),
  };
  const head: PlanSeries = {
    name: words.label,
    only: 'native',
    values: bar.values,
    format,
    color: null,
    labels: highs.flatMap((point, index) =>
      shown(index) ? [textLabel(point.label, index, 'base', { bold: point.emphasised })] : [],
    ),
  };
  const ofPoints = (points: typeof lows, at: 'left' | 'right'): PlanSeries => ({
    name: at,
    only: 'drawn',
    values: points.map(({ value }, index) => (shown(index) ? value : null)),
    format,
    color: null,
    labels: points.flatMap((point, index) => (shown(index) ? planLabel(point, index, at) : [])),
  });
  const slot = frame.plot.height / Math.max(1, lows.length);
  return {
    rows: true,
    frame,
    axis: { range, visible: false },
    native: low >= 0,
    afloat: true,
    legend: [],
    layers: [
      {
        kind: 'bar',
        stack: 'stacked',
        gap: Math.min(400, Math.max(80, (slot / (fontSize * 1.4) - 1) * 100)),
        series: [foot, bar, head],
      },
      { kind: 'line', width: 0, dot: 0, series: [ofPoints(lows, 'left'), ofPoints(highs, 'right')] },
    ],
  };
}

export const range = plannedType(planOf);
