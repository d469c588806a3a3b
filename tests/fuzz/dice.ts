/** Numbers that look thrown and are the same for the same seed: a mutant is known by its seed alone. */

export interface Dice {
  /** A whole number from 0, below `sides`. */
  next(sides: number): number;
  pick<Value>(values: readonly Value[]): Value;
}

/** Mulberry32. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (sides: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides);
  };
  return { next, pick: (values) => values[next(values.length)]! };
}
