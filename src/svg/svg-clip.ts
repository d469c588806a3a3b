/** Clip paths of an SVG (CSS Masking 1, 6): the shapes in one, as one path. */
import { identity, multiply } from '../geometry/matrix.js';
import { pathBounds } from '../geometry/path-bounds.js';
import { transformPath } from '../geometry/transform-path.js';
import type { DrawingOperation, Matrix, PathStep } from '../model/drawing.js';
import { matrixOf, offsetOf, shapeOf, type SvgDrawer } from './svg-drawer.js';
import { targetOf, type SvgElement } from './svg-element.js';
import { styleOf, type SvgStyle } from './svg-style.js';

/** Null where there is no such clip path. `clipped` is what is clipped, where that is a shape. */
export function clipOf(
  id: string,
  style: SvgStyle,
  clipped: readonly PathStep[] | null,
  drawer: SvgDrawer,
): DrawingOperation | null {
  const element = drawer.byId.get(id);
  if (element?.name !== 'clipPath') return null;
  const path: PathStep[] = [];
  let rule = style.clipRule;
  const units =
    element.attributes['clipPathUnits'] === 'objectBoundingBox' ? unitsOf(clipped, element, drawer) : identity;
  const outer = multiply(units, matrixOf(element, drawer));
  for (const child of element.children) {
    const inner = child.name === 'use' ? drawer.byId.get(targetOf(child) ?? '') : child;
    if (inner === undefined || !drawer.count(inner)) continue;
    const steps = shapeOf(inner, drawer);
    if (steps === undefined) continue;
    rule = styleOf(inner, style, drawer.rules, 0, () => undefined).style.clipRule;
    const own = child === inner ? identity : multiply(matrixOf(child, drawer), offsetOf(child, drawer));
    for (const step of transformPath(steps, multiply(outer, multiply(own, matrixOf(inner, drawer))))) path.push(step);
  }
  if (element.attributes['clip-path'] !== undefined) drawer.say('a clip path that is clipped itself', element);
  // Without a shape nothing shows.
  return { kind: 'clip', path: path.length > 0 ? path : [['M', 0, 0], ['Z']], rule };
}

function unitsOf(clipped: readonly PathStep[] | null, element: SvgElement, drawer: SvgDrawer): Matrix {
  if (clipped === null) {
    drawer.say('a clip path in shares of a group', element);
    return [drawer.viewport.width, 0, 0, drawer.viewport.height, 0, 0];
  }
  const box = pathBounds(clipped);
  return [box.width, 0, 0, box.height, box.x, box.y];
}
