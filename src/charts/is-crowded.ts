/** Whether names of a chart's things are left out in a place, or stand closer than they should. */
import type { Chart } from '../model/chart.js';
import { chartTypes } from './chart-types.js';
import type { ChartPlace, ChartType } from './measure/chart-type.js';

export function isCrowded(chart: Chart, place: ChartPlace): boolean {
  const type: ChartType = chartTypes[chart.kind];
  return type.isCrowded?.(chart, place) === true;
}
