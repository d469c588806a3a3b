/**
 * A number as its cell shows it, by the cell's number format (ISO 29500-1, 18.8.31): with the decimals of the format, times 100 where it says %.
 * Arithmetic is decimal, on digits, so that no 546.6000000000001 comes of it.
 */
import type { ShownNumber } from '../data-table.js';
import type { FormatToken } from './number-format.js';

/** What the cell shows, and the number in it; null where the format sets other text between digits (`0"."0`, for 万), so that the digits are no number. */
export function showNumber(
  value: number,
  tokens: readonly FormatToken[],
): (ShownNumber & { readonly text: string }) | null {
  const shape = digitShape(tokens);
  if (shape === null) return null;
  const plain = plainDigits(Math.abs(value));
  // A section without digits says something else than the number: — for nought.
  if (!shape.hasDigits && shape.before !== '')
    return { text: shape.before, digits: (value < 0 ? '-' : '') + plain, isPercent: false };
  const digits = shape.isGeneral
    ? plain
    : setDecimals(shiftPoint(plain, shape.isPercent ? 2 - shape.scale : -shape.scale), shape.least, shape.most);
  const sign = value < 0 && /[1-9]/.test(digits) ? '-' : '';
  const grouped = shape.isGrouped ? digits.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ',')) : digits;
  return {
    text: `${sign}${shape.before}${grouped}${shape.isPercent ? '%' : ''}${shape.after}`,
    digits: sign + digits,
    isPercent: shape.isPercent,
  };
}

interface DigitShape {
  readonly hasDigits: boolean;
  readonly before: string;
  readonly after: string;
  readonly isPercent: boolean;
  readonly isGrouped: boolean;
  /** As General shows it, which takes all decimals that there are; fractions and powers of ten too, which paper does not print. */
  readonly isGeneral: boolean;
  /** Decimals that are always shown, and at most. */
  readonly least: number;
  readonly most: number;
  /** Places by which commas behind the digits move the point: 3 for each. */
  readonly scale: number;
}

function digitShape(tokens: readonly FormatToken[]): DigitShape | null {
  const isDigit = ({ kind }: FormatToken): boolean => kind === 'digit' || kind === 'general';
  const [first, last] = [tokens.findIndex(isDigit), tokens.findLastIndex(isDigit)];
  const literals = (part: readonly FormatToken[]): string =>
    part.map((token) => (token.kind === 'literal' ? token.text : '')).join('');
  const hasDigits = first !== -1;
  const before = hasDigits ? literals(tokens.slice(0, first)).replace(/[-−+()\s]/g, '') : literals(tokens).trim();
  const after = hasDigits
    ? literals(tokens.slice(last + 1))
        .replace(/[-−+()]/g, '')
        .trimEnd()
    : '';
  const isGeneral =
    !hasDigits || tokens.some(({ kind }) => kind === 'general' || kind === 'fraction' || kind === 'exponent');
  const inside = tokens.slice(first, last + 1);
  if (!isGeneral && inside.some(({ kind }) => kind === 'literal')) return null;
  const point = inside.findIndex(({ kind }) => kind === 'point');
  const decimals = point === -1 ? [] : inside.slice(point).filter(isDigit);
  return {
    hasDigits,
    before,
    after,
    isGeneral,
    isPercent: tokens.some(({ kind }) => kind === 'percent'),
    isGrouped: !isGeneral && inside.some(({ kind }) => kind === 'comma'),
    least: decimals.filter(({ text }) => text === '0').length,
    most: decimals.length,
    scale: 3 * tokens.slice(last + 1).filter(({ kind }) => kind === 'comma').length,
  };
}

/** Fifteen digits are what Excel keeps; what stands behind them is the rounding of binary numbers. Without an exponent. */
export function plainDigits(value: number): string {
  const [, whole = '0', fraction = '', power = '0'] =
    /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(value.toPrecision(15)) ?? [];
  return trimDigits(shiftPoint(`${whole}.${fraction}`, Number(power)));
}

/** Moves the point to the right, or with a negative number to the left. */
function shiftPoint(digits: string, places: number): string {
  const [whole = '', fraction = ''] = digits.split('.');
  const all = '0'.repeat(Math.max(0, -places)) + whole + fraction + '0'.repeat(Math.max(0, places));
  const point = Math.max(0, -places) + whole.length + places;
  return `${all.slice(0, point)}.${all.slice(point)}`;
}

/** Rounded half up, as a cell shows it, to at most `most` decimals; zeros behind the first `least` are left out. */
function setDecimals(digits: string, least: number, most: number): string {
  const [whole = '', fraction = ''] = digits.split('.');
  const kept = whole + fraction.slice(0, most).padEnd(most, '0');
  const rounded = String(BigInt(kept === '' ? '0' : kept) + (fraction.charAt(most) >= '5' ? 1n : 0n)).padStart(
    most + 1,
    '0',
  );
  const point = rounded.length - most;
  let end = rounded.length;
  while (end > point + least && rounded[end - 1] === '0') end--;
  return rounded.slice(0, point) + (end > point ? `.${rounded.slice(point, end)}` : '');
}

const trimDigits = (digits: string): string =>
  digits
    .replace(/^0+(?=\d)/, '')
    .replace(/\.?0*$/, '')
    .replace(/^(?=$|\.)/, '0');
