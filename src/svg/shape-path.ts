/** The basic shapes as paths (SVG 2, 10). */
import { identity } from '../geometry/matrix.js';
import { PathBuilder } from '../geometry/path-builder.js';
import type { PathStep } from '../model/drawing.js';
import type { Size } from '../model/length.js';
import { readPathData } from './path-data.js';
import { readLength, readNumbers } from './read-numbers.js';
import type { SvgElement } from './svg-element.js';

export interface ShapePath {
  readonly steps: readonly PathStep[];
  /** The attribute that could not be read to its end; null where all was read. */
  readonly broken: string | null;
}

const whole = (steps: readonly PathStep[]): ShapePath => ({ steps, broken: null });

/** Null for an element that is no shape. `viewport` is what percentages are of. */
export function pathOfShape({ name, attributes }: SvgElement, viewport: Size): ShapePath | null {
  const diagonal = Math.hypot(viewport.width, viewport.height) / Math.SQRT2;
  let broken: string | null = null;
  const number = (key: string, of: number): number | null => {
    const value = readLength(attributes[key], of);
    if (value === null && attributes[key] !== undefined && attributes[key] !== 'auto') broken = key;
    return value;
  };
  const across = (key: string): number => number(key, viewport.width) ?? 0;
  const down = (key: string): number => number(key, viewport.height) ?? 0;
  const measured = (steps: readonly PathStep[]): ShapePath => ({ steps, broken });
  switch (name) {
    case 'path': {
      const { steps, broken: isBroken } = readPathData(attributes['d'] ?? '');
      return { steps, broken: isBroken ? 'd' : null };
    }
    case 'polygon':
    case 'polyline':
      return whole(pathOfPoints(readNumbers(attributes['points'] ?? ''), name === 'polygon'));
    case 'line':
      return measured([
        ['M', across('x1'), down('y1')],
        ['L', across('x2'), down('y2')],
      ]);
    case 'circle':
      return measured(ellipse(across('cx'), down('cy'), number('r', diagonal) ?? 0, number('r', diagonal) ?? 0));
    case 'ellipse': {
      const [rx, ry] = [number('rx', viewport.width), number('ry', viewport.height)];
      return measured(ellipse(across('cx'), down('cy'), rx ?? ry ?? 0, ry ?? rx ?? 0));
    }
    case 'rect': {
      const [rx, ry] = [number('rx', viewport.width), number('ry', viewport.height)];
      return measured(rectangle(across('x'), down('y'), across('width'), down('height'), rx ?? ry ?? 0, ry ?? rx ?? 0));
    }
    default:
      return null;
  }
}

function pathOfPoints(points: readonly number[], closed: boolean): readonly PathStep[] {
  const steps: PathStep[] = [];
  for (let at = 0; at + 1 < points.length; at += 2) steps.push([at === 0 ? 'M' : 'L', points[at]!, points[at + 1]!]);
  if (closed && steps.length > 0) steps.push(['Z']);
  return steps;
}

function ellipse(x: number, y: number, rx: number, ry: number): readonly PathStep[] {
  if (!(rx > 0 && ry > 0)) return [];
  const path = new PathBuilder(() => identity);
  path.ellipse(x, y, rx, ry, 0, 0, 2 * Math.PI, false);
  path.close();
  return path.steps;
}

function rectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  givenX: number,
  givenY: number,
): readonly PathStep[] {
  if (!(width > 0 && height > 0)) return [];
  const [rx, ry] = [Math.min(Math.max(0, givenX), width / 2), Math.min(Math.max(0, givenY), height / 2)];
  const path = new PathBuilder(() => identity);
  if (rx === 0 || ry === 0) {
    path.rect(x, y, width, height);
    return path.steps;
  }
  const quarter = Math.PI / 2;
  const corners = [
    [x + width - rx, y + ry],
    [x + width - rx, y + height - ry],
    [x + rx, y + height - ry],
    [x + rx, y + ry],
  ] as const;
  corners.forEach(([cornerX, cornerY], index) =>
    path.ellipse(cornerX, cornerY, rx, ry, 0, (index - 1) * quarter, index * quarter, false),
  );
  path.close();
  return path.steps;
}
