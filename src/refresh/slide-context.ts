/** What the slides of a deck are refreshed with, and what comes of them. */
import type { EditedDeck, EditedShape, EditedSlide } from '../powerpoint/edited/edited-deck.js';
import type { Splice } from '../powerpoint/edited/edit-xml.js';
import type { DeckIdentity, ShapeIdentity, SlideIdentity } from '../powerpoint/identity/deck-identity.js';
import type { Figure } from '../model/figure.js';
import type { ChartDrawings } from '../writers/pptx/drawings-beside.js';
import type { StateFills } from '../writers/pptx/state-fills.js';
import type { Change, ChangePlace, ConflictChoice } from './changes/change.js';
import type { RowHomes } from './match/row-homes.js';
import type { TextOutcome } from './merge/merge-text.js';
import type { SlidePair } from './match/pair-slides.js';
import type { OldPrints } from './quoted-numbers.js';
import type { Reprint } from './text/plan-slots.js';

/** What the report makes of its deck now. */
export interface Theirs {
  readonly identity: DeckIdentity;
  readonly figures: ReadonlyMap<string, Figure>;
  /** Native charts and pictures by the creation ids of their shapes, in capitals. */
  readonly charts: ReadonlyMap<string, { readonly xml: string; readonly workbook: Uint8Array }>;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Charts of PowerPoint 2016, and the shapes that charts are drawn with as XML of a slide, likewise. */
  readonly extended: ReadonlyMap<string, { readonly xml: string; readonly workbook: Uint8Array }>;
  readonly drawings: ChartDrawings;
  /** Colours of boxes and plain shapes that say a state, likewise. */
  readonly states: ReadonlyMap<string, StateFills>;
}

export interface SlideContext {
  readonly deck: EditedDeck;
  readonly theirs: Theirs;
  readonly rules: { readonly reprint: Reprint; readonly choice: ConflictChoice; readonly addNew: boolean };
  readonly pairOf: ReadonlyMap<SlideIdentity, SlidePair>;
  readonly everywhere: ReadonlyMap<string, ShapeIdentity>;
  readonly homeOf: RowHomes;
  readonly isSameChart: (edited: EditedShape, base: ShapeIdentity) => boolean;
  readonly old: OldPrints;
  /** Parts that slides share and that are merged already. */
  readonly done: Set<string>;
}

export interface Collected {
  readonly splices: Splice[];
  readonly parts: Map<string, string | Uint8Array>;
  readonly changes: Change[];
}

/** What came of a text, with where it stands. */
export const place = (
  outcome: TextOutcome & { readonly context: string },
  slide: EditedSlide,
  where: ChangePlace,
  shape: string | null,
): Change => ({ ...outcome, place: where, slide: slide.number, title: titleOf(slide), shape });

export const titleOf = ({ shapes }: EditedSlide): string => {
  const first = shapes.find(
    (shape) => shape.kind === 'text' && shape.paragraphs.some(({ text }) => text.trim() !== ''),
  );
  return first?.kind === 'text'
    ? first.paragraphs
        .map(({ text }) => text)
        .join(' ')
        .trim()
    : '';
};
