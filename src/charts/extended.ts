/** A chart as PowerPoint draws it since 2016, where it has such a kind; else why it cannot be one. */
import type { Chart } from '../model/chart.js';
import type { ChartKind } from '../model/chart-kinds.js';
import type { ExtendedChart, ExtendedFault } from '../model/extended/extended-chart.js';
import type { Theme } from '../model/theme.js';
import { box } from './extended/box.js';
import type { ToExtended } from './extended/extended-parts.js';
import { funnel } from './extended/funnel.js';
import { histogram } from './extended/histogram.js';
import { sunburst } from './extended/sunburst.js';
import { treemap } from './extended/treemap.js';
import { waterfall } from './extended/waterfall.js';
import { settleColors } from './measure/chart-palette.js';
import type { ChartPlace } from './measure/chart-type.js';

const extendedTypes: Readonly<Partial<Record<ChartKind, ToExtended>>> = {
  box,
  funnel,
  histogram,
  sunburst,
  treemap,
  waterfall,
};

/** What stands upon a drawing has its place from a scale that PowerPoint's own kind does not tell. */
export function toExtended(
  chart: Chart,
  theme: Theme,
  { size, fontSize }: Omit<ChartPlace, 'theme'>,
): ExtendedChart | ExtendedFault {
  const type = extendedTypes[chart.kind];
  if (type === undefined) return 'kind';
  if (Object.keys(chart.options).length > 0) return 'options';
  if ((chart.marks ?? []).length > 0) return 'marks';
  if (chart.series.some(({ points }) => points.some(({ note }) => note !== undefined))) return 'notes';
  const extended = type(chart, { theme, size, fontSize });
  return typeof extended === 'string' ? extended : settleColors(extended, theme);
}
