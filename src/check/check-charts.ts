/** Charts: shares that make a whole, and no year left out. */
import type { Tell } from '../diagnostics/diagnostic.js';
import { periodGap, sharesNotWhole } from '../diagnostics/messages.js';
import type { Chart } from '../model/chart.js';
import type { Document } from '../model/document.js';
import type { Report } from '../model/report.js';
import { missingYears } from './missing-years.js';
import { walkDocument } from './walk-document.js';

export function checkCharts({ charts }: Report, documents: readonly Document[], tell: Tell): void {
  const seen = new Map<string, Chart>();
  for (const document of documents) walkDocument(document, { chart: ({ chart }) => void seen.set(chart.id, chart) });
  for (const chart of seen.values()) {
    const span = charts.get(chart.id)?.span ?? chart.span;
    const missing = missingYears(chart.categories);
    if (missing.length > 0) tell(periodGap(`the chart "${chart.id}"`, missing, span));
    const sum = sumOfShares(chart);
    if (sum !== null) tell(sharesNotWhole(chart.id, sum, span));
  }
}

/** Null where a pie's shares make 100, to within the rounding of each, or are no shares. */
function sumOfShares({ kind, unit, series }: Chart): string | null {
  const points = series[0]?.points ?? [];
  if (
    (kind !== 'pie' && kind !== 'doughnut') ||
    unit !== '%' ||
    points.length < 2 ||
    points.some(({ value }) => value === null)
  )
    return null;
  const decimals = Math.max(...points.map((point) => point.decimals));
  const sum = points.reduce((total, { value }) => total + value!, 0);
  const slack = points.reduce((total, point) => total + 0.5 * 10 ** -point.decimals, 0);
  return Math.abs(sum - 100) <= slack + 1e-9 ? null : sum.toFixed(decimals);
}
