/** A chart with its numbers bound: one spec, which every drawing of it reads. */
import type { ChartKind } from './chart-kinds.js';
import type { Revision } from './figure.js';
import type { Span } from './span.js';

/** Plugins of Chart.js that a bundle can name, for charts with `options` or `chartjs`. */
export const chartPlugins = ['datalabels', 'annotation'] as const;
export type ChartPlugin = (typeof chartPlugins)[number];

export interface ChartPoint {
  /** Null is a gap; zero is a zero. */
  readonly value: number | null;
  /** Digits behind the decimal point of its label. */
  readonly decimals: number;
  /** What the label says: 超7.9万元, +8.1%. It comes from `locale`, never from the drawing. */
  readonly label: string;
  /**
   * PowerPoint's format that prints the label from the number, so that it follows an edit; null where none can: 第六位.
   */
  readonly format: string | null;
  /** Its label with its unit, where the chart's title says that unit for all: for what is said of the chart. */
  readonly full?: string;
  /** The figure that it shows; null for a point of a table. */
  readonly figure: string | null;
  /** Drawn in the accent where others are muted. */
  readonly emphasised: boolean;
  /** Said under its label. */
  readonly note?: string;
  /** What it was before, in a draft with marks. */
  readonly revision?: Revision;
  readonly span: Span;
}

export interface ChartSeries {
  readonly name: string;
  readonly points: readonly ChartPoint[];
}

export interface Chart {
  readonly id: string;
  readonly kind: ChartKind;
  readonly title: string;
  /** BCP 47, of the report: of what the drawing says by itself. */
  readonly language: string;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /**
   * Which number of its figures is drawn. A rank's axis is turned round, so that the first place is the furthest.
   * Absent: the value.
   */
  readonly measure?: 'value' | 'change' | 'rank';
  /** The unit of the value axis: 亿元, %; null where points differ. */
  readonly unit: string | null;
  /** Said once behind the title, so that labels and ticks are bare numbers: 亿元. Absent where they say their units. */
  readonly measured?: string;
  /** The whole that a gauge or a progress bar is a share of; 100 for %. */
  readonly whole: number | null;
  /** Bars and areas on top of each other, as amounts or as shares of their sum. Absent: side by side. */
  readonly stack?: 'stacked' | 'percent';
  /** A line across the value axis. */
  readonly target?: { readonly value: number; readonly label: string };
  /** Index of the first category that is a forecast: lines are dashed from the point before it on, bars are paler. */
  readonly forecast?: number;
  /** Names of the series that a combination draws as lines, and the unit of their own axis. */
  readonly lines?: { readonly names: readonly string[]; readonly unit: string | null };
  /** Indices of the categories of a waterfall that stand on zero. */
  readonly sums?: readonly number[];
  /** The value axis counts in powers of ten. */
  readonly log?: boolean;
  /** A whole Chart.js configuration: type, data, options. */
  readonly chartjs?: Readonly<Record<string, unknown>>;
  /** Chart.js options passed through, plain data. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Where the author wrote the options, or the whole configuration. */
  readonly optionsSpan?: Span;
  readonly alt: string;
  readonly span: Span;
}
