/** A plain filled shape: a rule, a ground, a bar, a dot. An artifact, which a screen reader passes over. */
import type { Box } from '../../model/length.js';
import type { ShapeItem } from '../../model/page.js';
import type { Color } from '../../model/theme.js';

export const filledShape = (name: string, fill: Color, box: Box, shape: ShapeItem['shape'] = 'rect'): ShapeItem => ({
  kind: 'shape',
  shape,
  name,
  tag: 'artifact',
  fill,
  stroke: null,
  strokeWidth: 0,
  dash: false,
  box,
});

/** Shapes that together draw one figure, the scale that they stand on first. */
export const drawnFigure = (figure: string, shapes: readonly ShapeItem[]): readonly ShapeItem[] =>
  shapes.map((shape) => ({ ...shape, figure }));
