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
    if (index - start >= 2 && headsAgain(grid, columns, rows.slice(start, index + 2))) starts.push(index);
  }
  return starts.length === 1
    ? [{ rows, columns }]
    : starts.map((start, part) => {
        const own = rows.slice(start, starts[part + 1]);
        return { rows: own, columns: columns.filter((column) => own.some((row) => grid.rows.get(row)!.has(column))) };
      });
}

/** Of `rows` the last but one: whether it heads the last, and what stands above it is another table. */
function headsAgain(grid: CellGrid, columns: readonly number[], rows: readonly number[]): boolean {
  const [above, own, below] = [rows.length - 3, rows.length - 2, rows.length - 1].map((index) =>
    cellsOf(grid, rows[index]!, columns),
  );
  if (!isDataRow(above!) || !isDataRow(below!) || !own!.every((cell) => cell === undefined || isText(cell)))
    return false;
  const headed = columns.filter(
    (_, index) => isText(own![index]) && isNumber(above![index]) && isNumber(below![index]),
  );
  const filled = below!.every((cell, index) => cell === undefined || own![index] !== undefined);
  const texts = own!.map(contentText);
  const areUnits = texts.filter((text) => isKnownUnit(text)).length >= headed.length;
  const isRepeated = rows.slice(0, -2).some((row) => {
    const others = cellsOf(grid, row, columns).map(contentText);
    return texts.every((text, index) => text === others[index]);
  });
  const named = texts.filter((text) => text !== '');
  const areNames = new Set(named).size === named.length;
  return headed.length >= leastHeaded && filled && areNames && !areUnits && !isRepeated;
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
