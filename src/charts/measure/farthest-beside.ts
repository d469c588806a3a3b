/** What stands beside a point and would be under its label, where not all points have labels. */
import type { Pt } from '../../model/length.js';

export interface Beside {
  /** The numbers of all series, by category. */
  readonly values: readonly (readonly (number | null)[])[];
  readonly index: number;
  readonly value: number;
  /** Along the category axis: of the label, and of one category. */
  readonly label: Pt;
  readonly slot: Pt;
}

/** The farthest number, on that point's side of zero, of the categories that its label reaches over. */
export function farthestBeside({ values, index, value, label, slot }: Beside): number {
  const reach = Math.floor((label / 2 + slot * 0.4) / slot);
  const beside = values.flatMap((all) =>
    all.slice(Math.max(0, index - reach), index + reach + 1).filter((each) => each !== null),
  );
  return value < 0 ? Math.min(value, ...beside) : Math.max(value, ...beside);
}
