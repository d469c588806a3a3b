/** The cells behind a chart: what a person opens when they edit its data. */
import { cellKey, cellSplice, editSheet, readWorkbook, type EditedWorkbook } from '../../powerpoint/edited/workbook.js';
import type { Splice } from '../../powerpoint/edited/edit-xml.js';
import { formulaValue } from '../../powerpoint/edited/formula-value.js';
import { namesDownSheet } from '../../powerpoint/identity/category-levels.js';
import type { ChartData } from '../../powerpoint/identity/deck-identity.js';
import { figureOfPoint, matchNames, mergeCell, sameValue, type CellValue } from './merge-cells.js';
import type { ChartSides } from './merge-chart.js';
import type { PlacedOutcome } from './merge-paragraphs.js';
import type { MergeRules } from './merge-text.js';

export interface MergedWorkbook {
  /** The sheet's part with its new text; null where it stays. */
  readonly sheet: { readonly workbook: EditedWorkbook; readonly xml: string } | null;
  readonly outcomes: readonly PlacedOutcome[];
  /** Its cells are those that the build wrote, and no more. */
  readonly isUntouched: boolean;
}

/** Null where the bytes are no workbook. */
export function mergeWorkbook(
  bytes: Uint8Array,
  sheet: string | null,
  { base, next }: ChartSides,
  rules: MergeRules,
): MergedWorkbook | null {
  const workbook = readWorkbook(bytes, sheet);
  if (workbook === null) return null;
  const grid = gridOf(workbook, base.data.levels ?? 1);
  const merged: Merged = { taken: new Map(), outcomes: [] };
  const triples = cellTriples(grid, base, next.data);
  for (const cell of triples) mergeInto(merged, workbook, cell, rules);
  const splices = splicesOf(workbook, merged.taken, triples);
  return {
    sheet: splices.length === 0 ? null : { workbook, xml: editSheet(workbook, splices) },
    outcomes: merged.outcomes,
    isUntouched: isUntouched(grid, base.data),
  };
}

interface Merged {
  /** What cells say now, by their keys. */
  readonly taken: Map<string, string | number>;
  readonly outcomes: PlacedOutcome[];
}

/** The cells of a sheet, and the names that head its rows and its columns. */
interface Grid {
  /** Columns of names before those of numbers. */
  readonly levels: number;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly at: (column: number, row: number) => CellValue;
}

function gridOf({ cells }: EditedWorkbook, levels: number): Grid {
  const at = (column: number, row: number): CellValue => cells.get(cellKey(column, row))?.value ?? null;
  const places = [...cells].flatMap(([key, { value }]) =>
    value === null ? [] : [key.split(':').map(Number) as [column: number, row: number]],
  );
  const textAt = (column: number, row: number): string => String(at(column, row) ?? '');
  const lastColumn = Math.max(levels - 1, ...places.map(([column]) => column));
  return {
    at,
    levels,
    rows: namesDownSheet(levels, Math.max(0, ...places.map(([, row]) => row)), textAt),
    columns: Array.from({ length: lastColumn - levels + 1 }, (_, index) => textAt(index + levels, 0)),
  };
}

/** A cell as the build wrote it and as the report says it now, by its place in the edited sheet. */
interface CellTriple {
  readonly column: number;
  readonly row: number;
  readonly base: CellValue;
  readonly next: CellValue;
  readonly figure: string | null;
  readonly context: string;
}

function cellTriples(grid: Grid, chart: ChartSides['base'], nextData: ChartData): readonly CellTriple[] {
  const { data } = chart;
  const [own, now] = [columnsOf(data), columnsOf(nextData)];
  const namesOf = (columns: readonly DataColumn[]): readonly string[] => columns.map(({ name }) => name);
  const nextColumns = matchNames(namesOf(own), namesOf(now));
  const nextRows = matchNames(data.categories, nextData.categories);
  const rows = matchNames(grid.rows, data.categories).flatMap((row, line) => {
    const next = row === null ? null : (nextRows[row] ?? null);
    return row === null || next === null ? [] : [{ row: line + 1, base: row, next }];
  });
  const nothing = { figure: null, context: '' };
  // Names of two levels are a person's to word: they are matched, and stay.
  const heads = (grid.levels > 1 ? [] : rows).map(({ row, base, next }): CellTriple => {
    const [was, is] = [data.categories[base]!, nextData.categories[next]!];
    return { ...nothing, column: 0, row, base: was, next: is };
  });
  const cells = matchNames(grid.columns, namesOf(own)).flatMap((index, place): readonly CellTriple[] => {
    const to = index === null ? null : (nextColumns[index] ?? null);
    if (index === null || to === null) return [];
    const [was, is, column] = [own[index]!, now[to]!, place + grid.levels];
    const values = rows.map(({ row, base, next }) => ({
      column,
      row,
      base: was.values[base] ?? null,
      next: is.values[next] ?? null,
      figure: figureOfPoint(chart, data, was.index, base),
      context: data.categories[base]!,
    }));
    return [{ ...nothing, column, row: 0, base: was.name, next: is.name }, ...values];
  });
  return [...heads, ...cells];
}

