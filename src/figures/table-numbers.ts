/** What the cells of a table come to: numbers as they are written, columns by their names, sums. */
import { splitUnit } from '../locale/figure-columns.js';
import { withoutNoteMark } from '../locale/reading/note-mark.js';
import { isKnownUnit, unitOf } from '../locale/units/units.js';
import { add, fractionOf, roundFraction, zero } from './numbers/fraction.js';

export interface CellNumber {
  readonly value: number;
  readonly decimals: number;
  /** Written behind the number; null for none. */
  readonly unit: string | null;
}

/** 1,234.5, −8.3, 8.1%, 546.6亿元. Null for an empty cell or a dash. */
export function cellNumber(text: string): CellNumber | null | 'text' {
  const trimmed = withoutNoteMark(text.trim());
  if (/^(?:[-—–−…/]|——|……)?$/.test(trimmed)) return null;
  const found = /^([+\-−]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?\s*(\D*)$/.exec(trimmed);
  if (found === null) return 'text';
  const [, sign, whole = '0', decimals = '', unit = ''] = found;
  const size = Number(`${whole.replaceAll(',', '')}.${decimals || '0'}`);
  return {
    value: sign === '-' || sign === '−' ? 0 - size : size,
    decimals: decimals.length,
    unit: unit.trim() === '' ? null : unit.trim(),
  };
}

/** By the whole head, else by what stands before its unit; -1 where there is none. */
export function columnNamed(heads: readonly string[], name: string): number {
  const index = heads.findIndex((head) => head.trim() === name);
  return index >= 0 ? index : heads.findIndex((head) => splitUnit(head).name === name);
}

/** The unit in brackets behind a head. */
export function headUnit(head: string): string | null {
  const { unit } = splitUnit(head);
  return unit !== null && isKnownUnit(unit) ? unit : null;
}

/** Grouped as most of its column are. */
export const groupedLike = (digits: string, texts: readonly string[]): string =>
  texts.some((text) => /\d,\d{3}/.test(text))
    ? digits.replace(/^(-?\d+)/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','))
    : digits;

/** The units that the numbers of a column are written with, each once; none where other words stand among them. */
export function unitsOf(texts: readonly string[]): readonly string[] {
  const numbers = texts.map(cellNumber);
  return numbers.includes('text')
    ? []
    : [...new Set(numbers.flatMap((number) => (number === null || number === 'text' ? [] : (number.unit ?? []))))];
}

/** The sum of a column as its cells are written; empty where it cannot be added. */
export function totalOf(head: string, texts: readonly string[]): string {
  const numbers = texts.map(cellNumber);
  const found = numbers.filter((number): number is CellNumber => number !== null && number !== 'text');
  const units = new Set(found.map(({ unit }) => unit));
  const [unit = null] = units;
  const measured = unit ?? headUnit(head);
  const isRate = measured !== null && ['share', 'points'].includes(unitOf(measured).family);
  if (found.length === 0 || numbers.includes('text') || units.size > 1 || isRate) return '';
  const decimals = Math.max(...found.map((number) => number.decimals));
  const sum = roundFraction(found.map(fractionOf).reduce(add, zero), decimals);
  return sum === null ? '' : groupedLike(sum.value.toFixed(decimals), texts) + (unit ?? '');
}
