/** What lines and areas share: points over categories, joined. */
import type { Chart, ChartPoint, ChartSeries } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import { estimateWidth } from '../../text/label-lines.js';
import { linesOf } from '../chartjs/chartjs-config.js';
import { hasEmphasis, seriesColor } from '../measure/chart-palette.js';
import type { ChartPlace, ChartType } from '../measure/chart-type.js';
import { frameWithColumns, hasLegend, legendHeight, lineHeight, lowered, type Frame } from '../measure/frame.js';
import {
  logRange,
  numbersOf,
  rangeWithRoom,
  roundRange,
  valueAxisWidth,
  withUnit,
  unitOnMarks,
  type ValueRange,
} from '../measure/value-range.js';
import { planLabel, pointsFormat } from '../plan/plan.js';
import type { AreaLayer, Plan, PlanLabel, PlanSeries } from '../plan/plan.js';
import { besideOf } from '../marks/fit-beside.js';
import { plannedType } from '../marks/planned.js';

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

/** Numbers stand at the points of a line alone, where they have room and nothing strikes them. */
function settle(chart: Chart, place: ChartPlace, isStepped: boolean): Setting {
  const labelled = settleWith(chart, place, true);
  const [series] = chart.series;
  const isClear = ({ points }: ChartSeries): boolean =>
    points.every((point, at) => point.value === null || clearSpot(series!, labelled, place, at, isStepped) !== null);
  return !labelled.labelled || series === undefined || isClear(series) ? labelled : settleWith(chart, place, false);
}

