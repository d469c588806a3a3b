/** The largest empty rectangle of an area: how much of a slide is left white in one piece. */
import type { Box } from '../../model/length.js';

const cut = (box: Box, area: Box): readonly [number, number, number, number] => [
  Math.max(box.x, area.x),
  Math.max(box.y, area.y),
  Math.min(box.x + box.width, area.x + area.width),
  Math.min(box.y + box.height, area.y + area.height),
];

const places = (values: readonly number[]): readonly number[] => [...new Set(values)].sort((one, other) => one - other);

/** Where the length is in the list, which holds it. */
const placeOf = (length: number, lengths: readonly number[]): number => {
  let place = 0;
  while (lengths[place]! < length) place += 1;
  return place;
};

/**
 * Which cells of the grid that all edges make are covered, 1 for those that are: rows one after the other from the top,
 * cells from the left. Each slide asks for it with every layout that is tried.
 */
const coverGrid = (
  boxes: readonly (readonly [number, number, number, number])[],
  xs: readonly number[],
  ys: readonly number[],
): Uint8Array => {
  const across = xs.length - 1;
  const covered = new Uint8Array(across * (ys.length - 1));
  for (const [left, top, right, bottom] of boxes) {
    const [from, to] = [placeOf(left, xs), placeOf(right, xs)];
    const last = placeOf(bottom, ys);
    for (let row = placeOf(top, ys); row < last; row += 1) covered.fill(1, row * across + from, row * across + to);
  }
  return covered;
};

/** The largest rectangle that stands on the row, under free heights that were counted down to it. */
const largestUnder = (free: readonly number[], xs: readonly number[]): number => {
  let largest = 0;
  for (let left = 0; left < free.length; left += 1) {
    let height = Infinity;
    for (let right = left; right < free.length && free[right]! > 0; right += 1) {
      height = Math.min(height, free[right]!);
      largest = Math.max(largest, height * (xs[right + 1]! - xs[left]!));
    }
  }
  return largest;
};

/** Area of the largest rectangle inside `area` that touches none of the boxes, as a share of the area: 0 to 1. */
export const largestGap = (boxes: readonly Box[], area: Box): number => {
  const inside = boxes
    .map((box) => cut(box, area))
    .filter(([left, top, right, bottom]) => right > left && bottom > top);
  const xs = places([area.x, area.x + area.width, ...inside.flatMap(([left, , right]) => [left, right])]);
  const ys = places([area.y, area.y + area.height, ...inside.flatMap(([, top, , bottom]) => [top, bottom])]);
  const covered = coverGrid(inside, xs, ys);
  const free = xs.slice(0, -1).map(() => 0);
  let largest = 0;
  for (let row = 0; row < ys.length - 1; row += 1) {
    for (let column = 0; column < free.length; column += 1)
      free[column] = covered[row * free.length + column] === 1 ? 0 : free[column]! + ys[row + 1]! - ys[row]!;
    largest = Math.max(largest, largestUnder(free, xs));
  }
  return area.width * area.height === 0 ? 0 : largest / (area.width * area.height);
};
