/** A native chart as plain data: what `charts` says and the deck's writer turns into a chart part and its workbook. */
import type { Box, Pt } from './length.js';
import type { Color } from './theme.js';

export interface NativeLine {
  readonly color: Color;
  readonly width: Pt;
  readonly dash: boolean;
}

/** Null draws nothing. `alpha` from 0 to 1 lets what lies behind show through. */
export type NativeFill = (Color & { readonly alpha?: number }) | null;

export interface NativeMarker {
  readonly symbol: 'circle' | 'square' | 'triangle' | 'diamond' | 'none';
  /** 2 to 72, in pt. */
  readonly size: number;
  readonly fill: NativeFill;
  /** Ring round it. */
  readonly line: NativeLine | null;
}

/** How one point differs from its series. */
export interface NativePoint {
  readonly index: number;
  readonly fill: NativeFill;
  readonly line: NativeLine | null;
  readonly marker: NativeMarker | null;
}

export type NativeLabelPosition = 'outEnd' | 'inEnd' | 'ctr' | 'inBase' | 't' | 'b' | 'l' | 'r' | 'bestFit';

/**
 * One point's label. `format` prints its number (`"超"0.0"万元"`), so that it follows an edit; `text` is said as it
 * stands, where no format can.
 */
export interface NativeLabel {
  readonly index: number;
  readonly format: string | null;
  readonly text: string | null;
  readonly color: Color;
  readonly bold: boolean;
  readonly size: Pt;
  /** Null where the kind of chart has but one. */
  readonly position: NativeLabelPosition | null;
  /** Away from its own place, as shares of the chart's width and height. */
  readonly offset: { readonly x: number; readonly y: number } | null;
  /** What it says where `text` is null: the value, the category, both below each other, or the name of the series. */
  readonly says: 'value' | 'category-value' | 'category' | 'series';
}

/** Stems: from each point to the axis, as long as `lengths` says in units of the value axis. */
export interface NativeStems {
  readonly direction: 'plus' | 'minus';
  readonly lengths: readonly (number | null)[];
  readonly line: NativeLine;
}

export interface NativeSeries {
  readonly name: string;
  /** Null is a gap; zero is a zero. Each is a cell of the workbook. */
  readonly values: readonly (number | null)[];
  /** Formulas of cells whose value follows from others, as in a worksheet without `=`; empty for plain numbers. */
  readonly formulas: readonly (string | null)[];
  /** Format code of the numbers: `0.0`. */
  readonly format: string;
  readonly fill: NativeFill;
  readonly line: NativeLine | null;
  readonly marker: NativeMarker | null;
  readonly smooth: boolean;
  readonly points: readonly NativePoint[];
  /** A point that is not named here has no label. */
  readonly labels: readonly NativeLabel[];
  readonly stems: NativeStems | null;
  /**
   * Reads the cells of this series of the chart (from 0, over all plots) instead of a column of its own: a line on top
   * of its area.
   */
  readonly cellsOf: number | null;
  /** Left out of the legend. */
  readonly unlisted?: boolean;
  /**
   * In scatters and bubbles: the series of the chart (from 0, over all plots) whose cells are the x. A series that is
   * only x or size is drawn nowhere.
   */
  readonly across?: { readonly x: number; readonly size: number | null };
}

export type NativePlot =
  | { readonly kind: 'cells'; readonly series: readonly NativeSeries[] }
  | { readonly kind: 'scatter' | 'bubble'; readonly series: readonly NativeSeries[] }
  | {
      readonly kind: 'bar';
      readonly second?: boolean;
      readonly direction: 'bar' | 'col';
      readonly grouping: 'clustered' | 'stacked' | 'percentStacked';
      readonly gapWidth: number;
      readonly overlap: number;
      readonly series: readonly NativeSeries[];
    }
  | {
      readonly kind: 'line' | 'area';
      readonly second?: boolean;
      readonly grouping: 'standard' | 'stacked' | 'percentStacked';
      readonly series: readonly NativeSeries[];
    }
  | { readonly kind: 'radar'; readonly filled: boolean; readonly series: readonly NativeSeries[] }
  | { readonly kind: 'pie'; readonly firstAngle: number; readonly series: readonly NativeSeries[] }
  | {
      readonly kind: 'doughnut';
      readonly firstAngle: number;
      /** Per cent of the diameter. */
      readonly hole: number;
      readonly series: readonly NativeSeries[];
    };

