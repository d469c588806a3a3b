/**
 * Blocks of cells that stand together on a sheet: parted by empty rows, and by empty columns where another block begins
 * behind them.
 */
import { contentText, cellKind } from './cell-grid.js';
import type { CellGrid } from './cell-grid.js';

/** Rows with something in them, and their columns, both ascending. */
export interface CellBlock {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** From the top, those beside each other from the left. */
export function findBlocks(grid: CellGrid, within: CellBlock): readonly CellBlock[] {
  return partRows(within.rows).flatMap((rows) => partColumns(grid, rows, within.columns));
}

/** Runs of neighbouring rows. */
function partRows(rows: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const row of rows) {
    const last = runs[runs.length - 1];
    if (last !== undefined && row - last[last.length - 1]! === 1) last.push(row);
    else runs.push([row]);
  }
  return runs;
}

function partColumns(grid: CellGrid, rows: readonly number[], within: readonly number[]): readonly CellBlock[] {
  const counts = new Map<number, number>();
  for (const row of rows) {
    for (const column of grid.rows.get(row)!.keys()) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  const used = within.filter((column) => counts.has(column));
  const runs: number[][] = [];
  for (const column of used) {
    const last = runs[runs.length - 1];
    const touches = last !== undefined && column - last[last.length - 1]! === 1;
    if (last !== undefined && (touches || !beginsBlock(grid, rows, column, counts, used))) last.push(column);
    else runs.push([column]);
  }
  return runs.map((columns) => ({
    columns,
    rows: rows.filter((row) => columns.some((column) => grid.rows.get(row)!.has(column))),
  }));
}

/** Its head says what that of the first column says: Year, behind a table that began with Year. */
const beginsAgain = (grid: CellGrid, rows: readonly number[], column: number, first: number): boolean =>
  rows.some((row) => {
    const cells = grid.rows.get(row)!;
    const text = contentText(cells.get(column));
    return /\p{L}/u.test(text) && text === contentText(cells.get(first));
  });

/**
 * A column behind an empty one begins a block of its own where it holds names, or its head says what the first
 * column's does, and numbers stand to its right; else the empty one is a gap inside.
 */
function beginsBlock(
  grid: CellGrid,
  rows: readonly number[],
  column: number,
  counts: ReadonlyMap<number, number>,
  used: readonly number[],
): boolean {
  if (counts.get(column)! < 2 || !counts.has(column + 1)) return false;
  const cells = rows.flatMap((row) => grid.rows.get(row)!.get(column) ?? []);
  const texts = cells.filter((cell) => cellKind(cell) === 'text' && contentText(cell) !== '').length;
  const left = used.filter((other) => other < column);
  const hasNames = texts >= 2 && texts * 2 > cells.length;
  return left.length >= 2 && (hasNames || beginsAgain(grid, rows, column, left[0]!));
}