/** A name is a person's to word: that it is another is no contradiction. */
function mergeInto(
  { taken, outcomes }: Merged,
  { cells }: EditedWorkbook,
  { column, row, base, next, figure, context }: CellTriple,
  { choice }: MergeRules,
): void {
  const isName = typeof base === 'string';
  const cell = cells.get(cellKey(column, row));
  const edited = cell?.value ?? null;
  // Whoever opens the workbook sees it worked out.
  if (cell !== undefined && cell.formula !== null && edited === null) return;
  const merged = mergeCell(base, next, edited, isName ? 'ours' : choice);
  if (merged.kind === 'same' || (merged.kind !== 'take' && isName)) return;
  const outcome = { figure, before: String(edited ?? ''), after: String(merged.value ?? ''), context };
  if (merged.kind !== 'take') outcomes.push({ ...outcome, kind: merged.kind, reason: 'typed-over' });
  else if (cell === undefined || merged.value === null) outcomes.push({ ...outcome, kind: 'stale', reason: 'form' });
  else {
    taken.set(cellKey(column, row), merged.value);
    outcomes.push({ ...outcome, kind: 'updated', reason: null });
  }
}

/**
 * Cells with their new values. A formula stays where it comes to what the report says: else whoever opens the sheet
 * would see another number than the chart draws.
 */
function splicesOf(
  { cells, sheet }: EditedWorkbook,
  taken: Merged['taken'],
  triples: readonly CellTriple[],
): readonly Splice[] {
  // A cell that some program left to be worked out is the build's where it came to the build's value.
  const ours = triples.filter(({ column, row, base, next }) => {
    const cell = cells.get(cellKey(column, row));
    if (taken.size === 0 || cell === undefined || cell.formula === null || next === null) return false;
    return sameValue(cell.value ?? workedOut(cells, new Map(), cell.formula), base);
  });
  let now: Merged['taken'] = taken;
  const isRight = (key: string, value: CellValue): boolean => {
    const formula = cells.get(key)?.formula ?? null;
    const worked = formula === null ? null : workedOut(cells, now, formula);
    return worked === null || sameValue(worked, value);
  };
  // Formulas read cells whose own formula goes: what is wrong at first may be right then.
  for (let round = 0; round < 2; round += 1) {
    const wrong = ours.flatMap(({ column, row, next }) => {
      const key = cellKey(column, row);
      return isRight(key, next) ? [] : [[key, next!] as const];
    });
    now = new Map([...taken, ...wrong]);
  }
  return [...now].map(([key, value]) => cellSplice(sheet.xml, cells.get(key)!, value, isRight(key, value)));
}

/** What a formula comes to with the cells as they are, and those that were taken as they will be. */
function workedOut(
  cells: EditedWorkbook['cells'],
  taken: Merged['taken'],
  formula: string,
  depth = mostSteps,
): number | null {
  return formulaValue(formula, (column, row) => {
    const key = cellKey(column, row);
    const cell = cells.get(key);
    const value = taken.get(key) ?? cell?.value ?? null;
    if (typeof value === 'number') return value;
    const own = cell?.formula ?? null;
    return own === null || depth === 0 ? null : workedOut(cells, taken, own, depth - 1);
  });
}

/** Formulas that read formulas: no chart has longer chains, and none may go round. */
const mostSteps = 12;

function isUntouched({ rows, columns, levels, at }: Grid, data: ChartData): boolean {
  const own = columnsOf(data);
  return (
    rows.length === data.categories.length &&
    columns.length === own.length &&
    own.every(
      ({ values, name }, column) =>
        sameValue(at(column + levels, 0), name) &&
        values.every((value, row) => sameValue(at(column + levels, row + 1), value)),
    )
  );
}

interface DataColumn {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** The column of its first series. */
  readonly index: number;
}

/** The workbook's columns of numbers, in order. */
function columnsOf({ series }: ChartData): readonly DataColumn[] {
  const columns = new Map<number, DataColumn>();
  series.forEach(({ name, column, values }, index) => {
    if (!columns.has(column)) columns.set(column, { name, values, index });
  });
  return [...columns].sort(([one], [other]) => one - other).map(([, column]) => column);
}
