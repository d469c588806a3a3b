/**
 * Waterfall: how rises and falls lead from one amount to another. PowerPoint draws it as stacked columns with an
 * invisible foot.
 */
import { columnName } from '../../model/cell-name.js';
import { formatWithin, quantityLabel } from '../../locale/chart-label.js';
import { seriesWords } from '../../locale/part-words.js';
import type { Chart, ChartPoint } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import { estimateWidth } from '../../text/label-lines.js';
import { seriesColor } from '../measure/chart-palette.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { frameWithColumns, frameWithRows, rowsToRead, labelGap, lineHeight, type Frame } from '../measure/frame.js';
import { roundRange, unitOnMarks, type ValueRange } from '../measure/value-range.js';
import { pointsFormat, textLabel, type Plan, type PlanLabel, type PlanSeries } from '../plan/plan.js';
import { plannedType } from '../marks/planned.js';

const roles = ['sum', 'rise', 'fall'] as const;
type Role = (typeof roles)[number];

/** A step, or a sum; from what level to what level its bar reaches. */
export interface WaterfallStep {
  readonly from: number;
  readonly to: number;
  readonly role: Role;
  readonly point: ChartPoint;
}

/** A rise says that it is one: +94. */
const withSign = (point: ChartPoint): ChartPoint =>
  point.value !== null && point.value > 0 && /^[\d$€£¥]/.test(point.label)
    ? { ...point, label: `+${point.label}` }
    : point;

/** A gap moves nothing; a sum without a number is what the steps have come to. */
export function waterfallSteps(chart: Chart): readonly WaterfallStep[] {
  let level = 0;
  const points = chart.series[0]?.points ?? [];
  const decimals = Math.max(0, ...points.map((point) => point.decimals));
  return points.map((given, index): WaterfallStep => {
    const from = level;
    const point = chart.sums?.includes(index) === true ? given : withSign(given);
    if (chart.sums?.includes(index) === true) {
      level = point.value ?? level;
      if (point.value !== null) return { from: 0, to: level, role: 'sum', point };
      const { text, format } = quantityLabel({ value: level, decimals }, unitOnMarks(chart), null, chart.language);
      return { from: 0, to: level, role: 'sum', point: { ...point, label: text, format } };
    }
    level = Number((level + (point.value ?? 0)).toPrecision(12));
    return { from, to: level, role: level >= from ? 'rise' : 'fall', point };
  });
}

/** A gap has no bar. */
const moves = ({ role, point }: WaterfallStep): boolean => role === 'sum' || point.value !== null;
const topOf = ({ from, to }: WaterfallStep): number => Math.max(from, to);
const footOf = ({ from, to }: WaterfallStep): number => Math.min(from, to);

const lengthOf = ({ from, to }: WaterfallStep): number => Number(Math.abs(to - from).toPrecision(12));

interface StepFormulas {
  readonly foot: readonly (string | null)[];
  readonly sum: readonly (string | null)[];
  readonly head: readonly (string | null)[];
}

/**
 * The workbook has a column for the foot, one for each role, one for the label, from B on; a step a row, from 2 on. So
 * whoever edits one step moves all that follow: each stands on what the one before came to, a sum is what the steps
 * have come to where it says no other number.
 */
function formulasOf(steps: readonly WaterfallStep[], shown: readonly Role[]): StepFormulas {
  const cell = (column: number, index: number): string => `${columnName(column)}${index + 2}`;
  const partOf = ({ role }: WaterfallStep, index: number): string => cell(3 + shown.indexOf(role), index);
  /** What the steps have come to before this one; null before the first. */
  const before = (index: number): { readonly formula: string; readonly level: number } | null => {
    const last = steps.slice(0, index).findLastIndex(moves);
    const step = steps[last];
    if (step === undefined) return null;
    const own = partOf(step, last);
    const formula = step.role === 'sum' ? own : step.role === 'rise' ? `${cell(2, last)}+${own}` : cell(2, last);
    return { formula, level: step.to };
  };
  const [first, last] = [columnName(3), columnName(2 + shown.length)];
  return {
    foot: steps.map((step, index) => {
      const above = before(index);
      if (above === null || !moves(step) || step.role === 'sum') return null;
      return step.role === 'rise' ? above.formula : `${above.formula}-${partOf(step, index)}`;
    }),
    sum: steps.map((step, index) => {
      const above = before(index);
      return step.role === 'sum' && above !== null && Math.abs(above.level - step.to) < 1e-9 ? above.formula : null;
    }),
    head: steps.map((step, index) => (moves(step) ? `SUM(${first}${index + 2}:${last}${index + 2})` : null)),
  };
}

interface Setting {
  /** Steps down the side: where names or labels find no room beside each other. */
  readonly rows: boolean;
  readonly frame: Frame;
  readonly range: ValueRange;
}

const widestLabel = (steps: readonly WaterfallStep[], fontSize: Pt): Pt =>
  Math.max(0, ...steps.map(({ point }) => estimateWidth(point.label, fontSize)));

