/** Charts over names: a ranking, parts of a whole, values beside their targets, steps from an amount to another. */
import { figureColumn, splitUnit } from '../locale/figure-columns.js';
import { isYearBefore } from '../locale/sheet-words.js';
import type { DataTable } from '../read/data/table/data-table.js';
import { addsUp, namesOnce, plainChart } from './chart-story.js';
import type { ChartDraft, KpiStory, RankStory } from './chart-story.js';
import type { NumberColumn } from './number-column.js';
import type { TableProfile } from './table-profile.js';

const mostBars = 12;
const mostSlices = 6;
/** Shares of a whole that were rounded add up to nearly a hundred. */
const nearlyAll = 1.5;

/** A value beside that of the period before, a row a measure. Null where the table is no such list. */
export function kpiStory({ labels, groups, rowUnits }: TableProfile, usable: readonly NumberColumn[]): KpiStory | null {
  const field = (name: string) => usable.find((column) => figureColumn(splitUnit(column.name).name) === name);
  const [prior, target] = [field('prior'), field('target')];
  const value = field('value') ?? usable.find((column) => column !== prior && column !== target);
  if (value === undefined || prior === undefined) return null;
  const once = namesOnce(labels);
  const points = labels.flatMap((name, row) => {
    const number = value.cells[row] ?? null;
    return number === null || groups.has(row) || !once.has(name)
      ? []
      : [
          {
            name,
            number,
            row,
            column: value.index,
            unit: number.isPercent ? '%' : (rowUnits[row] ?? value.unit),
            prior: prior.cells[row] ?? null,
            target: target?.cells[row] ?? null,
          },
        ];
  });
  return points.length < 2 ? null : { kind: 'kpis', isYearly: isYearBefore(prior.name), points };
}

export function draftTargets(
  table: DataTable,
  { label, labels, totals, groups, rowUnits }: TableProfile,
  usable: readonly NumberColumn[],
): ChartDraft | null {
  const target = usable.find(({ name }) => figureColumn(name) === 'target');
  const value = usable.find((column) => column !== target);
  if (target === undefined || value === undefined) return null;
  const once = namesOnce(labels);
  const rows = labels.flatMap((_, row) =>
    value.cells[row] && target.cells[row] && !totals.has(row) && !groups.has(row) ? [row] : [],
  );
  const sizes = rows.map((row) => Math.max(value.cells[row]!.value, target.cells[row]!.value));
  const isOfOneKind =
    new Set(rows.map((row) => rowUnits[row])).size === 1 &&
    new Set(rows.map((row) => value.cells[row]!.isPercent)).size === 1 &&
    Math.max(...sizes) <= 12 * Math.min(...sizes);
  if (rows.length < 2 || rows.length > mostBars || !isOfOneKind || !rows.every((row) => once.has(labels[row]!)))
    return null;
  if (rows.some((row) => value.cells[row]!.value < 0 || target.cells[row]!.value <= 0)) return null;
  return {
    ...plainChart,
    kind: 'bullet',
    columns: [table.head[label]!.text, value.name, target.name],
    keep: rows.map((row) => labels[row]!),
    unit: rowUnits[rows[0]!] ?? value.unit,
    story: rankStory(labels, rows, value, rowUnits[rows[0]!] ?? value.unit),
  };
}

/** Rows whose shares are of one whole each: a stack of a hundred. */
export function draftComposition(
  table: DataTable,
  { label, labels }: TableProfile,
  usable: readonly NumberColumn[],
): ChartDraft | null {
  const isWhole = (row: number): boolean =>
    Math.abs(usable.reduce((sum, { cells }) => sum + (cells[row]?.value ?? Number.NaN), 0) - 100) <= nearlyAll;
  const rows = labels.map((_, row) => row);
  const isShares =
    usable.length >= 3 &&
    usable.length <= mostSlices &&
    rows.length <= mostBars &&
    rows.every((row) => usable.every(({ cells }) => (cells[row]?.value ?? -1) >= 0) && isWhole(row));
  if (!isShares || namesOnce(labels).size !== labels.length) return null;
  const [first] = usable;
  return {
    ...plainChart,
    kind: 'bar',
    stack: 'percent',
    columns: [table.head[label]!.text, ...usable.map(({ name }) => name)],
    unit: '%',
    story: rankStory(labels, rows, first!, '%'),
  };
}

