/** What a slide is laid with. */
import type { DocumentMeta, Slide } from '../../model/document.js';
import type { NoteLabel } from '../../model/page.js';
import type { SlideLayout } from '../../model/slide-layout.js';
import type { Note } from '../blocks/footnotes.js';
import type { BlockContext } from '../galley/block.js';

export interface SlideSetting {
  readonly meta: DocumentMeta;
  readonly slide: Slide;
  /** Null where the content chooses, page by page. */
  readonly layout: SlideLayout | null;
  readonly layouts: ReadonlyMap<string, SlideLayout>;
  /** The layout of each page, in their order, where those are known beforehand; null where they are to be chosen. */
  readonly shownIn: readonly SlideLayout[] | null;
  /** What each of the slide's footnotes is called. */
  readonly labels: ReadonlyMap<Note, NoteLabel>;
  readonly context: BlockContext;
}

/** The same with the layout of one page. */
export interface PageSetting extends SlideSetting {
  readonly layout: SlideLayout;
}
