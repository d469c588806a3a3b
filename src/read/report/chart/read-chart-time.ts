/** Which figures a chart or a table shows over time: `series: [a, b]`, with `periods: 2013..2024` or `last: 12`. */
import { notPeriods } from '../../../diagnostics/figure-messages.js';
import type { Tell } from '../../../diagnostics/diagnostic.js';
import { readSpanOfPeriods } from '../../../figures/choose-periods.js';
import type { ChartTime } from '../../../model/report.js';
import type { DataCursor } from '../../shape/data-cursor.js';
import type { NameCheck } from '../names.js';

/** Null for what is drawn from a table, or from figures of one period. */
export function readChartTime(entry: DataCursor, has: NameCheck, tell: Tell): ChartTime | null {
  const [series, figures, periods] = [entry.at('series'), entry.at('figures'), entry.at('periods')];
  if (entry.at('table').exists) return null;
  const isOverTime = series.exists || (figures.exists && (periods.exists || entry.at('last').exists));
  if (!isOverTime) return null;
  const named = (series.exists ? series : figures).names();
  const text = periods.text();
  const span = text === null ? null : readSpanOfPeriods(text);
  if (text !== null && span === null) tell(notPeriods(text, periods.span));
  return {
    series: named.filter(({ id, span: place }) => has('figure', id, place)),
    from: span?.from ?? null,
    to: span?.to ?? null,
    last: entry.at('last').number(),
  };
}
