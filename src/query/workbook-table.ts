/** The table on a sheet of a workbook, for a database over files that cannot read one. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { wholeSheet } from '../model/cell-name.js';
import type { DataTable } from '../read/data/table/data-table.js';
import { QueryRefusal } from './answer-limits.js';
import type { NamedFile } from './named-files.js';

/** The first that is found on the named sheet, else on the first that is shown. */
export async function workbookTable({ path, sheet }: NamedFile, bytes: Uint8Array): Promise<DataTable> {
  const { workbookReader } = await import('../read/data/workbook/read-workbook.js');
  const told: Diagnostic[] = [];
  const span = { file: path, line: 1, column: 1 };
  const choice = { sheet: sheet === null ? null : { name: sheet, span }, range: wholeSheet, head: null };
  const table = workbookReader()(path, bytes, choice, (diagnostic) => void told.push(diagnostic));
  const wrong = told.find(({ severity }) => severity === 'error');
  if (table !== null && wrong === undefined) return table;
  throw new QueryRefusal('mistake', `${wrong?.span?.cell ?? path}: ${wrong?.message ?? 'no table was found'}`);
}
