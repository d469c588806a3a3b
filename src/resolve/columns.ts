/** What a chart is made of before its kind is looked at: categories, and a series a column. */
import type { ChartSeries } from '../model/chart.js';

export interface Columns {
  /** The period of each category, on a time axis. */
  readonly keys?: readonly string[];
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly unit: string | null;
  /** What each category belongs to, the outermost first. Left out where nothing does. */
  readonly parents?: readonly (readonly string[])[];
}