function settleWith(chart: Chart, place: ChartPlace, mayLabel: boolean): Setting {
  const { fontSize } = place;
  const points = chart.series.flatMap((series) => series.points);
  const widest = Math.max(0, ...points.flatMap((point) => linesOf(point).map((line) => estimateWidth(line, fontSize))));
  const slot = place.size.width / Math.max(1, chart.categories.length);
  const labelled = mayLabel && chart.series.length === 1 && widest <= slot - 4;
  const range =
    chart.log === true
      ? withUnit(logRange(numbersOf(chart), 0), unitOnMarks(chart), chart)
      : withUnit(withLowRoom(chart, place), labelled ? null : unitOnMarks(chart), chart);
  const axisWidth = labelled && chart.log !== true ? 0 : valueAxisWidth(range, fontSize);
  // The topmost label, or half a line of the topmost tick, stands above the plot.
  const mostLines = Math.max(1, ...points.map((point) => linesOf(point).length));
  const above = labelled || points.some(standsOut) ? lineHeight(fontSize) * mostLines + clearOfPoint : fontSize * 0.6;
  const frame = lowered(frameWithColumns(chart, place, axisWidth), above);
  const setting = { range, labelled, frame };
  if (chart.series.length === 1 || besideOf(chart) !== null) return { ...setting, namedAtEnds: false };
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

/** Labels of lows stand below them, where names of categories would be in their way. */
function withLowRoom(chart: Chart, { size, fontSize }: ChartPlace): ValueRange {
  const lows = chart.series.flatMap(({ points }) =>
    points.flatMap((point) =>
      point.value !== null && point.value < 0 && standsOut(point)
        ? [{ value: point.value, room: lineHeight(fontSize) * linesOf(point).length + clearOfPoint }]
        : [],
    ),
  );
  return rangeWithRoom(roundRange(numbersOf(chart)), lows, size.height * 0.7);
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

/**
 * Where a label stands clear of its line and of the axis: above or below its point, `away` pt farther off than others.
 */
interface ClearSpot {
  readonly at: 'above' | 'below';
  readonly away: Pt;
}

/** Farther off than so many lines of text a label would no longer be seen to be its point's. */
const farthest = 1.4;

/** How far the line climbs above a point at each point, and at the end, of `reach` categories to either side. */
function climbsBeside(heightAt: (at: number) => Pt | null, own: Pt, index: number, reach: number): readonly Pt[] {
  return [-1, 1].flatMap((way) =>
    Array.from({ length: Math.ceil(reach) }, (_, step) => {
      const [near, far] = [heightAt(index + way * step), heightAt(index + way * (step + 1))];
      return near === null || far === null ? [] : [own - (near + (far - near) * Math.min(1, reach - step))];
    }).flat(),
  );
}

/** The same of a line in steps, which stands at each point's height until the next; the riser at the point is apart. */
function stepsBeside(heightAt: (at: number) => Pt | null, own: Pt, index: number, reach: number): readonly Pt[] {
  const climb = (at: number): Pt[] => [heightAt(at)].flatMap((other) => (other === null ? [] : [own - other]));
  return Array.from({ length: Math.floor(reach) }, (_, step) => [
    ...climb(index + step + 1),
    ...climb(index - step - 2),
    ...(step === 0 ? climb(index - 1) : []),
  ]).flat();
}

/** Null where the line or the axis would strike the label wherever it stood. */
function clearSpot(
  series: ChartSeries,
  setting: Setting,
  place: ChartPlace,
  index: number,
  isStepped = false,
): ClearSpot | null {
  const { points } = series;
  const { frame, range } = setting;
  const heightAt = (at: number): Pt | null => {
    const value = points[at]?.value ?? null;
    return value === null ? null : heightOf(value, frame, range);
  };
  const own = heightAt(index);
  if (own === null) return null;
  const lines = linesOf(points[index]!);
  const reach = Math.max(...lines.map((line) => estimateWidth(line, place.fontSize))) / 2 + 2;
  const slot = frame.plot.width / Math.max(1, points.length);
  const tall = lineHeight(place.fontSize) * lines.length;
  const before = heightAt(index - 1);
  // A step comes to its point straight down or straight up.
  const riser = !isStepped || before === null ? 0 : before - own;
  const risen = isStepped ? [0 - riser] : [];
  // How far the line climbs within the label's half width, to either side.
  const climbs = (isStepped ? stepsBeside : climbsBeside)(heightAt, own, index, (reach + 2) / slot);
  const zero = range.log === true || range.min > 0 || range.max < 0 ? null : heightOf(0, frame, range);
  const spotAt = (at: ClearSpot['at'], most: Pt): ClearSpot | null => {
    const towards = at === 'above' ? 1 : -1;
    const away = Math.max(
      0,
      ...[...climbs, ...(most === Infinity ? risen : [])].map((climb) => towards * climb - clearOfPoint + 1),
    );
    const near = own - towards * (clearOfPoint + away);
    const [top, foot] = at === 'above' ? [near - tall, near] : [near, near + tall];
    const struck = zero !== null && zero > top + 1 && zero < foot - 1;
    const inside = top >= -frame.plot.y - 1 && foot <= frame.plot.height + 1;
    const comesFrom = most < Infinity && (at === 'above' ? riser < -1 : riser > 1);
    return away > most || struck || comesFrom || !inside ? null : { at, away };
  };
  const far = tall * farthest;
  const near = spotAt('above', 0) ?? spotAt('below', 0) ?? spotAt('above', far) ?? spotAt('below', far);
  // What stands out is said even so, clear of the line.
  return near ?? (standsOut(points[index]!) ? (spotAt('above', Infinity) ?? spotAt('below', Infinity)) : null);
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
function labelsOf(chart: Chart, place: ChartPlace, setting: Setting, index: number, isStepped: boolean): PlanLabel[] {
  const series = chart.series[index]!;
  const { name, points } = series;
  const clear = clearOfPoint;
  const numbers = points.flatMap((point, at) => {
    if (!setting.labelled && !standsOut(point)) return [];
    const spot = clearSpot(series, setting, place, at, isStepped);
    const shift = spot === null ? 0 : spot.at === 'above' ? 0 - spot.away : spot.away;
    return planLabel(point, at, spot?.at ?? 'above', { clear, shift, or: spot === null ? ['right', 'left'] : [] });
  });
  if (setting.labelled || !setting.namedAtEnds) return numbers;
  const last = points.length - 1;
  return points
    .slice(last)
    .flatMap((point) => planLabel(point, last, 'right', { clear, or: [], lines: [name], namesSeries: true }));
}

function planOf(chart: Chart, place: ChartPlace, form: 'line' | 'area' | 'stepped'): Plan {
  const setting = settle(chart, place, form === 'stepped');
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
      labels: labelsOf(chart, place, setting, index, form === 'stepped'),
      ...(form === 'area' ? { cellsOf: index, isUnlisted: true } : {}),
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
    ],
    legend:
      hasLegend(chart) && !namedAtEnds ? lines.map(({ name, color }, mark) => ({ name, color: color!, mark })) : [],
    // PowerPoint has no steps, and lets an area fall to zero in a gap.
    native: form === 'line' || (form === 'area' && lines.every(({ values }) => !values.includes(null))),
  };
}

export const lineType = (form: 'line' | 'area' | 'stepped'): ChartType =>
  plannedType((chart, place) => planOf(chart, place, form));
