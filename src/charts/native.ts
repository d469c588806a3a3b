/** A chart as PowerPoint draws it; null where PowerPoint has no such chart, which is then placed as a picture. */
import type { Tell } from '../diagnostics/diagnostic.js';
import type { Chart } from '../model/chart.js';
import type { NativeChart } from '../model/native-chart.js';
import type { Theme } from '../model/theme.js';
import type { Sketch } from '../model/native-chart.js';
import { settleColors } from './measure/chart-palette.js';
import type { ChartPlace, ChartType } from './measure/chart-type.js';
import { chartTypes } from './chart-types.js';
import { tellCrowded } from './tell-crowded.js';

export function toNative(
  chart: Chart,
  theme: Theme,
  { size, fontSize }: Omit<ChartPlace, 'theme'>,
  tell: Tell = () => undefined,
): NativeChart | null {
  const place = { theme, size, fontSize };
  tellCrowded(chart, place, tell);
  // Options of Chart.js have no meaning to PowerPoint: it would draw another chart than the author asked for.
  const native = Object.keys(chart.options).length > 0 ? null : chartTypes[chart.kind].toNative(chart, place);
  return settleColors(native, theme);
}

/** A chart as plain shapes, of a kind that PowerPoint has not; null where it can only be a picture. */
export function toSketch(chart: Chart, theme: Theme, { size, fontSize }: Omit<ChartPlace, 'theme'>): Sketch | null {
  const type: ChartType = chartTypes[chart.kind];
  const place = { theme, size, fontSize };
  if (Object.keys(chart.options).length > 0 || type.toSketch === undefined) return null;
  return settleColors(type.toSketch(chart, place), theme);
}
