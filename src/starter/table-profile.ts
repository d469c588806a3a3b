/**
 * What a table holds, by the looks of its cells: names, numbers, periods, totals. What a report draws of it follows
 * from this.
 */
import { readPeriod } from '../locale/read-period.js';
import { isRowNumber, isTotalWord } from '../locale/sheet-words.js';
import { isKnownUnit } from '../locale/units/units.js';
import type { DataTable, TableCell } from '../read/data/table/data-table.js';

export interface NumberCell {
  /** With sign and decimals, as a figure is written. */
  readonly digits: string;
  readonly value: number;
  readonly isPercent: boolean;
}

export interface NumberColumn {
  readonly index: number;
  readonly name: string;
  readonly unit: string | null;
  /** A number or null each row. */
  readonly cells: readonly (NumberCell | null)[];
}

export interface TableProfile {
  /** The column that names rows. */
  readonly label: number;
  readonly labels: readonly string[];
  readonly numbers: readonly NumberColumn[];
  /** Every row is a period: its order in time, or null. */
  readonly periodRows: readonly number[] | null;
  /** Columns of numbers that are periods, two or more, with their order in time. */
  readonly periodColumns: readonly { readonly column: NumberColumn; readonly time: number }[];
  /** Rows that add up others. */
  readonly totals: ReadonlySet<number>;
  /** Rows with a name and no number. */
  readonly groups: ReadonlySet<number>;
}

/** @param unit of all its numbers, where a line above the table says it. */
export function profileTable(table: DataTable, unit: string | null): TableProfile {
  const columns = table.head.map((_, index) => table.rows.map((row) => row[index]!));
  const label = labelColumn(table, columns);
  const numbers = columns.flatMap((cells, index): NumberColumn[] => {
    const name = table.head[index]!.text;
    const read = index === label || isRowNumber(name) ? null : numberCells(cells);
    return read === null ? [] : [{ index, name, unit: columnUnit(name, read, unit), cells: read }];
  });
  const labels = (columns[label] ?? []).map(({ text }) => text);
  const times = labels.map(timeOf);
  const across = ofMostKind(numbers);
  const rowsWhere = (holds: (row: number) => boolean): ReadonlySet<number> =>
    new Set(labels.flatMap((_, row) => (holds(row) ? [row] : [])));
  return {
    label,
    labels,
    numbers,
    periodRows: times.length > 1 && times.every((time) => time !== null) ? (times as readonly number[]) : null,
    periodColumns: across.length > 1 && across.length * 2 > numbers.length ? across : [],
    totals: rowsWhere((row) => isTotalWord(labels[row]!)),
    groups: rowsWhere((row) => numbers.every(({ cells }) => cells[row] === null)),
  };
}

/** The first column of names or periods; where all are numbers, the first. */
function labelColumn({ head }: DataTable, columns: readonly (readonly TableCell[])[]): number {
  const isLabel = (cells: readonly TableCell[], index: number): boolean =>
    !isRowNumber(head[index]!.text) &&
    (numberCells(cells) === null || isPeriods(cells)) &&
    cells.some(({ text }) => text !== '');
  const full = columns.findIndex(
    (cells, index) => isLabel(cells, index) && new Set(cells.map(({ text }) => text)).size * 2 > cells.length,
  );
  return Math.max(0, full === -1 ? columns.findIndex(isLabel) : full);
}

const isPeriods = (cells: readonly TableCell[]): boolean =>
  cells.length > 1 && cells.every(({ text }) => timeOf(text) !== null);

/** Columns of the kind of period that most have: a year's sum behind its quarters is none of them. */
function ofMostKind(numbers: readonly NumberColumn[]): TableProfile['periodColumns'] {
  const known = numbers.flatMap((column) => {
    const [period, time] = [readPeriod(column.name), timeOf(column.name)];
    return period === null || time === null ? [] : [{ column, time, kind: period.kind }];
  });
  const count = (kind: string): number => known.filter((one) => one.kind === kind).length;
  const most = [...new Set(known.map(({ kind }) => kind))].sort((one, other) => count(other) - count(one))[0];
  return known.filter(({ kind }) => kind === most);
}

/** A number that orders periods of one kind. */
function timeOf(text: string): number | null {
  const period = readPeriod(text);
  return period === null || period.year < 1800 || period.year > 2200 ? null : period.year * 10_000 + period.part;
}

const written = /^([+\-−]?)(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?(%?)$/;
const missing = /^(?:[-—–−…⋯/:*]|——|……|\.\.[A-Z]?|n\/?a|x)?$/i;

/** Null where one of the cells is no number, or all are missing. */
function numberCells(cells: readonly TableCell[]): readonly (NumberCell | null)[] | null {
  const read: (NumberCell | null)[] = [];
  for (const cell of cells) {
    const number = numberCell(cell);
    if (number === null && !missing.test(cell.text.trim())) return null;
    read.push(number);
  }
  return read.some((cell) => cell !== null) ? read : null;
}

function numberCell({ text, number }: TableCell): NumberCell | null {
  if (number !== undefined) return { digits: number.digits, value: Number(number.digits), isPercent: number.isPercent };
  const [, sign = '', whole, decimals = '', percent] = written.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const digits = `${sign === '−' ? '-' : sign.replace('+', '')}${whole.replaceAll(',', '')}${decimals}`;
  return { digits, value: Number(digits), isPercent: percent === '%' };
}

/** Of the numbers' format, of the head's brackets, or of the line above the table. */
function columnUnit(name: string, cells: readonly (NumberCell | null)[], unit: string | null): string | null {
  if (cells.some((cell) => cell?.isPercent === true)) return '%';
  const inside = /[（(]([^()（）]+)[)）]\s*$/.exec(name)?.[1] ?? /[,，]\s*([^,，]+)$/.exec(name)?.[1];
  if (inside !== undefined && isKnownUnit(inside.trim())) return inside.trim();
  return unit !== null && isKnownUnit(unit) ? unit : null;
}
