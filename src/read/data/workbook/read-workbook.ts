/**
 * Workbooks of Excel (.xlsx, .xlsm: ISO 29500) as tables, with the place of every cell. What a cell shows is read, not what it computes with;
 * what is hidden is read all the same, so that a filter that was left on takes nothing away. Macros are never looked at.
 */
import {
  cellBesideTable,
  emptySheet,
  mergedHead,
  notAWorkbook,
  unknownName,
  workbookTooLarge,
} from '../../../diagnostics/messages.js';
import type { Tell } from '../../../diagnostics/diagnostic.js';
import { nearestName } from '../../../diagnostics/nearest-name.js';
import { cellName, sheetCellName } from '../../../model/cell-name.js';
import type { CellRange } from '../../../model/cell-name.js';
import type { Span } from '../../../model/span.js';
import type { DataTable, TableCell } from '../data-table.js';
import { openPackage, saveAsWorkbook } from './open-package.js';
import type { WorkbookPackage } from './open-package.js';
import { readCells } from './read-cells.js';
import type { SheetCells } from './read-cells.js';
import { showCell } from './show-cell.js';
import type { ShownCell } from './show-cell.js';
import { readWorkbookParts } from './workbook-parts.js';
import type { SheetPart, WorkbookParts } from './workbook-parts.js';

/** Which cells hold the table. */
export interface SheetChoice {
  /** Null for the first sheet that is not hidden. */
  readonly sheet: { readonly name: string; readonly span: Span } | null;
  readonly range: CellRange;
}

/** Null where there is no such table; why is reported. */
export type WorkbookReader = (path: string, bytes: Uint8Array, choice: SheetChoice, tell: Tell) => DataTable | null;

/** For the tables of one report: a workbook, and a sheet of it, that holds several is opened once. */
export function workbookReader(): WorkbookReader {
  const opened = new Map<string, Workbook | null>();
  return (path, bytes, choice, tell) => {
    const workbook = opened.get(path) ?? (opened.has(path) ? null : openWorkbook(path, bytes, tell));
    opened.set(path, workbook);
    return workbook === null ? null : readTable(workbook, choice, tell);
  };
}

interface Workbook {
  readonly path: string;
  readonly parts: WorkbookParts;
  /** Null where the sheet cannot be read; why was told. */
  readonly cellsOf: (sheet: SheetPart) => SheetCells | null;
}

function openWorkbook(path: string, bytes: Uint8Array, tell: Tell): Workbook | null {
  const contents = openPackage(path, bytes, tell);
  if (contents === null) return null;
  const parts = readWorkbookParts(contents);
  if (parts === 'too many texts') {
    tell(workbookTooLarge(path, 'it has more or longer texts than a sheet can show'));
    return null;
  }
  if (parts !== null && parts.sheets.length > 0) return { path, parts, cellsOf: sheetReader(path, contents, tell) };
  if (contents.has('xl/workbook.bin')) tell(notAWorkbook(path, 'a binary workbook (.xlsb)', saveAsWorkbook));
  else if (contents.has('content.xml'))
    tell(notAWorkbook(path, 'an OpenDocument spreadsheet', 'save it as "Excel 2007-365 (.xlsx)"'));
  else tell(contents.fault());
  return null;
}

/** So many cells with something in them a sheet may have: it has room for many more. */
const mostSheetCells = 500_000;
/** So many cells a table may have, those between others counted, and so many characters in them. */
const mostCells = 1_000_000;
const mostCharacters = 8_000_000;

function sheetReader(path: string, contents: WorkbookPackage, tell: Tell): Workbook['cellsOf'] {
  const known = new Map<SheetPart, SheetCells | null>();
  const open = (sheet: SheetPart): SheetCells | null => {
    const xml = contents.read(sheet.path);
    const cells = xml === null ? null : readCells(xml, mostSheetCells);
    if (cells !== null && cells !== 'too many') return cells;
    tell(
      cells === null
        ? contents.fault()
        : workbookTooLarge(path, `the sheet "${sheet.name}" has more than ${mostSheetCells} cells`),
    );
    return null;
  };
  return (sheet) => {
    const cells = known.has(sheet) ? known.get(sheet)! : open(sheet);
    known.set(sheet, cells);
    return cells;
  };
}

