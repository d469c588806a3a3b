/** Width and give of any stretch of a paragraph as one line, in constant time. */
import { Kind } from './character-kind.js';
import type { CharacterRow } from './character-row.js';
import type { Spacing } from './spacing.js';

/** `start` and `end` (exclusive) are indices of code points; all results in pt. */
export interface LineMeasure {
  /** With blanks of marks at both edges taken out. */
  width(start: number, end: number): number;
  stretch(start: number, end: number): number;
  shrink(start: number, end: number): number;
  /** `end` without the spaces and line ends before it. */
  trimEnd(start: number, end: number): number;
}

export function measureLines(row: CharacterRow, spacing: Spacing): LineMeasure {
  const steps = sumsOf(spacing.steps);
  const stretches = sumsOf(spacing.stretch);
  const shrinks = sumsOf(spacing.shrink);
  const { kinds, advances } = row;
  return {
    width: (start, end) => end <= start ? 0
      : steps[end - 1]! - steps[start]! + advances[end - 1]! - spacing.leading[start]! - spacing.trailing[end - 1]!,
    stretch: (start, end) => end <= start ? 0 : stretches[end - 1]! - stretches[start]!,
    shrink: (start, end) => end <= start ? 0 : shrinks[end - 1]! - shrinks[start]!,
    trimEnd(start, end) {
      let trimmed = end;
      while (trimmed > start && (kinds[trimmed - 1] === Kind.Space || kinds[trimmed - 1] === Kind.Newline)) trimmed--;
      return trimmed;
    },
  };
}

/** Entry k is the sum of the first k values. */
function sumsOf(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  let sum = 0;
  for (let index = 0; index < values.length; index++) {
    sum += values[index]!;
    sums[index + 1] = sum;
  }
  return sums;
}
