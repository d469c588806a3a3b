/** Against what a change is, as its row says it: the year before, the period before, a year that is named. */
import { isChinese } from './language.js';
import type { PeriodKind } from '../model/period.js';

export type Basis =
  | { readonly against: 'year-before' }
  | { readonly against: 'period-before' }
  | { readonly against: 'year'; readonly year: number };

const yearBefore =
  /^(?:同比|比上年(?:同期)?|较上年(?:同期)?|year[ -](?:on|over)[ -]year|yoy|y\/y|on (?:the )?previous year|from a year (?:earlier|ago))(?:增减)?$/i;
const periodBefore =
  /^(?:环比|比上[月季期]|较上[月季期]|比上半年|(?:quarter|month|half|period)[ -](?:on|over)[ -](?:quarter|month|half|period)|qoq|mom|q\/q|m\/m|on (?:the )?previous (?:quarter|month|period))$/i;

/** Null for words that do not say it: 比规划目标. */
export function readBasis(text: string): Basis | null {
  const basis = text.trim();
  if (yearBefore.test(basis)) return { against: 'year-before' };
  if (periodBefore.test(basis)) return { against: 'period-before' };
  const year = /^(?:比|较|compared with |since |from |on )?(\d{4})年?$/i.exec(basis);
  return year === null ? null : { against: 'year', year: Number(year[1]) };
}

const between: Readonly<Record<PeriodKind, string>> = {
  year: 'year on year',
  fiscal: 'year on year',
  half: 'half on half',
  quarter: 'quarter on quarter',
  month: 'month on month',
  'to-date': 'month on month',
  day: 'on the previous day',
};

/** What is said of a change that was worked out, where its row does not say it. */
export function basisWords(basis: Exclude<Basis['against'], 'year'>, kind: PeriodKind, language: string): string {
  if (basis === 'year-before' || kind === 'year' || kind === 'fiscal')
    return isChinese(language) ? '同比' : 'year on year';
  return isChinese(language) ? '环比' : between[kind];
}
