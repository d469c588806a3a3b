/** What is said where a gallery of charts cannot be shown. */
import type { Diagnostic } from './diagnostic.js';

export const noNumbersToDraw = (report: string): Diagnostic => ({
  severity: 'error',
  code: 'no-numbers-to-draw',
  message: `${report} has no table with a column of numbers`,
  span: null,
  hint: 'put one under "tables:" of report.yaml: a CSV file, a range of a workbook, or rows',
});

/** @param why the kind does not suit the table; null where there is no such kind. */
export const noSuchChart = (
  kind: string,
  why: string | null,
  nearest: string | null,
  known: readonly string[],
): Diagnostic => ({
  severity: 'error',
  code: 'no-such-chart',
  message: why === null ? `there is no chart "${kind}" of this table` : `"${kind}" does not suit this table: ${why}`,
  span: null,
  hint: nearest === null ? `these do: ${known.join(', ')}` : `did you mean "${nearest}"?`,
});
