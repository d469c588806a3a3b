/**
 * Dates on the axes of charts, in UTC so that no machine's zone moves a day: patterns of letters, and how each language
 * says its units.
 */
import { englishMonths } from './time-names.js';
import { isChinese } from './language.js';

/** Units of a time axis, as Chart.js names them. */
export type TimeUnit = 'millisecond' | 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

const chinese: Readonly<Record<TimeUnit | 'datetime', string>> = {
  datetime: 'yyyy年M月d日 HH:mm',
  millisecond: 'HH:mm:ss.SSS',
  second: 'HH:mm:ss',
  minute: 'HH:mm',
  hour: 'HH:mm',
  day: 'M月d日',
  week: 'M月d日',
  month: 'yyyy年M月',
  quarter: 'yyyy年第Q季度',
  year: 'yyyy年',
};

const english: Readonly<Record<TimeUnit | 'datetime', string>> = {
  datetime: 'd MMM yyyy HH:mm',
  millisecond: 'HH:mm:ss.SSS',
  second: 'HH:mm:ss',
  minute: 'HH:mm',
  hour: 'HH:mm',
  day: 'd MMM',
  week: 'd MMM',
  month: 'MMM yyyy',
  quarter: "'Q'Q yyyy",
  year: 'yyyy',
};

/** Formats of the dates at ticks, where an author names none. */
export const axisDateFormats = (language: string): Readonly<Record<TimeUnit | 'datetime', string>> =>
  isChinese(language) ? chinese : english;

const englishDays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const chineseDays = '日一二三四五六';

const monthName = (month: number, language: string): string =>
  isChinese(language) ? `${month + 1}月` : englishMonths[month]!;
const dayName = (day: number, language: string): string =>
  isChinese(language) ? `周${chineseDays[day]!}` : englishDays[day]!;
const padded = (value: number, length = 2): string => String(value).padStart(length, '0');

/**
 * A date by a pattern of the usual letters (Unicode TR 35; D and Y are taken as d and y): yyyy, MMM, dd, EEE, HH, mm,
 * ss, Q; 'words' in quotes stand as they are.
 */
export function formatAxisDate(time: number, pattern: string, language: string): string {
  const date = new Date(time);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const short = (name: string): string => (isChinese(language) ? name : name.slice(0, 3));
  const tokens: Readonly<Record<string, () => string>> = {
    yyyy: () => String(year),
    yy: () => padded(year % 100),
    y: () => String(year),
    Q: () => String(Math.floor(month / 3) + 1),
    MMMM: () => monthName(month, language),
    MMM: () => short(monthName(month, language)),
    MM: () => padded(month + 1),
    M: () => String(month + 1),
    dd: () => padded(day),
    d: () => String(day),
    EEEE: () => dayName(date.getUTCDay(), language),
    EEE: () => short(dayName(date.getUTCDay(), language)),
    HH: () => padded(date.getUTCHours()),
    H: () => String(date.getUTCHours()),
    mm: () => padded(date.getUTCMinutes()),
    m: () => String(date.getUTCMinutes()),
    ss: () => padded(date.getUTCSeconds()),
    s: () => String(date.getUTCSeconds()),
    SSS: () => padded(date.getUTCMilliseconds(), 3),
  };
  return pattern.replace(
    /'([^']*)'|[Yy]{4}|[Yy]{1,2}|Q|M{1,4}|[Dd]{1,2}|E{3,4}|H{1,2}|m{1,2}|s{1,2}|SSS/g,
    (found: string, words: string | undefined) => {
      if (words !== undefined) return words;
      const token = found.replace(/Y/g, 'y').replace(/D/g, 'd');
      return tokens[token]?.() ?? found;
    },
  );
}

/** 2024, 2024-03, 2024-03-31, 2024-03-31 08:30, 2024年3月, a number of milliseconds; null for what is no date. */
export function parseAxisDate(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value instanceof Date) return value.getTime();
  if (typeof value !== 'string') return null;
  const found =
    /^\s*(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?月?年?)?年?(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:?\d{2})?)?\s*$/.exec(
      value,
    );
  if (found === null) return otherDate(value);
  const [year, month = 1, day = 1, hour = 0, minute = 0, second = 0, fraction = 0] = found
    .slice(1, 8)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const time = Date.UTC(year!, month - 1, day, hour, minute, second, fraction);
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(found[8] ?? '') ?? [];
  const offset = sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return month > 12 || day > 31 ? null : time - offset;
}

/** 31 March 2024, March 2024: read as at midnight in UTC. */
function otherDate(text: string): number | null {
  const time = Date.parse(/[zZ]|[+-]\d{4}|UTC|GMT/.test(text) ? text : `${text} UTC`);
  return Number.isNaN(time) ? null : time;
}
