/**
 * Workbooks of Excel (.xlsx, .xlsm: ISO 29500) as tables, with the place of every cell. What a cell shows is read, not
 * what it computes with; what is hidden is read all the same, so that a filter that was left on takes nothing away.
 * Macros are never looked at.
 */
import { emptySheet, severalTables, unknownName, workbookTooLarge } from '../../../diagnostics/messages.js';
import type { Tell } from '../../../diagnostics/diagnostic.js';
import { nearestName } from '../../../diagnostics/nearest-name.js';
import { rangeName, wholeSheet } from '../../../model/cell-name.js';
import type { CellRange } from '../../../model/cell-name.js';
import type { Span } from '../../../model/span.js';
import type { CellGrid } from '../table/cell-grid.js';
import type { DataTable } from '../table/data-table.js';
import { findTables, tableInRange } from '../table/find-tables.js';
import { tellTouching } from '../table/tell-touching.js';
import type { FoundTable } from '../table/find-tables.js';
import { tableOfGrid } from '../table/table-of-grid.js';
import { openWorkbook } from './open-workbook.js';
import type { Workbook } from './open-workbook.js';
import type { SheetPart } from './workbook-parts.js';

interface Named {
  readonly name: string;
  readonly span: Span;
}

/** Which cells hold the table. */
export interface SheetChoice {
  /** By name or number from 1; null for the first sheet that is not hidden. */
  readonly sheet: Named | null;
  /** Cells, or the name that a range or one of Excel's tables has. */
  readonly range: CellRange | Named;
  /** Rows of its head; null for as many as are found. */
  readonly head: number | null;
}

/** Null where there is no such table; why is reported. */
export type WorkbookReader = (path: string, bytes: Uint8Array, choice: SheetChoice, tell: Tell) => DataTable | null;

/** For the tables of one report: a workbook, and a sheet of it, that holds several is opened once. */
export function workbookReader(): WorkbookReader {
  const opened = new Map<string, Workbook | null>();
  return (path, bytes, choice, tell) => {
    const workbook = opened.get(path) ?? (opened.has(path) ? null : openWorkbook(path, bytes, tell));
    opened.set(path, workbook);
    const place = workbook === null ? null : findPlace(workbook, choice, tell);
    const grid = place === null ? null : workbook!.gridOf(place.sheet);
    return place === null || grid === null ? null : readTable(path, grid, place, choice.head, tell);
  };
}

interface TablePlace {
  readonly sheet: SheetPart;
  readonly range: CellRange;
}

function findPlace(workbook: Workbook, { sheet, range }: SheetChoice, tell: Tell): TablePlace | null {
  const found = findSheet(workbook, sheet, tell);
  if (found === null || !('name' in range)) return found === null ? null : { sheet: found, range: range as CellRange };
  const known = workbook.names().filter((named) => sheet === null || named.sheet === found);
  const named = known.find(({ name }) => name.toLowerCase() === range.name.toLowerCase());
  if (named !== undefined) return named;
  const names = [...new Set(known.map(({ name }) => name))];
  const near = nearestName(range.name, names);
  tell(unknownName('range', range.name, range.span, near === null ? null : { name: near }, names));
  return null;
}

function findSheet({ sheets }: Workbook, choice: Named | null, tell: Tell): SheetPart | null {
  if (choice === null) return sheets.find(({ isHidden }) => !isHidden) ?? sheets[0]!;
  const byNumber = /^\d{1,4}$/.test(choice.name) ? sheets[Number(choice.name) - 1] : undefined;
  const found = sheets.find(({ name }) => name === choice.name) ?? byNumber;
  if (found !== undefined) return found;
  const names = sheets.map(({ name }) => name);
  const near = nearestName(choice.name, names);
  tell(unknownName('sheet', choice.name, choice.span, near === null ? null : { name: near }, names));
  return null;
}

/** So many cells a table may have, those between others counted. */
const mostCells = 1_000_000;

function readTable(
  path: string,
  grid: CellGrid,
  { sheet, range }: TablePlace,
  head: number | null,
  tell: Tell,
): DataTable | null {
  const found = chooseTable(grid, sheet, range, head, tell);
  if (found === null) {
    tell(emptySheet(sheet.name, grid.spanOf(range.top, range.left)));
    return null;
  }
  if ((found.body.length + 1) * found.columns.length > mostCells) {
    tell(workbookTooLarge(path, `a table has at most ${mostCells} cells`));
    return null;
  }
  const table = tableOfGrid(grid, found, tell);
  tellTouching(table, tell);
  return table;
}

/** All of a range that has an end; else the first table that is found in it, and what others there are is told. */
function chooseTable(
  grid: CellGrid,
  sheet: SheetPart,
  range: CellRange,
  head: number | null,
  tell: Tell,
): FoundTable | null {
  const isClosed = range.bottom < wholeSheet.bottom && range.right < wholeSheet.right;
  const [found, ...others] = isClosed || head !== null ? [] : findTables(grid, range);
  if (found === undefined) return tableInRange(grid, range, head);
  if (found.head.length === 0) return tableInRange(grid, found.range, null);
  if (others.length > 0)
    tell(
      severalTables(
        sheet.name,
        rangeName(found.range),
        others.map((other) => rangeName(other.range)),
        grid.spanOf(found.range.top, found.range.left),
      ),
    );
  return found;
}
