/**
 * Where the numbers of a text stand after somebody has rewritten it. Each is looked for by its digits; which of several
 * equal ones is meant is told by the words around it, by the common subsequence of both texts, and by the numbers that
 * already have a place. Where that does not decide, nothing is taken.
 */
import { chineseNumerals, digitNumber } from '../../locale/reading/number-words.js';
import { alignTokens } from './align-tokens.js';
import { numberCore, occurrencesOf, type NumberCore } from './number-core.js';
import type { Slot } from './plan-slots.js';
import { tokensOf, type Token } from './tokens.js';

/** In UTF-16 units of the edited text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  /** As it stands there. */
  readonly text: string;
}

export type Located =
  /** `before` and `after` are how much of the printed words stand around its number, in characters without spaces. */
  | (Stretch & { readonly at: 'found'; readonly before: number; readonly after: number })
  /** Another number stands in its place. */
  | (Stretch & { readonly at: 'typed' })
  /** Several could be it. */
  | { readonly at: 'unclear' }
  | { readonly at: 'gone' };

interface Candidate extends Stretch {
  readonly slot: number;
  readonly before: number;
  readonly after: number;
  readonly score: number;
  readonly isSure: boolean;
}

/** One for each slot. */
export function locateSlots(base: string, slots: readonly Slot[], edited: string): readonly Located[] {
  const [ones, others] = [tokensOf(base), tokensOf(edited)];
  const texts: Texts = { base, edited, ones, others, pairs: new Map(alignTokens(ones, others)) };
  const cores = slots.map(({ text }) => numberCore(text));
  const candidates = slots
    .flatMap((slot, index) => candidatesOf(slot, index, cores[index]!, texts))
    .filter(({ isSure }) => isSure)
    .sort((one, other) => other.score - one.score);
  const taken: Candidate[] = [];
  const placed = new Map<number, Candidate>();
  for (const candidate of candidates) {
    const overlaps = taken.some(({ start, end }) => candidate.start < end && start < candidate.end);
    if (overlaps || placed.has(candidate.slot)) continue;
    taken.push(candidate);
    placed.set(candidate.slot, candidate);
  }
  return slots.map((slot, index): Located => {
    const found = placed.get(index);
    if (found === undefined) return typedOver(slot, cores[index]!, texts, taken);
    if (isUnclear(found, candidates, taken, slots)) return { at: 'unclear' };
    return { at: 'found', ...found };
  });
}

interface Texts {
  readonly base: string;
  readonly edited: string;
  readonly ones: readonly Token[];
  readonly others: readonly Token[];
  readonly pairs: ReadonlyMap<number, number>;
}

const window = 12;

function candidatesOf(slot: Slot, index: number, core: NumberCore, texts: Texts): readonly Candidate[] {
  const { base, edited, ones, others, pairs } = texts;
  const coreStart = slot.start + core.before.length;
  const twin = pairs.get(ones.findIndex(({ start }) => start === coreStart));
  const aligned = twin === undefined ? -1 : others[twin]!.start;
  return occurrencesOf(core, edited).map(({ start, end }): Candidate => {
    const before = sharedEnd(core.before, edited.slice(0, start));
    const after = sharedStart(core.after, edited.slice(end));
    const around =
      Math.min(window, sharedEnd(base.slice(0, coreStart), edited.slice(0, start)).count) +
      Math.min(window, sharedStart(base.slice(coreStart + core.core.length), edited.slice(end)).count);
    const isAligned = start === aligned;
    const unit = core.after.trim();
    const score =
      around + 2 * (before.count + after.count) + (isAligned ? 6 : 0) + (unit !== '' && after.count > 0 ? 3 : 0);
    const isWhole = before.count === lengthOf(core.before) && after.count === lengthOf(core.after);
    return {
      slot: index,
      start: start - before.length,
      end: end + after.length,
      text: edited.slice(start - before.length, end + after.length),
      before: before.count,
      after: after.count,
      score,
      // A lone small number is found anywhere: something around it has to agree.
      isSure:
        isAligned ||
        (isWhole && slot.text !== core.core) ||
        around + before.count + after.count > 0 ||
        core.core.length > 3,
    };
  });
}

