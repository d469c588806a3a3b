/**
 * The words that a figure was printed with, where a person wrote others between them and its number: of 增长8.1% the
 * 增长 in 增长了约8.1%. They have to turn with the number.
 */
import type { TextEdit } from '../../powerpoint/edited/paragraphs.js';
import { findVerbatim } from './find-verbatim.js';

/** Characters that may stand between words and their number. */
const mostBetween = 12;
/** Beyond these another clause begins, or another number: words there are not this number's. */
const barrier = /[\d，。；：、,;:!?！？()（）\n]/;

/**
 * @param text the edited text; `at` is where the number begins in it, or what is left of the words beside it
 * @returns the edit that makes `now` of `was`; null where `was` does not stand there, or more than once
 */
export function turnWordsApart(text: string, at: number, was: string, now: string): TextEdit | null {
  const [head, tail] = [commonHead(was, now), commonTail(was, now)];
  const [from, to] = [head, Math.max(head, was.length - tail)];
  const own = was.slice(from, to);
  // A sign alone is beside its number, or it is not its sign.
  if (!/\p{L}/u.test(own)) return null;
  const clause = text.slice(Math.max(0, at - mostBetween - own.length), at);
  const places = findVerbatim(own, clause);
  const place = places[0];
  if (place === undefined || places.length > 1 || barrier.test(clause.slice(place.end))) return null;
  const offset = at - clause.length;
  return {
    start: place.start + offset,
    end: place.end + offset,
    text: now.slice(from, Math.max(from, now.length - tail)),
  };
}

function commonHead(one: string, other: string): number {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count += 1;
  return count;
}

/**
 * A figure that is words alone (同比下降 on a card, its number elsewhere), of which a person changed others: what turns
 * of them, where it stands once.
 */
export function turnWordsWithin(text: string, was: string, now: string): TextEdit | null {
  const [head, tail] = [commonHead(was, now), commonTail(was, now)];
  const own = was.slice(head, was.length - tail);
  const [place, ...more] = own.length < leastWord ? [] : findVerbatim(own, text);
  return place === undefined || more.length > 0 ? null : { ...place, text: now.slice(head, now.length - tail) };
}

/** A single character stands in many words. */
const leastWord = 2;

/** Behind what both begin with. */
function commonTail(one: string, other: string): number {
  const most = Math.min(one.length, other.length) - commonHead(one, other);
  let count = 0;
  while (count < most && one.at(-1 - count) === other.at(-1 - count)) count += 1;
  return count;
}
