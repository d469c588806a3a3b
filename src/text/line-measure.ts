/** Width and give of any stretch of a paragraph as one line, in constant time. */
import { Kind } from './characters/character-kind.js';
import type { CharacterRow } from './characters/character-row.js';
import type { Spacing } from './characters/spacing.js';

/** `start` and `end` (exclusive) are indices of code points; all results in pt. */
export class LineMeasure {
  constructor(
    private readonly row: CharacterRow,
    private readonly spacing: Spacing,
  ) {
    const {
      count,
      room: { stepSums, stretchSums, shrinkSums },
    } = row;
    const { steps, stretch, shrink } = spacing;
    let [step, open, close] = [0, 0, 0];
    // Entry k is the sum of the first k.
    for (let index = 0; index < count; index++) {
      stepSums[index] = step;
      stretchSums[index] = open;
      shrinkSums[index] = close;
      step += steps[index]!;
      open += stretch[index]!;
      close += shrink[index]!;
    }
  }

  /** With blanks of marks at both edges taken out. */
  width(start: number, end: number): number {
    if (end <= start) return 0;
    const {
      advances,
      room: { stepSums },
    } = this.row;
    return (
      stepSums[end - 1]! -
      stepSums[start]! +
      advances[end - 1]! -
      this.spacing.leading[start]! -
      this.spacing.trailing[end - 1]!
    );
  }

  stretch(start: number, end: number): number {
    const { stretchSums } = this.row.room;
    return end <= start ? 0 : stretchSums[end - 1]! - stretchSums[start]!;
  }

  shrink(start: number, end: number): number {
    const { shrinkSums } = this.row.room;
    return end <= start ? 0 : shrinkSums[end - 1]! - shrinkSums[start]!;
  }

  /** `end` without the spaces and line ends before it. */
  trimEnd(start: number, end: number): number {
    const { kinds } = this.row;
    let trimmed = end;
    while (trimmed > start && (kinds[trimmed - 1] === Kind.Space || kinds[trimmed - 1] === Kind.Newline)) trimmed--;
    return trimmed;
  }
}