/** Labels stand past the upper ends of their bars, so the farthest bar needs room. */
function settle(chart: Chart, place: ChartPlace, steps: readonly WaterfallStep[]): Setting {
  const { fontSize } = place;
  const one = { ...chart, series: chart.series.slice(0, 1) };
  const upright = frameWithColumns(one, place);
  const slot = upright.plot.width / Math.max(1, steps.length);
  const rows = upright.isCrowded === true || widestLabel(steps, fontSize) > slot - 2;
  const frame = rows ? rowsToRead(frameWithRows(one, place), one, place) : upright;
  const [high, low] = [Math.max(0, ...steps.map(topOf)), Math.min(0, ...steps.map(footOf))];
  if (high === low) return { rows, frame, range: roundRange([]) };
  const [room, length] = rows
    ? [widestLabel(steps, fontSize) + labelGap + 6, frame.plot.width]
    : [lineHeight(fontSize) + 8, frame.plot.height];
  const share = Math.min(0.6, room / Math.max(1, length));
  const max = Number((high + ((high - low) * share) / (1 - share)).toPrecision(6));
  return { rows, frame, range: { min: low, max, step: high - low } };
}

/** Steps of one role: their lengths for a stack on a foot, and from where to where for a drawing. */
function partOf(
  role: Role,
  steps: readonly WaterfallStep[],
  place: ChartPlace,
  name: string,
  format: string,
): PlanSeries {
  const { theme } = place;
  const colors = { sum: seriesColor(theme, 0), rise: { slot: theme.muted.slot }, fall: theme.bad } as const;
  const shown = (step: WaterfallStep): boolean => step.role === role && moves(step);
  return {
    name,
    format,
    color: colors[role],
    labels: [],
    values: steps.map((step) => (shown(step) ? lengthOf(step) : null)),
    spans: steps.map((step) => (shown(step) ? ([step.from, step.to] as const) : null)),
  };
}

/**
 * Past the upper end of its bar; of a bar that hangs so close under the line at zero that this would strike its label,
 * past that line.
 *
 * @param room that a label takes from its bar on, and `length` of the axis, in pt.
 */
function labelLevel(step: WaterfallStep, room: Pt, length: Pt, { min, max }: ValueRange): number {
  const top = topOf(step);
  const below = max > min ? (-top / (max - min)) * length : 0;
  return top < 0 && below < room + 4 ? 0 : top;
}

const labelsAt = (at: 'base' | 'above' | 'right', steps: readonly WaterfallStep[]): PlanLabel[] =>
  steps.flatMap((step, index) => {
    const { label, emphasised, decimals } = step.point;
    if (label === '') return [];
    const format = formatWithin(label, lengthOf(step), decimals);
    return [textLabel(label, index, at, { bold: emphasised, or: [], format })];
  });

function planOf(chart: Chart, place: ChartPlace): Plan {
  const steps = waterfallSteps(chart);
  const words = seriesWords(chart.language);
  const { rows, frame, range } = settle(chart, place, steps);
  const format = pointsFormat(chart.series[0]?.points ?? []);
  const shownRoles = roles.filter((role) => steps.some((step) => step.role === role));
  const formulas = formulasOf(steps, shownRoles);
  const hidden = { format, color: null, only: 'native' } as const;
  const foot: PlanSeries = {
    ...hidden,
    name: words.foot,
    values: steps.map((step) => (!moves(step) ? null : step.role === 'sum' ? 0 : footOf(step))),
    formulas: formulas.foot,
    labels: [],
  };
  const head: PlanSeries = {
    ...hidden,
    name: words.label,
    values: steps.map((step) => (moves(step) ? lengthOf(step) : null)),
    formulas: formulas.head,
    labels: labelsAt('base', steps),
  };
  const drawn: PlanSeries = {
    ...hidden,
    only: 'drawn',
    name: words.label,
    values: steps.map((step) =>
      labelLevel(
        step,
        rows ? labelGap + widestLabel(steps, place.fontSize) : lineHeight(place.fontSize),
        rows ? frame.plot.width : frame.plot.height,
        range,
      ),
    ),
    labels: labelsAt(rows ? 'right' : 'above', steps),
  };
  const slot = (rows ? frame.plot.height : frame.plot.width) / Math.max(1, steps.length);
  const fattest = place.fontSize * (rows ? 2 : 5);
  const parts = shownRoles.map((role) => ({
    ...partOf(role, steps, place, words[role], format),
    ...(role === 'sum' && { formulas: formulas.sum }),
  }));
  return {
    rows,
    frame,
    axis: { range, visible: false },
    joins: steps.map(({ to }) => to),
    // Below zero a stack would turn round, so it is drawn.
    native: steps.every((step) => footOf(step) >= 0),
    legend: [],
    layers: [
      {
        kind: 'bar',
        stack: 'stacked',
        gap: Math.min(150, Math.max(30, (slot / fattest - 1) * 100)),
        series: [foot, ...parts, head],
      },
      { kind: 'line', width: 0, dot: 0, series: [drawn] },
    ],
  };
}

export const waterfall = plannedType(planOf);
