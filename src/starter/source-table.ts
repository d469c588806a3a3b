/** Tables of the files that a new report is made from, and what could not be taken of them. */
import type { Diagnostic, Tell } from '../diagnostics/diagnostic.js';
import { isCellMistake } from '../diagnostics/messages.js';
import { isAsideSheet, isSheetProse } from '../locale/sheet-words.js';
import { isKnownUnit } from '../locale/units/units.js';
import { rangeName, wholeSheet } from '../model/cell-name.js';
import type { DataTable } from '../read/data/table/data-table.js';
import { isWorkbook, readTextTable } from '../read/data/read-data.js';
import type { Workbook } from '../read/data/workbook/open-workbook.js';
import type { SheetPart } from '../read/data/workbook/workbook-parts.js';
import { profileTable } from './table-profile.js';

export interface SourceTable {
  /** As the report will name it. */
  readonly file: string;
  /** Where it stands in a workbook; null for a text file. */
  readonly place: { readonly sheet: string; readonly range: string; readonly head: number } | null;
  /** What stands above it, without the line of its unit; none where nothing does. */
  readonly titles: readonly string[];
  readonly unit: string | null;
  readonly notes: readonly string[];
  readonly table: DataTable;
  /** Cells without a value, which read as empty: a formula that failed, or was never computed. */
  readonly hasFailed: boolean;
}

export interface SourceFile {
  /** As the report will name it. */
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A table that was left out, and why. */
export interface LeftOut {
  readonly what: string;
  readonly why: Diagnostic | null;
}

/** A report is read by people: so many sheets become sections, with so many tables each, of so many rows in all. */
const mostSheets = 12;
const mostRows = 8000;
const mostTables = 4;

/** In the order of the file. Files that cannot be read are told. */
export async function readSourceTables(
  source: SourceFile,
  leftOut: LeftOut[],
  tell: Tell,
): Promise<readonly SourceTable[]> {
  if (isWorkbook(source.path)) return sheetTables(source, leftOut, tell);
  const found = readTextTable(source.path, source.bytes, tell);
  return found === null || found.table.rows.length === 0
    ? []
    : [
        {
          file: source.name,
          place: null,
          hasFailed: false,
          ...found,
          titles: found.titles.filter((line) => !isSheetProse(line)),
        },
      ];
}

type SheetReader = (sheet: SheetPart, leftOut: LeftOut[]) => readonly SourceTable[];

/** Tables of the sheets that are shown; of hidden ones where those hold none. */
async function sheetTables(source: SourceFile, leftOut: LeftOut[], tell: Tell): Promise<readonly SourceTable[]> {
  const { openWorkbook } = await import('../read/data/workbook/open-workbook.js');
  const workbook = openWorkbook(source.path, source.bytes, tell);
  if (workbook === null) return [];
  const read = await sheetReader(source.name, workbook);
  const visible = takeSheets(
    workbook.sheets.filter(({ isHidden }) => !isHidden),
    read,
    leftOut,
  );
  if (visible.length > 0 || leftOut.length > 0) return visible;
  return takeSheets(
    workbook.sheets.filter(({ isHidden }) => isHidden),
    read,
    leftOut,
  );
}

function takeSheets(sheets: readonly SheetPart[], read: SheetReader, leftOut: LeftOut[]): readonly SourceTable[] {
  const tables: SourceTable[] = [];
  const rows = (): number => tables.reduce((sum, { table }) => sum + table.rows.length, 0);
  let taken = 0;
  for (const sheet of sheets) {
    if (taken === mostSheets || rows() > mostRows) {
      leftOut.push({ what: `the sheet "${sheet.name}"`, why: null });
      continue;
    }
    const found = read(sheet, leftOut);
    tables.push(...found);
    if (found.length > 0) taken++;
  }
  return tables;
}

async function sheetReader(file: string, workbook: Workbook): Promise<SheetReader> {
  const { findTables, tableInRange } = await import('../read/data/table/find-tables.js');
  const { namedRange, tableOfGrid } = await import('../read/data/table/table-of-grid.js');
  return (sheet, leftOut) => {
    const grid = workbook.gridOf(sheet);
    if (grid === null) return [];
    const tables: SourceTable[] = [];
    for (const found of findTables(grid, wholeSheet)) {
      const { notes } = found;
      const titles = found.titles.filter((line) => !isSheetProse(line));
      const unit = found.unit ?? unitInTitles(titles);
      const cells = namedRange(grid, found);
      const [range, head] = [rangeName(cells), Math.max(1, found.head.length)];
      const mistakes: Diagnostic[] = [];
      // As the report will read it.
      const exact = tableInRange(grid, cells, head);
      const table = exact === null ? null : tableOfGrid(grid, exact, (mistake) => void mistakes.push(mistake));
      if (table === null || table.rows.length === 0) continue;
      const place = { sheet: sheet.name, range, head };
      const wrong = mistakes.find((mistake) => !isCellMistake(mistake)) ?? null;
      const hasFailed = mistakes.length > 0;
      const nothing = hasFailed && !hasNumbers(table) ? mistakes[0]! : null;
      if (wrong !== null || nothing !== null || tables.length === mostTables)
        leftOut.push({ what: `${sheet.name}!${range}`, why: wrong ?? nothing });
      else tables.push({ file, place, titles, unit, notes, table, hasFailed });
    }
    return tables;
  };
}

/** `Revenue by segment, USD million, unaudited`; `财政收入（亿元）`: what stands between commas or in brackets. */
const unitInTitles = (titles: readonly string[]): string | null =>
  titles
    .flatMap((line) => (isKnownUnit(line.trim()) ? [line] : line.split(/[,，(（)）;；]/).slice(1)))
    .find((part) => isKnownUnit(part.trim()))
    ?.trim() ?? null;

const hasNumbers = ({ rows }: DataTable): boolean => rows.some((row) => row.some(({ number }) => number !== undefined));

/**
 * Without what only tells of the others: contents, notes, lists of words of a row or two. All of them where no table
 * has numbers.
 */
export function withoutAsides(tables: readonly SourceTable[], leftOut: LeftOut[]): readonly SourceTable[] {
  const isNumeric = ({ table, unit }: SourceTable): boolean => profileTable(table, unit).numbers.length > 0;
  const numeric = new Set(tables.filter(isNumeric));
  if (numeric.size === 0) return tables;
  return tables.filter((source) => {
    const isAside =
      !numeric.has(source) && (source.table.rows.length < 3 || isAsideSheet(source.place?.sheet ?? source.file));
    if (isAside)
      leftOut.push({ what: `${source.place?.sheet ?? source.file}!${source.place?.range ?? ''}`, why: null });
    return !isAside;
  });
}
