/** A slide of the edited deck for which the report has more than it ever had. */
import type { EditedSlide } from '../../powerpoint/edited/edited-deck.js';
import type { ShapeIdentity } from '../../powerpoint/identity/deck-identity.js';
import type { ShapeMatch } from './match-shapes.js';
import type { SlidePair } from './pair-slides.js';

export interface SlideGrowth {
  readonly slide: EditedSlide;
  readonly pair: SlidePair;
  /** What each shape of the slide is. */
  readonly matches: readonly (ShapeMatch | null)[];
  /** Cards, charts, tables, pictures and texts that the slide never had, as the report calls them. */
  readonly shapes: ReadonlySet<ShapeIdentity>;
  /** Charts of the build whose marks stand where it put them. */
  readonly marked: ReadonlySet<ShapeIdentity>;
}
