/** A path of an SVG, filled and then lined. */
import { invert } from '../geometry/matrix.js';
import { pathBounds } from '../geometry/path-bounds.js';
import { transformPath } from '../geometry/transform-path.js';
import type { DrawingOperation, Matrix, PathStep } from '../model/drawing.js';
import type { SvgDrawer } from './svg-drawer.js';
import type { SvgElement } from './svg-element.js';
import { gradientOf, type PaintedGradient } from './svg-gradient.js';
import type { OwnStyle, SvgPaint, SvgStyle } from './svg-style.js';

export function paintPath(
  path: readonly PathStep[],
  { style }: OwnStyle,
  element: SvgElement,
  drawer: SvgDrawer,
  out: DrawingOperation[],
): void {
  const { cap, join, miterLimit, dash, dashOffset, strokeWidth: width } = style;
  const fill = paintOf(style.fill, style.fillAlpha, path, style, element, drawer);
  if (fill !== null)
    paintUnder(
      fill.matrix,
      path,
      (steps) => ({ kind: 'fill', path: steps, rule: style.fillRule, paint: fill.paint }),
      out,
    );
  const stroke = width > 0 ? paintOf(style.stroke, style.strokeAlpha, path, style, element, drawer) : null;
  if (stroke === null) return;
  if (stroke.paint.kind !== 'solid') drawer.say('a gradient on a line (its first colour is)', element);
  out.push({ kind: 'stroke', path, paint: stroke.paint, width, cap, join, miterLimit, dash, dashOffset });
}

const farthest = 1e12;

/** A gradient that no matrix of the drawing's own can hold is painted under it, on a path that is led back. */
function paintUnder(
  matrix: Matrix | null,
  path: readonly PathStep[],
  painted: (path: readonly PathStep[]) => DrawingOperation,
  out: DrawingOperation[],
): void {
  const back = matrix === null ? null : invert(matrix);
  if (matrix === null || back === null) {
    out.push(painted(path));
    return;
  }
  const led = transformPath(path, back);
  // A matrix that all but folds the plane leads its path out of sight.
  if (led.flat().every((value) => typeof value === 'string' || Math.abs(value) < farthest))
    out.push({ kind: 'save' }, { kind: 'transform', matrix }, painted(led), { kind: 'restore' });
}

/** Null where nothing is painted. */
function paintOf(
  paint: SvgPaint,
  alpha: number,
  path: readonly PathStep[],
  style: SvgStyle,
  element: SvgElement,
  drawer: SvgDrawer,
): PaintedGradient | null {
  switch (paint.kind) {
    case 'none':
      return null;
    case 'color':
      return paint.alpha * alpha === 0
        ? null
        : { paint: { kind: 'solid', hex: paint.hex, alpha: paint.alpha * alpha }, matrix: null };
    case 'reference': {
      const gradient = gradientOf(paint.id, pathBounds(path), alpha, style.color, drawer);
      if (gradient !== null) return gradient;
      if (drawer.byId.get(paint.id)?.name === 'pattern') drawer.say('a pattern', element);
      return paintOf(paint.instead, alpha, path, style, element, drawer);
    }
  }
}
