/**
 * What a formula of a chart's sheet comes to: sums, differences, products and quotients of cells and numbers, and the
 * functions SUM, MAX, MIN and AVERAGE over ranges, as builds write them.
 */
import { readCellName } from '../../model/cell-name.js';

/** A number of the sheet by column and row, both from 0; null for a cell without one. */
export type NumberAt = (column: number, row: number) => number | null;

/** Null for a formula of another kind; an empty cell counts as 0. */
export function formulaValue(formula: string, at: NumberAt): number | null {
  const tokens = formula.replace(/^=/, '').match(token) ?? [];
  if (tokens.join('') !== formula.replace(/^=/, '').replaceAll(/\s+/g, '')) return null;
  const reading: Reading = { tokens, place: 0, at };
  const value = sum(reading);
  return reading.place === tokens.length && value !== null && Number.isFinite(value) ? value : null;
}

const token = /\$?[A-Z]{1,3}\$?\d+|[A-Z]+(?=\()|\d+(?:\.\d+)?(?:E[+-]?\d+)?|[-+*/(),:]/g;

interface Reading {
  readonly tokens: readonly string[];
  place: number;
  readonly at: NumberAt;
}

function took(reading: Reading, ...wanted: readonly string[]): string | null {
  const found = reading.tokens[reading.place];
  if (found === undefined || !wanted.includes(found)) return null;
  reading.place += 1;
  return found;
}

/** Operands of one rank, from left to right. */
function chain(
  reading: Reading,
  signs: readonly string[],
  operand: (reading: Reading) => number | null,
  apply: (sign: string, one: number, other: number) => number,
): number | null {
  let value = operand(reading);
  for (let sign = took(reading, ...signs); sign !== null && value !== null; sign = took(reading, ...signs)) {
    const other = operand(reading);
    value = other === null ? null : apply(sign, value, other);
  }
  return value;
}

const sum = (reading: Reading): number | null =>
  chain(reading, ['+', '-'], product, (sign, one, other) => (sign === '+' ? one + other : one - other));
const product = (reading: Reading): number | null =>
  chain(reading, ['*', '/'], atom, (sign, one, other) => (sign === '*' ? one * other : one / other));

const functions: Readonly<Record<string, (values: readonly number[]) => number>> = {
  SUM: (values) => values.reduce((total, value) => total + value, 0),
  AVERAGE: (values) => values.reduce((total, value) => total + value, 0) / values.length,
  MAX: (values) => Math.max(...values),
  MIN: (values) => Math.min(...values),
};

function atom(reading: Reading): number | null {
  if (took(reading, '-') !== null) {
    const value = atom(reading);
    return value === null ? null : -value;
  }
  if (took(reading, '(') !== null) {
    const value = sum(reading);
    return took(reading, ')') === null ? null : value;
  }
  const next = reading.tokens[reading.place];
  if (next === undefined) return null;
  reading.place += 1;
  if (/^\d/.test(next)) return Number(next);
  const cell = placeOfCell(next);
  if (cell !== null) return reading.at(...cell) ?? 0;
  return Object.hasOwn(functions, next) ? rangeValue(functions[next]!, reading) : null;
}

/** `(B2:B7)`, behind the name of a function. */
function rangeValue(reduce: (values: readonly number[]) => number, reading: Reading): number | null {
  const [open, from, colon, to, close] = reading.tokens.slice(reading.place, reading.place + 5);
  const [first, last] = [placeOfCell(from ?? ''), placeOfCell(to ?? '')];
  if (open !== '(' || colon !== ':' || close !== ')' || first === null || last === null) return null;
  reading.place += 5;
  const values: number[] = [];
  for (let column = first[0]; column <= last[0]; column += 1)
    for (let row = first[1]; row <= Math.min(last[1], first[1] + mostRows); row += 1) {
      const value = reading.at(column, row);
      if (value !== null) values.push(value);
    }
  return values.length === 0 ? null : reduce(values);
}

/** No chart has more points. */
const mostRows = 10_000;

/** `$B$3` is column 1, row 2. */
function placeOfCell(reference: string): readonly [column: number, row: number] | null {
  const cell = readCellName(reference.replaceAll('$', ''));
  return cell === null ? null : [cell.column - 1, cell.row - 1];
}
