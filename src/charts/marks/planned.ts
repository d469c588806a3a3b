/** A kind whose both drawings come from one plan. */
import type { Chart, ChartPoint } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import { plain } from '../chartjs/plain-object.js';
import { joinShapes, layMarks } from './lay-marks.js';
import { withFewerTicks, withFewerTicksUp } from '../measure/value-range.js';
import { arrowRoom } from './mark-room.js';
import { fitBeside, isAskedBeside, type Fitted } from './fit-beside.js';
import type { ChartPlace, ChartType } from '../measure/chart-type.js';
import type { Plan, PlanSeries } from '../plan/plan.js';
import { planToChartJs } from '../plan/plan-drawn.js';
import { planToNative } from '../plan/plan-native.js';
import { settleLabels } from '../plan/settle-labels.js';

/** Points that stand out where an axis leaves out their names say them in their labels. */
function nameLoud(chart: Chart, every: number): Chart {
  const isUnnamed = ({ emphasised, value }: ChartPoint, index: number): boolean =>
    emphasised && value !== null && index % every !== 0;
  if (every === 1 || !chart.series.some(({ points }) => points.some(isUnnamed))) return chart;
  return {
    ...chart,
    series: chart.series.map((series) => ({
      ...series,
      points: series.points.map((point, index) =>
        isUnnamed(point, index)
          ? { ...point, note: [chart.categories[index]!, point.note ?? ''].filter((text) => text !== '').join(' ') }
          : point,
      ),
    })),
  };
}

/** The lowest and the highest value that the layers reach. */
function reachOf({ layers }: Plan): { readonly low: number; readonly high: number } {
  const sumsOf = (series: readonly PlanSeries[], sign: 1 | -1): number[] =>
    series[0]?.values.map((_, index) =>
      series.reduce((sum, { values }) => sum + sign * Math.max(0, sign * (values[index] ?? 0)), 0),
    ) ?? [];
  const values = layers.flatMap(({ series, ...layer }) =>
    !('stack' in layer) || layer.stack === 'none'
      ? series.flatMap((one) => one.values.filter((value) => value !== null))
      : [...sumsOf(series, 1), ...sumsOf(series, -1)],
  );
  return { low: Math.min(...values), high: Math.max(...values) };
}

/** The far end of an axis whose near end moved: what reaches up to `reach` keeps the share of it that is free above. */
const farEnd = (far: number, near: number, reach: number, moved: number): number => {
  const free = (far - reach) / (far - near);
  return free > 0 && free < 1 ? (reach - free * moved) / (1 - free) : far;
};

/**
 * The plan with the ends of the value axis that the author's options of Chart.js give it: labels and marks are placed
 * by the plan, and stand where Chart.js draws what they are about.
 */
function withAskedEnds(plan: Plan, { options }: Chart): Plan {
  const asked = plain(plain(options['scales'])[plan.rows ? 'x' : 'y']);
  const { range, visible } = plan.axis;
  // Where no axis is shown, values have labels, which need their room.
  const { low, high } = visible ? { low: range.min, high: range.max } : reachOf(plan);
  const {
    min = farEnd(range.min, range.max, low, typeof asked['max'] === 'number' ? asked['max'] : range.max),
    max = farEnd(range.max, range.min, high, typeof asked['min'] === 'number' ? asked['min'] : range.min),
    reverse = plan.axis.reversed === true,
  } = asked;
  if (typeof min !== 'number' || typeof max !== 'number' || !(min < max)) return plan;
  return { ...plan, axis: { ...plan.axis, range: { ...range, min, max }, reversed: reverse === true } };
}

/** Numbers of an axis in a small plot, so many steps apart that they do not touch. */
function withTicksApart(plan: Plan, { fontSize }: ChartPlace): Plan {
  const { rows, frame, axis, second } = plan;
  const apart = <Axis extends Plan['axis']>(one: Axis): Axis =>
    !one.visible || one.range.log === true
      ? one
      : {
          ...one,
          range: rows
            ? withFewerTicks(one.range, frame.plot.width, fontSize)
            : withFewerTicksUp(one.range, frame.plot.height, fontSize),
        };
  return { ...plan, axis: apart(axis), ...(second !== undefined && { second: apart(second) }) };
}

