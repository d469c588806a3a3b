/** How one text becomes another, as changes of its stretches; spaces that no change touches stay. */
import type { TextEdit } from '../../powerpoint/edited/paragraphs.js';
import { alignTokens } from './align-tokens.js';
import { tokensOf, type Token } from './tokens.js';

/** Edits of `before`, in order, that make `after` of it, but for spaces alone. */
export function difference(before: string, after: string): readonly TextEdit[] {
  const [ones, others] = [tokensOf(before), tokensOf(after)];
  const pairs = [...alignTokens(ones, others), [ones.length, others.length] as const];
  const edits: TextEdit[] = [];
  let [one, other] = [0, 0];
  for (const [oneTo, otherTo] of pairs) {
    for (const [own, twin] of stepsOf(ones, others, [one, oneTo], [other, otherTo]))
      edits.push(editOf(after, ones, others, own, twin));
    // Digits that compare as equal may be written in another way.
    [one, other] = [oneTo + 1, otherTo + 1];
  }
  return edits;
}

type Range = readonly [from: number, to: number];

/**
 * A stretch without a common token, cut at its numbers where both sides have as many: each then keeps its own look, and
 * so do the words between.
 */
function stepsOf(
  ones: readonly Token[],
  others: readonly Token[],
  own: Range,
  twin: Range,
): readonly (readonly [Range, Range])[] {
  const [numbers, twins] = [numbersOf(ones, own), numbersOf(others, twin)];
  if (numbers.length !== twins.length) return [[own, twin]];
  const steps: (readonly [Range, Range])[] = [];
  let [one, other] = [own[0], twin[0]];
  for (const [index, at] of [...numbers, own[1]].entries()) {
    const twinAt = twins[index] ?? twin[1];
    steps.push([
      [one, at],
      [other, twinAt],
    ]);
    if (index < numbers.length)
      steps.push([
        [at, at + 1],
        [twinAt, twinAt + 1],
      ]);
    [one, other] = [at + 1, twinAt + 1];
  }
  return steps.filter(([[from, to], [otherFrom, otherTo]]) => to > from || otherTo > otherFrom);
}

const numbersOf = (tokens: readonly Token[], [from, to]: Range): readonly number[] =>
  tokens.slice(from, to).flatMap(({ isNumber }, index) => (isNumber ? [from + index] : []));

function editOf(
  after: string,
  ones: readonly Token[],
  others: readonly Token[],
  [from, to]: Range,
  [otherFrom, otherTo]: Range,
): TextEdit {
  const text = otherFrom === otherTo ? '' : after.slice(others[otherFrom]!.start, others[otherTo - 1]!.end);
  if (from < to) return { start: ones[from]!.start, end: ones[to - 1]!.end, text };
  // An insertion brings its own spaces along.
  const at = ones[from - 1]?.end ?? 0;
  const lead = after.slice(others[otherFrom - 1]?.end ?? 0, others[otherFrom]?.start ?? 0);
  return { start: at, end: at, text: lead + text };
}

export const applyEdits = (text: string, edits: readonly TextEdit[]): string =>
  [...edits]
    .sort((one, other) => other.start - one.start)
    .reduce((result, { start, end, text: own }) => result.slice(0, start) + own + result.slice(end), text);
