/** Where a label of a chart stands, and when two are too near to each other. */
import type { Pt } from '../../model/length.js';

export interface LabelRect {
  readonly left: Pt;
  readonly top: Pt;
  readonly right: Pt;
  readonly bottom: Pt;
}

/** Beside each other they keep 2 pt apart; above each other a line's leading may overlap by 1 pt. */
export const touch = (one: LabelRect, other: LabelRect): boolean =>
  one.left < other.right + 2 && other.left < one.right + 2 && one.top < other.bottom - 1 && other.top < one.bottom - 1;
