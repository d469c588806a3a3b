/**
 * Which chart shows a table best, by the shape of its data: time is a line, two periods a slope, a ranking sorted bars,
 * parts of a whole a ring.
 */
import { figureColumn } from '../locale/figure-columns.js';
import type { DataTable } from '../read/data/table/data-table.js';
import type { NumberCell, NumberColumn, TableProfile } from './table-profile.js';

export interface ChartDraft {
  readonly kind: 'line' | 'column' | 'bar' | 'slope' | 'bullet' | 'doughnut' | 'waterfall';
  /** Columns of the table, the one of names first. */
  readonly columns: readonly string[];
  /** Names of the rows that are drawn; null for all. */
  readonly keep: readonly string[] | null;
  readonly first: number | null;
  readonly last: number | null;
  readonly reverse: boolean;
  readonly transpose: boolean;
  readonly unit: string | null;
  readonly isSorted: boolean;
  /** Rows of a waterfall that stand on zero. */
  readonly sums: readonly string[];
  /** What its title can be drafted from. */
  readonly story: TimeStory | RankStory;
}

/** Series over time: each at the earliest and the latest period that are drawn. */
export interface TimeStory {
  readonly kind: 'time';
  readonly series: readonly {
    readonly name: string;
    readonly unit: string | null;
    readonly early: StoryPoint;
    readonly late: StoryPoint;
  }[];
}

/** Names by one number each, the largest first. */
export interface RankStory {
  readonly kind: 'rank';
  readonly measure: string;
  readonly unit: string | null;
  readonly points: readonly StoryPoint[];
}

export interface StoryPoint {
  /** The period, or the name of the row. */
  readonly name: string;
  readonly number: NumberCell;
  /** Its row and column in the table: where the number stands. */
  readonly row: number;
  readonly column: number;
}

const mostPeriods = 24;
const mostPeriodsAcross = 12;
const mostSeries = 4;
const mostBars = 12;

/** Null where nothing can be drawn that says more than the table. */
export function draftChart(table: DataTable, profile: TableProfile): ChartDraft | null {
  const names = table.head.map(({ text }) => text);
  const usable = profile.numbers.filter(({ name }) => isOnce(names, name));
  if (usable.length === 0 || table.rows.length < 2) return null;
  return (
    timeDown(table, profile, usable) ??
    timeAcross(table, profile) ??
    valueAgainstTarget(table, profile, usable) ??
    bridge(table, profile, usable) ??
    ranking(table, profile, usable)
  );
}

const isOnce = (names: readonly string[], name: string): boolean =>
  name.trim() !== '' && names.filter((other) => other === name).length === 1;

const plain = {
  first: null,
  last: null,
  reverse: false,
  transpose: false,
  isSorted: false,
  keep: null,
  sums: [] as readonly string[],
} as const;

function timeDown(
  table: DataTable,
  { label, labels, periodRows }: TableProfile,
  usable: readonly NumberColumn[],
): ChartDraft | null {
  if (periodRows === null || periodRows.length < 3) return null;
  const ascending = periodRows[0]! < periodRows[1]!;
  const rows = labels.map((_, row) => row);
  const window = ascending ? rows.slice(-mostPeriods) : rows.slice(0, mostPeriods).reverse();
  if (!isAscending(window.map((row) => periodRows[row]!))) return null;
  const full = usable.filter(
    ({ cells }) => window.filter((row) => cells[row] !== null).length * 10 >= window.length * 7,
  );
  const drawn = alike(
    full.map((column) => ({ column, cells: window.map((row) => column.cells[row]!), unit: column.unit })),
  ).slice(0, mostSeries);
  const series = drawn.flatMap(({ column }) => {
    const known = window.filter((row) => column.cells[row] !== null);
    const point = (row: number): StoryPoint => ({
      name: labels[row]!,
      number: column.cells[row]!,
      row,
      column: column.index,
    });
    return known.length < 2
      ? []
      : [{ name: column.name, unit: column.unit, early: point(known[0]!), late: point(known[known.length - 1]!) }];
  });
  if (series.length === 0) return null;
  return {
    ...plain,
    kind: 'line',
    columns: [table.head[label]!.text, ...series.map(({ name }) => name)],
    first: ascending ? null : mostPeriods,
    last: ascending ? mostPeriods : null,
    reverse: !ascending,
    unit: series[0]!.unit,
    story: { kind: 'time', series },
  };
}

