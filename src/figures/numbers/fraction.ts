/** Exact numbers: a whole number over another. Nothing is rounded until a number is printed. */
import type { Quantity } from '../../model/figure.js';

export interface Fraction {
  readonly over: bigint;
  /** Above zero; both have no divisor in common. */
  readonly under: bigint;
}

export const zero: Fraction = { over: 0n, under: 1n };
export const one: Fraction = { over: 1n, under: 1n };

export function fraction(over: bigint, under = 1n): Fraction {
  if (under === 0n) throw new RangeError('a fraction over zero');
  if (under === 1n) return { over, under };
  const sign = under < 0n ? -1n : 1n;
  const common = gcd(over < 0n ? -over : over, under * sign) * sign;
  return common === 1n ? { over, under } : { over: over / common, under: under / common };
}

/** As large as a whole number may be that a plain number holds exactly. */
const mostPlain = BigInt(Number.MAX_SAFE_INTEGER);

/** Of numbers not below zero. Most are small, and reckoned as plain numbers: a step with large ones makes new ones. */
function gcd(left: bigint, right: bigint): bigint {
  let [divisor, rest] = [left, right];
  while (rest > mostPlain || divisor > mostPlain) {
    if (rest === 0n) return divisor;
    [divisor, rest] = [rest, divisor % rest];
  }
  return BigInt(plainGcd(Number(divisor), Number(rest)) || 1);
}

/** The decimals as they are written, not as a computer's number holds them. */
export function fractionOf({ value, decimals }: Quantity): Fraction {
  const power = powers[decimals];
  // A number of the report has at most 15 digits: below 10^15 rounding gives them back, whatever the product lost.
  if (power === undefined || Math.abs(value) * power >= 1e15) return parseFraction(value.toFixed(decimals));
  const over = Math.round(value * power);
  const common = plainGcd(Math.abs(over), power);
  return { over: BigInt(over / common), under: BigInt(power / common) };
}

const powers: readonly number[] = Array.from({ length: 13 }, (_, decimals) => 10 ** decimals);

function plainGcd(left: number, right: number): number {
  let [divisor, rest] = [left, right];
  while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
  return divisor;
}

/** Digits with a point: `-8.30`. */
export function parseFraction(text: string): Fraction {
  const [whole = '0', decimals = ''] = text.split('.');
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

export const add = (left: Fraction, right: Fraction): Fraction =>
  left.under === right.under
    ? fraction(left.over + right.over, left.under)
    : fraction(left.over * right.under + right.over * left.under, left.under * right.under);
export const negate = ({ over, under }: Fraction): Fraction => ({ over: -over, under });
export const subtract = (left: Fraction, right: Fraction): Fraction => add(left, negate(right));
export const multiply = (left: Fraction, right: Fraction): Fraction =>
  fraction(left.over * right.over, left.under * right.under);
/** @throws RangeError for a division by zero. */
export const divide = (left: Fraction, right: Fraction): Fraction =>
  fraction(left.over * right.under, left.under * right.over);
export const signOf = ({ over }: Fraction): -1 | 0 | 1 => (over > 0n ? 1 : over < 0n ? -1 : 0);
export const compare = (left: Fraction, right: Fraction): number => signOf(subtract(left, right));
export const absolute = (number: Fraction): Fraction => (number.over < 0n ? negate(number) : number);

/** Halves away from zero, as offices round: 0.25 is 0.3 with one decimal, -0.25 is -0.3. */
export function roundScaled({ over, under }: Fraction, decimals: number): bigint {
  const scaled = (over < 0n ? -over : over) * tenTo(decimals);
  const rounded = (2n * scaled + under) / (2n * under);
  return over < 0n ? -rounded : rounded;
}

const tens: readonly bigint[] = Array.from({ length: 13 }, (_, decimals) => 10n ** BigInt(decimals));

const tenTo = (decimals: number): bigint => tens[decimals] ?? 10n ** BigInt(decimals);

/** As a number of the report; null where it has more digits than a number holds, 15. */
export function roundFraction(number: Fraction, decimals: number): Quantity | null {
  const scaled = roundScaled(number, decimals);
  if (String(scaled < 0n ? -scaled : scaled).length > 15) return null;
  return { value: scaled === 0n ? 0 : Number(`${scaled}e-${decimals}`), decimals };
}

/** Digits behind the point of a root: no rounding that is printed can tell it from the number itself. */
const rootDigits = 40;

/** The n-th root of a number that is not below zero, cut after 40 decimals; by Newton's method in whole numbers. */
export function rootOf({ over, under }: Fraction, degree: number): Fraction {
  const [power, less] = [BigInt(degree), BigInt(degree - 1)];
  const radicand = (over * 10n ** (BigInt(rootDigits) * power)) / under;
  if (radicand === 0n) return zero;
  // From above, so that each step falls until the whole root is reached.
  let root = 1n << BigInt(Math.ceil(radicand.toString(2).length / degree));
  for (;;) {
    const next = (less * root + radicand / root ** less) / power;
    if (next >= root) return fraction(root, 10n ** BigInt(rootDigits));
    root = next;
  }
}
