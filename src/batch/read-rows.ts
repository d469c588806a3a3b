/** The rows that a batch makes reports of: of a CSV file, a workbook's sheet, or a list in YAML or JSON. */
import { basename } from 'node:path';
import { missingFile, wrongWhere } from '../diagnostics/messages.js';
import type { Tell } from '../diagnostics/diagnostic.js';
import { nearestName } from '../diagnostics/nearest-name.js';
import { unknownColumn } from '../diagnostics/messages.js';
import { noMemo } from '../memo/memo.js';
import { columnName } from '../model/report-row.js';
import type { ReportRow, RowCell } from '../model/report-row.js';
import type { Span } from '../model/span.js';
import type { Files } from '../project/files.js';
import { dataFormatOf } from '../read/data/read-data.js';
import { isWorkbook, readTableFile } from '../read/report/read-table-file.js';
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
): Promise<readonly ReportRow[] | null> {
  const table = await readTable(path, choice.sheet, files, tell);
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

async function readTable(path: string, sheet: string | null, files: Files, tell: Tell): Promise<ReportRow | null> {
  const place: Span = { file: path, line: 1, column: 1 };
  const bytes = files.read(path);
  if (bytes === null) {
    tell(missingFile(path, 'the file of rows', null, null));
    return null;
  }
  const read = dataFormatOf(path);
  if (read !== null) return listOf(path, bytes, tell);
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

/** A list of maps; its columns are all keys, in the order in which they come. */
function listOf(path: string, bytes: Uint8Array, tell: Tell): ReportRow | null {
  const source = decodeText(path, bytes, tell);
  const document = source === null ? null : dataFormatOf(path)!(source, tell);
  if (document === null) return null;
  const items = new DataCursor(document, document.value).items().filter((item) => item.isMap);
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
