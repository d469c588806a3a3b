/** Whether names of a chart's things are left out in a place, or stand closer than they should. */
import type { Chart } from '../model/chart.js';
import { chartTypes } from './chart-types.js';
import type { ChartPlace, ChartType } from './measure/chart-type.js';

/** A layout asks of the same place again and again. Charts are never edited, and a build has one theme. */
const known = new WeakMap<Chart, Map<string, boolean>>();

export function isCrowded(chart: Chart, place: ChartPlace): boolean {
  const type: ChartType = chartTypes[chart.kind];
  if (type.isCrowded === undefined) return false;
  const { size, fontSize, theme } = place;
  const answers = known.get(chart) ?? new Map<string, boolean>();
  known.set(chart, answers);
  const key = `${size.width} ${size.height} ${fontSize} ${theme.name}`;
  const answer = answers.get(key) ?? type.isCrowded(chart, place);
  answers.set(key, answer);
  return answer;
}