/** From a first amount by steps to a last one: a waterfall. */
export function draftSteps(
  table: DataTable,
  { label, labels, groups }: TableProfile,
  usable: readonly NumberColumn[],
): ChartDraft | null {
  const column = usable[0]!;
  const values = column.cells.map((cell) => cell?.value ?? Number.NaN);
  const last = values.length - 1;
  const isBridge =
    values.length >= 4 &&
    values.length <= mostBars &&
    groups.size === 0 &&
    values[0]! > 0 &&
    values.some((value) => value < 0);
  if (!isBridge || !addsUp(values.slice(0, last), values[last]!) || namesOnce(labels).size !== labels.length)
    return null;
  return {
    ...plainChart,
    kind: 'waterfall',
    columns: [table.head[label]!.text, column.name],
    sums: [labels[0]!, labels[last]!],
    unit: column.unit,
    saysAll: usable.length === 1 && table.head.length === 2,
    story: {
      kind: 'rank',
      measure: usable.length === 1 ? '' : column.name,
      isLedger: true,
      unit: column.unit,
      points: [last, ...values.keys()]
        .slice(0, values.length)
        .map((row) => ({ name: labels[row]!, number: column.cells[row]!, row, column: column.index })),
    },
  };
}

export function draftRanking(
  table: DataTable,
  { label, labels, totals, groups, rowUnits }: TableProfile,
  usable: readonly NumberColumn[],
): ChartDraft | null {
  const once = namesOnce(labels);
  // Numbers that stand for names are no names: an age, a code.
  if (labels.every((name) => /^[\d.,\s-]*$/.test(name))) return null;
  const rowsOf = ({ cells }: NumberColumn): readonly number[] =>
    labels.flatMap((name, row) => (cells[row] && !totals.has(row) && !groups.has(row) && once.has(name) ? [row] : []));
  const column = usable.find((candidate) => rowsOf(candidate).length >= 3);
  if (column === undefined) return null;
  const rows = rowsOf(column);
  // Percentages, amounts and counts of several things are no ranking; neither are a few rows of many that repeat.
  if (rows.some((row) => column.cells[row]!.isPercent !== column.cells[rows[0]!]!.isPercent)) return null;
  if (new Set(rows.map((row) => rowUnits[row])).size > 1 || rows.length * 3 < labels.length) return null;
  const unit = rowUnits[rows[0]!] ?? column.unit;
  const value = (row: number): number => column.cells[row]!.value;
  const largest = [...rows].sort((one, other) => value(other) - value(one)).slice(0, mostBars);
  const total = [...totals].map((row) => column.cells[row]?.value).find((sum) => sum !== undefined);
  const isPositive = rows.every((row) => value(row) > 0);
  const whole = total ?? (unit === '%' ? 100 : undefined);
  const isWhole =
    isPositive &&
    rows.length <= mostSlices &&
    whole !== undefined &&
    (addsUp(rows.map(value), whole) ||
      (unit === '%' && Math.abs(rows.map(value).reduce((all, one) => all + one, 0) - 100) <= nearlyAll));
  const isAll = labels.length === rows.length && rows.length <= mostBars;
  return {
    ...plainChart,
    kind: isWhole ? 'doughnut' : 'bar',
    columns: [table.head[label]!.text, column.name],
    keep: isAll ? null : largest.map((row) => labels[row]!),
    isSorted: true,
    unit,
    saysAll: isAll && usable.length === 1 && table.head.length === 2,
    story: rankStory(labels, largest, column, unit),
  };
}

const rankStory = (
  labels: readonly string[],
  rows: readonly number[],
  column: NumberColumn,
  unit: string | null,
): RankStory => ({
  kind: 'rank',
  measure: column.name,
  isLedger: false,
  unit,
  points: [...rows]
    .sort((one, other) => column.cells[other]!.value - column.cells[one]!.value)
    .map((row) => ({ name: labels[row]!, number: column.cells[row]!, row, column: column.index })),
});