function timeAcross(
  table: DataTable,
  { label, labels, periodColumns, totals, groups }: TableProfile,
): ChartDraft | null {
  const times = periodColumns.map(({ time }) => time);
  const names = table.head.map(({ text }) => text);
  const ascending = isAscending(times);
  if (times.length < 2 || (!ascending && !isAscending([...times].reverse()))) return null;
  const chosen = ascending
    ? periodColumns.slice(-mostPeriodsAcross)
    : periodColumns.slice(0, mostPeriodsAcross).reverse();
  if (!chosen.every(({ column }) => isOnce(names, column.name))) return null;
  const rows = labels.flatMap((name, row) => {
    const cells = chosen.map(({ column }) => column.cells[row] ?? null);
    const isFull =
      cells[0] !== null &&
      cells[cells.length - 1] !== null &&
      cells.filter((cell) => cell !== null).length * 10 >= cells.length * 7;
    return isFull && !groups.has(row) && isOnce(labels, name)
      ? [{ name, row, cells, unit: unitOfRow(cells, chosen) }]
      : [];
  });
  const parts = rows.filter(({ row }) => !totals.has(row));
  const drawn = alike(parts.length > 0 ? parts : rows).slice(0, chosen.length === 2 ? 8 : mostSeries);
  if (drawn.length === 0) return null;
  const point = (row: number, { column }: (typeof chosen)[number]): StoryPoint => ({
    name: column.name,
    number: column.cells[row]!,
    row,
    column: column.index,
  });
  const series = drawn.map(({ name, row, unit }) => ({
    name,
    unit,
    early: point(row, chosen[0]!),
    late: point(row, chosen[chosen.length - 1]!),
  }));
  const isSlope = chosen.length === 2;
  return {
    ...plain,
    kind: isSlope ? (drawn.length > 1 ? 'slope' : 'column') : 'line',
    columns: [
      table.head[label]!.text,
      ...(isSlope ? chosen : periodColumns.filter((known) => chosen.includes(known))).map(({ column }) => column.name),
    ],
    keep: drawn.map(({ name }) => name),
    transpose: !isSlope || drawn.length === 1,
    reverse: !ascending && !isSlope,
    unit: series[0]!.unit,
    story: { kind: 'time', series },
  };
}

function valueAgainstTarget(
  table: DataTable,
  { label, labels, totals, groups }: TableProfile,
  usable: readonly NumberColumn[],
): ChartDraft | null {
  const target = usable.find(({ name }) => figureColumn(name) === 'target');
  const value = usable.find((column) => column !== target);
  if (target === undefined || value === undefined) return null;
  const rows = labels.flatMap((_, row) =>
    value.cells[row] && target.cells[row] && !totals.has(row) && !groups.has(row) ? [row] : [],
  );
  const isOfOneKind =
    alike(rows.map((row) => ({ row, cells: [value.cells[row]!], unit: value.cells[row]!.isPercent ? '%' : null })))
      .length === rows.length;
  if (rows.length < 2 || rows.length > mostBars || !isOfOneKind || !rows.every((row) => isOnce(labels, labels[row]!)))
    return null;
  if (rows.some((row) => value.cells[row]!.value < 0 || target.cells[row]!.value <= 0)) return null;
  return {
    ...plain,
    kind: 'bullet',
    columns: [table.head[label]!.text, value.name, target.name],
    keep: rows.map((row) => labels[row]!),
    unit: value.unit,
    story: rankStory(labels, rows, value),
  };
}

