/** The cells behind a chart: what a person opens when they edit its data. */
import { cellKey, cellSplice, editSheet, readWorkbook, type EditedWorkbook } from '../../powerpoint/edited/workbook.js';
import type { Splice } from '../../powerpoint/edited/edit-xml.js';
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
  const { cells, sheet: part } = workbook;
  const valueAt = (column: number, row: number): CellValue => cells.get(cellKey(column, row))?.value ?? null;
  const places = [...cells].flatMap(([key, { value }]) => (value === null ? [] : [key])).map((key) => key.split(':').map(Number) as [number, number]);
  const rows = namesAlong(Math.max(0, ...places.map(([, row]) => row)), (row) => valueAt(0, row));
  const columns = namesAlong(Math.max(0, ...places.map(([column]) => column)), (column) => valueAt(column, 0));
  const own = columnsOf(base.data);
  const ownRows = matchNames(rows, base.data.categories);
  const ownColumns = matchNames(
    columns,
    own.map(({ name }) => name),
  );
  const nextRows = matchNames(base.data.categories, next.data.categories);
  const now = columnsOf(next.data);
  const nextColumns = matchNames(
    own.map(({ name }) => name),
    now.map(({ name }) => name),
  );
  const splices: Splice[] = [];
  const outcomes: PlacedOutcome[] = [];
  const merge = (
    column: number,
    row: number,
    was: CellValue,
    is: CellValue,
    figure: string | null,
    context: string,
  ): void => {
    const cell = cells.get(cellKey(column, row));
    const edited = cell?.value ?? null;
    const merged = mergeCell(was, is, edited, typeof was === 'string' ? 'ours' : rules.choice);
    if (merged.kind === 'same' || (merged.kind !== 'take' && typeof was === 'string')) return;
    const outcome = { figure, before: String(edited ?? ''), after: String(merged.value ?? ''), context };
    if (merged.kind !== 'take') outcomes.push({ ...outcome, kind: merged.kind, reason: 'typed-over' });
    else if (cell === undefined || merged.value === null) outcomes.push({ ...outcome, kind: 'stale', reason: 'form' });
    else {
      splices.push(cellSplice(part.xml, cell, merged.value));
      outcomes.push({ ...outcome, kind: 'updated', reason: null });
    }
  };
  ownColumns.forEach((index, place) => {
    const to = index === null ? null : (nextColumns[index] ?? null);
    if (index === null || to === null) return;
    const [was, is] = [own[index]!, now[to]!];
    merge(place + 1, 0, was.name, is.name, null, was.name);
    ownRows.forEach((row, line) => {
      const nextRow = row === null ? null : (nextRows[row] ?? null);
      if (row === null || nextRow === null) return;
      const category = base.data.categories[row]!;
      merge(
        place + 1,
        line + 1,
        was.values[row] ?? null,
        is.values[nextRow] ?? null,
        figureOfPoint(base, base.data, was.index, row),
        category,
      );
    });
  });
  ownRows.forEach((row, line) => {
    const nextRow = row === null ? null : (nextRows[row] ?? null);
    if (row !== null && nextRow !== null)
      merge(0, line + 1, base.data.categories[row]!, next.data.categories[nextRow]!, null, '');
  });
  const isUntouched =
    rows.length === base.data.categories.length &&
    columns.length === own.length &&
    own.every(
      ({ values, name }, column) =>
        sameValue(valueAt(column + 1, 0), name) &&
        values.every((value, row) => sameValue(valueAt(column + 1, row + 1), value)),
    );
  return {
    sheet: splices.length === 0 ? null : { workbook, xml: editSheet(workbook, splices) },
    outcomes,
    isUntouched,
  };
}

/** Names along a row or a column from its second cell; some have none. */
const namesAlong = (last: number, at: (index: number) => CellValue): readonly string[] =>
  Array.from({ length: last }, (_, index) => String(at(index + 1) ?? ''));

interface DataColumn {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Of its first series. */
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
