/** Whether a kind cannot show the numbers of a chart, which a build tells. */
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import type { Chart } from '../../../src/model/chart.js';
import type { ChartSpec } from '../../../src/model/report.js';
import { checkDomain } from '../../../src/resolve/chart-domain.js';

/** What is said of it; nothing where it can. */
export function refusals(chart: Chart): readonly string[] {
  const said: string[] = [];
  const tell = ({ message }: Diagnostic): void => void said.push(message);
  const spec = { id: 'c', kind: chart.kind, stack: chart.stack ?? 'none', table: null, span: chart.span };
  checkDomain(spec as unknown as ChartSpec, chart.series, { tell } as unknown as Parameters<typeof checkDomain>[2]);
  return said;
}
export const isOutside = (chart: Chart): boolean =>
  refusals(chart).length > 0 || chart.series.every(({ points }) => points.every(({ value }) => value === null));
