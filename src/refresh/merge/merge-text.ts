/** One text, three ways: as the build wrote it, as it stands in the deck, as the report says it now. */
import type { TextEdit } from '../../powerpoint/edited/paragraphs.js';
import type { TextIdentity } from '../../powerpoint/identity/deck-identity.js';
import type { Change, ConflictChoice } from '../changes/change.js';
import { alignTokens } from '../text/align-tokens.js';
import { difference } from '../text/difference.js';
import { findVerbatim, type Stretch } from '../text/find-verbatim.js';
import { locateSlots, type Located } from '../text/locate-slots.js';
import { numberCore } from '../text/number-core.js';
import { planSlots, type Reprint, type Slot } from '../text/plan-slots.js';
import { replaceFigure } from '../text/replace-figure.js';
import { plainText, tokensOf } from '../text/tokens.js';
import { turnWordsWithin } from '../text/words-apart.js';

export interface MergeRules {
  readonly reprint: Reprint;
  readonly choice: ConflictChoice;
  /** Whether paragraphs and rows that only the report has are put in, or told. */
  readonly addNew: boolean;
}

/** What came of one stretch; who calls it knows where that stands. */
export type TextOutcome = Pick<Change, 'kind' | 'figure' | 'before' | 'after' | 'reason' | 'addition'>;

export interface MergedText {
  /** Stretches of the edited text. They do not overlap. */
  readonly edits: readonly TextEdit[];
  readonly outcomes: readonly TextOutcome[];
  /** Figures that stand in it no more, though the build wrote them there: perhaps elsewhere in the shape. */
  readonly lost: readonly Slot[];
  /** Where in the edited text its figures and unbound numbers were found. */
  readonly taken: readonly Stretch[];
}

const nothing: MergedText = { edits: [], outcomes: [], lost: [], taken: [] };

export function mergeText(
  base: TextIdentity,
  next: TextIdentity | null,
  edited: string,
  rules: MergeRules,
): MergedText {
  if (base.text === edited && next !== null && isSameText(base, next))
    return { ...nothing, taken: [{ start: 0, end: edited.length }] };
  const slots = planSlots(base, next, rules.reprint);
  if (next !== null && slots.every((slot) => slot.next !== null)) {
    const [whole, ...more] = findVerbatim(base.text, edited);
    if (whole !== undefined && more.length === 0) return takeNext(base, next, edited, whole, slots);
  }
  const located = locateSlots(base.text, slots, edited);
  const parts = slots.map((slot, index) => mergeSlot(slot, located[index]!, base.text, edited, rules));
  return {
    edits: parts.flatMap(({ edits }) => edits),
    outcomes: parts.flatMap(({ outcomes }) => outcomes),
    lost: parts.flatMap(({ lost }) => lost),
    taken: located.flatMap((each) => ('start' in each ? [{ start: each.start, end: each.end }] : [])),
  };
}

/** The report says now what it said: the words, and the figures in them. */
export const isSameText = (base: TextIdentity, next: TextIdentity): boolean =>
  base.text === next.text &&
  base.figures.length === next.figures.length &&
  base.figures.every(({ figure, start }, index) => {
    const other = next.figures[index]!;
    return figure === other.figure && start === other.start;
  });

/** Nobody touched it, though there may be words of a person before it and behind. */
function takeNext(
  base: TextIdentity,
  next: TextIdentity,
  edited: string,
  { start, end }: Stretch,
  slots: readonly Slot[],
): MergedText {
  const taken = [{ start, end }];
  if (plainText(base.text) === plainText(next.text)) return { ...nothing, taken };
  const changed = slots.filter((slot) => slot.next !== slot.text && slot.figure !== null);
  const outcomes = changed.map(({ figure, text, next: now }) => updated(figure, text, now ?? ''));
  return {
    edits: difference(edited.slice(start, end), next.text).map((edit) => ({
      ...edit,
      start: edit.start + start,
      end: edit.end + start,
    })),
    outcomes: outcomes.length > 0 ? outcomes : [updated(null, base.text, next.text)],
    lost: [],
    taken,
  };
}

