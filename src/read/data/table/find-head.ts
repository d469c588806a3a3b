/** Which rows of a block are its head: those from the top that name its columns of numbers. */
import { readPeriod } from '../../../locale/read-period.js';
import { isColumnMark } from '../../../locale/sheet-words.js';
import { cellKind, contentText } from './cell-grid.js';
import type { CellContent, CellGrid } from './cell-grid.js';
import type { CellBlock } from './find-blocks.js';

/** People make heads of up to four rows; programs that export series set more above them. */
const mostHeadRows = 8;
/** So many rows tell what a column holds. */
const sample = 200;

/**
 * Rows of a block: those of its head, and where its data begin. What stands above the head are lines about the table.
 */
export interface HeadRows {
  /** As places in the block's list of rows; the head ends before `end`. */
  readonly start: number;
  readonly end: number;
  /** Columns that hold numbers. */
  readonly numeric: readonly number[];
}

/** `end` is 0 where the block begins with numbers. */
export function findHead(grid: CellGrid, block: CellBlock): HeadRows {
  const { rows, columns } = block;
  const cellAt = (row: number, column: number): CellContent | undefined => grid.rows.get(row)!.get(column);
  const first = rows.findIndex((row) => isDataRow(columns.map((column) => cellAt(row, column))));
  // Where no row has numbers, a head of one row is what can be known, but for merged cells.
  if (first === -1) return { start: 0, end: Math.min(mergedDepth(grid, block, 0), rows.length - 1) || 1, numeric: [] };
  const numeric = columns.filter((column) =>
    isNumeric(rows.slice(first, first + sample).map((row) => cellAt(row, column))),
  );
  if (first === 0) return { start: 0, end: 0, numeric };
  const names = (row: number): boolean =>
    numeric.some((column) => {
      const cell = cellAt(row, column);
      return cell !== undefined && (cellKind(cell) === 'text' || readPeriod(contentText(cell)) !== null);
    });
  // Names that stand alone below the head head the rows below them: 一、工业.
  let end = first;
  while (end > 1 && !names(rows[end - 1]!)) end--;
  let start = end - 1;
  while (start > 0 && end - start < mostHeadRows && (names(rows[start - 1]!) || isBound(grid, block, start))) start--;
  const most = Math.min(Math.max(end, start + mergedDepth(grid, block, start)), first);
  return { start, end: most + numberingRow(grid, block, most), numeric };
}

/** A merged cell of the row above `index` goes down to it. */
function isBound(grid: CellGrid, { rows, columns }: CellBlock, index: number): boolean {
  const [above, row] = [rows[index - 1]!, rows[index]!];
  return grid.merges.some(
    ({ top, bottom, left }) =>
      top <= above && bottom >= row && left >= columns[0]! && left <= columns[columns.length - 1]!,
  );
}

/** A row of numbers other than years, or of marks for missing ones behind a name. */
export function isDataRow(cells: readonly (CellContent | undefined)[]): boolean {
  const found = cells.filter((cell) => cell !== undefined);
  const numbers = found.filter((cell) => cellKind(cell) === 'number');
  if (numbers.length === 0) {
    const missing = found.filter((cell) => cellKind(cell) === 'missing').length;
    return missing >= 2 && missing >= found.length - 1;
  }
  return !isPeriodRow(found, numbers);
}

/** Most of a column's cells are numbers, or marks for missing ones. */
function isNumeric(cells: readonly (CellContent | undefined)[]): boolean {
  const found = cells.filter((cell) => cell !== undefined);
  const numbers = found.filter((cell) => cellKind(cell) !== 'text').length;
  return found.length > 0 && numbers * 2 > found.length && found.some((cell) => cellKind(cell) === 'number');
}

/**
 * 2022, 2023, 2024 across: a head, though its cells are numbers. They go one way, and stand at the numbers' columns all
 * or nearly all.
 */
function isPeriodRow(found: readonly CellContent[], numbers: readonly CellContent[]): boolean {
  const periods = numbers.map((cell) => readPeriod(contentText(cell)));
  if (periods.some((period) => period === null || period.year < 1900 || period.year > 2100)) return false;
  if (numbers.length === 1)
    return found.length > 1 && found.every((cell) => cell === numbers[0] || contentText(cell) !== '');
  const times = periods.map((period) => period!.year * 10_000 + period!.part);
  const steps = times.slice(1).map((time, index) => time - times[index]!);
  return steps.every((step) => step >= 0) || steps.every((step) => step <= 0);
}

/**
 * How many rows from `start` on are bound together by merged cells: one over others (`2022` over Q1 … Q4), or one as
 * high as several.
 */
function mergedDepth(grid: CellGrid, { rows, columns }: CellBlock, start: number): number {
  const [left, right] = [columns[0]!, columns[columns.length - 1]!];
  let depth = 1;
  for (let index = 0; index < depth && start + index < rows.length; index++) {
    for (const merge of grid.merges) {
      if (merge.top !== rows[start + index] || merge.left > right || merge.right < left) continue;
      // What spans columns has something below it that it spans; a title over all of them has not.
      const spans = merge.right > merge.left && (merge.left > left || merge.right < right) ? 1 : 0;
      depth = Math.max(depth, index + (merge.bottom - merge.top + 1) + spans);
    }
  }
  return Math.min(depth, mostHeadRows);
}

/** A row below the head that only numbers the columns (甲, 1, 2, 3): 1, else 0. */
function numberingRow(grid: CellGrid, { rows, columns }: CellBlock, head: number): 0 | 1 {
  const row = rows[head];
  if (head === 0 || row === undefined || rows.length <= head + 1) return 0;
  const texts = columns.flatMap((column) => contentText(grid.rows.get(row)!.get(column)) || []);
  const numbers = texts.filter((text) => /^\d{1,2}$/.test(text)).map(Number);
  const others = texts.filter((text) => !/^\d{1,2}$/.test(text));
  const counts = numbers.every((number, index) => number === numbers[0]! + index);
  const next = contentText(grid.rows.get(rows[head + 1]!)!.get(columns[0]!));
  const isMarked = others.length <= 1 && others.every(isColumnMark) && !isColumnMark(next);
  return numbers.length >= 3 && numbers[0]! <= 2 && counts && isMarked ? 1 : 0;
}
