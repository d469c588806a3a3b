/** A period in the name of a column: `votes 2021`, `2024 Q1 Revenue`, `2023年产值`. */
import type { Period } from '../model/period.js';
import { readPeriod } from './read-period.js';

export interface PeriodInName {
  /** As the name writes it. */
  readonly text: string;
  readonly period: Period;
  /** What else the name says; empty where it is the period alone. */
  readonly rest: string;
}

/** Of so many words at the beginning or the end of a name at most. */
const mostWords = 3;

/** Null where the name is no period, and neither begins nor ends with one. */
export function periodInName(name: string): PeriodInName | null {
  const whole = asPeriod(name, '');
  if (whole !== null) return whole;
  const words = name.split(' ');
  for (let count = Math.min(words.length - 1, mostWords); count >= 1; count--) {
    const found =
      asPeriod(words.slice(0, count).join(' '), words.slice(count).join(' ')) ??
      asPeriod(words.slice(-count).join(' '), words.slice(0, -count).join(' '));
    if (found !== null) return found;
  }
  const [, first = '', behind = ''] = /^(\d{4}年(?:\d{1,2}月)?)(.+)$/u.exec(name) ?? [];
  const [, before = '', last = ''] = /^(.+?)(\d{4}年(?:\d{1,2}月)?)$/u.exec(name) ?? [];
  return asPeriod(first, behind) ?? asPeriod(last, before);
}

function asPeriod(text: string, rest: string): PeriodInName | null {
  const period = text === '' ? null : readPeriod(text);
  return period === null ? null : { text, period, rest };
}
