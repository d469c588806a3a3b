/** Quarters, months and half years of an axis under their years: 一季度 二季度 … over 2024年, Q1 Q2 … over 2024. */
import type { Period } from '../model/period.js';
import { chineseNumber } from './chinese-number.js';
import { isChinese } from './language.js';
import { readPeriod } from './read-period.js';
import { englishMonths } from './time-names.js';

export interface TimeGroups {
  /** What each name says beside its year. */
  readonly parts: readonly string[];
  /** The year of each, as it is set under the first name of it. */
  readonly years: readonly string[];
  /** Names of a year, all of them: 4 of quarters. */
  readonly perYear: number;
}

const perYear = { half: 2, quarter: 4, month: 12 } as const;
type Part = keyof typeof perYear;
const isPart = (kind: Period['kind'] | undefined): kind is Part => kind !== undefined && kind in perYear;

/** Null for names that are no parts of years, and for those of which no two are of one year. */
export function groupTimes(names: readonly string[], language: string): TimeGroups | null {
  const periods = names.map((name) => readPeriod(name));
  const kind = periods[0]?.kind;
  if (!isPart(kind) || periods.some((period) => period?.kind !== kind)) return null;
  const isRun = periods.some((period, index) => index > 0 && period!.year === periods[index - 1]!.year);
  if (!isRun) return null;
  return {
    parts: periods.map((period) => partName(kind, period!.part, language)),
    years: periods.map((period) => (isChinese(language) ? `${period!.year}年` : String(period!.year))),
    perYear: perYear[kind],
  };
}

function partName(kind: Part, part: number, language: string): string {
  switch (kind) {
    case 'quarter':
      return isChinese(language) ? `${chineseNumber(part)}季度` : `Q${part}`;
    case 'half':
      return isChinese(language) ? `${part === 1 ? '上' : '下'}半年` : `H${part}`;
    case 'month':
      return isChinese(language) ? `${part}月` : englishMonths[part - 1]!.slice(0, 3);
    default:
      throw new Error(`no such part of a year: ${String(kind satisfies never)}`);
  }
}
