/**
 * What a table holds, by the looks of its cells: names, numbers, periods, totals. What a report draws of it follows
 * from this.
 */
import { figureColumn } from '../locale/figure-columns.js';
import { isRowNumber, isTotalWord } from '../locale/sheet-words.js';
import { isKnownUnit } from '../locale/units/units.js';
import type { DataTable, TableCell } from '../read/data/table/data-table.js';
import { columnUnit, numberCells, type NumberColumn } from './number-column.js';
import { findPeriodColumns, timeOf, type PeriodColumns } from './period-columns.js';

export interface TableProfile {
  /** The column that names rows. */
  readonly label: number;
  readonly labels: readonly string[];
  readonly numbers: readonly NumberColumn[];
  /** Every row is a period: its order in time, or null. */
  readonly periodRows: readonly number[] | null;
  /** The unit of a row, by the brackets behind its name or a column of units; null where neither says one. */
  readonly rowUnits: readonly (string | null)[];
  /** Columns of numbers that are periods of one measure; null where fewer than two are. */
  readonly periodColumns: PeriodColumns | null;
  /** Rows that add up others. */
  readonly totals: ReadonlySet<number>;
  /** Rows with a name and no number. */
  readonly groups: ReadonlySet<number>;
}

const known = new WeakMap<DataTable, TableProfile>();

/**
 * Once for the many drafts of a report.
 *
 * @param unit of all its numbers, where a line above the table says it.
 */
export function profileTable(table: DataTable, unit: string | null): TableProfile {
  const profile = known.get(table) ?? readProfile(table, unit);
  known.set(table, profile);
  return profile;
}

function readProfile(table: DataTable, unit: string | null): TableProfile {
  const columns = table.head.map((_, index) => table.rows.map((row) => row[index]!));
  const label = labelColumn(table, columns);
  const numbers = columns.flatMap((cells, index): NumberColumn[] => {
    const name = table.head[index]!.text;
    const read = index === label || isCount(name, cells) ? null : numberCells(cells);
    return read === null ? [] : [{ index, name, unit: columnUnit(name, read, unit), cells: read }];
  });
  const labels = (columns[label] ?? []).map(({ text }) => text);
  const times = labels.map(timeOf);
  const rowsWhere = (holds: (row: number) => boolean): ReadonlySet<number> =>
    new Set(labels.flatMap((_, row) => (holds(row) ? [row] : [])));
  return {
    label,
    labels,
    numbers,
    periodRows: times.length > 1 && times.every((time) => time !== null) ? (times as readonly number[]) : null,
    rowUnits: percentRows(rowUnits(table, label, labels), numbers),
    periodColumns: findPeriodColumns(numbers),
    totals: rowsWhere((row) => isTotalWord(labels[row]!)),
    groups: rowsWhere((row) => numbers.every(({ cells }) => cells[row] === null)),
  };
}

function rowUnits({ head, rows }: DataTable, label: number, labels: readonly string[]): TableProfile['rowUnits'] {
  const column = head.findIndex(({ text }, index) => index !== label && figureColumn(text) === 'unit');
  return labels.map((name, row) => {
    const unit = column === -1 ? '' : rows[row]![column]!.text.trim();
    return unit !== '' && isKnownUnit(unit) ? unit : columnUnit(name, [], null);
  });
}

/** Where some rows are percentages throughout and others are not, those say so. */
function percentRows(units: TableProfile['rowUnits'], numbers: readonly NumberColumn[]): TableProfile['rowUnits'] {
  const isPercent = units.map((_, row) => {
    const known = numbers.flatMap(({ cells }) => cells[row] ?? []);
    return known.length > 0 && known.every((cell) => cell.isPercent);
  });
  return isPercent.every(Boolean) ? units : units.map((unit, row) => unit ?? (isPercent[row] ? '%' : null));
}

/** Numbers that only count the rows. */
const isCount = (name: string, cells: readonly TableCell[]): boolean =>
  cells.every(({ text }) => /^\d*\.?$/.test(text.trim())) && (isRowNumber(name) || countsOn(cells));

/** 1, 2, 3, 4, 5 and on, row by row: whatever it is called, it counts them. */
const countsOn = (cells: readonly TableCell[]): boolean =>
  cells.length > 4 && cells.every(({ text }, index) => Number.parseInt(text, 10) === index + 1);

/** The first column of names or periods; where all are numbers, the first. */
function labelColumn({ head }: DataTable, columns: readonly (readonly TableCell[])[]): number {
  const isLabel = (cells: readonly TableCell[], index: number): boolean =>
    !isCount(head[index]!.text, cells) &&
    (numberCells(cells) === null || isPeriods(cells)) &&
    cells.some(({ text }) => text !== '');
  const full = columns.findIndex(
    (cells, index) => isLabel(cells, index) && new Set(cells.map(({ text }) => text)).size * 2 > cells.length,
  );
  return Math.max(0, full === -1 ? columns.findIndex(isLabel) : full);
}

const isPeriods = (cells: readonly TableCell[]): boolean =>
  cells.length > 1 && cells.every(({ text }) => timeOf(text) !== null);
