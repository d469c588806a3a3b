/** Range: from a low to a high for each category, as bars that float. */
import { seriesWords } from '../../locale/part-words.js';
import type { Chart, ChartPoint } from '../../model/chart.js';
import type { Color } from '../../model/theme.js';
import { estimateWidth } from '../../text/label-lines.js';
import { seriesColor } from '../measure/chart-palette.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { frameWithRows, hasRowLabels, rowsOverAxis } from '../measure/frame.js';
import { roundRange, withFewerTicks, withUnit, unitOnMarks, type ValueRange } from '../measure/value-range.js';
import { planLabel, pointsFormat, textLabel, type Plan, type PlanSeries } from '../plan/plan.js';
import { plannedType } from '../marks/planned.js';

interface Ends {
  readonly lows: readonly ChartPoint[];
  readonly highs: readonly ChartPoint[];
  /** Null where either is a gap. */
  readonly both: readonly (readonly [number, number] | null)[];
}

function endsOf(chart: Chart): Ends {
  const [lows, highs] = [chart.series[0]?.points ?? [], chart.series[1]?.points ?? []];
  const both = lows.map(({ value: low }, index) => {
    const high = highs[index]?.value ?? null;
    return low === null || high === null ? null : ([low, high] as const);
  });
  return { lows, highs, both };
}

/** From the lowest to the highest, with room for labels on either side; null where labels leave the bars none. */
function rangeOf({ lows, highs, both }: Ends, width: number, fontSize: number): ValueRange | null {
  const known = both.filter((end) => end !== null).flat();
  const [low, high] = known.length === 0 ? [0, 1] : [Math.min(...known), Math.max(...known)];
  const room = (points: readonly ChartPoint[]): number =>
    Math.max(0, ...points.map(({ label }) => estimateWidth(label, fontSize))) + 14;
  const free = width - room(lows) - room(highs);
  if (free < width * 0.15) return null;
  const scale = (high - low || 1) / free;
  const tidy = (value: number): number => Number(value.toPrecision(6));
  return { min: tidy(low - room(lows) * scale), max: tidy(high + room(highs) * scale), step: tidy(high - low || 1) };
}

/** Where some stand out the others step back. */
function mutedColors(points: readonly ChartPoint[], { theme }: ChartPlace): ReadonlyMap<number, Color> {
  const hasLoud = points.some(({ emphasised }) => emphasised);
  return new Map(
    points.flatMap(({ emphasised }, index) => (hasLoud && !emphasised ? [[index, theme.muted] as const] : [])),
  );
}

/** Invisible in PowerPoint: a foot to float on, which bears the lows, and a head, which bears the highs. */
function heldSeries(chart: Chart, { lows, highs, both }: Ends, bar: PlanSeries): readonly [PlanSeries, PlanSeries] {
  const hidden = { only: 'native', format: bar.format, color: null } as const;
  const ofShown = <T>(
    points: readonly ChartPoint[],
    labelled: (point: ChartPoint, index: number) => readonly T[],
  ): T[] => points.flatMap((point, index) => (both[index] === null ? [] : labelled(point, index)));
  return [
    {
      ...hidden,
      name: chart.series[0]?.name ?? '',
      values: both.map((end) => end?.[0] ?? null),
      labels: ofShown(lows, (point, index) => planLabel(point, index, 'end')),
    },
    {
      ...hidden,
      name: seriesWords(chart.language).label,
      values: bar.values,
      labels: ofShown(highs, ({ label, emphasised }, index) => [textLabel(label, index, 'base', { bold: emphasised })]),
    },
  ];
}

function planOf(chart: Chart, place: ChartPlace): Plan {
  const ends = endsOf(chart);
  const { lows, highs, both } = ends;
  const bare = frameWithRows({ ...chart, series: chart.series.slice(0, 1) }, place);
  const fitted = hasRowLabels(bare, chart, place) ? rangeOf(ends, bare.plot.width, place.fontSize) : null;
  // Without labels the axis says the numbers.
  const frame = fitted === null ? rowsOverAxis({ ...chart, series: chart.series.slice(0, 1) }, place) : bare;
  const known = both.filter((end) => end !== null).flat();
  const axisRange =
    fitted ??
    withFewerTicks(withUnit(roundRange(known, false), unitOnMarks(chart), chart), frame.plot.width, place.fontSize);
  const format = pointsFormat([...lows, ...highs]);
  const bar: PlanSeries = {
    name: seriesWords(chart.language).span,
    values: both.map((end) => (end === null ? null : Number((end[1] - end[0]).toPrecision(12)))),
    spans: both,
    format,
    color: seriesColor(place.theme, 0),
    labels: [],
    colors: mutedColors(lows, place),
  };
  const held = heldSeries(chart, ends, bar);
  const [foot, head] = fitted === null ? held.map((each) => ({ ...each, labels: [] })) : held;
  const labelled = (points: readonly ChartPoint[], at: 'left' | 'right'): PlanSeries => ({
    name: at,
    only: 'drawn',
    values: points.map(({ value }, index) => (both[index] === null ? null : value)),
    format,
    color: null,
    labels: points.flatMap((point, index) =>
      both[index] === null || fitted === null ? [] : planLabel(point, index, at),
    ),
  });
  const slot = frame.plot.height / Math.max(1, lows.length);
  return {
    rows: true,
    frame,
    axis: { range: axisRange, visible: fitted === null },
    // Below zero a stack would turn round, so it is drawn.
    native: both.every((end) => end === null || end[0] >= 0),
    afloat: true,
    legend: [],
    layers: [
      {
        kind: 'bar',
        stack: 'stacked',
        gap: Math.min(400, Math.max(80, (slot / (place.fontSize * 1.4) - 1) * 100)),
        series: [foot!, bar, head!],
      },
      { kind: 'line', width: 0, dot: 0, series: [labelled(lows, 'left'), labelled(highs, 'right')] },
    ],
  };
}

export const range = plannedType(planOf);
