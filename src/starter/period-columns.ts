/** Columns that are periods of one measure: `2023`, `2024`; `votes 2021`, `votes 2023`; `2023年 产值`, `2024年 产值`. */
import { splitUnit } from '../locale/figure-columns.js';
import { periodInName, readPeriod } from '../locale/read-period.js';
import type { PeriodKind } from '../model/period.js';
import type { NumberColumn } from './number-column.js';

export interface PeriodColumn {
  readonly column: NumberColumn;
  /** Orders periods of one kind. */
  readonly time: number;
  /** As the head writes it. */
  readonly period: string;
}

export interface PeriodColumns {
  /** What the head says beside the period: `votes`; empty where it says nothing. */
  readonly measure: string;
  readonly columns: readonly PeriodColumn[];
}

/**
 * Columns of the measure that stands alone, else of the one with the most periods, the first of equals; of the kind of
 * period that most of its columns have: a year's sum behind its quarters is none of them. Null where there are fewer
 * than two.
 */
export function findPeriodColumns(numbers: readonly NumberColumn[]): PeriodColumns | null {
  const groups = new Map<string, { measure: string; kind: PeriodKind; columns: PeriodColumn[] }>();
  for (const column of numbers) {
    const found = periodInName(splitUnit(column.name).name);
    const time = found === null ? null : timeOf(found.text);
    if (found === null || time === null) continue;
    const { kind } = found.period;
    const key = `${kind}\n${found.rest}`;
    const group = groups.get(key) ?? { measure: found.rest, kind, columns: [] };
    group.columns.push({ column, time, period: found.text });
    groups.set(key, group);
  }
  const all = [...groups.values()].filter(({ columns }) => columns.length >= 2);
  const alone = all.filter(({ measure }) => measure === '');
  const [most] = (alone.length > 0 ? alone : all).sort((one, other) => other.columns.length - one.columns.length);
  return most ?? null;
}

/** A number that orders periods of one kind; null for what is no period of our times. */
export function timeOf(text: string): number | null {
  const period = readPeriod(text);
  return period === null || period.year < 1800 || period.year > 2200 ? null : period.year * 10_000 + period.part;
}
