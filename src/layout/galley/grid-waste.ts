/** Which of several grids leaves the least empty, so that a slide's region is filled. */
import type { Pt, Size } from '../../model/length.js';

/** How many cells stand side by side, and how high the grid is with its words alone, in pt. */
export interface TriedGrid {
  readonly across: number;
  readonly height: Pt;
}

export interface GridRoom {
  readonly box: Size;
  /** A cell wider than this, in pt, is empty on its right. */
  readonly widest: Pt;
  /** How much higher than its words a row may be. */
  readonly mostStretch: number;
}

/** What a grid leaves empty: cells of its last row, the right of wide cells, the foot of its region. */
const wasteOf = ({ across, height }: TriedGrid, count: number, { box, widest, mostStretch }: GridRoom): number => {
  const lonely = (Math.ceil(count / across) * across - count) / count;
  const wide = Math.max(0, box.width / across / widest - 1);
  return lonely * 2 + wide * 0.6 + Math.max(0, 1 - (height * mostStretch) / box.height);
};

/** The first of equals. @param grids one at least, of `count` cells each. */
export const leastWaste = (grids: readonly TriedGrid[], count: number, room: GridRoom): TriedGrid =>
  grids.reduce((one, other) => (wasteOf(other, count, room) < wasteOf(one, count, room) - 0.01 ? other : one));
