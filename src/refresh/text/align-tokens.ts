/**
 * The tokens that two texts share, in order: a longest common subsequence, in which numbers weigh more than letters.
 */
import type { Token } from './tokens.js';

export type Pair = readonly [one: number, other: number];

/** Beyond this many cells only what both begin and end with is compared. */
const mostCells = 12_000_000;

/** Indices of pairs of equal tokens, in order. */
export function alignTokens(ones: readonly Token[], others: readonly Token[]): readonly Pair[] {
  const shorter = Math.min(ones.length, others.length);
  const same = (one: number, other: number): boolean => ones[one]!.key === others[other]!.key;
  let head = 0;
  while (head < shorter && same(head, head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && same(ones.length - 1 - tail, others.length - 1 - tail)) tail += 1;
  const inner = alignMiddle(ones.slice(head, ones.length - tail), others.slice(head, others.length - tail));
  return [
    ...Array.from({ length: head }, (_, index): Pair => [index, index]),
    ...inner.map(([one, other]): Pair => [one + head, other + head]),
    ...Array.from({ length: tail }, (_, index): Pair => [ones.length - tail + index, others.length - tail + index]),
  ];
}

function alignMiddle(ones: readonly Token[], others: readonly Token[]): readonly Pair[] {
  const width = others.length + 1;
  if (ones.length === 0 || others.length === 0 || ones.length * others.length > mostCells) return [];
  const best = new Float32Array((ones.length + 1) * width);
  const gain = (row: number, column: number): number => {
    if (ones[row]!.key !== others[column]!.key) return 0;
    // Neighbours that agree too tell which of several equal tokens is meant.
    const near =
      Number(ones[row - 1]?.key === others[column - 1]?.key) + Number(ones[row + 1]?.key === others[column + 1]?.key);
    return (ones[row]!.isNumber ? 3 : 1) + near * 0.25;
  };
  for (let row = ones.length - 1; row >= 0; row -= 1)
    for (let column = others.length - 1; column >= 0; column -= 1) {
      const skip = Math.max(best[(row + 1) * width + column]!, best[row * width + column + 1]!);
      const own = gain(row, column);
      best[row * width + column] = own > 0 ? Math.max(skip, own + best[(row + 1) * width + column + 1]!) : skip;
    }
  const pairs: Pair[] = [];
  for (let row = 0, column = 0; row < ones.length && column < others.length; ) {
    const own = gain(row, column);
    const here = best[row * width + column]!;
    if (own > 0 && here === own + best[(row + 1) * width + column + 1]!) {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    } else if (here === best[(row + 1) * width + column]!) row += 1;
    else column += 1;
  }
  return pairs;
}

/** How alike two texts are, 0 to 1: the share of their tokens that they have in common. */
export function likeness(ones: readonly Token[], others: readonly Token[]): number {
  if (ones.length + others.length === 0) return 1;
  return (2 * alignTokens(ones, others).length) / (ones.length + others.length);
}
