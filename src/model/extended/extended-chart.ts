/**
 * A chart of the kinds that PowerPoint has since 2016 (chartEx: [MS-ODRAWXML] 2.24), as plain data. Programs that do
 * not know them show what stands beside it in the slide instead.
 */
import type { Pt } from '../length.js';
import type { Color } from '../theme.js';

/** `cx:series layoutId`. A histogram is columns with bins. */
export type ExtendedLayout = 'waterfall' | 'funnel' | 'treemap' | 'sunburst' | 'clusteredColumn' | 'boxWhisker';

/** How labels look. `format` prints the number; null leaves the number's own. */
export interface ExtendedLabelLook {
  readonly format: string | null;
  readonly color: Color;
  readonly bold: boolean;
}

export interface ExtendedLabels extends ExtendedLabelLook {
  /** What each says: its number, its name, or its name and its number below. */
  readonly says: 'value' | 'category' | 'category-value';
  /** Past the ends of bars; left out where the kind has but one place, which PowerPoint then does not want named. */
  readonly outside: boolean;
  /** Those that look otherwise, by the index of their points from 0. */
  readonly own: readonly (ExtendedLabelLook & { readonly index: number })[];
  /** Points without one. */
  readonly hidden: readonly number[];
}

export interface ExtendedChart {
  readonly layout: ExtendedLayout;
  /** The name of its one series: the head of the column of numbers. */
  readonly name: string;
  /**
   * Columns of names down the workbook, the outermost first, each as long as `values`; more than one is a hierarchy,
   * in which a name is said again in each row that it stands over. An empty name ends a shorter branch.
   */
  readonly levels: readonly (readonly string[])[];
  /** Whether the chart reads the names. A histogram reads numbers alone; its workbook says whose they are. */
  readonly readsNames: boolean;
  /** Null is a gap. */
  readonly values: readonly (number | null)[];
  /** Formulas of cells whose value follows from others, without `=`; empty for plain numbers. */
  readonly formulas: readonly (string | null)[];
  /** Format code of the numbers. */
  readonly format: string;
  /** Of every point that has none of its own, also of one that is added; null gives each branch a colour of its own. */
  readonly fill: Color | null;
  readonly points: readonly { readonly index: number; readonly fill: Color }[];
  /** The thin line between parts that touch; null for none. */
  readonly seam: Color | null;
  readonly labels: ExtendedLabels | null;
  /** Points that stand on zero. */
  readonly sums: readonly number[];
  /** Between bars, as a share of a bar's width; null for a kind without a category axis. */
  readonly gap: number | null;
  /** The format of the value axis; null where it is hidden, `none` where the kind has none. */
  readonly valueAxis: { readonly format: string } | 'hidden' | 'none';
  readonly size: Pt;
  readonly color: Color;
  readonly axisColor: Color;
  readonly gridColor: Color;
}

/** Why PowerPoint's kind cannot show what a chart shows. */
export type ExtendedFault = 'kind' | 'marks' | 'options' | 'outliers' | 'gaps' | 'notes' | 'emphasis' | 'loud-part';