export interface NativeAxis {
  readonly side: 'bottom' | 'left' | 'top' | 'right';
  /** Whether it prints labels. */
  readonly visible: boolean;
  /** First category or number at the far end. */
  readonly reversed: boolean;
  /** Ends of a value axis and its step; null lets PowerPoint choose. */
  readonly min: number | null;
  readonly max: number | null;
  readonly step: number | null;
  /** 1 sets every name of a category axis, 2 every second, and so on. */
  readonly every: number;
  readonly format: string;
  readonly gridlines: NativeLine | null;
  readonly line: NativeLine | null;
  readonly labelColor: Color;
  readonly labelSize: Pt;
  /** Where it stands on the other axis: at its zero, or at its last value. */
  readonly crosses: 'zero' | 'max' | 'min';
  /** Its name: under a lower axis, level above a left one. */
  readonly title?: string;
  /** A value axis counts in powers of ten. */
  readonly log?: boolean;
  /**
   * On which side of the plot its labels stand: `low` is beside the lowest value of the other axis, clear of negative
   * bars.
   */
  readonly labelsAt: 'low' | 'high' | 'axis' | 'none';
}

/** A box as shares of the chart's width and height. */
export interface NativeBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface NativeChart {
  readonly categories: readonly string[];
  /** What stands below them in a second level, one for each, equal ones beside each other: the years of quarters. */
  readonly groups?: readonly string[];
  /** More than one is a combination over the same axes. */
  readonly plots: readonly NativePlot[];
  /** Null for pies and doughnuts. */
  readonly categoryAxis: NativeAxis | null;
  readonly valueAxis: NativeAxis | null;
  /** The value axis of the plots that are `second`. */
  readonly secondAxis?: NativeAxis;
  readonly legend: {
    readonly side: 'top' | 'right' | 'bottom';
    readonly size: Pt;
    readonly box: NativeBox | null;
  } | null;
  /** The plot without its axis labels; null lets PowerPoint choose. */
  readonly plotArea: NativeBox | null;
  readonly textColor: Color;
  readonly textSize: Pt;
  /** BCP 47. */
  readonly language: string;
  /** Upon it, grouped with it on its slide. */
  readonly marks?: Sketch;
}

// ---- Sketches ----------------------------------------------------------------------------------------------------

// A drawing of plain shapes in the theme's colours: marks upon a chart, and whole charts of kinds that PowerPoint has
// not. A deck has each piece as a shape of its own, a page as vectors. Lengths are pt from the chart's top left, y
// downwards.

export type SketchPoint = readonly [x: Pt, y: Pt];

export interface SketchText {
  readonly lines: readonly string[];
  readonly size: Pt;
  readonly bold: boolean;
  readonly color: Color;
  readonly align: 'left' | 'center' | 'right';
}

export interface SketchStroke {
  readonly color: Color;
  readonly width: Pt;
}

/** Joined points, open. */
export interface SketchLine extends SketchStroke {
  readonly kind: 'line';
  readonly points: readonly SketchPoint[];
  readonly dash?: boolean;
  /** An arrow's head at the last point. */
  readonly head?: boolean;
}
/** A text stands in the middle of its height. */
export interface SketchBox {
  readonly kind: 'box';
  readonly box: Box;
  readonly form: 'rect' | 'pill' | 'oval' | 'diamond';
  readonly fill: Color | null;
  readonly stroke?: SketchStroke;
  readonly text?: SketchText;
  /** What it shows, for the list of a slide's shapes; left out for what is only a line or a ground. */
  readonly name?: string;
}
/** Closed rings of points; one within another is a hole. */
export interface SketchArea {
  readonly kind: 'area';
  readonly rings: readonly (readonly SketchPoint[])[];
  readonly fill: Color | null;
  readonly stroke?: SketchStroke;
  readonly name?: string;
}
export interface SketchWords {
  readonly kind: 'words';
  /** As high as its lines; its text may be a hair wider. */
  readonly box: Box;
  readonly text: SketchText;
}

export type SketchShape = SketchLine | SketchBox | SketchArea | SketchWords;

/** Back to front. */
export type Sketch = readonly SketchShape[];
