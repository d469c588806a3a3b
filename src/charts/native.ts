/** A chart as PowerPoint draws it; null where PowerPoint has no such chart, which is then placed as a picture. */
import type { Tell } from '../diagnostics/diagnostic.js';
import type { Chart } from '../model/chart.js';
import type { NativeChart } from '../model/native-chart.js';
import type { Theme } from '../model/theme.js';
import type { ChartPlace } from './measure/chart-type.js';
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
  return Object.keys(chart.options).length > 0 ? null : chartTypes[chart.kind].toNative(chart, place);
}