/** In pt, and in lines. In a smaller chart an arrow and what it says would stand upon the bars and their numbers. */
const leastForArrows = { width: 200, height: 90, lines: 10 };
/** A difference that says more than this share of the chart's width leaves the bars too little. */
const mostOfArrow = 0.42;

function arrowsThatFit(chart: Chart, place: ChartPlace): Chart {
  if (chart.marks === undefined) return chart;
  const { size, fontSize } = place;
  const fits =
    size.width >= leastForArrows.width &&
    size.height >= Math.max(leastForArrows.height, leastForArrows.lines * fontSize);
  return {
    ...chart,
    marks: chart.marks.filter(
      (mark) =>
        (mark.kind !== 'growth' && mark.kind !== 'difference') ||
        (fits && (mark.kind === 'growth' || arrowRoom(mark, place) <= size.width * mostOfArrow)),
    ),
  };
}

const movedDown = (plan: Plan, by: Pt): Plan => ({
  ...plan,
  frame: { ...plan.frame, plot: { ...plan.frame.plot, y: plan.frame.plot.y + by } },
});

/** What each label says, by its place among the points and series that are drawn. */
const labelsOf = ({ layers }: Plan): ReadonlyMap<string, string> =>
  new Map(
    layers.flatMap(({ series }) =>
      series
        .filter(({ only }) => only !== 'native')
        .flatMap(({ labels }, at) =>
          labels.map(({ index, lines }): [string, string] => [`${at} ${index} ${lines.join('\n')}`, lines.join(' ')]),
        ),
    ),
  );

/**
 * The last answer again where the same chart is asked for the same place: it is drawn right after it was asked whether
 * it is crowded. Nobody edits a chart or what is found for it.
 */
function lastOf(fit: (chart: Chart, place: ChartPlace) => Fitted): (chart: Chart, place: ChartPlace) => Fitted {
  let last: { readonly chart: Chart; readonly place: ChartPlace; readonly fitted: Fitted } | null = null;
  return (chart, place) => {
    if (last?.chart === chart && isSamePlace(last.place, place)) return last.fitted;
    const fitted = fit(chart, place);
    last = { chart, place, fitted };
    return fitted;
  };
}

const isSamePlace = (one: ChartPlace, other: ChartPlace): boolean =>
  one.size.width === other.size.width &&
  one.size.height === other.size.height &&
  one.fontSize === other.fontSize &&
  one.theme === other.theme;

export const plannedType = (planOf: (chart: Chart, place: ChartPlace) => Plan): ChartType => {
  const within = (chart: Chart, place: ChartPlace): Plan => {
    const rough = planOf(chart, place);
    const named = nameLoud(chart, rough.frame.every);
    return withTicksApart(withAskedEnds(named === chart ? rough : planOf(named, place), chart), place);
  };
  const fit = lastOf((chart, place) => fitBeside(arrowsThatFit(chart, place), place, within));
  const settle = (given: Chart, place: ChartPlace): { readonly chart: Chart; readonly plan: Plan } => {
    const { chart, plan, place: inner, room } = fit(given, place);
    const { plan: settled, rects } = settleLabels(plan, inner);
    if (room === null)
      return { chart, plan: settled.joins === undefined ? settled : { ...settled, marks: joinShapes(settled) } };
    const moved = movedDown(settled, room.top);
    const labels = rects.map((rect) => ({ ...rect, top: rect.top + room.top, bottom: rect.bottom + room.top }));
    const marks = [...joinShapes(moved), ...layMarks({ chart, plan: moved, place, room, labels })];
    return { chart, plan: { ...moved, marks } };
  };
  return {
    isCrowded: (chart, place) => fit(chart, place).plan.frame.isCrowded === true,
    lacksBeside: (chart, place) => isAskedBeside(chart) && !isAskedBeside(fit(chart, place).chart),
    cutOff: (chart, place) => {
      if (Object.keys(chart.options).length === 0) return [];
      const shown = labelsOf(settle(chart, place).plan);
      return [...labelsOf(settle({ ...chart, options: {} }, place).plan)].flatMap(([mark, label]) =>
        shown.has(mark) ? [] : [label],
      );
    },
    toNative: (given, place) => {
      const { chart, plan } = settle(given, place);
      return planToNative(plan, chart, place);
    },
    toChartJs: (given, place) => {
      const { chart, plan } = settle(given, place);
      return planToChartJs(plan, chart, place);
    },
  };
};