/** Two equal numbers of which either may be it, and the other is nobody's. */
function isUnclear(
  found: Candidate,
  candidates: readonly Candidate[],
  taken: readonly Candidate[],
  slots: readonly Slot[],
): boolean {
  const slot = slots[found.slot]!;
  if (slot.next === slot.text) return false;
  const isFree = (candidate: Candidate): boolean =>
    !taken.some(({ start, end }) => candidate.start < end && start < candidate.end);
  return candidates.some(
    (rival) => rival.slot === found.slot && rival !== found && isFree(rival) && found.score - rival.score < 4,
  );
}

const anyNumber = new RegExp(`${digitNumber.source}|${chineseNumerals}`, 'gu');
/** Characters between what stood around a number: another number and its sign, hardly more. */
const mostBetween = 16;

/** Another number between the same neighbours, where the slot's own is nowhere. */
function typedOver(slot: Slot, core: NumberCore, texts: Texts, taken: readonly Stretch[]): Located {
  if (slot.kind === 'words' || core.kind === 'words') return { at: 'gone' };
  const { ones, others, pairs, edited } = texts;
  const coreStart = slot.start + core.before.length;
  const coreEnd = coreStart + core.core.length;
  const left = ones.findLastIndex(({ end }) => end <= coreStart);
  const right = ones.findIndex(({ start }) => start >= coreEnd);
  const [leftTwin, rightTwin] = [pairs.get(left), pairs.get(right)];
  const isLast = right < 0;
  // Numbers without a word among them stand where they stood.
  if (ones.length === others.length && [...ones, ...others].every(({ isNumber }) => isNumber)) {
    const { start, end, text } = others[left + 1]!;
    return { at: 'typed', start, end, text };
  }
  // What stands around it has to be there: one side at least, and the other too or nothing at all in both texts.
  if ((leftTwin === undefined && left >= 0) || (rightTwin === undefined && !isLast)) {
    if (leftTwin === undefined && rightTwin === undefined) return { at: 'gone' };
  }
  const from =
    leftTwin === undefined ? Math.max(0, (others[rightTwin!]?.start ?? 0) - mostBetween) : others[leftTwin]!.end;
  const to = rightTwin === undefined ? Math.min(edited.length, from + mostBetween) : others[rightTwin]!.start;
  if (to <= from || to - from > mostBetween * 2) return { at: 'gone' };
  const numbers = [...edited.slice(from, to).matchAll(anyNumber)].map((match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
    text: match[0],
  }));
  const free = numbers.filter(({ start, end }) => !taken.some((other) => start < other.end && other.start < end));
  const near =
    rightTwin === undefined ? free[0] : leftTwin === undefined ? free.at(-1) : free.length === 1 ? free[0] : undefined;
  return near === undefined || !touches(near, from, to, leftTwin !== undefined, rightTwin !== undefined, edited)
    ? { at: 'gone' }
    : { at: 'typed', ...near };
}

/** With one neighbour alone the number has to stand right beside it. */
function touches(
  { start, end }: Stretch,
  from: number,
  to: number,
  hasLeft: boolean,
  hasRight: boolean,
  text: string,
): boolean {
  if (hasLeft && hasRight) return true;
  return hasLeft ? text.slice(from, start).trim() === '' : text.slice(end, to).trim() === '';
}

const lengthOf = (text: string): number => text.replaceAll(/\s+/g, '').length;

interface Shared {
  /** Characters that agree, without spaces. */
  readonly count: number;
  /** How many of the second text they take, with its spaces. */
  readonly length: number;
}

/** What the first text ends with and the second too. */
function sharedEnd(one: string, other: string): Shared {
  let [at, place, count, length] = [one.length, other.length, 0, 0];
  for (;;) {
    while (at > 0 && /\s/.test(one[at - 1]!)) at -= 1;
    while (place > 0 && /\s/.test(other[place - 1]!)) place -= 1;
    if (at === 0 || place === 0 || fold(one[at - 1]!) !== fold(other[place - 1]!)) return { count, length };
    [at, place, count] = [at - 1, place - 1, count + 1];
    length = other.length - place;
  }
}

function sharedStart(one: string, other: string): Shared {
  let [at, place, count, length] = [0, 0, 0, 0];
  for (;;) {
    while (at < one.length && /\s/.test(one[at]!)) at += 1;
    while (place < other.length && /\s/.test(other[place]!)) place += 1;
    if (at === one.length || place === other.length || fold(one[at]!) !== fold(other[place]!)) return { count, length };
    [at, place, count] = [at + 1, place + 1, count + 1];
    length = place;
  }
}

const fold = (character: string): string => character.normalize('NFKC');
