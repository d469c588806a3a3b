/** The rows that a batch makes reports of: of a CSV file, a workbook's sheet, a list in YAML or JSON, or SQL. */
import { basename } from 'node:path';
import { missingFile, rowsAreFolder, wrongWhere } from '../diagnostics/messages.js';
import type { Tell } from '../diagnostics/diagnostic.js';
import { nearestName } from '../diagnostics/nearest-name.js';
import { unknownColumn } from '../diagnostics/messages.js';
import { noMemo } from '../memo/memo.js';
import { columnName } from '../model/report-row.js';
import type { ReportRow, RowCell } from '../model/report-row.js';
import type { Span } from '../model/span.js';
import type { Files } from '../project/files.js';
import { dataFormatOf, isWorkbook } from '../read/data/read-data.js';
import { queryOf } from '../read/report/ask-queries.js';
import { readTableFile } from '../read/report/read-table-file.js';
import { isSqlFile, queryOfSql, rowsOfQuery, type Asking } from './query-rows.js';
import { DataCursor } from '../read/shape/data-cursor.js';
import { decodeText } from '../read/source/read-text.js';

export interface RowChoice {
  /** A sheet of a workbook. */
  readonly sheet: string | null;
  /** `column=value`, `column>3`. */
  readonly where: string | null;
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
  const column = (name: string): number | null => {
    const heads = table.columns.map(({ text }) => columnName(text).name);
    const index = heads.indexOf(name);
    if (index !== -1) return index;
    tell(unknownColumn(name, basename(path), table.columns[0]!.span, nearestName(name, heads), heads));
    return null;
  };
  const kept = choice.where === null ? table.rows : filterRows(table.rows, choice.where, column, tell);
  if (kept === null) return null;
  if (choice.group === null) return kept.map((row) => ({ columns: table.columns, rows: [row] }));
  const index = column(choice.group);
  if (index === null) return null;
  const groups = new Map<string, (readonly RowCell[])[]>();
  for (const row of kept) {
    const key = row[index]!.text;
    groups.set(key, [...(groups.get(key) ?? []), row]);
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
    return root === null ? null : query === null ? listOf(root) : rowsOfQuery(query, asking, files, tell);
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

/** A list of maps; its columns are all keys, in the order in which they come. */
function listOf(root: DataCursor): ReportRow {
  const items = root.items().filter((item) => item.isMap);
  const keys = [...new Map(items.flatMap((item) => item.entries().map(([key, value]) => [key, value.keySpan])))];
  return {
    columns: keys.map(([text, span]) => ({ text, span })),
    rows: items.map((item) => keys.map(([key]) => ({ text: item.at(key).text() ?? '', span: item.at(key).span }))),
  };
}

const conditions: Readonly<Record<string, (cell: string, value: string) => boolean>> = {
  '=': (cell, value) => cell === value,
  '!=': (cell, value) => cell !== value,
  '>': (cell, value) => numberOf(cell) > numberOf(value),
  '<': (cell, value) => numberOf(cell) < numberOf(value),
  '>=': (cell, value) => numberOf(cell) >= numberOf(value),
  '<=': (cell, value) => numberOf(cell) <= numberOf(value),
};

const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.replaceAll(',', '')));

function filterRows(
  rows: ReportRow['rows'],
  where: string,
  column: (name: string) => number | null,
  tell: Tell,
): ReportRow['rows'] | null {
  const [, name = '', sign = '', value = ''] = /^\s*(.+?)\s*(!=|>=|<=|=|>|<)\s*(.*?)\s*$/s.exec(where) ?? [];
  const holds = conditions[sign];
  if (holds === undefined) {
    tell(wrongWhere(where));
    return null;
  }
  const index = column(name);
  return index === null ? null : rows.filter((row) => holds(row[index]!.text.trim(), value));
}