const updated = (figure: string | null, before: string, after: string): TextOutcome => ({
  kind: 'updated',
  figure,
  before,
  after,
  reason: null,
});

function mergeSlot(slot: Slot, located: Located, base: string, edited: string, rules: MergeRules): MergedText {
  if (slot.next === null) return located.at === 'found' ? told('gone', slot, located.text, null) : nothing;
  if (slot.kind === 'words') return mergeWords(slot, base, edited);
  const isChanged = plainText(slot.next) !== plainText(slot.text);
  switch (located.at) {
    case 'found': {
      if (!isChanged) return nothing;
      const edits = replaceFigure(located, slot.text, slot.next, edited);
      if (edits === null) return settle('words', slot, located, rules);
      return { ...nothing, edits, outcomes: [updated(slot.figure, located.text, slot.next)] };
    }
    case 'typed':
      if (slot.figure === null && !isChanged) return nothing;
      return plainText(located.text) === plainText(numberCore(slot.next).core)
        ? nothing
        : settle('typed-over', slot, located, rules);
    case 'unclear':
      return rules.choice === 'ours'
        ? told('kept', slot, slot.text, 'unclear')
        : told('conflict', slot, slot.text, 'unclear');
    case 'gone': {
      const turn =
        isChanged && numberCore(slot.text).kind === 'words' ? turnWordsWithin(edited, slot.text, slot.next) : null;
      if (turn !== null) return { ...nothing, edits: [turn], outcomes: [updated(slot.figure, slot.text, slot.next)] };
      return isChanged || slot.figure !== null ? { ...nothing, lost: [slot] } : nothing;
    }
  }
}

const told = (kind: Change['kind'], slot: Slot, before: string, reason: Change['reason']): MergedText => ({
  ...nothing,
  outcomes: [{ kind, figure: slot.figure, before, after: slot.next ?? '', reason }],
});

/** The deck says something else than the report, and a person wrote it. */
function settle(
  reason: 'typed-over' | 'words',
  slot: Slot,
  stretch: { readonly start: number; readonly end: number; readonly text: string },
  { choice }: MergeRules,
): MergedText {
  if (choice === 'ours') return told('kept', slot, stretch.text, reason);
  const [was, now] = [numberCore(slot.text), numberCore(slot.next ?? '')];
  const isNumberAlone =
    plainText(was.before) === plainText(now.before) && plainText(was.after) === plainText(now.after);
  if (choice === 'tell' || (reason === 'typed-over' && !isNumberAlone))
    return told('conflict', slot, stretch.text, reason);
  const text = reason === 'typed-over' ? now.core : (slot.next ?? '');
  return {
    ...nothing,
    edits: [{ start: stretch.start, end: stretch.end, text }],
    outcomes: [updated(slot.figure, stretch.text, slot.next ?? '')],
  };
}

/** Words that the report says otherwise now: they follow where they stand as the build wrote them. */
function mergeWords(slot: Slot, base: string, edited: string): MergedText {
  const [ones, others] = [tokensOf(base), tokensOf(edited)];
  const pairs = new Map(alignTokens(ones, others));
  const own = ones.flatMap((token, index) => (token.start >= slot.start && token.end <= slot.end ? [index] : []));
  const twins = own.map((index) => pairs.get(index));
  const [first, last] = [twins[0], twins.at(-1)];
  const stands =
    first !== undefined && last !== undefined && !twins.includes(undefined) && last - first === own.length - 1;
  if (!stands) return told('kept', slot, slot.text, 'wording');
  return {
    ...nothing,
    edits: [{ start: others[first]!.start, end: others[last]!.end, text: slot.next ?? '' }],
    outcomes: [updated(null, slot.text, slot.next ?? '')],
  };
}
