/**
 * A drawing of plain shapes in the theme's colours: marks upon a chart, and whole charts of kinds that PowerPoint has
 * not. A deck has each piece as a shape of its own, a page as vectors. Lengths are pt from the chart's top left, y
 * downwards.
 */
import type { Box, Pt } from './length.js';
import type { Color } from './theme.js';

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
