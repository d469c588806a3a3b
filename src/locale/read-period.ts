/** Periods as Chinese and English tables write them, to periods that can be reckoned with. */
import type { Period, PeriodKind } from '../model/period.js';

type Parts = RegExpExecArray;
interface Spelling {
  readonly kind: PeriodKind;
  readonly pattern: RegExp;
  /** Year and part of what the pattern found; null where they are none. */
  read(found: Parts): readonly [year: number, part: number] | null;
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthWord = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const monthOf = (name: string): number => monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const chineseParts: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 上: 1, 下: 2, 首: 1 };
const partOf = (text: string): number => chineseParts[text] ?? Number(text);
/** `24` is 2024, `98` is 1998. */
const fullYear = (text: string): number =>
  text.length === 4 ? Number(text) : Number(text) + (Number(text) < 70 ? 2000 : 1900);

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};
const dayOf = (year: string, month: number, day: string): readonly [number, number] | null =>
  isDay(Number(year), month, Number(day)) ? [Number(year), month * 100 + Number(day)] : null;
const inMonths = (year: number, month: number): readonly [number, number] | null =>
  month >= 1 && month <= 12 ? [year, month] : null;
/** 2023/24 is one fiscal or school year; 2020/24 is a span, and none. */
const spanYear = (from: string, to: string): readonly [number, number] | null => {
  const end = to.length === 4 ? Number(to) : Number(from.slice(0, 2) + to);
  return end === Number(from) + 1 ? [end, 0] : null;
};

const spellings: readonly Spelling[] = [
  { kind: 'year', pattern: /^([12]\d{3})(?:年度|年末|年底|全年|年)?$/, read: ([, year]) => [Number(year), 0] },
  { kind: 'fiscal', pattern: /^fy ?'?(\d{4}|\d{2})$/i, read: ([, year]) => [fullYear(year!), 0] },
  {
    kind: 'fiscal',
    pattern: /^(?:fy ?)?(\d{4})[/–—-](\d{2}|\d{4})(?:年度|财年|财政年度)?$/i,
    read: ([, from, to]) => spanYear(from!, to!),
  },
  { kind: 'fiscal', pattern: /^(\d{4})年?(?:财年|财政年度|财年度)$/, read: ([, year]) => [Number(year), 0] },
  { kind: 'half', pattern: /^(\d{4})年?[-\s/]?h([12])$/i, read: ([, year, half]) => [Number(year), Number(half)] },
  {
    kind: 'half',
    pattern: /^(?:h([12])|([12])h)[-\s/']?(\d{4}|\d{2})$/i,
    read: ([, half, other, year]) => [fullYear(year!), Number(half ?? other)],
  },
  {
    kind: 'half',
    pattern: /^(\d{4})年?\s?([上下])半年(?:度)?$/,
    read: ([, year, half]) => [Number(year), partOf(half!)],
  },
  {
    kind: 'half',
    pattern: /^(first|second) half(?: of)? (\d{4})$/i,
    read: ([, half, year]) => [Number(year), half!.toLowerCase() === 'first' ? 1 : 2],
  },
  {
    kind: 'quarter',
    pattern: /^(\d{4})年?[-\s/]?q([1-4])$/i,
    read: ([, year, quarter]) => [Number(year), Number(quarter)],
  },
  {
    kind: 'quarter',
    pattern: /^(?:q([1-4])|([1-4])q)[-\s/']{0,2}(\d{4}|\d{2})$/i,
    read: ([, quarter, other, year]) => [fullYear(year!), Number(quarter ?? other)],
  },
  {
    kind: 'quarter',
    pattern: /^(\d{4})年?\s?第?([一二三四首1-4])季度?$/,
    read: ([, year, quarter]) => [Number(year), partOf(quarter!)],
  },
  {
    kind: 'quarter',
    pattern: /^(first|second|third|fourth) quarter(?: of)? (\d{4})$/i,
    read: ([, quarter, year]) => [
      Number(year),
      ['first', 'second', 'third', 'fourth'].indexOf(quarter!.toLowerCase()) + 1,
    ],
  },
  {
    kind: 'month',
    pattern: /^([12]\d{3})[-/](\d{1,2})$/,
    read: ([, year, month]) => inMonths(Number(year), Number(month)),
  },
  {
    kind: 'month',
    pattern: /^([12]\d{3})(?:\.)?(0[1-9]|1[0-2])$/,
    read: ([, year, month]) => inMonths(Number(year), Number(month)),
  },
  {
    kind: 'month',
    pattern: /^(\d{4})年\s?(\d{1,2})月份?$/,
    read: ([, year, month]) => inMonths(Number(year), Number(month)),
  },
  {
    kind: 'month',
    pattern: new RegExp(`^${monthWord}[-\\s,']+(\\d{4}|\\d{2})$`, 'i'),
    read: ([, month, year]) => [fullYear(year!), monthOf(month!)],
  },
  {
    kind: 'to-date',
    pattern: /^(\d{4})年?\s?(?:0?1月?[-–—―~至到](\d{1,2})月)份?(?:累计)?$/,
    read: ([, year, month]) => inMonths(Number(year), Number(month)),
  },
  {
    kind: 'to-date',
    pattern: /^(\d{4})年?\s?前([二三四])季度$/,
    read: ([, year, quarters]) => [Number(year), partOf(quarters!) * 3],
  },
  {
    kind: 'to-date',
    pattern: /^(\d{4})-01\.\.(\d{2})$/,
    read: ([, year, month]) => inMonths(Number(year), Number(month)),
  },
  {
    kind: 'to-date',
    pattern: new RegExp(`^jan[a-z]*\\.?\\s?(?:[-–—]|to)\\s?${monthWord}[\\s,]+(\\d{4})$`, 'i'),
    read: ([, month, year]) => [Number(year), monthOf(month!)],
  },
  {
    kind: 'to-date',
    pattern: /^(?:(\d{4}) ?)?([1-9]|1[01])m(?: ?(\d{4}))?$/i,
    read: ([, before, months, after]) =>
      before === undefined && after === undefined ? null : [Number(before ?? after), Number(months)],
  },
  {
    kind: 'day',
    pattern: /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/,
    read: ([, year, month, day]) => dayOf(year!, Number(month), day!),
  },
  {
    kind: 'day',
    pattern: /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
    read: ([, year, month, day]) => dayOf(year!, Number(month), day!),
  },
  {
    kind: 'day',
    pattern: new RegExp(`^(\\d{1,2}) ${monthWord} (\\d{4})$`, 'i'),
    read: ([, day, month, year]) => dayOf(year!, monthOf(month!), day!),
  },
];

const known = new Map<string, Period | null>();

/** Null for a text that names no period, or none that can be reckoned with (2020/2024, a span of five years). */
export function readPeriod(text: string): Period | null {
  let period = known.get(text);
  if (period === undefined) {
    period = parsePeriod(text.normalize('NFKC').trim());
    // A report has few of them; a table of a million days is not kept.
    if (known.size < 10_000) known.set(text, period);
  }
  return period;
}

function parsePeriod(text: string): Period | null {
  for (const { kind, pattern, read } of spellings) {
    const found = pattern.exec(text);
    const parts = found === null ? null : read(found);
    if (parts !== null) return { kind, year: parts[0], part: parts[1] };
  }
  return null;
}

export interface PeriodInName {
  /** As the name writes it. */
  readonly text: string;
  readonly period: Period;
  /** What else the name says; empty where it is the period alone. */
  readonly rest: string;
}

/** So many words at most, at the beginning or the end of a name, are taken for a period. */
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
