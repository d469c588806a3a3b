/** The largest empty rectangle of an area: how much of a slide is left white in one piece. */
import type { Box } from '../../model/length.js';

const cut = (box: Box, area: Box): readonly [number, number, number, number] => [
  Math.max(box.x, area.x),
  Math.max(box.y, area.y),
  Math.min(box.x + box.width, area.x + area.width),
  Math.min(box.y + box.height, area.y + area.height),
];

const places = (values: readonly number[]): readonly number[] => [...new Set(values)].sort((one, other) => one - other);

/** Which cells of the grid that all edges make are covered: rows from the top, cells from the left. */
const coverGrid = (
  boxes: readonly (readonly [number, number, number, number])[],
  xs: readonly number[],
  ys: readonly number[],
): readonly (readonly boolean[])[] =>
  ys.slice(0, -1).map((top, row) => {
    const across = boxes.filter(([, from, , to]) => from <= top && to >= ys[row + 1]!);
    return xs.slice(0, -1).map((left, column) => across.some(([from, , to]) => from <= left && to >= xs[column + 1]!));
  });

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
  const free = xs.slice(0, -1).map(() => 0);
  let largest = 0;
  coverGrid(inside, xs, ys).forEach((row, index) => {
    row.forEach((covered, column) => {
      free[column] = covered ? 0 : free[column]! + ys[index + 1]! - ys[index]!;
    });
    largest = Math.max(largest, largestUnder(free, xs));
  });
  return area.width * area.height === 0 ? 0 : largest / (area.width * area.height);
};
