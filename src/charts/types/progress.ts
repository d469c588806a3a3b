/**
 * Progress: shares of a whole as bars on a track. What the track leaves over is never said: it is no figure of the
 * report.
 */
import type { Chart } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import { estimateWidth } from '../../text/label-lines.js';
import { shareBar } from '../families/share-bar.js';
import { colorOn, pointColor, seriesColor, trackColor } from '../measure/chart-palette.js';
import type { ChartPlace, ChartType } from '../measure/chart-type.js';
import { frameWithRows, rowsToRead, type Frame } from '../measure/frame.js';
import { wholeOf } from '../measure/value-range.js';
import { planLabel, pointsFormat, type Plan, type PlanSeries } from '../plan/plan.js';
import { plannedType } from '../marks/planned.js';

interface Setting {
  readonly frame: Frame;
  readonly whole: number;
  /** Between bars, in per cent of a bar's height. */
  readonly gap: number;
}

function settle(chart: Chart, place: ChartPlace): Setting {
  const values = (chart.series[0]?.points ?? []).map((point) => point.value ?? 0);
  const whole = wholeOf(chart);
  const frame = rowsToRead(frameWithRows({ ...chart, series: chart.series.slice(0, 1) }, place), chart, place);
  const slot = frame.plot.height / Math.max(1, values.length);
  return { frame, whole, gap: gapOf(slot, place) };
}

/** Bars twice as high as their labels where there is room, and never lower than those. */
function gapOf(slot: Pt, { fontSize }: ChartPlace): number {
  const most = (slot / (fontSize * 1.05) - 1) * 100;
  return Math.round(Math.min(500, Math.max(0, most), Math.max(60, (slot / (fontSize * 2) - 1) * 100)));
}

/** Inside the end of its bar where there is room, else past it on the track. */
function isInside(chart: Chart, place: ChartPlace, { frame, whole }: Setting, index: number): boolean {
  const point = chart.series[0]?.points[index];
  const room = ((point?.value ?? 0) / whole) * frame.plot.width;
  return estimateWidth(point?.label ?? '', place.fontSize) + 12 <= room;
}

function planOf(chart: Chart, place: ChartPlace): Plan {
  const one = { ...chart, series: chart.series.slice(0, 1) };
  const setting = settle(one, place);
  const { frame, whole, gap } = setting;
  const points = one.series[0]?.points ?? [];
  const own = seriesColor(place.theme, 0);
  const colors = points.map((_, index) => pointColor(one, place.theme, 0, index));
  // The whole lies behind the share, so that no number for the rest is made up and an edited share needs no second
  // edit.
  const track: PlanSeries = {
    name: '',
    values: points.map(() => whole),
    format: 'General',
    color: trackColor,
    labels: [],
  };
  const share: PlanSeries = {
    name: one.series[0]?.name ?? '',
    values: points.map(({ value }) => value),
    format: pointsFormat(points),
    color: own,
    colors: new Map(colors.flatMap((color, index) => (color === own ? [] : [[index, color] as const]))),
    labels: points.flatMap((point, index) =>
      isInside(one, place, setting, index)
        ? planLabel(point, index, 'end', { clear: 6, bold: true, color: colorOn(place.theme, colors[index]!) })
        : planLabel(point, index, 'beyond'),
    ),
  };
  return {
    rows: true,
    frame,
    axis: { range: { min: 0, max: whole, step: whole }, visible: false },
    afloat: true,
    layers: [{ kind: 'bar', stack: 'none', overlaid: true, gap, series: [track, share] }],
    legend: [],
    native: points.length > 0,
  };
}

const shareBars = plannedType(planOf);

/** One share stands alone, its value large; several are bars below each other. */
export const progress: ChartType = {
  isCrowded: (chart, place) => chart.categories.length > 1 && shareBars.isCrowded?.(chart, place) === true,
  toNative: (chart, place) => (chart.categories.length === 1 ? shareBar : shareBars).toNative(chart, place),
  toChartJs: (chart, place) => (chart.categories.length === 1 ? shareBar : shareBars).toChartJs(chart, place),
};
