/** Rows of which a condition holds: `region=Nord`, `beds>=20`, `month<2024-07`. */
import { nothingHolds, whereNeedsNumber, wrongWhere } from '../diagnostics/batch-messages.js';
import type { Tell } from '../diagnostics/diagnostic.js';
import { nearestName } from '../diagnostics/nearest-name.js';
import { cellNumber } from '../figures/table-numbers.js';
import type { ReportRow, RowCell } from '../model/report-row.js';

type Row = readonly RowCell[];

const orders: Readonly<Record<string, (difference: number) => boolean>> = {
  '>': (difference) => difference > 0,
  '<': (difference) => difference < 0,
  '>=': (difference) => difference >= 0,
  '<=': (difference) => difference <= 0,
};

const datePattern = /^\d{4}-\d{2}(?:-\d{2})?$/;

/** As the cell shows it, with its commas and its %; NaN for what is none. */
function numberOf(text: string): number {
  const number = cellNumber(text);
  // “20 and region=Nord” is no number with a unit.
  return number === null || number === 'text' || /[\s=<>]/.test(number.unit ?? '') ? Number.NaN : number.value;
}

/** Null where the condition is wrong or holds of no row, which is told. `column` tells of one that is not there. */
export function keepRows(
  rows: ReportRow['rows'],
  where: string,
  column: (name: string) => number | null,
  tell: Tell,
): ReportRow['rows'] | null {
  const [, name = '', sign = '', given = ''] = /^\s*(.+?)\s*(!=|>=|<=|==|=|>|<)\s*(.*?)\s*$/s.exec(where) ?? [];
  if (sign === '') {
    tell(wrongWhere(where));
    return null;
  }
  const value = (/^(["'])(.*)\1$/s.exec(given)?.[2] ?? given).normalize('NFC');
  const index = column(name);
  const holds = conditionOf(sign, value);
  if (holds === null) tell(whereNeedsNumber(where, value));
  if (index === null || holds === null) return null;
  const textOf = (row: Row): string => row[index]!.text.trim().normalize('NFC');
  const kept = rows.filter((row) => holds(textOf(row)));
  if (kept.length > 0 || rows.length === 0) return kept;
  const others = [...new Set(rows.map(textOf))];
  tell(nothingHolds(where, sign in orders ? null : nearestName(value, others), others));
  return null;
}

/** Null where the value has no order. */
function conditionOf(sign: string, value: string): ((cell: string) => boolean) | null {
  const number = numberOf(value);
  const order = orders[sign];
  if (order === undefined) {
    const isSame = (cell: string): boolean => cell === value || numberOf(cell) === number;
    return sign === '!=' ? (cell) => !isSame(cell) : isSame;
  }
  if (!Number.isNaN(number)) return (cell) => order(numberOf(cell) - number);
  if (!datePattern.test(value)) return null;
  return (cell) => datePattern.test(cell) && order(cell < value ? -1 : cell > value ? 1 : 0);
}
