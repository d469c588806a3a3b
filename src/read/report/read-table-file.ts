/** A file that holds a table, by the ending of its name: CSV, or cells of a workbook. */
import type { Diagnostic, Tell } from '../../diagnostics/diagnostic.js';
import { cellsReadEmpty, isCellMistake, onlyOfWorkbook, wrongRange } from '../../diagnostics/messages.js';
import { readCellRange, wholeSheet } from '../../model/cell-name.js';
import type { Span } from '../../model/span.js';
import { isWorkbook, readTextTable } from '../data/read-data.js';
import type { DataTable } from '../data/table/data-table.js';
import type { SheetChoice } from '../data/workbook/read-workbook.js';
import { boundCells } from '../shape/bound-texts.js';
import type { DataCursor } from '../shape/data-cursor.js';
import type { FileSource } from './report-source.js';

/**
 * `named` may hold `sheet` and `range`; a bare file name holds neither. Null where there is no table, which is
 * reported.
 */
export function readTableFile(
  path: string,
  bytes: Uint8Array,
  named: DataCursor,
  source: FileSource,
): DataTable | null {
  const table = readWhole(path, bytes, named, source);
  return table === null ? null : boundCells(table, source.tell);
}

function readWhole(
  path: string,
  bytes: Uint8Array,
  named: DataCursor,
  { workbooks, tell }: FileSource,
): DataTable | null {
  if (isWorkbook(path)) {
    if (workbooks === null) throw new Error(`${path} was not known to be a workbook when readers were loaded`);
    const choice = readChoice(named, tell);
    if (choice === null || named.at('failed').text() !== 'empty')
      return choice === null ? null : workbooks(path, bytes, choice, tell);
    const failed: Diagnostic[] = [];
    const table = workbooks(path, bytes, choice, (told) => {
      if (isCellMistake(told)) failed.push(told);
      else tell(told);
    });
    if (failed.length > 0) tell(cellsReadEmpty(failed.length, failed[0]!));
    return table;
  }
  for (const key of ['sheet', 'range'] as const) {
    if (named.at(key).exists) tell(onlyOfWorkbook(key, path, named.at(key).keySpan));
  }
  return textTable(path, bytes, tell);
}

const texts = new WeakMap<Tell, Map<string, DataTable | null>>();

/** A text file is read once in a build, however many tables and charts are made of it. */
function textTable(path: string, bytes: Uint8Array, tell: Tell): DataTable | null {
  const known = texts.get(tell) ?? new Map<string, DataTable | null>();
  texts.set(tell, known);
  if (!known.has(path)) known.set(path, readTextTable(path, bytes, tell)?.table ?? null);
  return known.get(path)!;
}

/** Null where the range is none, which is reported. */
function readChoice(named: DataCursor, tell: FileSource['tell']): SheetChoice | null {
  const [sheet] = named.at('sheet').names();
  const [range] = named.at('range').names();
  const cells = range === undefined ? wholeSheet : (readCellRange(range.id) ?? rangeByName(range));
  if (cells === null) tell(wrongRange(range!.id, range!.span));
  return cells === null
    ? null
    : {
        sheet: sheet === undefined ? null : { name: sheet.id, span: sheet.span },
        range: cells,
        head: named.at('head').number(),
      };
}

/** Names of ranges begin with a letter and have no spaces (ISO 29500-1, 18.2.5). */
const rangeByName = ({ id, span }: { readonly id: string; readonly span: Span }): SheetChoice['range'] | null =>
  /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(id) ? { name: id, span } : null;
