/** The free room of a slide: rectangles between what stands there. */
import { overlap, type Box } from './slide-units.js';

/** What is put there keeps this far from what stands there, in EMU: 8 pt. */
const gap = 101_600;

/**
 * Every rectangle within `bounds` that no obstacle reaches into and that cannot be made larger.
 *
 * Edges of obstacles are the only places where such a one can begin or end, so that all are found: of 40 obstacles in
 * some milliseconds.
 */
export function freeRooms(bounds: Box, obstacles: readonly Box[]): readonly Box[] {
  const around = obstacles
    .map(({ x, y, cx, cy }) => ({ x: x - gap, y: y - gap, cx: cx + 2 * gap, cy: cy + 2 * gap }))
    .filter((box) => overlap(box, bounds, 0));
  const edges = (from: 'x' | 'y', size: 'cx' | 'cy'): readonly number[] => {
    const [start, end] = [bounds[from], bounds[from] + bounds[size]];
    const found = around.flatMap((box) => [box[from], box[from] + box[size]]);
    return [...new Set([start, end, ...found.filter((at) => at > start && at < end)])].sort((a, b) => a - b);
  };
  const [across, down] = [edges('x', 'cx'), edges('y', 'cy')];
  return down.flatMap((top, first) =>
    down.slice(first + 1).flatMap((bottom) => {
      const between = around.filter((box) => box.y < bottom && box.y + box.cy > top);
      return openStretches(across, between).map(([x, right]) => ({ x, y: top, cx: right - x, cy: bottom - top }));
    }),
  );
}

/** Stretches from edge to edge that none of the boxes covers. */
function openStretches(
  edges: readonly number[],
  boxes: readonly Box[],
): readonly (readonly [from: number, to: number])[] {
  const stretches: [number, number][] = [];
  for (let index = 1; index < edges.length; index += 1) {
    const [from, to] = [edges[index - 1]!, edges[index]!];
    if (boxes.some(({ x, cx }) => x < to && x + cx > from)) continue;
    const last = stretches.at(-1);
    if (last !== undefined && last[1] === from) last[1] = to;
    else stretches.push([from, to]);
  }
  return stretches;
}
