/** The paragraphs of a box, a cell or a speaker's notes, each with the one that the build wrote. */
import { spliceParagraph, type EditedParagraph, type TextEdit } from '../../powerpoint/edited/paragraphs.js';
import type { Splice } from '../../powerpoint/edited/edit-xml.js';
import type { TextIdentity } from '../../powerpoint/identity/deck-identity.js';
import { pairBuilds, pairEdited } from '../match/pair-texts.js';
import { findVerbatim, type Stretch } from '../text/find-verbatim.js';
import { locateSlots } from '../text/locate-slots.js';
import { numberCore } from '../text/number-core.js';
import { planSlots, type Slot } from '../text/plan-slots.js';
import { paragraphLike } from '../added/paragraph-like.js';
import { replaceFigure } from '../text/replace-figure.js';
import { plainText, tokensOf } from '../text/tokens.js';
import { mergeText, type MergeRules, type TextOutcome } from './merge-text.js';

/** An outcome with the words in which it stands. */
export interface PlacedOutcome extends TextOutcome {
  readonly context: string;
}

export interface MergedParagraphs {
  readonly splices: readonly Splice[];
  readonly outcomes: readonly PlacedOutcome[];
  /** Indices of paragraphs that the build did not write. */
  readonly foreign: readonly number[];
}

export function mergeParagraphs(
  xml: string,
  texts: { readonly base: readonly TextIdentity[]; readonly next: readonly TextIdentity[] | null },
  edited: readonly EditedParagraph[],
  rules: MergeRules,
): MergedParagraphs {
  const { base, next } = texts;
  const twins = next === null ? base.map(() => null) : pairBuilds(base, next);
  const places = pairEdited(
    base,
    edited.map(({ text }) => text),
  );
  const state: Merging = { edited, edits: new Map(), taken: new Map(), outcomes: [] };
  const lost: LostSlot[] = [];
  const take = (text: TextIdentity, now: TextIdentity | null, place: number): void => {
    const context = edited[place]!.text;
    const merged = mergeText(text, now, context, rules);
    occupy(state, place, merged.edits, merged.taken);
    state.outcomes.push(...merged.outcomes.map((outcome) => ({ ...outcome, context })));
    lost.push(...merged.lost.map((slot) => ({ slot, base: text })));
  };
  const twinOf = (index: number): TextIdentity | null => next?.[twins[index] ?? -1] ?? null;
  base.forEach((text, index) => {
    const place = places[index] ?? null;
    if (place !== null) take(text, twinOf(index), place);
  });
  base.forEach((text, index) => {
    if ((places[index] ?? null) !== null || mergeJoined(text, twinOf(index), state, rules)) return;
    const slots = planSlots(text, twinOf(index), rules.reprint).filter(isFigure);
    lost.push(...slots.map((slot) => ({ slot, base: text })));
  });
  const foreign = edited.flatMap((_, index) => (places.includes(index) ? [] : [index]));
  const used = findLost(lost, foreign, state);
  const { edits, outcomes } = state;
  const added = next === null ? [] : newParagraphs({ xml, next, twins, places, edited }, rules.addNew);
  outcomes.push(...added.map(({ outcome }) => outcome));
  return {
    splices: [
      ...edited.flatMap((paragraph, index) => spliceOrTell(xml, paragraph, edits.get(index) ?? [], outcomes)),
      ...added.flatMap(({ splices }) => splices),
    ],
    outcomes,
    foreign: foreign.filter((index) => !used.has(index) && !state.taken.has(index)),
  };
}

interface PairedParagraphs {
  readonly xml: string;
  readonly next: readonly TextIdentity[];
  /** By index of the build before: its twin in the build now, and in the deck. */
  readonly twins: readonly (number | null)[];
  readonly places: readonly (number | null)[];
  readonly edited: readonly EditedParagraph[];
}

/** Paragraphs that only the report has, each behind the one that it follows there. Others said anew are not new. */
function newParagraphs(
  { xml, next, twins, places, edited }: PairedParagraphs,
  isAdded: boolean,
): readonly { readonly splices: readonly Splice[]; readonly outcome: PlacedOutcome }[] {
  if (twins.includes(null)) return [];
  const said = new Set(edited.map(({ text }) => plainText(text)));
  return next.flatMap(({ text }, index) => {
    if (twins.includes(index) || plainText(text) === '' || said.has(plainText(text))) return [];
    const before = next.slice(0, index).map((_, other) => places[twins.indexOf(other)] ?? null);
    const home = before.findLast((place) => place !== null) ?? null;
    const own = isAdded && home !== null ? edited[home]! : null;
    const kind = own === null ? 'new' : 'added';
    const at = own?.element.end ?? 0;
    return [
      {
        splices: own === null ? [] : [{ start: at, end: at, text: paragraphLike(xml, own, text) }],
        outcome: { kind, figure: null, before: '', after: text, reason: null, context: '' } as const,
      },
    ];
  });
}

const isFigure = ({ figure }: Slot): boolean => figure !== null;

