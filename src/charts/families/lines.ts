/** What lines and areas share: points over categories, joined. */
import type { Chart, ChartPoint } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import { estimateWidth } from '../../text/label-lines.js';
import { linesOf } from '../chartjs/chartjs-config.js';
import { hasEmphasis, seriesColor } from '../measure/chart-palette.js';
import type { ChartPlace, ChartType } from '../measure/chart-type.js';
import { frameWithColumns, legendHeight, lineHeight, type Frame } from '../measure/frame.js';
import { logRange, numbersOf, roundRange, valueAxisWidth, withUnit, type ValueRange } from '../measure/value-range.js';
import { planLabel, pointsFormat, targetLayers, targetLegend } from '../plan/plan.js';
import type { AreaLayer, Plan, PlanLabel, PlanSeries } from '../plan/plan.js';
import { plannedType } from '../plan/planned.js';

interface Setting {
  readonly frame: Frame;
  readonly range: ValueRange;
  /** Every point has its label; else the axis is shown. */
  readonly labelled: boolean;
  /** Series are named at the ends of their lines; else in a legend. */
  readonly namedAtEnds: boolean;
}

/** From the middle of a point to its label, in pt. */
const clearOfPoint: Pt = 6;

function settle(chart: Chart, place: ChartPlace): Setting {
  const { fontSize } = place;
  const points = chart.series.flatMap((series) => series.points);
  const widest = Math.max(0, ...points.flatMap((point) => linesOf(point).map((line) => estimateWidth(line, fontSize))));
  const slot = place.size.width / Math.max(1, chart.categories.length);
  const labelled = chart.series.length === 1 && widest <= slot - 4;
  const range =
    chart.log === true
      ? withUnit(logRange(numbersOf(chart), 0), chart.unit, chart)
      : withUnit(roundRange(numbersOf(chart)), labelled ? null : chart.unit, chart);
  const axisWidth = labelled && chart.log !== true ? 0 : valueAxisWidth(range, fontSize);
  // The topmost label, or half a line of the topmost tick, stands above the plot.
  const mostLines = Math.max(1, ...points.map((point) => linesOf(point).length));
  const above = labelled || points.some(standsOut) ? lineHeight(fontSize) * mostLines + clearOfPoint : fontSize * 0.6;
  const lowered = (frame: Frame, by: Pt): Frame => ({
    ...frame,
    plot: { ...frame.plot, y: frame.plot.y + by, height: frame.plot.height - by },
  });
  const frame = lowered(frameWithColumns(chart, place, axisWidth), above);
  const setting = { range, labelled, frame };
  if (chart.series.length === 1) return { ...setting, namedAtEnds: false };
  const names = Math.max(...chart.series.map((series) => estimateWidth(series.name, fontSize))) + clearOfPoint;
  // The last point stands half a slot from the plot's edge, and a narrower plot has narrower slots.
  const halfSlot = 1 / (2 * Math.max(1, chart.categories.length));
  const kept = Math.max(0, (names - (place.size.width - axisWidth) * halfSlot) / (1 - halfSlot)) + 1;
  const open = lowered(
    frameWithColumns(chart, { ...place, size: { ...place.size, width: place.size.width - kept } }, axisWidth),
    above - legendHeight(chart, place) + legendHeight({ ...chart, series: chart.series.slice(0, 1) }, place),
  );
  return endsLieApart(chart, open, range, lineHeight(fontSize)) && names <= place.size.width * 0.3
    ? { ...setting, frame: open, namedAtEnds: true }
    : { ...setting, namedAtEnds: false };
}

/** In pt from the top of the plot. */
function heightOf(value: number, { plot }: Frame, range: ValueRange): Pt {
  const scaled = (number: number): number => (range.log === true ? Math.log10(Math.max(number, range.min)) : number);
  return ((scaled(range.max) - scaled(value)) / (scaled(range.max) - scaled(range.min))) * plot.height;
}

function endsLieApart(chart: Chart, frame: Frame, range: ValueRange, least: Pt): boolean {
  const ends = chart.series.map((series) => series.points.at(-1)?.value ?? null);
  if (ends.includes(null)) return false;
  const heights = ends.map((end) => heightOf(end!, frame, range)).sort((one, other) => one - other);
  return heights.every((height, index) => index === 0 || height - heights[index - 1]! >= least);
}

