/** The known name nearest to one that was mistyped: what a hint proposes. */

/** Null where none is near: more than a third of the longer name would have to change. */
export function nearestName(name: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Infinity;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best !== null && least <= Math.max(1, Math.floor(Math.max(name.length, best.length) / 3)) ? best : null;
}

/**
 * Insertions, deletions, replacements and swaps of neighbours that turn one word into the other (optimal string
 * alignment).
 */
function editDistance(from: string, to: string): number {
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1])
        cost = Math.min(cost, before[column - 2]! + 1);
      current.push(cost);
    }
    [before, last] = [last, current];
  }
  return last[to.length]!;
}
