/** Names of periods, as axes have them: 2024, 2024年1月, 一季度, Q1 2024, Jan, 2024-03-31, W12, 08:30. */
import { isChinese } from './language.js';

/** January first. */
export const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** What a timeline counts in. */
export type TickStep = 'year' | 'quarter' | 'month' | 'week';

const chineseQuarters = ['一季度', '二季度', '三季度', '四季度'] as const;

/** Upon the axis of a timeline, under its year: 三季度, 9月, 23日; Q3, Sep, 23. `day` counts from 1 January 1970. */
export function tickName(day: number, step: TickStep, language: string): string {
  const date = new Date(day * 86_400_000);
  const month = date.getUTCMonth();
  switch (step) {
    case 'year':
      return String(date.getUTCFullYear());
    case 'quarter':
      return isChinese(language) ? chineseQuarters[Math.floor(month / 3)]! : `Q${Math.floor(month / 3) + 1}`;
    case 'month':
      return isChinese(language) ? `${month + 1}月` : englishMonths[month]!.slice(0, 3);
    case 'week':
      return isChinese(language) ? `${date.getUTCDate()}日` : String(date.getUTCDate());
  }
}

const months =
  'jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?';

const patterns: readonly RegExp[] = [
  /^\d{4}(年|年度)?$/,
  /^(\d{4}年)?(\d{1,2}|[一二三四五六七八九十]+)月(份|底|末)?$/,
  /^(\d{4}年)?\d{1,2}月\d{1,2}日$/,
  /^\d{1,2}日$/,
  /^(\d{4}年)?第?[一二三四1-4]季度$/,
  /^(\d{4}年)?(上|下)半年$/,
  /^第?\d{1,2}(周|天|期)$/,
  /^\d{4}[-/.]\d{1,2}([-/.]\d{1,2})?$/,
  /^\d{1,2}[/.]\d{1,2}([/.]\d{2,4})?$/,
  /^(fy ?)?\d{4}([-–/]\d{2,4})$/i,
  /^fy ?\d{2,4}$/i,
  /^\d{4} ?[mw]\d{1,2}$/i,
  /^(\d{4} ?)?[qh][1-4]([ -/]?\d{2,4})?$/i,
  /^(week |w)\d{1,2}$/i,
  /^\d{1,2}:\d{2}(:\d{2})?$/,
  new RegExp(`^(\\d{1,2} )?(${months})\\.?( \\d{1,2},?)?([ ’'-]?\\d{2,4})?$`, 'i'),
  /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*$/i,
];

const isTimeName = (name: string): boolean => patterns.some((pattern) => pattern.test(name.trim()));

/**
 * Whether categories are points in time, of which an axis may name every second or third. A name that is none of them
 * makes them names of things.
 */
export const areTimes = (names: readonly string[]): boolean => names.length > 0 && names.every(isTimeName);
