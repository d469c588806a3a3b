/** Some of the periods of a series: from one to another, or the last few. */
import { readPeriod } from '../locale/read-period.js';
import type { Figure } from '../model/figure.js';
import { periodEnd } from '../model/period.js';
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

/** `2013..2024`, `2013..`, `..2024`, or one period; null where it is none of these. */
export function readSpanOfPeriods(text: string): Pick<PeriodChoice, 'from' | 'to'> | null {
  if (readPeriod(text) !== null) return { from: text, to: text };
  const ends = /^\s*(.*?)\s*(?:\.{2,3}|…)\s*(.*?)\s*$/.exec(text);
  if (ends === null) return null;
  const [from = '', to = ''] = ends.slice(1);
  if ([from, to].some((end) => end !== '' && readPeriod(end) === null) || from + to === '') return null;
  return { from: from === '' ? null : from, to: to === '' ? null : to };
}