/** What the paragraphs of a box come to, so far. */
interface Merging {
  readonly edited: readonly EditedParagraph[];
  /** By index of `edited`. */
  readonly edits: Map<number, TextEdit[]>;
  /** By index of `edited`: where figures stand that have been found. */
  readonly taken: Map<number, Stretch[]>;
  readonly outcomes: PlacedOutcome[];
}

interface LostSlot {
  readonly slot: Slot;
  /** The text in which the build wrote it. */
  readonly base: TextIdentity;
}

function occupy(
  { edits, taken }: Merging,
  place: number,
  own: readonly TextEdit[],
  stretches: readonly Stretch[],
): void {
  edits.set(place, [...(edits.get(place) ?? []), ...own]);
  taken.set(place, [...(taken.get(place) ?? []), ...stretches]);
}

const isFree = ({ taken }: Merging, place: number, { start, end }: Stretch): boolean =>
  !(taken.get(place) ?? []).some((other) => start < other.end && other.start < end);

/** A paragraph that somebody joined to another stands in that word for word, as does one of a cell that was merged. */
function mergeJoined(text: TextIdentity, next: TextIdentity | null, state: Merging, rules: MergeRules): boolean {
  if (plainText(text.text).length < 2) return false;
  for (const [place, { text: context }] of state.edited.entries()) {
    const home = findVerbatim(text.text, context).find((stretch) => isFree(state, place, stretch));
    if (home === undefined) continue;
    const merged = mergeText(text, next, context.slice(home.start, home.end), rules);
    const shifted = merged.edits.map((edit) => ({
      ...edit,
      start: edit.start + home.start,
      end: edit.end + home.start,
    }));
    occupy(state, place, shifted, [home]);
    state.outcomes.push(...merged.outcomes.map((outcome) => ({ ...outcome, context })));
    return true;
  }
  return false;
}

/**
 * What a paragraph lost may stand in one that a person made of its other half, or that they joined it to. Comes to the
 * paragraphs in which something was found.
 */
function findLost(lost: readonly LostSlot[], foreign: readonly number[], state: Merging): ReadonlySet<number> {
  const { edited, outcomes } = state;
  const used = new Set<number>();
  const searched = [...foreign, ...edited.keys()].filter((place, index, all) => all.indexOf(place) === index);
  for (const { slot, base } of lost) {
    const isChanged = slot.next !== null && plainText(slot.next) !== plainText(slot.text);
    const homes = searched.flatMap((place) => {
      const [found] = locateSlots(base.text, [slot], edited[place]!.text);
      return found?.at === 'found' && isFree(state, place, found) ? [{ place, found }] : [];
    });
    // A number without its unit or its words is known by its digits, where no other paragraph has them.
    const { core } = numberCore(slot.text);
    const isLone = homes.length === 1 && numbersIn(edited[homes[0]!.place]!.text) === 1;
    const isTelling = homes.length === 1 && core.length > (isLone ? 1 : 2);
    const home = homes.find(({ found }) => found.before + found.after > 0) ?? (isTelling ? homes[0] : undefined);
    if (home !== undefined) used.add(home.place);
    if (!isChanged || slot.next === null) continue;
    const context = home === undefined ? base.text : edited[home.place]!.text;
    const outcome = { figure: slot.figure, before: slot.text, after: slot.next, context };
    if (home === undefined) {
      if (slot.figure !== null) outcomes.push({ ...outcome, kind: 'kept', reason: 'deleted' });
      continue;
    }
    const own = replaceFigure(home.found, slot.text, slot.next, edited[home.place]!.text);
    occupy(state, home.place, own ?? [], [home.found]);
    outcomes.push(
      own === null ? { ...outcome, kind: 'conflict', reason: 'words' } : { ...outcome, kind: 'updated', reason: null },
    );
  }
  return used;
}

function spliceOrTell(
  xml: string,
  paragraph: EditedParagraph,
  edits: readonly TextEdit[],
  outcomes: PlacedOutcome[],
): readonly Splice[] {
  if (edits.length === 0) return [];
  const splices = spliceParagraph(xml, paragraph, edits);
  if (splices !== null) return splices;
  for (const [index, outcome] of outcomes.entries())
    if (outcome.context === paragraph.text && outcome.kind === 'updated')
      outcomes[index] = { ...outcome, kind: 'stale', reason: 'locked' };
  return [];
}

const numbersIn = (text: string): number => tokensOf(text).filter(({ isNumber }) => isNumber).length;

/** A text of several lines as a text for each. */
export function linesOf(texts: readonly TextIdentity[]): readonly TextIdentity[] {
  return texts.flatMap(({ text, figures }) => {
    if (!text.includes('\n')) return [{ text, figures }];
    let from = 0;
    return text.split('\n').map((line): TextIdentity => {
      const start = from;
      from += line.length + 1;
      return {
        text: line,
        figures: figures
          .filter((figure) => figure.start >= start && figure.start + figure.text.length <= start + line.length)
          .map((figure) => ({ ...figure, start: figure.start - start })),
      };
    });
  });
}
