/** What all elements of an SVG are drawn with, and what each says of its own place. */
import { identity } from '../geometry/matrix.js';
import type { Matrix, PathStep } from '../model/drawing.js';
import type { Size } from '../model/length.js';
import { readLength, readTransform } from './read-numbers.js';
import { pathOfShape } from './shape-path.js';
import type { StyleRules } from './style-rules.js';
import type { SvgElement } from './svg-element.js';

export interface SvgDrawer {
  readonly byId: ReadonlyMap<string, SvgElement>;
  readonly rules: StyleRules;
  /** Custom properties of the whole drawing. */
  readonly variables: ReadonlyMap<string, string>;
  /** In the drawing's own units. */
  readonly viewport: Size;
  /** Something is left out. */
  readonly say: (what: string, element: SvgElement) => void;
  /** A value cannot be read. */
  readonly unread: (property: string, value: string, element: SvgElement) => void;
  /** Whether there is room for one element more. */
  readonly count: (element: SvgElement) => boolean;
  /** Draws what is in an element, which must not be inside itself, nor too deep. */
  readonly enter: (element: SvgElement, draw: () => void) => void;
}

/** Undefined for an element that draws nothing. */
export function shapeOf(element: SvgElement, drawer: SvgDrawer): readonly PathStep[] | undefined {
  const shape = pathOfShape(element, drawer.viewport);
  if (shape === null) return undefined;
  if (shape.broken !== null) drawer.unread(shape.broken, element.attributes[shape.broken]!, element);
  return shape.steps.length < 2 ? undefined : shape.steps;
}

/** The matrix of an element's `transform`. */
export function matrixOf(element: SvgElement, drawer: SvgDrawer): Matrix {
  const written = element.attributes['transform'];
  const matrix = readTransform(written);
  if (matrix === null) drawer.unread('transform', written!, element);
  return matrix ?? identity;
}

/** The matrix that moves by an element's `x` and `y`. */
export const offsetOf = ({ attributes }: SvgElement, { viewport }: SvgDrawer): Matrix => [
  1,
  0,
  0,
  1,
  readLength(attributes['x'], viewport.width) ?? 0,
  readLength(attributes['y'], viewport.height) ?? 0,
];
