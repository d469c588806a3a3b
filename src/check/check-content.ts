/** Everything that can be wrong in what a report says, though each part of it could be read: the checks in order. */
import type { Tell } from '../diagnostics/diagnostic.js';
import type { Document } from '../model/document.js';
import type { Report } from '../model/report.js';
import { checkArgument } from './check-argument.js';
import { checkCharts } from './check-charts.js';
import { checkClaims } from './check-claims.js';
import { checkFigures } from './check-figures.js';
import { checkProofs } from './check-proofs.js';
import { checkSeries } from './check-series.js';
import { checkShown } from './check-shown.js';
import { checkTables } from './check-tables.js';
import { checkTotals } from './check-totals.js';
import { countFindings } from './count-findings.js';
import { checkWrittenNumbers } from './check-written-numbers.js';

export function checkContent(data: Report, documents: readonly Document[], tell: Tell): void {
  countFindings((told) => checkAll(data, documents, told), tell);
}

function checkAll(data: Report, documents: readonly Document[], tell: Tell): void {
  checkFigures(data, tell);
  checkSeries(data, tell);
  checkCharts(data, documents, tell);
  checkArgument(data, documents, tell);
  checkTotals(documents, tell);
  checkTables(data, documents, tell);
  checkShown(data, documents, tell);
  checkWrittenNumbers(data, documents, tell);
  checkClaims(data, documents, tell);
  checkProofs(data, documents, tell);
}
