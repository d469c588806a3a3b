/** A box around all that operations paint. */
import type { DrawingOperation, Matrix } from '../model/drawing.js';
import type { Box } from '../model/length.js';
import { apply, identity, multiply } from './matrix.js';
import { pathBounds } from './path-bounds.js';

/**
 * No smaller than what is painted, whatever clips cut away; of no size for nothing. Text and pictures are not looked
 * at: an SVG's groups have none.
 */
export function drawingBounds(operations: readonly DrawingOperation[]): Box {
  const corners: (readonly [number, number])[] = [];
  const saved: Matrix[] = [];
  let matrix = identity;
  const take = ({ x, y, width, height }: Box, around: number): void => {
    for (const across of [x - around, x + width + around])
      for (const down of [y - around, y + height + around]) corners.push(apply(matrix, across, down));
  };
  for (const operation of operations) {
    if (operation.kind === 'save') saved.push(matrix);
    else if (operation.kind === 'restore') matrix = saved.pop() ?? identity;
    else if (operation.kind === 'transform') matrix = multiply(matrix, operation.matrix);
    else if (operation.kind === 'fill') take(pathBounds(operation.path), 0);
    // A mitre reaches out by half the width times its limit (ISO 32000-1, 8.4.3.5), a square cap by less.
    else if (operation.kind === 'stroke')
      take(
        pathBounds(operation.path),
        (operation.width / 2) * Math.max(2, operation.join === 'miter' ? operation.miterLimit : 0),
      );
    else if (operation.kind === 'group') take(drawingBounds(operation.operations), 0);
  }
  if (corners.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [x, y] = [least(xs), least(ys)];
  return { x, y, width: -least(xs.map((value) => -value)) - x, height: -least(ys.map((value) => -value)) - y };
}

/** No page reaches as far. Matrices inside each other may lead beyond all numbers; what they hold has no end then. */
const farthest = 1e9;

/** Lists may be longer than a call takes arguments. */
const least = (values: readonly number[]): number =>
  values.reduce((one, other) => Math.min(one, Number.isNaN(other) ? -farthest : Math.max(-farthest, other)), farthest);
