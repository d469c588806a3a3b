/** What of a text is another now: each figure in it, and each stretch of words, with what it becomes. */
import type { TextIdentity } from '../../powerpoint/identity/deck-identity.js';
import { alignTokens } from './align-tokens.js';
import { tokensOf, type Token } from './tokens.js';

/** A stretch of the text as the build wrote it. */
export interface Slot {
  /** In UTF-16 units of that text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What stands there now; null where the report has the figure no more. */
  readonly next: string | null;
  /** The figure's id; null for words, and for a number that is bound to none. */
  readonly figure: string | null;
  readonly kind: 'figure' | 'number' | 'words';
}

/** What an earlier print of a figure is now, wherever it stands; null where the report has no such figure. */
export type Reprint = (figure: string, printed: string) => string | null;

/** In the order of the text; they do not overlap. `next` is the same text of the report as it is now. */
export function planSlots(base: TextIdentity, next: TextIdentity | null, reprint: Reprint): readonly Slot[] {
  const figures = figureSlots(base, next, reprint);
  const others = next === null ? plainNumbers(base) : otherSlots(base, next);
  const isFree = (slot: Slot): boolean => !figures.some(({ start, end }) => slot.start < end && start < slot.end);
  return [...figures, ...others.filter(isFree)].sort((one, other) => one.start - other.start);
}

function figureSlots(base: TextIdentity, next: TextIdentity | null, reprint: Reprint): readonly Slot[] {
  const counted = countById(next?.figures ?? []);
  const own = countById(base.figures);
  const seen = new Map<string, number>();
  return base.figures.map(({ figure, text, start }): Slot => {
    const nth = seen.get(figure) ?? 0;
    seen.set(figure, nth + 1);
    const [before, now] = [own.get(figure)!, counted.get(figure) ?? []];
    const twin = before.length === now.length ? now[nth]! : null;
    return { start, end: start + text.length, text, next: twin ?? reprint(figure, text), figure, kind: 'figure' };
  });
}

function countById(figures: TextIdentity['figures']): ReadonlyMap<string, readonly string[]> {
  const counted = new Map<string, string[]>();
  for (const { figure, text } of figures) counted.set(figure, [...(counted.get(figure) ?? []), text]);
  return counted;
}

/** Numbers that are bound to no figure hold their places, so that none of them is taken for a figure. */
const plainNumbers = ({ text }: TextIdentity): readonly Slot[] =>
  tokensOf(text)
    .filter(({ isNumber }) => isNumber)
    .map((token) => ({
      start: token.start,
      end: token.end,
      text: token.text,
      next: token.text,
      figure: null,
      kind: 'number',
    }));

/** Words and unbound numbers, by what the two texts share beside their figures. */
function otherSlots(base: TextIdentity, next: TextIdentity): readonly Slot[] {
  const [ones, others] = [maskedTokens(base), maskedTokens(next)];
  const pairs = alignTokens(ones, others);
  const kept = plainNumbers(base).filter((slot) => pairs.some(([one]) => ones[one]!.start === slot.start));
  const slots: Slot[] = [...kept];
  let [one, other] = [0, 0];
  for (const [oneTo, otherTo] of [...pairs, [ones.length, others.length] as const]) {
    const [gone, come] = [ones.slice(one, oneTo), others.slice(other, otherTo)];
    [one, other] = [oneTo + 1, otherTo + 1];
    const hasFigure = [...gone, ...come].some(({ key }) => key.startsWith('{'));
    if (gone.length === 0 || hasFigure) continue;
    const text = base.text.slice(gone[0]!.start, gone.at(-1)!.end);
    const now = come.length === 0 ? '' : next.text.slice(come[0]!.start, come.at(-1)!.end);
    slots.push({
      start: gone[0]!.start,
      end: gone.at(-1)!.end,
      text,
      next: now,
      figure: null,
      kind: gone.length === 1 && come.length === 1 && gone[0]!.isNumber ? 'number' : 'words',
    });
  }
  return slots;
}

/** A figure is one token, whatever it says. */
export function maskedTokens({ text, figures }: TextIdentity): readonly Token[] {
  const tokens: Token[] = [];
  let from = 0;
  const plain = (to: number): void => {
    tokens.push(
      ...tokensOf(text.slice(from, to)).map((token) => ({
        ...token,
        start: token.start + from,
        end: token.end + from,
      })),
    );
  };
  for (const figure of figures) {
    plain(figure.start);
    const end = figure.start + figure.text.length;
    tokens.push({ text: figure.text, key: `{${figure.figure}}`, isNumber: true, start: figure.start, end });
    from = end;
  }
  plain(text.length);
  return tokens;
}
