/**
 * Tables that touch: one below another without an empty row, or beside another without an empty column. What no single
 * table looks like parts them; where it could be one all the same, that is only told.
 */
import { isKnownUnit } from '../../../locale/units/units.js';
import { cellKind, contentText, isMistake } from './cell-grid.js';
import type { CellContent, CellGrid } from './cell-grid.js';
import type { CellBlock } from './find-blocks.js';
import { isDataRow } from './find-head.js';

/** So many columns of numbers that all turn to words at one row are headed by it, and are no mistake. */
const leastHeaded = 2;

const cellsOf = (grid: CellGrid, row: number, columns: readonly number[]): readonly (CellContent | undefined)[] =>
  columns.map((column) => grid.rows.get(row)!.get(column));

const isNumber = (cell: CellContent | undefined): boolean => cell !== undefined && cellKind(cell) === 'number';
const isText = (cell: CellContent | undefined): boolean =>
  cell !== undefined && !isMistake(cell) && cellKind(cell) === 'text';

/** A head further down: words above numbers, where numbers stand above the words. */
export function partBelow(grid: CellGrid, { rows, columns }: CellBlock): readonly CellBlock[] {
  const starts = [0];
  for (let index = 2; index < rows.length - 1; index++) {
    const start = starts[starts.length - 1]!;
    if (index - start >= 2 && headsAgain(grid, { rows, columns }, start, index)) starts.push(index);
  }
  return starts.length === 1
    ? [{ rows, columns }]
    : starts.map((start, part) => {
        const own = rows.slice(start, starts[part + 1]);
        return { rows: own, columns: columns.filter((column) => own.some((row) => grid.rows.get(row)!.has(column))) };
      });
}

/** Whether the row at `index` heads the one below it, and the rows from `start` on above it are another table. */
function headsAgain(grid: CellGrid, { rows, columns }: CellBlock, start: number, index: number): boolean {
  const own = cellsOf(grid, rows[index]!, columns);
  if (!own.every((cell) => cell === undefined || isText(cell))) return false;
  const above = cellsOf(grid, rows[index - 1]!, columns);
  const below = cellsOf(grid, rows[index + 1]!, columns);
  if (!isDataRow(above) || !isDataRow(below)) return false;
  const headed = columns.filter((_, at) => isText(own[at]) && isNumber(above[at]) && isNumber(below[at]));
  const filled = below.every((cell, at) => cell === undefined || own[at] !== undefined);
  const texts = own.map(contentText);
  const areUnits = texts.filter((text) => isKnownUnit(text)).length >= headed.length;
  const named = texts.filter((text) => text !== '');
  const areNames = new Set(named).size === named.length;
  if (headed.length < leastHeaded || !filled || !areNames || areUnits) return false;
  // A head may be set again on each printed page.
  return !rows.slice(start, index).some((row) => {
    const others = cellsOf(grid, row, columns).map(contentText);
    return texts.every((text, at) => text === others[at]);
  });
}

/** So many rows at the foot that one side alone has: fewer may be a total of it. */
const leastShorter = 2;

/**
 * The column in which another table may begin: of names behind numbers, with numbers behind it, that all end before the
 * others do. Null for none.
 */
export function columnBeside(grid: CellGrid, block: CellBlock): number | null {
  const { columns } = block;
  return columns.find((_, index) => index >= 2 && beginsBeside(grid, block, index)) ?? null;
}

function beginsBeside(grid: CellGrid, { rows, columns }: CellBlock, index: number): boolean {
  if (index === columns.length - 1) return false;
  const cells = (column: number): readonly (CellContent | undefined)[] =>
    rows.map((row) => grid.rows.get(row)!.get(column));
  const names = cells(columns[index]!);
  const kinds = names.filter((cell) => cell !== undefined);
  const texts = new Set(kinds.filter(isText).map(contentText));
  const hasNames = texts.size >= 3 && texts.size === kinds.length;
  const hasNumbers = (column: number): boolean => cells(column).filter(isNumber).length >= 2;
  if (!hasNames || !hasNumbers(columns[index - 1]!) || !hasNumbers(columns[index + 1]!)) return false;
  if (!isText(cells(columns[0]!).find((cell) => cell !== undefined))) return false;
  const lastOf = (own: readonly number[]): number =>
    rows.findLastIndex((row) => own.some((column) => grid.rows.get(row)!.has(column)));
  return Math.abs(lastOf(columns.slice(0, index)) - lastOf(columns.slice(index))) >= leastShorter;
}
