/** The place inside a ring that is farthest from its edge: where a name stands best (V. Agafonkin, polylabel, 2016). */
import type { MapPoint } from '../../../model/map/area-map.js';

/** Twice the signed area. */
export const areaOf = (ring: readonly MapPoint[]): number =>
  ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);

/**
 * Distance to the ring's edge, squared; below zero outside it. Of a place that is no deeper than `least`, squared too,
 * no more is known than that.
 */
function depthOf(x: number, y: number, ring: readonly MapPoint[], least: number): number {
  let isInside = false;
  let nearest = Infinity;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
    const [fromX, fromY] = ring[before]!;
    const [toX, toY] = ring[at]!;
    if (toY > y !== fromY > y && x < ((fromX - toX) * (y - toY)) / (fromY - toY) + toX) isInside = !isInside;
    const [alongX, alongY] = [toX - fromX, toY - fromY];
    const length = alongX * alongX + alongY * alongY;
    const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - fromX) * alongX + (y - fromY) * alongY) / length));
    const [offX, offY] = [x - fromX - share * alongX, y - fromY - share * alongY];
    nearest = Math.min(nearest, offX * offX + offY * offY);
    if (nearest <= least) return least;
  }
  return isInside ? nearest : -nearest;
}

/** Cells along the longer side of a ring's box, and how often the best cell is divided again. */
const cellsAlong = 12;
const rounds = 4;

export function middleOf(rings: readonly (readonly MapPoint[])[]): MapPoint {
  const ring = rings.reduce((one, other) => (Math.abs(areaOf(other)) > Math.abs(areaOf(one)) ? other : one), rings[0]!);
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  let step = Math.max(width, height, 1e-6) / cellsAlong;
  let best: MapPoint = [left + width / 2, top + height / 2];
  let depth = depthOf(best[0], best[1], ring, 0);
  const look = (x: number, y: number): void => {
    const found = depthOf(x, y, ring, depth);
    if (found > depth) [best, depth] = [[x, y], found];
  };
  for (let y = top + step / 2; y < top + height; y += step)
    for (let x = left + step / 2; x < left + width; x += step) look(x, y);
  for (let round = 0; round < rounds; round += 1) {
    step /= 2;
    const [x, y] = best;
    for (const right of [-1, 0, 1]) for (const down of [-1, 0, 1]) look(x + right * step, y + down * step);
  }
  return best;
}
