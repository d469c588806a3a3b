/**
 * How English says numbers: 12,100, 6th, up 8.1% year on year. `format-figure.ts` asks here where a report is not in
 * Chinese.
 */
import type { Change, Rank } from '../model/figure.js';
import { aroundNumber, unitOf, type Unit } from './units/units.js';

/** Groups of three from 1,000 on; decimals as they are. */
export const groupDigits = (digits: string): string =>
  digits.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));

const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });

/** 1st, 22nd, 113th. */
export const englishPlace = (place: number): string =>
  `${groupDigits(String(place))}${endings[ordinals.select(place)]}`;

/** 6th in the national list: a scope has its own preposition. */
export const englishRank = ({ place, scope }: Rank): string =>
  scope === '' ? englishPlace(place) : `${englishPlace(place)} ${scope}`;

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Behind a signed number: points as pp, unless the author writes basis points. */
export const shortUnit = ({ name, family, spoken }: Unit): string =>
  family === 'points' && !/^b(?:p|asis)/.test(name) ? '\u00a0pp' : spoken;

/** up 8.1% year on year, down 0.4 percentage points, unchanged; in the order in which they are said. */
export function englishChange(
  { quantity: { value }, unit, basis }: Change,
  digits: string,
): { readonly before: string; readonly numeral: string; readonly after: string } {
  const behind = basis === null ? '' : ` ${basis}`;
  if (value === 0) return { before: '', numeral: 'unchanged', after: behind };
  const around = aroundNumber(value, unit);
  const after =
    isHan(unit) && unitOf(unit).family === 'points' ? aroundNumber(value, 'percentage points').after : around.after;
  return { before: (value > 0 ? 'up ' : 'down ') + around.before, numeral: digits, after: after + behind };
}
