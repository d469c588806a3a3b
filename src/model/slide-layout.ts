/** A slide layout: where the blocks of a slide go. Read from `templates/<bundle>/layouts/<name>.yaml`. */
import type { Box, Pt, Size } from './length.js';
import type { Span } from './span.js';
import type { Color } from './theme.js';
import type { BlockKind } from './document.js';

export const verticalAlignments = ['top', 'middle', 'bottom'] as const;
/** Kinds of placeholder of PresentationML (ISO 29500-1, 19.7.10). */
export const placeholders = ['title', 'ctrTitle', 'subTitle', 'body', 'pic', 'ftr', 'dt', 'sldNum'] as const;
export const decorationShapes = ['rect', 'line', 'ellipse'] as const;

/**
 * One region of a layout. Blocks of the slide's body go, in their order, to the first region that accepts their kind
 * and has room.
 */
export interface Region {
  readonly name: string;
  readonly box: Box;
  /** Block kinds that this region takes; `title` and `subtitle` are filled from the slide's own options. */
  readonly accepts: readonly (BlockKind | 'title' | 'subtitle' | 'footer' | 'number' | 'date' | 'kicker')[];
  /** How many blocks it takes; null for any number. */
  readonly most: number | null;
  /** Its content may be no smaller than this, in pt: a layout in which it would be is not chosen. */
  readonly least?: Size;
  /** Regions above or below it that grow by the height that it leaves free, all of it where it stays empty. */
  readonly yields?: readonly string[];
  /** `grid` sets the items of a list as cells side by side, in even rows; `flow`, or left out, as one text. */
  readonly arrange?: 'flow' | 'grid';
  /** Text style of plain text in it. */
  readonly style: string;
  /** Where the layout names it; left out where it is the usual one. */
  readonly styleSpan?: Span;
  /** The smallest and largest size in pt that fitting may choose for its text; null keeps the style's size. */
  readonly smallest: Pt | null;
  readonly largest: Pt | null;
  readonly valign: (typeof verticalAlignments)[number];
  /** A picture fills it to the edge and shows no caption. */
  readonly bleed: boolean;
  /** The kind of placeholder that it becomes in the slide layout of a deck; null for a direct box. */
  readonly placeholder: (typeof placeholders)[number] | null;
  /** What its text stands on where that is not the layout's background. */
  readonly ground?: Color;
  /** Its text cannot be read on what lies behind and stands on a plate of the page's colour. */
  readonly isPlated?: boolean;
}

/** A fixed shape behind a layout's content: an artifact, not read aloud. */
export interface Decoration {
  readonly shape: (typeof decorationShapes)[number];
  readonly box: Box;
  readonly fill: Color | null;
  readonly stroke: Color | null;
  /** In pt. */
  readonly strokeWidth: Pt;
}

export interface SlideLayout {
  readonly name: string;
  /** As PowerPoint's layout menu shows it, where `labels` has no word in the report's language. */
  readonly label: string;
  /** By language, `zh` and `en`. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The layout of a further slide when only text is left over; null goes on in this one. */
  readonly continues: string | null;
  readonly background: Color;
  readonly regions: readonly Region[];
  readonly decorations: readonly Decoration[];
  /** Its place among the layouts that the bundle chooses from, from 0; left out where it is taken by name alone. */
  readonly choice?: number;
  readonly span: Span;
}
