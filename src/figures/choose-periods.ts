/** Some of the periods of a series: from one to another, or the last few. */
import { readPeriod } from '../locale/read-period.js';
import type { Figure } from '../model/figure.js';
import { periodEnd, periodOrdinal } from '../model/period.js';
import { figureNamed, keyOfPeriod, type FigureBook } from './find-figure.js';

export interface TimePoint {
  readonly key: string;
  readonly figure: Figure;
}

/** Periods as they may be written; null for no bound. */
export interface PeriodChoice {
  readonly from: string | null;
  readonly to: string | null;
  readonly last: number | null;
}

/** All periods of a figure that is named, or its one. */
export function timePoints(book: FigureBook, id: string): readonly TimePoint[] {
  const figure = figureNamed(book, id);
  if (figure === null) return [];
  return book.series.get(id)?.points ?? [{ key: keyOfPeriod(figure.period), figure }];
}

export function choosePeriods(points: readonly TimePoint[], { from, to, last }: PeriodChoice): readonly TimePoint[] {
  const bound = (text: string | null): number | null => {
    const period = text === null ? null : readPeriod(text);
    return period === null ? null : periodEnd(period);
  };
  const [low, high] = [bound(from), bound(to)];
  const within = points.filter(({ key }) => {
    const period = readPeriod(key);
    if (period === null) return low === null && high === null;
    const end = periodEnd(period);
    return (low === null || end >= low) && (high === null || end <= high);
  });
  return last === null ? within : within.slice(Math.max(0, within.length - last));
}

/**
 * Periods of one kind that any of several series has, in order of time: of the kind that is asked for, else of the one
 * that most of them are. `asked` is a period as it may be written.
 */
export function alikePeriods(series: readonly (readonly TimePoint[])[], asked: string | null): readonly TimePoint[] {
  const points = new Map(series.flat().map((point) => [point.key, point]));
  const kindOf = ({ key }: TimePoint): string | null => readPeriod(key)?.kind ?? null;
  const counts = new Map<string | null, number>();
  for (const point of points.values()) counts.set(kindOf(point), (counts.get(kindOf(point)) ?? 0) + 1);
  const wanted = asked === null ? null : (readPeriod(asked)?.kind ?? null);
  const [most] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [null];
  const kind = counts.has(wanted) && wanted !== null ? wanted : most;
  const alike = [...points.values()].filter((point) => kindOf(point) === kind);
  const ordinal = ({ key }: TimePoint): number => {
    const period = readPeriod(key);
    return period === null ? 0 : periodOrdinal(period);
  };
  return alike.sort((one, other) => ordinal(one) - ordinal(other));
}

/** `2013..2024`, `2013..`, `..2024`, or one period; null where it is none of these. */
export function readSpanOfPeriods(text: string): Pick<PeriodChoice, 'from' | 'to'> | null {
  if (readPeriod(text) !== null) return { from: text, to: text };
  const ends = /^\s*(.*?)\s*(?:\.{2,3}|…)\s*(.*?)\s*$/.exec(text);
  if (ends === null) return null;
  const [from = '', to = ''] = ends.slice(1);
  if ([from, to].some((end) => end !== '' && readPeriod(end) === null) || from + to === '') return null;
  return { from: from === '' ? null : from, to: to === '' ? null : to };
}
