/** A workbook opened: its sheets, their cells as they show, and the ranges that it names. */
import { notAWorkbook, workbookTooLarge } from '../../../diagnostics/messages.js';
import type { Tell } from '../../../diagnostics/diagnostic.js';
import { sheetCellName } from '../../../model/cell-name.js';
import type { CellGrid, CellContent } from '../table/cell-grid.js';
import { openPackage, saveAsWorkbook } from './open-package.js';
import type { WorkbookPackage } from './open-package.js';
import { readCells } from './read-cells.js';
import { excelTables, readRangeNames } from './range-names.js';
import type { NamedRange } from './range-names.js';
import { showCell } from './show-cell.js';
import { readWorkbookParts } from './workbook-parts.js';
import type { SheetPart, WorkbookParts } from './workbook-parts.js';

export interface Workbook {
  readonly path: string;
  readonly sheets: readonly SheetPart[];
  /** Null where the sheet cannot be read; why was told. */
  readonly gridOf: (sheet: SheetPart) => CellGrid | null;
  /** Names of ranges and of Excel's tables. */
  readonly names: () => readonly NamedRange[];
}

/** So many cells with something in them a sheet may have: it has room for many more. */
const mostSheetCells = 500_000;
/** So many characters its cells may show. */
const mostCharacters = 8_000_000;

/** Null where it is none that can be read, which is told. */
export function openWorkbook(path: string, bytes: Uint8Array, tell: Tell): Workbook | null {
  const contents = openPackage(path, bytes, tell);
  if (contents === null) return null;
  const parts = readWorkbookParts(contents);
  if (parts === 'too many texts') {
    tell(workbookTooLarge(path, 'it has more or longer texts than a sheet can show'));
    return null;
  }
  if (parts !== null && parts.sheets.length > 0) {
    const grids = new Map<SheetPart, CellGrid | null>();
    let names: readonly NamedRange[] | null = null;
    return {
      path,
      sheets: parts.sheets,
      gridOf(sheet) {
        const grid = grids.has(sheet) ? grids.get(sheet)! : readGrid(path, contents, parts, sheet, tell);
        grids.set(sheet, grid);
        return grid;
      },
      names: () => (names ??= readRangeNames(contents, parts)),
    };
  }
  if (contents.has('xl/workbook.bin')) tell(notAWorkbook(path, 'a binary workbook (.xlsb)', saveAsWorkbook));
  else if (contents.has('content.xml'))
    tell(notAWorkbook(path, 'an OpenDocument spreadsheet', 'save it as "Excel 2007-365 (.xlsx)"'));
  else tell(contents.fault());
  return null;
}

function readGrid(
  path: string,
  contents: WorkbookPackage,
  parts: WorkbookParts,
  sheet: SheetPart,
  tell: Tell,
): CellGrid | null {
  const xml = contents.read(sheet.path);
  const read = xml === null ? null : readCells(xml, mostSheetCells);
  if (read === null) tell(contents.fault());
  else if (read === 'too many')
    tell(workbookTooLarge(path, `the sheet "${sheet.name}" has more than ${mostSheetCells} cells`));
  if (read === null || read === 'too many') return null;
  const spanOf: CellGrid['spanOf'] = (row, column) => ({
    file: path,
    line: row,
    column,
    cell: sheetCellName(sheet.name, row, column),
  });
  const rows = new Map<number, Map<number, CellContent>>();
  let characters = 0;
  for (const cell of read.cells) {
    const shown = showCell(cell, parts, () => spanOf(cell.row, cell.column));
    if ('text' in shown && shown.text === '') continue;
    const row = rows.get(cell.row) ?? new Map<number, CellContent>();
    rows.set(cell.row, row.set(cell.column, shown));
    characters += 'text' in shown ? shown.text.length : 0;
  }
  if (characters > mostCharacters) {
    tell(workbookTooLarge(path, `the sheet "${sheet.name}" shows more than ${mostCharacters} characters`));
    return null;
  }
  const tables = excelTables(contents, sheet).map(({ range }) => range);
  return { rows, merges: read.merges, spanOf, ...(tables.length > 0 && { tables }) };
}
