/**
 * The tables of a sheet as people lay them out: titles above, unit lines, notes below, several beside or under each
 * other.
 */
import type { CellRange } from '../../../model/cell-name.js';
import { isNoteLine, unitOfLine } from '../../../locale/sheet-words.js';
import { cellKind, contentText, isMistake } from './cell-grid.js';
import type { CellGrid } from './cell-grid.js';
import { findBlocks } from './find-blocks.js';
import type { CellBlock } from './find-blocks.js';
import { findHead, isDataRow } from './find-head.js';
import { partBelow } from './part-touching.js';

export interface FoundTable {
  /** From the first row of the head to the last of the table. */
  readonly range: CellRange;
  /** Rows of the head and below it, columns: those with something in them. */
  readonly head: readonly number[];
  readonly body: readonly number[];
  readonly columns: readonly number[];
  /** Lines above it, but for that of the unit; the first is its title. */
  readonly titles: readonly string[];
  /** The unit of all its numbers, where a line says it. */
  readonly unit: string | null;
  /** Lines below it. */
  readonly notes: readonly string[];
}

/** From the top, those beside each other from the left. Lines of text that belong to no table are none. */
export function findTables(grid: CellGrid, range: CellRange): readonly FoundTable[] {
  const within = blockIn(grid, range);
  const drafts = joinBlocks(
    grid,
    findBlocks(grid, within)
      .flatMap((block) => partBelow(grid, block))
      .map((block) => draftTable(grid, block)),
  );
  const found = drafts.flatMap(({ table }) => (table === null ? [] : [table]));
  return grid.tables === undefined ? found : withMadeTables(grid, found, grid.tables);
}

/** In the place of a table that was found stand those that people made of its cells in Excel. */
function withMadeTables(
  grid: CellGrid,
  found: readonly FoundTable[],
  made: readonly CellRange[],
): readonly FoundTable[] {
  const taken = new Set<CellRange>();
  return found.flatMap((table) => {
    const inside = made.filter((range) => meet(range, table.range));
    if (inside.length === 0) return [table];
    const { titles, unit, notes } = table;
    return inside.flatMap((range): FoundTable[] => {
      const exact = taken.has(range) ? null : tableInRange(grid, range, 1);
      taken.add(range);
      return exact === null ? [] : [{ ...exact, titles, unit, notes }];
    });
  });
}

const meet = (one: CellRange, other: CellRange): boolean =>
  one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;

/**
 * All that stands in a range as one table, whatever it looks like. Null where nothing does. `head` is how many rows its
 * head has.
 */
export function tableInRange(grid: CellGrid, range: CellRange, head: number | null): FoundTable | null {
  const block = blockIn(grid, range);
  if (block.rows.length === 0) return null;
  const end = head ?? Math.max(1, findHead(grid, block).end);
  return tableOf(block, 0, Math.min(end, block.rows.length), { titles: [], unit: null, notes: [] });
}

/** Rows and columns of a range that have something in them. */
function blockIn(grid: CellGrid, range: CellRange): CellBlock {
  const columns = new Set<number>();
  const rows = [...grid.rows.keys()]
    .filter((row) => row >= range.top && row <= range.bottom)
    .filter((row) => {
      const used = [...grid.rows.get(row)!.keys()].filter((column) => column >= range.left && column <= range.right);
      for (const column of used) columns.add(column);
      return used.length > 0;
    });
  return { rows: rows.sort(ascending), columns: [...columns].sort(ascending) };
}

const ascending = (one: number, other: number): number => one - other;

interface Draft {
  readonly block: CellBlock;
  readonly titles: readonly string[];
  readonly unit: string | null;
  readonly notes: readonly string[];
  /** Null for lines of text alone. */
  readonly table: FoundTable | null;
}

/**
 * Lines above and below a block's table are taken off; what is left is one where it has two columns, or two rows of
 * which one are numbers.
 */
function draftTable(grid: CellGrid, block: CellBlock): Draft {
  const textsOf = (row: number): readonly string[] =>
    block.columns.flatMap((column) => contentText(grid.rows.get(row)!.get(column)) || []);
  const isLine = (row: number): boolean => block.columns.length > 1 && isLineOfText(grid, block, row);
  let [top, bottom] = [0, block.rows.length];
  while (top < bottom && isLine(block.rows[top]!)) top++;
  while (bottom > top && isLine(block.rows[bottom - 1]!)) bottom--;
  const above = block.rows.slice(0, top).flatMap(textsOf);
  const below = block.rows.slice(bottom).map((row) => textsOf(row).join(' '));
  const unit = above.map(unitOfLine).find((found) => found !== null) ?? null;
  const lines = { titles: above.filter((text) => unitOfLine(text) === null), unit, notes: below };
  const rows = block.rows.slice(top, bottom);
  const left = withColumns(grid, { rows, columns: block.columns });
  const hasNumbers = rows.some((row) => isDataRow(left.columns.map((column) => grid.rows.get(row)!.get(column))));
  const isTable = rows.length >= 2 && (left.columns.length >= 2 || hasNumbers) && isSquare(grid, left);
  if (!isTable) {
    const texts = block.rows.flatMap(textsOf);
    return { block, ...lines, titles: texts.filter((text) => unitOfLine(text) === null), notes: [], table: null };
  }
  const { start, end, numeric } = findHead(grid, left);
  const last = rows.findLastIndex((row, index) => index < end || !isLastLine(grid, left, row, numeric));
  const more = {
    titles: [...lines.titles, ...rows.slice(0, start).flatMap(textsOf)],
    unit,
    notes: [...rows.slice(last + 1).map((row) => textsOf(row).join(' ')), ...below],
  };
  return {
    block,
    ...more,
    table: tableOf({ rows: rows.slice(start, last + 1), columns: left.columns }, 0, end - start, more),
  };
}

