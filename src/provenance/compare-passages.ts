/** Two wordings of a passage, cut where they differ. */

/** A stretch that both have, or that one of them has alone. */
export interface PassagePiece {
  readonly text: string;
  readonly changed: boolean;
}
export type Passage = readonly PassagePiece[];

/** What is compared as a whole: a number with its decimals, a word in letters, else a character. */
const tokensOf = (text: string): readonly string[] => text.match(/\d+(?:[.,]\d+)*|\p{Script=Latin}+|./gsu) ?? [];

/**
 * A stretch in common that is shorter than this, in tokens, between two changes belongs to them: it would only break up
 * what is read.
 */
const leastCommon = 2;

/**
 * The longest common subsequence (Wagner and Fischer) is a table of this many cells at most; longer passages are
 * compared by their ends alone.
 */
const mostCells = 4_000_000;

/** Both have the same pieces by number: where one has nothing of what the other has, its piece is empty. */
export function comparePassages(before: string, after: string): readonly [before: Passage, after: Passage] {
  const [old, now] = [tokensOf(before), tokensOf(after)];
  const [start, end] = commonEnds(old, now);
  const [oldMiddle, nowMiddle] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  const inside = oldMiddle.length * nowMiddle.length > mostCells ? [] : dropShort(commonTokens(oldMiddle, nowMiddle));
  const kept: readonly Pair[] = [
    ...Array.from({ length: start }, (_, index): Pair => [index, index]),
    ...inside.map(([one, other]): Pair => [one + start, other + start]),
    ...Array.from({ length: end }, (_, index): Pair => [old.length - end + index, now.length - end + index]),
  ];
  return [
    cutPassage(
      old,
      kept.map(([index]) => index),
      kept.map(([, index]) => index),
      now.length,
    ),
    cutPassage(
      now,
      kept.map(([, index]) => index),
      kept.map(([index]) => index),
      old.length,
    ),
  ];
}

/** `kept` are the tokens that both have, `twins` the same ones on the other side, which has `length` tokens. */
function cutPassage(
  tokens: readonly string[],
  kept: readonly number[],
  twins: readonly number[],
  length: number,
): Passage {
  const pieces: PassagePiece[] = [];
  const push = (text: string, changed: boolean): void => {
    const last = pieces.at(-1);
    if (last?.changed === changed) pieces[pieces.length - 1] = { changed, text: last.text + text };
    else pieces.push({ changed, text });
  };
  let [next, nextTwin] = [0, 0];
  for (let place = 0; place <= kept.length; place += 1) {
    const [here, twin] = [kept[place] ?? tokens.length, twins[place] ?? length];
    if (here > next || twin > nextTwin) push(tokens.slice(next, here).join(''), true);
    if (here < tokens.length) push(tokens[here]!, false);
    [next, nextTwin] = [here + 1, twin + 1];
  }
  return pieces;
}

/** How many tokens both begin and end with. */
function commonEnds(old: readonly string[], now: readonly string[]): readonly [start: number, end: number] {
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  return [start, end];
}

type Pair = readonly [old: number, now: number];

/** Indices of the tokens of a longest common subsequence, in order. */
function commonTokens(old: readonly string[], now: readonly string[]): readonly Pair[] {
  const width = now.length + 1;
  /** Length of the longest that begins at each pair of places. */
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = now.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        old[row] === now[column]
          ? lengths[(row + 1) * width + column + 1]! + 1
          : Math.max(lengths[(row + 1) * width + column]!, lengths[row * width + column + 1]!);
    }
  }
  const pairs: Pair[] = [];
  for (let row = 0, column = 0; row < old.length && column < now.length; ) {
    if (old[row] === now[column]) {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    } else if (lengths[(row + 1) * width + column]! >= lengths[row * width + column + 1]!) row += 1;
    else column += 1;
  }
  return pairs;
}

function dropShort(pairs: readonly Pair[]): readonly Pair[] {
  const stretches: Pair[][] = [];
  for (const pair of pairs) {
    const last = stretches.at(-1)?.at(-1);
    if (last !== undefined && pair[0] === last[0] + 1 && pair[1] === last[1] + 1) stretches.at(-1)!.push(pair);
    else stretches.push([pair]);
  }
  return stretches.filter(({ length }) => length >= leastCommon).flat();
}

/** Characters that a slide shows of one change, and of what stands on either side of it. */
const mostChanged = 120;
const mostAround = 16;

/** The changes with a little of what surrounds each. */
export function shortenPassage(pieces: Passage): Passage {
  return pieces.map(({ text, changed }, index) => {
    const characters = [...text];
    if (changed)
      return characters.length > mostChanged
        ? { changed, text: `${characters.slice(0, mostChanged).join('')}…` }
        : { changed, text };
    const [isFirst, isLast] = [index === 0, index === pieces.length - 1];
    const most = isFirst || isLast ? mostAround : 2 * mostAround;
    if (characters.length <= most) return { changed, text };
    const [head, tail] = [characters.slice(0, mostAround).join(''), characters.slice(-mostAround).join('')];
    return { changed, text: isFirst ? `…${tail}` : isLast ? `${head}…` : `${head}…${tail}` };
  });
}