/** From a first amount by steps to a last one: a waterfall. */
function bridge(
  table: DataTable,
  { label, labels, groups }: TableProfile,
  usable: readonly NumberColumn[],
): ChartDraft | null {
  const column = usable[0]!;
  const values = column.cells.map((cell) => cell?.value ?? Number.NaN);
  const last = values.length - 1;
  const sum = values.slice(0, last).reduce((all, value) => all + value, 0);
  const isBridge =
    values.length >= 4 &&
    values.length <= mostBars &&
    groups.size === 0 &&
    values[0]! > 0 &&
    values.some((value) => value < 0);
  if (
    !isBridge ||
    Math.abs(sum - values[last]!) > Math.abs(values[last]!) * 0.002 ||
    !labels.every((name) => isOnce(labels, name))
  )
    return null;
  return {
    ...plain,
    kind: 'waterfall',
    columns: [table.head[label]!.text, column.name],
    sums: [labels[0]!, labels[last]!],
    unit: column.unit,
    story: {
      kind: 'rank',
      measure: '',
      unit: column.unit,
      points: [last, ...values.keys()]
        .slice(0, values.length)
        .map((row) => ({ name: labels[row]!, number: column.cells[row]!, row, column: column.index })),
    },
  };
}

function ranking(
  table: DataTable,
  { label, labels, totals, groups }: TableProfile,
  usable: readonly NumberColumn[],
): ChartDraft | null {
  const rowsOf = ({ cells }: NumberColumn): readonly number[] =>
    labels.flatMap((name, row) =>
      cells[row] && !totals.has(row) && !groups.has(row) && isOnce(labels, name) ? [row] : [],
    );
  const column = usable.find((candidate) => rowsOf(candidate).length >= 3);
  if (column === undefined) return null;
  const rows = rowsOf(column);
  // Percentages, amounts and counts of several things are no ranking.
  if (rows.some((row) => column.cells[row]!.isPercent !== column.cells[rows[0]!]!.isPercent)) return null;
  const largest = [...rows]
    .sort((one, other) => column.cells[other]!.value - column.cells[one]!.value)
    .slice(0, mostBars);
  const values = rows.map((row) => column.cells[row]!.value);
  const total = [...totals].map((row) => column.cells[row]?.value).find((value) => value !== undefined);
  const sum = values.reduce((all, value) => all + value, 0);
  const isWhole =
    total !== undefined && values.every((value) => value > 0) && Math.abs(total - sum) <= Math.abs(total) * 0.002;
  return {
    ...plain,
    kind: isWhole && rows.length <= 6 ? 'doughnut' : 'bar',
    columns: [table.head[label]!.text, column.name],
    keep: labels.length === rows.length && rows.length <= mostBars ? null : largest.map((row) => labels[row]!),
    isSorted: true,
    unit: column.unit,
    story: rankStory(labels, largest, column),
  };
}

const rankStory = (labels: readonly string[], rows: readonly number[], column: NumberColumn): RankStory => ({
  kind: 'rank',
  measure: column.name,
  unit: column.unit,
  points: [...rows]
    .sort((one, other) => column.cells[other]!.value - column.cells[one]!.value)
    .map((row) => ({ name: labels[row]!, number: column.cells[row]!, row, column: column.index })),
});

const isAscending = (times: readonly number[]): boolean =>
  times.every((time, index) => index === 0 || time > times[index - 1]!);

const unitOfRow = (cells: readonly (NumberCell | null)[], columns: TableProfile['periodColumns']): string | null =>
  cells.some((cell) => cell?.isPercent === true) ? '%' : (columns[0]?.column.unit ?? null);

/** Those of the unit of the first, and of its size: others would lie flat on its axis. */
function alike<Series extends { readonly cells: readonly (NumberCell | null)[]; readonly unit: string | null }>(
  all: readonly Series[],
): readonly Series[] {
  const size = ({ cells }: Series): number => Math.max(...cells.map((cell) => Math.abs(cell?.value ?? 0)));
  const [first] = all;
  if (first === undefined) return [];
  return all
    .filter((other) => {
      const ratio = size(other) / (size(first) || 1);
      return other.unit === first.unit && ratio <= 12 && ratio >= 1 / 12;
    })
    .slice(0, 12);
}
