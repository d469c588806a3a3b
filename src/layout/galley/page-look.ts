/** What pages are laid with, whatever stands on them. */
import type { PageGrid } from '../../model/bundle/page-grid.js';
import type { ReturnedDeck } from '../../model/record/returned-deck.js';
import type { SlideLayout } from '../../model/slide-layout.js';
import type { Theme } from '../../model/theme.js';
import type { Fonts } from '../../text/fonts.js';

export interface PageLook {
  readonly theme: Theme;
  /** Slide layouts by name; a document on paper needs none. */
  readonly layouts: ReadonlyMap<string, SlideLayout>;
  readonly fonts: Fonts;
  /** How many slides of somebody else's stand before a deck's: its own are numbered from there. */
  readonly slidesBefore?: number;
  /** The grid of its pages, for a document on paper whose stories stand on one. */
  readonly grid?: PageGrid | null;
  /** Left out where a deck is made afresh. */
  readonly returned?: ReturnedDeck;
}
