/** What a writer may use beside the pages. */
import type { Tell } from '../../diagnostics/diagnostic.js';
import type { Memo } from '../../memo/memo.js';
import type { ChartPlugin } from '../../model/chart.js';
import type { Resolution } from '../../model/report.js';
import type { PictureThread } from '../../model/pictures/shrink-png.js';
import type { DeckTemplate } from '../../powerpoint/template/landing.js';
import type { Fonts } from '../../text/fonts.js';
import type { FittingPictures } from './fitted-pictures.js';

/** A file inside a file. */
export interface Attachment {
  /** figures.csv */
  readonly name: string;
  /** MIME type: text/csv. */
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly description: string;
}

export interface WriteContext {
  /** The report's id: what a deck's own ids are made of, beside its slides. */
  readonly report?: string;
  readonly fonts: Fonts;
  readonly tell: Tell;
  /** What the briefing carries; none where left out. */
  readonly attachments?: readonly Attachment[];
  /** Resolution of pictures; all their pixels where left out. */
  readonly resolution?: Resolution;
  /** Plugins of Chart.js that the bundle names; none where left out. */
  readonly plugins?: readonly ChartPlugin[];
  /**
   * The PowerPoint file that a deck is made inside of, with where its layouts stand there; left out, the deck has
   * layouts of its own.
   */
  readonly template?: DeckTemplate;
  /** Fonts travel in a deck, as far as they may. */
  readonly embed?: boolean;
  /** Makes pictures smaller beside us; left out, it is done here. */
  readonly thread?: PictureThread;
  /** Those of these pages, where they were begun before. */
  readonly pictures?: FittingPictures;
  /** Results of earlier builds with this theme and these fonts; left out, all is done anew. */
  readonly memo?: Memo;
  /** Takes what is going to be written, by the name of its document: for whoever looks for a fault. */
  readonly trace?: (name: string, plan: unknown) => void;
}
