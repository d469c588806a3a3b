/** Where numbers stand along the value axis of a plan. */
import type { Pt } from '../../model/length.js';
import type { PlanAxis } from './plan.js';

/** Pt from the axis's first end to a number, of `length` pt in all. */
export function lengthAlong(value: number, { range, reversed }: PlanAxis, length: Pt): Pt {
  const scaled = (number: number): number => (range.log === true ? Math.log10(Math.max(number, range.min)) : number);
  const share = (scaled(value) - scaled(range.min)) / (scaled(range.max) - scaled(range.min) || 1);
  return (reversed === true ? 1 - share : share) * length;
}