/** Below its point where the line to a neighbour would run through a label above it, as in a valley. */
function isBelow(chart: Chart, { frame, range }: Setting, place: ChartPlace, at: number): boolean {
  const points = chart.series[0]?.points ?? [];
  const slot = frame.plot.width / Math.max(1, chart.categories.length);
  const height = (index: number): Pt | null => {
    const value = points[index]?.value ?? null;
    return value === null ? null : heightOf(value, frame, range);
  };
  const own = height(at);
  if (own === null) return false;
  const reach = estimateWidth(points[at]!.label, place.fontSize) / 2 + 2;
  /** How far the neighbouring line climbs within the label's half width; negative where it falls. */
  const climbs = [height(at - 1), height(at + 1)].flatMap((other) =>
    other === null ? [] : [(own - other) * Math.min(1, reach / slot)],
  );
  const crossesAbove = climbs.some((climb) => climb > clearOfPoint);
  const crossesBelow = climbs.some((climb) => -climb > clearOfPoint);
  const fitsBelow = own + clearOfPoint + lineHeight(place.fontSize) <= frame.plot.height;
  return crossesAbove && !crossesBelow && fitsBelow;
}

/** About so many marks tell one line from others. */
const marksToALine = 10;

/**
 * One line alone: with an accent on some points, only those have a mark; with many points none has. Several lines have
 * marks to be told apart by.
 */
function hasMark(chart: Chart, series: number, point: number): boolean {
  const emphasised = chart.series[series]?.points[point]?.emphasised === true;
  if (chart.series.length > 1) return emphasised || point % Math.ceil(chart.categories.length / marksToALine) === 0;
  return hasEmphasis(chart) ? emphasised : chart.categories.length <= 14;
}

/** What has its label where others have none. */
const standsOut = (point: ChartPoint): boolean => point.emphasised || point.note !== undefined;

/** Numbers at the points, names at the ends, or the numbers of what stands out. */
function labelsOf(chart: Chart, place: ChartPlace, setting: Setting, index: number): PlanLabel[] {
  const { name, points } = chart.series[index]!;
  const clear = clearOfPoint;
  if (setting.labelled)
    return points.flatMap((point, at) =>
      isBelow(chart, setting, place, at)
        ? planLabel(point, at, 'below', { clear, or: ['above', 'right'] })
        : planLabel(point, at, 'above', { clear, or: ['below', 'right'] }),
    );
  if (!setting.namedAtEnds)
    return points.flatMap((point, at) =>
      standsOut(point) ? planLabel(point, at, 'above', { clear, or: ['right', 'left'] }) : [],
    );
  const last = points.length - 1;
  return points
    .slice(last)
    .flatMap((point) => planLabel(point, last, 'right', { clear, or: [], lines: [name], namesSeries: true }));
}

function planOf(chart: Chart, place: ChartPlace, form: 'line' | 'area' | 'stepped'): Plan {
  const setting = settle(chart, place);
  const { frame, range, labelled, namedAtEnds } = setting;
  const several = chart.series.length > 1;
  const dot = place.fontSize >= 11 ? 7 : 5;
  const lines = chart.series.map(
    ({ name, points }, index): PlanSeries => ({
      name,
      values: points.map(({ value }) => value),
      format: pointsFormat(points),
      color: seriesColor(place.theme, index),
      dots: points.map((point, at) => (hasMark(chart, index, at) ? dot + (point.emphasised ? 2 : 0) : 0)),
      labels: labelsOf(chart, place, setting, index),
      ...(form === 'area' ? { cellsOf: index } : {}),
    }),
  );
  const areas: AreaLayer[] =
    form === 'area'
      ? [
          {
            kind: 'area',
            stack: 'none',
            series: lines.map(({ name, values, format, color }) => ({ name, values, format, color, labels: [] })),
          },
        ]
      : [];
  return {
    rows: false,
    frame,
    axis: { range, visible: !labelled || range.log === true },
    layers: [
      ...areas,
      {
        kind: 'line',
        width: place.fontSize >= 11 ? 2.25 : 1.5,
        dot: several ? dot : 0,
        dashedFrom: chart.forecast,
        isStepped: form === 'stepped',
        series: lines,
      },
      ...targetLayers(chart),
    ],
    legend: [
      ...(several && !namedAtEnds ? lines.map(({ name, color }, mark) => ({ name, color: color!, mark })) : []),
      ...targetLegend(chart),
    ],
    // PowerPoint has no steps, and lets an area fall to zero in a gap.
    native: form === 'line' || (form === 'area' && lines.every(({ values }) => !values.includes(null))),
  };
}

export const lineType = (form: 'line' | 'area' | 'stepped'): ChartType =>
  plannedType((chart, place) => planOf(chart, place, form));
