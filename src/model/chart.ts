/** A chart with its numbers bound: one spec, which every drawing of it reads. */
import type { ChartMap } from './map/area-map.js';
import type { ChartKind } from './chart-kinds.js';
import type { Figure, Revision } from './figure.js';
import type { Span } from './span.js';

/** Plugins of Chart.js that a bundle can name, for charts with `options` or `chartjs`. */
export const chartPlugins = ['datalabels', 'annotation'] as const;
export type ChartPlugin = (typeof chartPlugins)[number];

/** In which of PowerPoint's kinds a chart may stand in a deck: those of before 2016, or also those that came then. */
export const chartNatives = ['classic', 'chartex'] as const;
export type ChartNative = (typeof chartNatives)[number];

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
  /** Upon the plot, in the order in which they are set. */
  readonly marks?: readonly ChartMark[];
  /** Index of the first category that is a forecast: lines are dashed from the point before it on, bars are paler. */
  readonly forecast?: number;
  /** Names of the series that a combination draws as lines, and the unit of their own axis. */
  readonly lines?: { readonly names: readonly string[]; readonly unit: string | null };
  /** What each category belongs to, the outermost first: the levels of a treemap above its parts. Absent: nothing. */
  readonly parents?: readonly (readonly string[])[];
  /** A deck has it in PowerPoint's kinds of 2016 too. */
  readonly native?: 'chartex';
  /** Indices of the categories of a waterfall that stand on zero. */
  readonly sums?: readonly number[];
  /** The value axis counts in powers of ten. */
  readonly log?: boolean;
  /** The areas of a map, bound to the categories. */
  readonly map?: ChartMap;
  /** A whole Chart.js configuration: type, data, options. */
  readonly chartjs?: Readonly<Record<string, unknown>>;
  /** Chart.js options passed through, plain data. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Where the author wrote the options, or the whole configuration. */
  readonly optionsSpan?: Span;
  readonly alt: string;
  readonly span: Span;
}

// ---- Marks upon a chart: what it argues with

/** A category or a series, as a key names it. */
export interface NamedCategory {
  readonly id: string;
  readonly span: Span;
}

/** What a growth arrow says: how much more in all, how much a year, or how many points. */
export const growthMeasures = ['total', 'cagr', 'points'] as const;
export type GrowthMeasure = (typeof growthMeasures)[number];

/** As a report states it. `series` null is the first, of a stack the sum; `label` null is made from the numbers. */
export type MarkSpec =
  | {
      readonly kind: 'growth';
      readonly from: NamedCategory;
      readonly to: NamedCategory;
      /** Null chooses points for a share, else the total. */
      readonly as: GrowthMeasure | null;
      readonly series: NamedCategory | null;
      readonly label: string | null;
      readonly span: Span;
    }
  | {
      readonly kind: 'difference';
      readonly from: NamedCategory;
      readonly to: NamedCategory;
      readonly series: NamedCategory | null;
      readonly label: string | null;
      readonly span: Span;
    }
  | {
      readonly kind: 'average';
      readonly series: NamedCategory | null;
      readonly label: string | null;
      readonly span: Span;
    }
  | { readonly kind: 'limit'; readonly value: number; readonly label: string | null; readonly span: Span }
  | {
      readonly kind: 'bracket';
      readonly from: NamedCategory;
      readonly to: NamedCategory;
      readonly label: string;
      readonly span: Span;
    }
  | { readonly kind: 'callout'; readonly at: NamedCategory; readonly text: string; readonly span: Span }
  | {
      readonly kind: 'beside';
      /** Null where the report asks for a legend instead; empty for names alone. */
      readonly parts: readonly BesidePart[] | null;
      /** What changes are counted from; null for the first category. */
      readonly from: NamedCategory | null;
      readonly span: Span;
    };

/**
 * What the table beside a stack says of each series: its value, its share of the sum, by how many points that share
 * moved, its change in all, its change a year.
 */
export const besideParts = ['value', 'share', 'shift', 'change', 'cagr'] as const;
export type BesidePart = (typeof besideParts)[number];

/** A series, or all of them, in the table beside a stack; its cells stand under the table's heads. */
export interface BesideRow {
  readonly name: string;
  /** `figure` is null for a value that stands at its point already, and for a number that cannot be told: —. */
  readonly cells: readonly { readonly label: string; readonly figure: Figure | null }[];
}

/** Bound: categories by their index, numbers worked out. `figure` is that number, with what it follows from. */
export type ChartMark =
  | {
      readonly kind: 'growth' | 'difference';
      readonly from: number;
      readonly to: number;
      /** Index of the series; null for the sums of a stack. */
      readonly series: number | null;
      readonly label: string;
      readonly figure: Figure;
    }
  | {
      readonly kind: 'line';
      readonly role: 'average' | 'target' | 'limit';
      readonly value: number;
      readonly label: string;
      /** Null for one that the report states. */
      readonly figure: Figure | null;
    }
  | { readonly kind: 'bracket'; readonly from: number; readonly to: number; readonly label: string }
  | { readonly kind: 'callout'; readonly at: number; readonly text: string }
  | BesideMark;

/** Beside the last column of a stack, instead of a legend: each series by name at the height of its part. */
export interface BesideMark {
  readonly kind: 'beside';
  /** The report asks for it. Else it is names alone, where they have room. */
  readonly asked: boolean;
  /** What each column says, and of when: in lines. */
  readonly heads: readonly (readonly string[])[];
  /** One for each series, in their order. */
  readonly rows: readonly BesideRow[];
  /** At the foot; null for names alone. */
  readonly sum: BesideRow | null;
}
