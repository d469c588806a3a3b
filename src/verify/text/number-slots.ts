/** Every number of a text as a build wrote it, with the figure that it belongs to and what that says now. */
import { digitNumber, spokenNumber } from '../../locale/reading/number-words.js';
import type { TextIdentity } from '../../powerpoint/identity/deck-identity.js';
import { planSlots, type Reprint, type Slot } from '../../refresh/text/plan-slots.js';
import { plainText } from '../../refresh/text/tokens.js';

/** In order. Numerals in words count within figures alone: 第六位, and not 一些. */
export function numberSlots(base: TextIdentity, next: TextIdentity | null, reprint: Reprint): readonly Slot[] {
  const slots = planSlots(base, next, reprint);
  const figures = slots.filter(({ kind }) => kind === 'figure');
  const own = figures.flatMap(numbersOfFigure);
  const plain = [...base.text.matchAll(digitNumber)].flatMap((match): Slot[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (figures.some((figure) => start < figure.end && figure.start < end)) return [];
    const known = slots.find((slot) => slot.kind === 'number' && slot.start === start);
    return [{ start, end, text: match[0], next: known?.next ?? match[0], figure: null, kind: 'number' }];
  });
  return [...own, ...plain].sort((one, other) => one.start - other.start);
}

/** A figure that has no number is one itself: 首夺. */
function numbersOfFigure(slot: Slot): readonly Slot[] {
  const numbers = numbersIn(slot.text);
  if (numbers.length === 0) return [slot];
  const now = slot.next === null ? null : numbersIn(slot.next);
  const said = (all: readonly NumberIn[]): string => all.map(({ text }) => text).join(' ');
  // The same number, and it fell.
  const isTurned = now !== null && said(now) === said(numbers) && plainText(slot.next ?? '') !== plainText(slot.text);
  return numbers.map(({ text, start }, index) => ({
    ...slot,
    start: slot.start + start,
    end: slot.start + start + text.length,
    text,
    // Where it is said in another way now, the whole of it tells more.
    next: now === null ? null : now.length === numbers.length && !isTurned ? now[index]!.text : slot.next,
  }));
}

export interface NumberIn {
  readonly text: string;
  readonly start: number;
}

/** In digits; where there are none, in words. */
export function numbersIn(text: string): readonly NumberIn[] {
  const found = (pattern: RegExp): readonly NumberIn[] =>
    [...text.matchAll(pattern)].map((match) => ({ text: match[0], start: match.index }));
  const digits = found(digitNumber);
  return digits.length > 0 ? digits : found(spokenNumber);
}
