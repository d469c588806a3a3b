/** Everything that can be wrong in what a report says, though each part of it could be read: the checks in order. */
import type { Reporter } from '../diagnostics/diagnostic.js';
import type { Document } from '../model/document.js';
import type { Report } from '../model/report.js';
import { checkCharts } from './check-charts.js';
import { checkClaims } from './check-claims.js';
import { checkFigures } from './check-figures.js';
import { checkSeries } from './check-series.js';
import { checkShown } from './check-shown.js';
import { checkTotals } from './check-totals.js';
import { checkWrittenNumbers } from './check-written-numbers.js';

export function checkContent(data: Report, documents: readonly Document[], report: Reporter): void {
  checkFigures(data, report);
  checkSeries(data, report);
  checkCharts(data, documents, report);
  checkTotals(documents, report);
  checkShown(data, documents, report);
  checkWrittenNumbers(data, documents, report);
  checkClaims(data, documents, report);
}
