/** A kind whose both drawings come from one plan. */
import type { Chart } from '../../model/chart.js';
import type { ChartPlace, ChartType } from '../measure/chart-type.js';
import type { Plan } from './plan.js';
import { planToChartJs } from './plan-drawn.js';
import { planToNative } from './plan-native.js';

export const plannedType = (planOf: (chart: Chart, place: ChartPlace) => Plan): ChartType => ({
  isCrowded: (chart, place) => planOf(chart, place).frame.isCrowded === true,
  toNative: (chart, place) => planToNative(planOf(chart, place), chart, place),
  toChartJs: (chart, place) => planToChartJs(planOf(chart, place), chart, place),
});
