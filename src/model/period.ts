/** Periods of time as they are reckoned with: in order, at equal distances, each with a key that names it. */

/** `to-date` runs from January to the month `part`; `fiscal` is named for the year in which it ends. */
export type PeriodKind = 'year' | 'fiscal' | 'half' | 'quarter' | 'month' | 'to-date' | 'day';

export interface Period {
  readonly kind: PeriodKind;
  readonly year: number;
  /** From 1: the half, quarter or month; of a day month × 100 + day; 0 of a year. */
  readonly part: number;
}

const two = (number: number): string => String(number).padStart(2, '0');

/**
 * `2024`, `FY2024`, `2024H1`, `2024Q3`, `2024-09`, `2024-01..09`, `2024-09-30`: one for each period, however it was
 * written.
 */
export function periodKey({ kind, year, part }: Period): string {
  switch (kind) {
    case 'year':
      return String(year);
    case 'fiscal':
      return `FY${year}`;
    case 'half':
      return `${year}H${part}`;
    case 'quarter':
      return `${year}Q${part}`;
    case 'month':
      return `${year}-${two(part)}`;
    case 'to-date':
      return `${year}-01..${two(part)}`;
    case 'day':
      return `${year}-${two(Math.floor(part / 100))}-${two(part % 100)}`;
    default:
      throw new Error(`no such period: ${String(kind satisfies never)}`);
  }
}

const partsOfYear: Readonly<Record<Exclude<PeriodKind, 'day'>, number>> = {
  year: 1,
  fiscal: 1,
  half: 2,
  quarter: 4,
  month: 12,
  'to-date': 12,
};

const dayLength = 86_400_000;

/** Counts periods of one kind: neighbours differ by 1. */
export function periodOrdinal({ kind, year, part }: Period): number {
  if (kind === 'day') return Date.UTC(year, Math.floor(part / 100) - 1, part % 100) / dayLength;
  return year * partsOfYear[kind] + Math.max(0, part - 1);
}

/** How many years so many periods of a kind come to; of days, in years of 365. */
export const yearsOf = (kind: PeriodKind, count: number): number => count / (kind === 'day' ? 365 : partsOfYear[kind]);

/** So many periods later; earlier below zero. */
export function shiftPeriod(period: Period, steps: number): Period {
  const ordinal = periodOrdinal(period) + steps;
  const { kind } = period;
  if (kind === 'day') {
    const day = new Date(ordinal * dayLength);
    return { kind, year: day.getUTCFullYear(), part: (day.getUTCMonth() + 1) * 100 + day.getUTCDate() };
  }
  const parts = partsOfYear[kind];
  return { kind, year: Math.floor(ordinal / parts), part: parts === 1 ? 0 : (ordinal % parts) + 1 };
}

/** The same quarter, month or day of another year. */
export const inYear = (period: Period, year: number): Period => ({ ...period, year });

/** The month in which it ends, counted from year 0: what orders periods of different kinds. */
export function periodEnd({ kind, year, part }: Period): number {
  switch (kind) {
    case 'year':
    case 'fiscal':
      return year * 12 + 12;
    case 'half':
      return year * 12 + part * 6;
    case 'quarter':
      return year * 12 + part * 3;
    case 'month':
    case 'to-date':
      return year * 12 + part;
    case 'day':
      return year * 12 + Math.floor(part / 100) - 1 + (part % 100) / 31;
    default:
      throw new Error(`no such period: ${String(kind satisfies never)}`);
  }
}

/**
 * How far apart neighbours of a series stand, in periods of its kind: 5 for 2010, 2015, 2020; 1 for 2021, 2022, 2024,
 * where 2023 is missing. 1 where there is but one period.
 * @param ordinals of one kind, ascending.
 */
export const seriesStep = (ordinals: readonly number[]): number =>
  ordinals.length < 2 ? 1 : Math.min(...ordinals.slice(1).map((ordinal, index) => ordinal - ordinals[index]!));

const dayAt = (year: number, month: number, day = 1): number => Date.UTC(year, month - 1, day) / dayLength;

/** Its first day, and the day after its last. A fiscal year counts as the calendar's. */
export function periodDays({ kind, year, part }: Period): readonly [first: number, after: number] {
  const months = (from: number, count: number): readonly [number, number] => [
    dayAt(year, from),
    dayAt(year, from + count),
  ];
  switch (kind) {
    case 'year':
    case 'fiscal':
      return months(1, 12);
    case 'half':
      return months(part * 6 - 5, 6);
    case 'quarter':
      return months(part * 3 - 2, 3);
    case 'month':
      return months(part, 1);
    case 'to-date':
      return months(1, part);
    case 'day': {
      const day = dayAt(year, Math.floor(part / 100), part % 100);
      return [day, day + 1];
    }
    default:
      throw new Error(`no such period: ${String(kind satisfies never)}`);
  }
}
