/** What a kind of chart has to offer: the same chart for PowerPoint and for Chart.js. */
import type { ChartConfiguration } from 'chart.js';
import type { Chart } from '../../model/chart.js';
import type { Pt, Size } from '../../model/length.js';
import type { NativeChart } from '../../model/native-chart.js';
import type { Sketch } from '../../model/native-chart.js';
import type { Theme } from '../../model/theme.js';
import type { Fonts } from '../../text/fonts.js';

/** Where a chart is drawn. */
export interface ChartPlace {
  readonly theme: Theme;
  readonly size: Size;
  /** The size of labels, in pt. */
  readonly fontSize: Pt;
}

/** Where a chart is drawn by briefkit itself, and with which fonts. */
export interface DrawnPlace extends ChartPlace {
  readonly fonts: Fonts;
}

export interface ChartType {
  /** Null where PowerPoint has no such chart: it is then placed as a picture. */
  toNative(chart: Chart, place: ChartPlace): NativeChart | null;
  /** Plain shapes, which a deck groups, for a kind that PowerPoint has not. Absent where it can only be a picture. */
  toSketch?(chart: Chart, place: ChartPlace): Sketch;
  /** Whether names of things are left out there, or stand closer than they should. Absent: never. */
  isCrowded?(chart: Chart, place: ChartPlace): boolean;
  /** Whether what the report asks for beside a stack has no room there. Absent: never. */
  lacksBeside?(chart: Chart, place: ChartPlace): boolean;
  /** Labels that have no room for the ends that the author's options give an axis. Absent: none. */
  cutOff?(chart: Chart, place: ChartPlace): readonly string[];
  /** Without animation or interaction; sizes in pt. */
  toChartJs(chart: Chart, place: ChartPlace): ChartConfiguration;
}