function readTable(workbook: Workbook, { sheet, range }: SheetChoice, tell: Tell): DataTable | null {
  const { parts, cellsOf } = workbook;
  const found =
    sheet === null
      ? (parts.sheets.find(({ isHidden }) => !isHidden) ?? parts.sheets[0]!)
      : parts.sheets.find(({ name }) => name === sheet.name);
  if (found === undefined) {
    const names = parts.sheets.map(({ name }) => name);
    const near = nearestName(sheet!.name, names);
    tell(unknownName('sheet', sheet!.name, sheet!.span, near === null ? null : { name: near }, names));
    return null;
  }
  const cells = cellsOf(found);
  if (cells === null) return null;
  return tableOf(new SheetReading(workbook, found, tell), cells, range);
}

/** The first row with anything in it is the head; the columns go from the first with anything in it to the last with a name. */
function tableOf(reading: SheetReading, { cells, merges }: SheetCells, range: CellRange): DataTable | null {
  const rows = new Map<number, Map<number, ShownCell>>();
  let left = Infinity;
  let characters = 0;
  for (const cell of cells) {
    if (cell.row < range.top || cell.row > range.bottom || cell.column < range.left || cell.column > range.right)
      continue;
    const shown = showCell(cell, reading.workbook.parts, reading.spanOf(cell.row, cell.column));
    if ('text' in shown && shown.text === '') continue;
    rows.set(cell.row, (rows.get(cell.row) ?? new Map<number, ShownCell>()).set(cell.column, shown));
    left = Math.min(left, cell.column);
    if ('text' in shown) characters += shown.text.length;
  }
  if (characters > mostCharacters) {
    reading.tell(workbookTooLarge(reading.workbook.path, `a table has at most ${mostCharacters} characters`));
    return null;
  }
  const [headRow, ...bodyRows] = [...rows.keys()].sort((one, other) => one - other);
  if (headRow === undefined) {
    reading.tell(emptySheet(reading.sheet.name, reading.spanOf(range.top, range.left)));
    return null;
  }
  const right = Math.max(...rows.get(headRow)!.keys());
  if (rows.size * (right - left + 1) > mostCells) {
    reading.tell(workbookTooLarge(reading.workbook.path, `a table has at most ${mostCells} cells`));
    return null;
  }
  checkHead(reading, merges, headRow, left, right);
  const rowOf = (row: number): readonly TableCell[] =>
    Array.from({ length: right - left + 1 }, (_, index) =>
      reading.readCell(row, left + index, rows.get(row)!.get(left + index)),
    );
  for (const row of bodyRows) {
    const beside = [...rows.get(row)!.keys()].filter((column) => column > right);
    if (beside.length > 0) reading.tell(cellBesideTable(reading.spanOf(row, Math.min(...beside))));
  }
  return { head: rowOf(headRow), rows: bodyRows.map(rowOf) };
}

/** Below the head the value of merged cells belongs to the first of them, as Excel keeps it; the others are empty. */
function checkHead(
  reading: SheetReading,
  merges: readonly CellRange[],
  row: number,
  left: number,
  right: number,
): void {
  for (const merge of merges) {
    if (merge.top > row || merge.bottom < row || merge.left > right || merge.right < left) continue;
    reading.tell(
      mergedHead(
        `${cellName(merge.top, merge.left)}:${cellName(merge.bottom, merge.right)}`,
        reading.spanOf(merge.top, merge.left),
      ),
    );
  }
}

class SheetReading {
  constructor(
    readonly workbook: Workbook,
    readonly sheet: SheetPart,
    readonly tell: Tell,
  ) {}

  spanOf(row: number, column: number): Span {
    return { file: this.workbook.path, line: row, column, cell: sheetCellName(this.sheet.name, row, column) };
  }

  /** A mistake is told, and reads as nothing. */
  readCell(row: number, column: number, shown: ShownCell | undefined): TableCell {
    const span = this.spanOf(row, column);
    if (shown === undefined) return { text: '', span };
    if ('text' in shown) return { ...shown, span };
    this.tell(shown);
    return { text: '', span, isTold: true };
  }
}
