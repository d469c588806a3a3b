/**
 * The change of a figure that its row leaves empty: against the same period of the year before, the period before, or
 * its `prior`.
 */
import { basisWords, readBasis } from '../locale/basis-words.js';
import { readPeriod } from '../locale/read-period.js';
import { pointsUnit, unitOf } from '../locale/units/units.js';
import { periodId } from '../model/figure-id.js';
import type { Change, Figure, Quantity } from '../model/figure.js';
import { inYear, periodKey, shiftPeriod, type Period } from '../model/period.js';
import type { FigureDraft } from './figure-draft.js';
import { isShare } from './numbers/amount.js';
import {
  absolute,
  divide,
  fraction,
  fractionOf,
  multiply,
  roundFraction,
  signOf,
  subtract,
} from './numbers/fraction.js';

export interface FollowedChange {
  readonly change: Change;
  readonly formula: string;
  /** The earlier figure; null where the row holds its number under `prior`. */
  readonly from: string | null;
}

/** A figure of the same series in another period, by its key. */
export type EarlierFigure = (key: string) => Figure | undefined;

/** Null where there is nothing to compare with. */
export function followChange(
  { figure, basis, hasNoChange }: Pick<FigureDraft, 'figure' | 'basis' | 'hasNoChange'>,
  series: string,
  earlier: EarlierFigure,
  language: string,
): FollowedChange | null {
  const { quantity, unit } = figure;
  if (quantity === null || figure.change !== null || hasNoChange || isNoAmount(unit)) return null;
  if (figure.prior !== undefined) {
    const change = { ...changeBetween(figure.prior, quantity, unit, language), basis };
    return { change, formula: `growth(${series}) from its prior`, from: null };
  }
  const period = figure.period === null ? null : readPeriod(figure.period);
  if (period === null) return null;
  const found = comparedWith(period, basis, earlier, language);
  const before = found?.figure.quantity;
  if (found === null || before === null || before === undefined || found.figure.unit !== unit) return null;
  return {
    change: { ...changeBetween(before, quantity, unit, language), basis: found.basis },
    formula: `growth(${series}, ${found.key})`,
    from: found.figure.id.includes('@') ? found.figure.id : periodId(series, found.key),
  };
}

/** A streak, a difference of shares, a temperature: their change is no number that is told. */
const isNoAmount = (unit: string | null): boolean =>
  unit !== null && ['streak', 'points'].includes(unitOf(unit).family);

interface Compared {
  readonly figure: Figure;
  readonly key: string;
  readonly basis: string;
}

function comparedWith(
  period: Period,
  written: string | null,
  earlier: EarlierFigure,
  language: string,
): Compared | null {
  const at = (other: Period, basis: string): Compared | null => {
    const figure = earlier(periodKey(other));
    return figure === undefined ? null : { figure, key: periodKey(other), basis };
  };
  const lastYear = inYear(period, period.year - 1);
  if (written === null)
    return (
      at(lastYear, basisWords('year-before', period.kind, language)) ??
      at(shiftPeriod(period, -1), basisWords('period-before', period.kind, language))
    );
  const basis = readBasis(written);
  if (basis === null) return null;
  switch (basis.against) {
    case 'year-before':
      return at(lastYear, written);
    case 'period-before':
      return at(shiftPeriod(period, -1), written);
    case 'year':
      return at(inYear(period, basis.year), written);
    default:
      throw new Error(`no such basis: ${JSON.stringify(basis satisfies never)}`);
  }
}

/**
 * In % of amounts, one decimal; in points of shares, with their decimals. Where the earlier amount is zero or below, or
 * the later one below zero, a percentage says nothing: the difference is told, in the unit of both.
 */
export function changeBetween(
  from: Quantity,
  to: Quantity,
  unit: string | null,
  language: string,
): Pick<Change, 'quantity' | 'unit'> {
  const [before, after] = [fractionOf(from), fractionOf(to)];
  const difference = subtract(after, before);
  const decimals = Math.max(from.decimals, to.decimals);
  const exact = roundFraction(difference, decimals) ?? { value: to.value - from.value, decimals };
  if (isShare(unit)) return { quantity: exact, unit: unit === '%' ? pointsUnit(language) : unit! };
  const isRate = signOf(before) > 0 && signOf(after) >= 0;
  const rate = isRate ? roundFraction(multiply(divide(difference, absolute(before)), hundred), 1) : null;
  return rate === null ? { quantity: exact, unit: unit ?? '' } : { quantity: rate, unit: '%' };
}

const hundred = fraction(100n);
