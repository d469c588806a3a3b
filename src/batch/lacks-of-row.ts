/** Why a row has not what its report asks of it: a cell without a number, a column in which several rows differ. */
import { cellIsNoNumber, rowsDiffer } from '../diagnostics/batch-messages.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { columnName, rowFields, rowFigure } from '../model/report-row.js';
import type { ReportRow } from '../model/report-row.js';

/** Errors about figures and texts that are not there. */
const codes: ReadonlySet<string> = new Set(['unknown-figure', 'unknown-in-formula', 'unknown-variable']);

/** One for each column, by what the report's own errors name. */
export function lacksOfRow(row: ReportRow, told: readonly Diagnostic[]): readonly Diagnostic[] {
  const texts = told.filter(({ code }) => codes.has(code)).map(({ message }) => message);
  const isAsked = (name: string, own: string): boolean =>
    texts.some((text) => text.includes(`"${rowFigure(name)}"`) || (own !== '' && text.includes(`"${own}"`)));
  const fields = rowFields(row);
  const names = [...new Set(row.columns.map(({ text }) => columnName(text).name))];
  return names.flatMap((name): readonly Diagnostic[] => {
    const cell = fields.get(name);
    if (cell !== undefined) return isAsked(name, '') ? [cellIsNoNumber(rowFigure(name), cell.text, cell.span)] : [];
    return name !== '' && isAsked(name, name) ? [rowsDiffer(name, row.rows[0]![0]!.span)] : [];
  });
}