/** Words in the columns of numbers below the last row that has one are no row. */
const isLastLine = (grid: CellGrid, { columns }: CellBlock, row: number, numeric: readonly number[]): boolean => {
  const cells = columns.flatMap((column) => grid.rows.get(row)!.get(column) ?? []);
  const isText =
    numeric.some((column) => grid.rows.get(row)!.has(column)) &&
    cells.every((cell) => !isMistake(cell) && cellKind(cell) === 'text');
  return numeric.length > 0 && isText && cells.length * 2 <= columns.length;
};

const tableOf = (
  { rows, columns }: CellBlock,
  start: number,
  end: number,
  lines: Pick<FoundTable, 'titles' | 'unit' | 'notes'>,
): FoundTable => ({
  range: { top: rows[0]!, left: columns[0]!, bottom: rows[rows.length - 1]!, right: columns[columns.length - 1]! },
  head: rows.slice(start, end),
  body: rows.slice(end),
  columns,
  ...lines,
});

const withColumns = (grid: CellGrid, { rows, columns }: CellBlock): CellBlock => ({
  rows,
  columns: columns.filter((column) => rows.some((row) => grid.rows.get(row)!.has(column))),
});

/** One text alone in a row, or two of which one is a unit: what stands above a table and below it, not in it. */
function isLineOfText(grid: CellGrid, { columns }: CellBlock, row: number): boolean {
  const cells = columns.flatMap((column) => grid.rows.get(row)!.get(column) ?? []);
  if (cells.some((cell) => isMistake(cell) || cellKind(cell) === 'number')) return false;
  if (cells.length === 1) return true;
  const texts = cells.map(contentText);
  return columns.length > cells.length && (texts.some((text) => unitOfLine(text) !== null) || texts.every(isNoteLine));
}

/** Most of a table's rows have more than a text alone: prose in two columns is none. */
function isSquare(grid: CellGrid, { rows, columns }: CellBlock): boolean {
  if (columns.length === 1) return true;
  const full = rows.filter((row) => columns.filter((column) => grid.rows.get(row)!.has(column)).length >= 2);
  return full.length >= 2 && full.length * 2 > rows.length * 0.66;
}

/**
 * Blocks below each other that are one table with an empty row in it, and lines of text that speak of the table below
 * or above them.
 */
function joinBlocks(grid: CellGrid, drafts: readonly Draft[]): readonly Draft[] {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const index = joined.findLastIndex((above) => overlaps(above.block, draft.block));
    const above = joined[index];
    const one = above === undefined ? null : joinTwo(grid, above, draft);
    if (one === null) joined.push(draft);
    else joined[index] = one;
  }
  return joined;
}

const overlaps = (one: CellBlock, other: CellBlock): boolean =>
  one.columns[0]! <= other.columns[other.columns.length - 1]! &&
  other.columns[0]! <= one.columns[one.columns.length - 1]!;

/** Null where they stay two. */
function joinTwo(grid: CellGrid, above: Draft, below: Draft): Draft | null {
  if (above.table !== null && goesOn(grid, above, below)) return longerTable(above, below, above.table);
  if (below.table === null) {
    // Lines behind a table are its notes, but where they head another one.
    if (above.table === null || !below.titles.every(isNoteLine)) return null;
    const notes = [...above.notes, ...below.titles];
    return { ...above, notes, table: { ...above.table, notes } };
  }
  if (above.table === null) {
    const block = {
      rows: [...above.block.rows, ...below.block.rows],
      columns: [...new Set([...above.block.columns, ...below.block.columns])].sort(ascending),
    };
    const unit = below.unit ?? above.unit;
    const titles = [...above.titles, ...below.titles];
    return { ...below, block, titles, unit, table: { ...below.table, titles, unit } };
  }
  return null;
}

/** Rows behind an empty one that have no head of their own, and stand in the columns above them. */
function goesOn(grid: CellGrid, above: Draft, { block, table }: Draft): boolean {
  const rows = table === null ? block.rows : table.body;
  const cells = block.columns.map((column) => grid.rows.get(rows[0]!)?.get(column));
  return (
    above.notes.length === 0 &&
    (table === null || table.head.length === 0) &&
    block.columns.length * 2 > above.table!.columns.length &&
    block.columns.every((column) => above.table!.columns.includes(column)) &&
    isDataRow(cells)
  );
}

/** Lines above the second part head its rows. */
function longerTable(above: Draft, below: Draft, { head, body, columns }: FoundTable): Draft {
  const { titles, unit } = above;
  const last = below.table === null ? Number.POSITIVE_INFINITY : below.table.range.bottom;
  const rows = [...head, ...body, ...below.block.rows.filter((row) => row <= last)];
  const lines = { titles, unit, notes: below.table === null ? [] : below.notes };
  const block = { rows: [...above.block.rows, ...below.block.rows], columns: above.block.columns };
  return { block, ...lines, table: tableOf({ rows, columns }, 0, head.length, lines) };
}
