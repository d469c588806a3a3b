/**
 * Into how many parts of a height a block breaks, and the least height at which they are no more: its last part is then
 * no lonely remainder.
 */
import type { Pt } from '../../model/length.js';
import type { LaidBlock } from '../galley/block.js';

/** Null where a part of this height cannot be had. */
export const countParts = (laid: LaidBlock, height: Pt): number | null => {
  let count = 1;
  for (let rest = laid; rest.height > height; count += 1) {
    const parts = rest.split?.(height) ?? null;
    if (parts === null) return null;
    rest = parts.rest;
  }
  return count;
};

/**
 * The least height at which the block has no more parts than at the full one, or where `places` parts stand beside each
 * other on a slide, than fill whole slides: the last slide then has no empty half.
 */
export const evenPartHeight = (laid: LaidBlock, available: Pt, places = 1): Pt => {
  const fewest = countParts(laid, available);
  if (fewest === null) return available;
  const most = Math.ceil(fewest / places) * places;
  let [tooLow, enough] = [available / 2, available];
  while (enough - tooLow > 2) {
    const height = (tooLow + enough) / 2;
    const count = countParts(laid, height);
    if (count !== null && count <= most) enough = height;
    else tooLow = height;
  }
  return enough;
};
