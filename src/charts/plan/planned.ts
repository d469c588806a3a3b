/** A kind whose both drawings come from one plan. */
import type { Chart, ChartPoint } from '../../model/chart.js';
import type { ChartPlace, ChartType } from '../measure/chart-type.js';
import type { Plan } from './plan.js';
import { planToChartJs } from './plan-drawn.js';
import { planToNative } from './plan-native.js';
import { settleLabels } from './settle-labels.js';

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

export const plannedType = (planOf: (chart: Chart, place: ChartPlace) => Plan): ChartType => {
  const settle = (chart: Chart, place: ChartPlace): Plan => {
    const rough = planOf(chart, place);
    const named = nameLoud(chart, rough.frame.every);
    return settleLabels(named === chart ? rough : planOf(named, place), place).plan;
  };
  return {
    isCrowded: (chart, place) => planOf(chart, place).frame.isCrowded === true,
    toNative: (chart, place) => planToNative(settle(chart, place), chart, place),
    toChartJs: (chart, place) => planToChartJs(settle(chart, place), chart, place),
  };
};
