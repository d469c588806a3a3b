/** Dates for the time axes of Chart.js, which brings no calendar of its own: in UTC, in the report's language. */
import { axisDateFormats, formatAxisDate, parseAxisDate, type TimeUnit } from '../../locale/axis-dates.js';

const lengths: Partial<Readonly<Record<TimeUnit, number>>> = {
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};
const months: Partial<Readonly<Record<TimeUnit, number>>> = { month: 1, quarter: 3, year: 12 };

/** What Chart.js keeps of a scale's `adapters.date`. */
interface Self {
  readonly options?: { readonly language?: string };
}
const languageOf = ({ options }: Self): string => options?.language ?? 'zh-CN';

/** Months from the year 0 on, whole and as a part of one. */
function monthsOf(time: number): number {
  const date = new Date(time);
  const whole = date.getUTCFullYear() * 12 + date.getUTCMonth();
  const start = Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  const end = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
  return whole + (time - start) / (end - start);
}

/** The same day so many months later; the last of a shorter month. */
function addMonths(time: number, count: number): number {
  const date = new Date(time);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + count];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const atMidnight = Date.UTC(year, month, Math.min(date.getUTCDate(), last));
  return atMidnight + (time - Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()));
}

function startOf(time: number, unit: TimeUnit | 'isoWeek', weekday = 1): number {
  const date = new Date(time);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const starts = { month, quarter: month - (month % 3), year: 0 } as const;
  if (unit in starts) return Date.UTC(year, starts[unit as keyof typeof starts]);
  if (unit === 'week' || unit === 'isoWeek') return Date.UTC(year, month, day - ((date.getUTCDay() - weekday + 7) % 7));
  const length = lengths[unit as TimeUnit] ?? 1;
  return Math.floor(time / length) * length;
}

/** To `override` the date adapter of a Chart.js with. */
export const dateAdapter = {
  init: () => undefined,
  formats(this: Self) {
    return axisDateFormats(languageOf(this));
  },
  parse: parseAxisDate,
  format(this: Self, time: number, pattern: string) {
    return formatAxisDate(time, pattern, languageOf(this));
  },
  add: (time: number, amount: number, unit: TimeUnit): number =>
    months[unit] === undefined ? time + amount * (lengths[unit] ?? 1) : addMonths(time, amount * months[unit]),
  diff: (max: number, min: number, unit: TimeUnit): number =>
    months[unit] === undefined ? (max - min) / (lengths[unit] ?? 1) : (monthsOf(max) - monthsOf(min)) / months[unit],
  startOf,
  endOf: (time: number, unit: TimeUnit): number =>
    months[unit] === undefined
      ? startOf(time, unit) + (lengths[unit] ?? 1) - 1
      : addMonths(startOf(time, unit), months[unit]) - 1,
};

/** What both Chart.js have, the one of vectors and the one of the canvas. */
interface DatedChartJs {
  readonly _adapters: { readonly _date: { override(members: object): void } };
}

export const setDates = ({ _adapters }: DatedChartJs): void => _adapters._date.override(dateAdapter);
