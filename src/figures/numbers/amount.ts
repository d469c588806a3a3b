/**
 * Numbers with their units, as expressions reckon with them: added where they measure the same, multiplied and divided
 * with their units.
 */
import { combineBases, isCounted, unitMeasure, type UnitMeasure } from '../../locale/units/unit-measure.js';
import { pointsUnit, unitOf } from '../../locale/units/units.js';
import type { Quantity } from '../../model/figure.js';
import { add, divide, fraction, fractionOf, multiply, negate, one, type Fraction } from './fraction.js';

export interface Amount {
  /** In its unit. */
  readonly value: Fraction;
  /** Null for none, and for what has no name: 亿元 per 万人. */
  readonly unit: string | null;
  /** One of its unit in base units. */
  readonly factor: Fraction;
  readonly bases: UnitMeasure['bases'];
  /** Digits behind the point that it is exact to; null where it has no end. */
  readonly decimals: number | null;
  /** Typed in the expression: it takes the unit of what it stands beside. */
  readonly isLiteral: boolean;
  /** No unit went into it: it may be given any. */
  readonly isPlain: boolean;
}

/** Said where two amounts cannot be reckoned with each other. */
export class UnitFault extends Error {}

const factors = new WeakMap<UnitMeasure, Fraction>();

/** One of a unit in base units: the same object for the same unit, which spares converting between them. */
function factorOf(measure: UnitMeasure): Fraction {
  const factor = factors.get(measure) ?? fraction(BigInt(measure.times), BigInt(measure.over));
  factors.set(measure, factor);
  return factor;
}

export function amountOf(quantity: Quantity, unit: string | null): Amount {
  const measure = unitMeasure(unit);
  return {
    value: fractionOf(quantity),
    unit,
    factor: factorOf(measure),
    bases: measure.bases,
    decimals: quantity.decimals,
    isLiteral: false,
    isPlain: unit === null,
  };
}

export const literal = (value: Fraction, decimals: number): Amount => ({
  value,
  unit: null,
  factor: one,
  bases: {},
  decimals,
  isLiteral: true,
  isPlain: true,
});

/** A number without a unit that others gave. */
export const ratio = (value: Fraction, unit: string | null = null, decimals: number | null = null): Amount => ({
  value,
  unit,
  factor: factorOf(unitMeasure(unit)),
  bases: {},
  decimals,
  isLiteral: false,
  isPlain: false,
});

const isSame = (left: UnitMeasure['bases'], right: UnitMeasure['bases']): boolean =>
  left === right || Object.keys(combineBases(left, right, -1)).length === 0;
const isPure = ({ bases }: Amount): boolean => Object.keys(bases).length === 0;

/** As an error names it: 亿元, no unit. */
export const unitWords = ({ unit, bases }: Pick<Amount, 'unit' | 'bases'>): string =>
  unit ??
  (Object.keys(bases).length === 0
    ? 'no unit'
    : Object.entries(bases)
        .map(([base, power]) => (power === 1 ? base : `${base}^${power}`))
        .join(' '));

/** In the unit of `like`. @throws UnitFault where they measure different things. */
export function convertTo(amount: Amount, like: Pick<Amount, 'unit' | 'factor' | 'bases'>): Fraction {
  if (amount.isLiteral) return amount.value;
  const isMixed = isPure(amount) && (amount.unit === null) !== (like.unit === null) && amount.isPlain;
  if (!isSame(amount.bases, like.bases) || isMixed)
    throw new UnitFault(`${unitWords(amount)} and ${unitWords(like)} do not measure the same`);
  return amount.factor === like.factor ? amount.value : multiply(amount.value, divide(amount.factor, like.factor));
}

/** In the unit of the left one; a difference of shares is in points. */
export function addAmounts(left: Amount, right: Amount, sign: 1 | -1, language: string): Amount {
  const like = left.isLiteral ? right : left;
  const value = convertTo(right, like);
  const sum = { ...like, value: add(convertTo(left, like), sign === 1 ? value : negate(value)) };
  const isDifference = sign === -1 && left.unit === '%' && right.unit === '%';
  return {
    ...sum,
    unit: isDifference ? pointsUnit(language) : like.unit,
    decimals: sumDecimals(left, right),
    isLiteral: left.isLiteral && right.isLiteral,
    isPlain: left.isPlain && right.isPlain,
  };
}

/** Digits behind the point of a sum: in one unit as many as the longer of both has, else those of the first. */
function sumDecimals(left: Amount, right: Amount): number | null {
  if (left.decimals === null || right.decimals === null) return null;
  const isAlike = left.isLiteral || right.isLiteral || left.unit === right.unit;
  return isAlike ? Math.max(left.decimals, right.decimals) : left.decimals;
}

export function multiplyAmounts(left: Amount, right: Amount): Amount {
  if (!left.isLiteral && isPure(left) && !isPure(right)) return multiplyAmounts(right, left);
  if (left.isLiteral && !right.isLiteral) return multiplyAmounts(right, left);
  const isWhole = right.isLiteral && right.decimals === 0;
  const flags = {
    decimals: isWhole ? left.decimals : null,
    isLiteral: left.isLiteral && right.isLiteral,
    isPlain: left.isPlain && right.isPlain,
  };
  if (isPure(right)) return { ...left, ...flags, value: multiply(multiply(left.value, right.value), right.factor) };
  return {
    ...flags,
    value: multiply(left.value, right.value),
    unit: null,
    factor: multiply(left.factor, right.factor),
    bases: combineBases(left.bases, right.bases, 1),
  };
}

/** @throws RangeError for a division by zero. */
export function divideAmounts(left: Amount, right: Amount): Amount {
  const flags = {
    decimals: null,
    isLiteral: left.isLiteral && right.isLiteral,
    isPlain: left.isPlain && right.isPlain,
  };
  const divided = divide(left.value, right.value);
  if (isPure(right) && !isPure(left)) return { ...left, ...flags, value: divide(divided, right.factor) };
  const factor = divide(left.factor, right.factor);
  if (isSame(left.bases, right.bases))
    return right.isLiteral
      ? { ...left, ...flags, value: divided }
      : { ...flags, value: multiply(divided, factor), unit: null, factor: one, bases: {} };
  return { ...flags, value: divided, unit: null, factor, bases: combineBases(left.bases, right.bases, -1) };
}

/**
 * In the unit that is asked for, or its own where none is. What is said per head is given in its unit alone: 元 for 元 a
 * person.
 * @throws UnitFault where it measures something else, or has no unit that could be named.
 */
export function inUnit(
  amount: Amount,
  unit: string | null,
): { readonly value: Fraction; readonly unit: string | null } {
  if (unit === null) {
    if (amount.unit === null && !isPure(amount))
      throw new UnitFault(`it comes out in ${unitWords(amount)}; say in which unit it shall be`);
    return { value: amount.value, unit: amount.unit };
  }
  if (amount.isPlain) return { value: amount.value, unit };
  const measure = unitMeasure(unit);
  const left = Object.entries(combineBases(amount.bases, measure.bases, -1));
  const isPerHead = left.every(([base, power]) => power < 0 && isCounted(base));
  const isNumber = Object.keys(amount.bases).length === 0 && Object.keys(measure.bases).length > 0;
  if (!isPerHead || isNumber)
    throw new UnitFault(`it comes out in ${unitWords(amount)}, which is no amount of ${unit}`);
  return { value: multiply(amount.value, divide(amount.factor, factorOf(measure))), unit };
}

/** Whether it is a share, whose change is told in points. */
export const isShare = (unit: string | null): boolean => unit !== null && unitOf(unit).family === 'share';
