/** What stands before the name of a unit, or behind a number: how many times it is meant. */

/** The longest first. 百 is a measure of its own in few units, and the beginning of 百分点. */
export const chineseMultiples: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['千万', 1e7],
  ['百万', 1e6],
  ['亿', 1e8],
  ['万', 1e4],
  ['千', 1e3],
];

/** By each way in which they are written. */
export const englishMultiples: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  K: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  B: 1e9,
  trillion: 1e12,
  tn: 1e12,
  T: 1e12,
};
