/** The draft of a chart over a table, and what its numbers say. */
import type { NumberCell } from './number-column.js';

export interface ChartDraft {
  readonly kind: 'line' | 'column' | 'bar' | 'slope' | 'bullet' | 'doughnut' | 'waterfall';
  readonly stack: 'stacked' | 'percent' | null;
  /** Columns of the table, the one of names first. */
  readonly columns: readonly string[];
  /** Names of the rows that are drawn; null for all. */
  readonly keep: readonly string[] | null;
  readonly first: number | null;
  readonly last: number | null;
  readonly reverse: boolean;
  readonly transpose: boolean;
  readonly unit: string | null;
  readonly isSorted: boolean;
  /** Rows of a waterfall that stand on zero. */
  readonly sums: readonly string[];
  /** Every number of the table stands in the chart with its label: the table says no more. */
  readonly saysAll: boolean;
  readonly story: Story;
}

/** What a chart is unless it says otherwise. */
export const plainChart = {
  stack: null,
  first: null,
  last: null,
  reverse: false,
  transpose: false,
  isSorted: false,
  keep: null,
  sums: [] as readonly string[],
  saysAll: false,
} as const;

/** What titles and points are drafted from. */
export type Story = TimeStory | RankStory | KpiStory;

/** Series over time, the one that the title speaks of first. */
export interface TimeStory {
  readonly kind: 'time';
  /** Parts of a year: each is compared with the same of the year before. */
  readonly isSeasonal: boolean;
  /** What is counted, where the table counts other things beside it: `Elective`; else empty. */
  readonly measure: string;
  readonly series: readonly StorySeries[];
}

export interface StorySeries {
  readonly name: string;
  readonly unit: string | null;
  readonly early: StoryPoint;
  /** What the latest is compared with: the same part of the year before, the year before; null where it is missing. */
  readonly before: StoryPoint | null;
  readonly late: StoryPoint;
  /** All that are drawn, in the order of time. */
  readonly points: readonly StoryPoint[];
}

/** Names by one number each, the largest first. */
export interface RankStory {
  readonly kind: 'rank';
  /** Empty where the names say it themselves. */
  readonly measure: string;
  /** Steps of a sum: the first named is what they come to, not the largest. */
  readonly isLedger: boolean;
  readonly unit: string | null;
  readonly points: readonly StoryPoint[];
}

/** Measures one by one, each with what it was and what it is to be, where the table says it. */
export interface KpiStory {
  readonly kind: 'kpis';
  /** What they were is what they were a year before. */
  readonly isYearly: boolean;
  readonly points: readonly (StoryPoint & {
    readonly unit: string | null;
    readonly prior: NumberCell | null;
    readonly target: NumberCell | null;
  })[];
}

export interface StoryPoint {
  /** The period, or the name of the row. */
  readonly name: string;
  readonly number: NumberCell;
  /** Its row and column in the table: where the number stands. */
  readonly row: number;
  readonly column: number;
}

/** Names that stand once, and say something. */
export function namesOnce(names: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Set([...counts].flatMap(([name, count]) => (count === 1 && name.trim() !== '' ? [name] : [])));
}

/** Whether parts add up to their sum, as rounding leaves them. */
export const addsUp = (parts: readonly number[], sum: number): boolean =>
  Math.abs(parts.reduce((all, part) => all + part, 0) - sum) <= Math.abs(sum) * 0.002;
