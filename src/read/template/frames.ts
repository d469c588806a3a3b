/** What a block helper collects from the helpers in its body. */
import type { Chapter, DraftBlock, DraftInline, SlideOf, BlockReference } from '../../model/document.js';
import type { Span } from '../../model/span.js';

export type DraftSlide = SlideOf<DraftInline, BlockReference>;
export interface DraftCard {
  readonly number: string | null;
  readonly title: readonly DraftInline[];
  readonly text: readonly DraftInline[];
  readonly span: Span;
}
export interface DraftColumn {
  readonly weight: number;
  readonly blocks: readonly DraftBlock[];
}

export type Frame = DeckFrame | SlideFrame | MastheadFrame | CardsFrame | ColumnsFrame;

export interface DeckFrame {
  readonly kind: 'deck';
  readonly slides: DraftSlide[];
  readonly chapter: Chapter | null;
}
export interface SlideFrame {
  readonly kind: 'slide';
  readonly lines: Map<string, readonly DraftInline[]>;
  readonly regions: Map<string, readonly DraftBlock[]>;
  readonly notes: DraftBlock[];
}
export interface MastheadFrame {
  readonly kind: 'masthead';
  readonly lines: Map<string, readonly DraftInline[]>;
}
export interface CardsFrame {
  readonly kind: 'cards';
  readonly cards: DraftCard[];
}
export interface ColumnsFrame {
  readonly kind: 'columns';
  readonly columns: DraftColumn[];
}
