/** The rows that a batch makes reports of: of a CSV file, a workbook's sheet, a list in YAML or JSON, or SQL. */
import { basename } from 'node:path';
import { rowsAreFolder, rowsAreNoList, sameColumn } from '../diagnostics/batch-messages.js';
import { missingFile, unknownColumn } from '../diagnostics/messages.js';
import type { Tell } from '../diagnostics/diagnostic.js';
import { nearestName } from '../diagnostics/nearest-name.js';
import { noMemo } from '../memo/memo.js';
import { columnName, columnNamed } from '../model/report-row.js';
import type { ReportRow, RowCell } from '../model/report-row.js';
import type { Span } from '../model/span.js';
import type { Files } from '../project/files.js';
import { dataFormatOf, isWorkbook } from '../read/data/read-data.js';
import { queryOf } from '../read/report/ask-queries.js';
import { readTableFile } from '../read/report/read-table-file.js';
import { keepRows } from './keep-rows.js';
import { isSqlFile, queryOfSql, rowsOfQuery, type Asking } from './query-rows.js';
import { DataCursor } from '../read/shape/data-cursor.js';
import { decodeText } from '../read/source/read-text.js';

export interface RowChoice {
  /** A sheet of a workbook. */
  readonly sheet: string | null;
  /** `column=value`, `column>3`; all of them hold of a row that is kept. */
  readonly where: readonly string[];
  /** Rows that say the same in this column are one report. */
  readonly group: string | null;
}

/** Each report's row or rows, in the order of the file. Null where they cannot be read, which is told. */
export async function readRows(
  path: string,
  choice: RowChoice,
  files: Files,
  tell: Tell,
  asking: Asking,
): Promise<readonly ReportRow[] | null> {
  const table = await readTable(path, choice.sheet, files, tell, asking);
  if (table === null) return null;
  tellSameColumns(table, tell);
  const column = (name: string): number | null => {
    const index = columnNamed(table.columns, name);
    const heads = table.columns.map(({ text }) => text.trim());
    if (index === null)
      tell(unknownColumn(name, basename(path), table.columns[0]!.span, nearestName(name, heads), heads));
    return index;
  };
  let kept: ReportRow['rows'] = table.rows;
  for (const where of choice.where) {
    const left = keepRows(kept, where, column, tell);
    if (left === null) return null;
    kept = left;
  }
  if (choice.group === null) return kept.map((row) => ({ columns: table.columns, rows: [row] }));
  const index = column(choice.group);
  if (index === null) return null;
  const groups = new Map<string, (readonly RowCell[])[]>();
  for (const row of kept) {
    const [key, group] = [row[index]!.text, groups.get(row[index]!.text)];
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].map((rows) => ({ columns: table.columns, rows }));
}

async function readTable(
  path: string,
  sheet: string | null,
  files: Files,
  tell: Tell,
  asking: Asking,
): Promise<ReportRow | null> {
  const place: Span = { file: path, line: 1, column: 1 };
  const bytes = files.read(path);
  if (bytes === null) {
    tell(files.list(path) === null ? missingFile(path, 'the file of rows', null, null) : rowsAreFolder(path));
    return null;
  }
  if (isSqlFile(path)) {
    const source = decodeText(path, bytes, tell);
    return source === null ? null : rowsOfQuery(queryOfSql(source), asking, files, tell);
  }
  if (dataFormatOf(path)?.kind === 'tree') {
    const root = treeOf(path, bytes, tell);
    const query = root === null ? null : queryOf(root);
    return root === null ? null : query === null ? listOf(root, tell) : rowsOfQuery(query, asking, files, tell);
  }
  const workbooks = isWorkbook(path) ? (await import('../read/data/workbook/read-workbook.js')).workbookReader() : null;
  const named = new DataCursor(
    {
      value: sheet === null ? {} : { sheet },
      spanAt: () => place,
      keySpanAt: () => place,
      textAt: ([key]) => (key === 'sheet' && sheet !== null ? { text: sheet, mark: '', at: () => place } : null),
    },
    sheet === null ? {} : { sheet },
  );
  const table = readTableFile(path, bytes, named, { folder: '.', files, tell, memo: noMemo, workbooks });
  return table === null ? null : { columns: table.head, rows: table.rows };
}

function treeOf(path: string, bytes: Uint8Array, tell: Tell): DataCursor | null {
  const source = decodeText(path, bytes, tell);
  const format = dataFormatOf(path);
  const document = source === null || format?.kind !== 'tree' ? null : format.read(source, tell);
  return document === null ? null : new DataCursor(document, document.value);
}

/** Of two columns that templates call the same the last is the one that they see. */
function tellSameColumns({ columns }: ReportRow, tell: Tell): void {
  const last = new Map(columns.map((cell) => [columnName(cell.text).name, cell]));
  for (const cell of columns) {
    const { name } = columnName(cell.text);
    if (name !== '' && last.get(name) !== cell) tell(sameColumn(name, last.get(name)!.span, cell.span));
  }
}

/** A list of maps; its columns are all keys, in the order in which they come. Null for anything else, which is told. */
function listOf(root: DataCursor, tell: Tell): ReportRow | null {
  const items = root.items();
  const wrong = Array.isArray(root.value) ? items.find((item) => !item.isMap) : root;
  if (wrong !== undefined) {
    tell(rowsAreNoList(wrong.span));
    return null;
  }
  const keys = [...new Map(items.flatMap((item) => item.entries().map(([key, value]) => [key, value.keySpan])))];
  return {
    columns: keys.map(([text, span]) => ({ text, span })),
    rows: items.map((item) => keys.map(([key]) => ({ text: item.at(key).text() ?? '', span: item.at(key).span }))),
  };
}
