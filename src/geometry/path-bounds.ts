/** The smallest box around a path. Handles of curves may lie outside it. */
import type { PathStep } from '../model/drawing.js';
import type { Box } from '../model/length.js';

/** The least box around a path's points; for an empty path one of no size at 0, 0. */
export function pathBounds(path: readonly PathStep[]): Box {
  const across = rangeOf(path, 0);
  const down = rangeOf(path, 1);
  return { x: across.least, y: down.least, width: across.most - across.least, height: down.most - down.least };
}

function rangeOf(path: readonly PathStep[], axis: 0 | 1): { readonly least: number; readonly most: number } {
  let [least, most] = [Infinity, -Infinity];
  const take = (value: number): void => {
    least = Math.min(least, value);
    most = Math.max(most, value);
  };
  let from = 0;
  for (const step of path) {
    if (step[0] === 'Z') continue;
    const end = step[step.length - 2 + axis] as number;
    if (step[0] === 'C')
      for (const share of turns(from, step[1 + axis] as number, step[3 + axis] as number, end)) take(share);
    take(end);
    from = end;
  }
  return least > most ? { least: 0, most: 0 } : { least, most };
}

/** Values of a cubic curve, in one axis, where it turns back. */
function turns(a: number, b: number, c: number, d: number): number[] {
  const [square, half, constant] = [d - 3 * c + 3 * b - a, c - 2 * b + a, b - a];
  const root = Math.sqrt(half ** 2 - square * constant);
  const places =
    Math.abs(square) < 1e-9 ? [-constant / (2 * half)] : [(-half + root) / square, (-half - root) / square];
  return places
    .filter((t) => t > 0 && t < 1)
    .map((t) => a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t ** 2 * (1 - t) + d * t ** 3);
}
