/**
 * A table that was found, as a head and rows of cells: heads of several rows become one name a column, merged names
 * stand in each of their rows.
 */
import type { Tell } from '../../../diagnostics/diagnostic.js';
import { cellBesideTable } from '../../../diagnostics/messages.js';
import type { CellRange } from '../../../model/cell-name.js';
import { unitNames } from '../../../model/unit.js';
import { contentText, isMistake } from './cell-grid.js';
import type { CellGrid } from './cell-grid.js';
import type { DataTable, TableCell } from './data-table.js';
import type { FoundTable } from './find-tables.js';

/** Columns behind the last with a name are none of it: that something stands there is told. */
export function tableOfGrid(grid: CellGrid, found: FoundTable, tell: Tell): DataTable {
  const merged = mergedCells(grid.merges, found);
  const head = headCells(grid, found, merged);
  const width = head.findLastIndex(({ text }) => text !== '') + 1 || head.length;
  const columns = found.columns.slice(0, width);
  for (const row of found.body) {
    const beside = found.columns.slice(width).find((column) => grid.rows.get(row)!.has(column));
    if (beside !== undefined) tell(cellBesideTable(grid.spanOf(row, beside)));
  }
  return {
    head: head.slice(0, width),
    rows: found.body
      .filter((row) => columns.some((column) => grid.rows.get(row)!.has(column)))
      .map((row) => columns.map((column) => bodyCell(grid, row, column, merged, tell))),
  };
}

/** Up to the last of its columns with a name. */
export function namedRange(grid: CellGrid, found: FoundTable): CellRange {
  const named = headCells(grid, found, mergedCells(grid.merges, found)).findLastIndex(({ text }) => text !== '');
  return { ...found.range, right: found.columns[named] ?? found.range.right };
}

/** Merged cells, by each place in them. */
type MergedCells = ReadonlyMap<number, CellRange>;

/** More columns a sheet has not. */
const placeOf = (row: number, column: number): number => row * 16_385 + column;

function mergedCells(merges: readonly CellRange[], { range }: FoundTable): MergedCells {
  const cells = new Map<number, CellRange>();
  for (const merge of merges) {
    const [top, bottom] = [Math.max(merge.top, range.top), Math.min(merge.bottom, range.bottom)];
    const [left, right] = [Math.max(merge.left, range.left), Math.min(merge.right, range.right)];
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) cells.set(placeOf(row, column), merge);
  }
  return cells;
}

/**
 * A mistake is told, and reads as nothing. A text of merged cells stands in each row of them; a number once, so that it
 * is not counted twice.
 */
function bodyCell(grid: CellGrid, row: number, column: number, merged: MergedCells, tell: Tell): TableCell {
  const span = grid.spanOf(row, column);
  const content = grid.rows.get(row)!.get(column);
  if (content !== undefined) {
    if (!isMistake(content)) return placed(content, span);
    tell(content);
    return { text: '', span, isTold: true };
  }
  const merge = merged.get(placeOf(row, column));
  const first = merge === undefined || merge.left !== column ? undefined : grid.rows.get(merge.top)?.get(merge.left);
  const isText = first !== undefined && !isMistake(first) && first.number === undefined;
  return { text: isText ? first.text : '', span };
}

/** One shape for all cells with numbers, and one for all without. */
const placed = ({ text, number }: Omit<TableCell, 'span'>, span: TableCell['span']): TableCell =>
  number === undefined ? { text, span } : { text, span, number };

function headCells(grid: CellGrid, found: FoundTable, merged: MergedCells): readonly TableCell[] {
  const levels = found.head.map((row) => levelTexts(grid, found, row, merged));
  const named = nameLevels(grid, found, levels);
  return found.columns.map((column, index) => {
    const parts = named.names.flatMap((level) => level[index] || []);
    const name = parts.filter((part, at) => part !== parts[at - 1]).reduce(joinNames, '');
    const unit = named.units?.[index] ?? '';
    return {
      text: unit === '' || name.includes(unit) ? name : withUnit(name, unit),
      span: headSpan(grid, found, column),
    };
  });
}

/**
 * One row of the head, a text a column: merged cells say theirs in each, and so does a name over the columns to its
 * right that have none of their own.
 */
function levelTexts(
  grid: CellGrid,
  { head, columns }: FoundTable,
  row: number,
  merged: MergedCells,
): readonly string[] {
  const isLast = row === head[head.length - 1];
  const own = columns.map((column) => {
    const merge = merged.get(placeOf(row, column));
    const place = merge === undefined ? { row, column } : { row: merge.top, column: merge.left };
    return contentText(grid.rows.get(place.row)?.get(place.column)).replace(/\s*\n\s*/g, ' ');
  });
  if (isLast) return own;
  // Names that were centred over several columns, or stand over the first of them.
  const below = (index: number): boolean =>
    head.some((other) => other > row && grid.rows.get(other)!.has(columns[index]!));
  let over = '';
  return own.map((text, index) => {
    if (text !== '') over = merged.has(placeOf(row, columns[index]!)) ? '' : text;
    else if (index === 0 || !below(index)) over = '';
    return text === '' && below(index) ? over : text;
  });
}

/**
 * Which rows of a head make names, and which says units. Programs that export series set lines of marks above them: of
 * those the first is the name.
 */
function nameLevels(
  grid: CellGrid,
  found: FoundTable,
  levels: readonly (readonly string[])[],
): { readonly names: readonly (readonly string[])[]; readonly units: readonly string[] | null } {
  const isUnits = (level: readonly string[]): boolean => {
    const texts = level.filter((text) => text !== '');
    return texts.length > 1 && texts.filter((text) => units.has(bare(text))).length * 2 > texts.length;
  };
  const at = levels.findLastIndex((level, index) => index > 0 && isUnits(level));
  const names = levels.filter((_, index) => index !== at);
  const isExport = levels.length > 4 && !grid.merges.some(({ top }) => found.head.includes(top));
  return {
    names: isExport ? names.slice(0, 1) : names,
    units: at === -1 ? null : levels[at]!.map((text) => (units.has(bare(text)) ? bare(text) : '')),
  };
}

const units: ReadonlySet<string> = new Set(unitNames);
const bare = (text: string): string => text.replace(/^[（(]\s*|\s*[)）]$/g, '');

/** `2022` over `Q1` is 2022 Q1. */
const joinNames = (name: string, part: string): string => (name === '' ? part : `${name} ${part}`);

const withUnit = (name: string, unit: string): string =>
  /[\p{Script=Han}]/u.test(name) ? `${name}（${unit}）` : `${name} (${unit})`.trim();

/** The lowest cell of the head that has a text. */
function headSpan(grid: CellGrid, { head, range }: FoundTable, column: number): TableCell['span'] {
  const row = head.findLast((candidate) => contentText(grid.rows.get(candidate)!.get(column)) !== '');
  return grid.spanOf(row ?? head[head.length - 1] ?? range.top, column);
}
