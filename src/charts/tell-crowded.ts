/** What a chart has no room for is told: names of things that are left out, or stand closer than they should. */
import { besideWithoutRoom, labelsCutOff } from '../diagnostics/chart-messages.js';
import type { Tell } from '../diagnostics/diagnostic.js';
import { crowdedNames } from '../diagnostics/messages.js';
import type { Chart } from '../model/chart.js';
import { chartTypes } from './chart-types.js';
import { isCrowded } from './is-crowded.js';
import type { ChartPlace, ChartType } from './measure/chart-type.js';

export function tellCrowded(chart: Chart, place: ChartPlace, tell: Tell): void {
  const type: ChartType = chartTypes[chart.kind];
  if (isCrowded(chart, place)) tell(crowdedNames(chart.id, chart.categories.length, chart.span));
  const cut = type.cutOff?.(chart, place) ?? [];
  if (cut.length > 0) tell(labelsCutOff(chart.id, cut, chart.optionsSpan ?? chart.span));
  if (type.lacksBeside?.(chart, place) === true) tell(besideWithoutRoom(chart.id, chart.span));
}
