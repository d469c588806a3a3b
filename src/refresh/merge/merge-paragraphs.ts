/** The paragraphs of a box, a cell or a speaker's notes, each with the one that the build wrote. */
import { spliceParagraph, type EditedParagraph, type TextEdit } from '../../powerpoint/edited/paragraphs.js';
import type { Splice } from '../../powerpoint/edited/edit-xml.js';
import type { TextIdentity } from '../../powerpoint/identity/deck-identity.js';
import { pairBuilds, pairEdited } from '../match/pair-texts.js';
import { locateSlots } from '../text/locate-slots.js';
import { planSlots, type Slot } from '../text/plan-slots.js';
import { paragraphLike } from '../added/paragraph-like.js';
import { replaceFigure } from '../text/replace-figure.js';
import { plainText } from '../text/tokens.js';
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
  const edits = new Map<number, TextEdit[]>();
  const outcomes: PlacedOutcome[] = [];
  const lost: { slot: Slot; base: TextIdentity }[] = [];
  base.forEach((text, index) => {
    const [place, twin] = [places[index] ?? null, twins[index] ?? null];
    const now = twin === null ? null : next![twin]!;
    const paragraph = place === null ? null : edited[place]!;
    if (paragraph === null || place === null) {
      lost.push(
        ...planSlots(text, now, rules.reprint)
          .filter(isFigure)
          .map((slot) => ({ slot, base: text })),
      );
      return;
    }
    const merged = mergeText(text, now, paragraph.text, rules);
    edits.set(place, [...merged.edits]);
    outcomes.push(...merged.outcomes.map((outcome) => ({ ...outcome, context: paragraph.text })));
    lost.push(...merged.lost.map((slot) => ({ slot, base: text })));
  });
  const foreign = edited.flatMap((_, index) => (places.includes(index) ? [] : [index]));
  const searched = findLost(lost, foreign, edited, edits);
  outcomes.push(...searched.outcomes);
  const added = next === null ? [] : newParagraphs({ xml, next, twins, places, edited }, rules.addNew);
  outcomes.push(...added.map(({ outcome }) => outcome));
  return {
    splices: [
      ...edited.flatMap((paragraph, index) => spliceOrTell(xml, paragraph, edits.get(index) ?? [], outcomes)),
      ...added.flatMap(({ splices }) => splices),
    ],
    outcomes,
    foreign: foreign.filter((index) => !searched.used.has(index)),
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

/** What a paragraph lost may stand in one that a person made of its other half. */
function findLost(
  lost: readonly { readonly slot: Slot; readonly base: TextIdentity }[],
  foreign: readonly number[],
  edited: readonly EditedParagraph[],
  edits: Map<number, TextEdit[]>,
): { readonly outcomes: readonly PlacedOutcome[]; readonly used: ReadonlySet<number> } {
  const outcomes: PlacedOutcome[] = [];
  const used = new Set<number>();
  for (const { slot, base } of lost) {
    const isChanged = slot.next !== null && plainText(slot.next) !== plainText(slot.text);
    const home = foreign.find((index) => {
      const [found] = locateSlots(base.text, [slot], edited[index]!.text);
      return found?.at === 'found' && found.before + found.after > 0;
    });
    const context = home === undefined ? base.text : edited[home]!.text;
    const found = home === undefined ? undefined : locateSlots(base.text, [slot], context)[0];
    if (home !== undefined) used.add(home);
    if (!isChanged || slot.next === null) continue;
    const own = found?.at === 'found' ? replaceFigure(found, slot.text, slot.next) : undefined;
    const outcome = { figure: slot.figure, before: slot.text, after: slot.next, context };
    if (own === undefined) {
      if (slot.figure !== null) outcomes.push({ ...outcome, kind: 'kept', reason: 'deleted' });
    } else if (own === null) outcomes.push({ ...outcome, kind: 'conflict', reason: 'words' });
    else {
      const known = edits.get(home!) ?? [];
      if (known.some((edit) => own.some(({ start, end }) => start < edit.end && edit.start < end))) continue;
      edits.set(home!, [...known, ...own]);
      outcomes.push({ ...outcome, kind: 'updated', reason: null });
    }
  }
  return { outcomes, used };
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
