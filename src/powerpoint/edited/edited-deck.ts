/**
 * A deck as somebody has edited it: slides with their shapes, texts, tables, charts and notes, each with its place in
 * its part.
 */
import type { DeckIdentity, SlideIdentity } from '../identity/deck-identity.js';
import type { OpenedPackage } from '../package/open-package.js';
import type { XmlElement } from '../xml/parse-xml.js';
import type { EditedParagraph } from './paragraphs.js';

/** An XML part and its tree. */
export interface EditedPart {
  readonly path: string;
  readonly xml: string;
  readonly root: XmlElement;
}

export interface EditedCell {
  /** From 0, with the cells that others cover. */
  readonly column: number;
  /** How many columns and rows it takes. */
  readonly across: number;
  readonly down: number;
  readonly paragraphs: readonly EditedParagraph[];
}

export interface EditedTable {
  /** `a:tbl`. */
  readonly element: XmlElement;
  /** `a16:colId` of each column; null where it has none. */
  readonly columns: readonly (number | null)[];
  readonly rows: readonly {
    readonly id: number | null;
    readonly cells: readonly EditedCell[];
    readonly element: XmlElement;
  }[];
}

interface ShapeBase {
  /** `p:cNvPr`. */
  readonly properties: XmlElement;
  readonly element: XmlElement;
  readonly name: string;
  /** `a16:creationId`, in capitals; null where it was lost. */
  readonly creationId: string | null;
  /** In EMU, within its group; null where it takes its placeholder's. */
  readonly box: { readonly x: number; readonly y: number; readonly cx: number; readonly cy: number } | null;
  /** The alternative text. */
  readonly alt: string;
  /** It stands beside a chart of PowerPoint 2016, for programs that do not know that. */
  readonly isBeside?: true;
}

export type EditedShape = ShapeBase &
  (
    | { readonly kind: 'text'; readonly paragraphs: readonly EditedParagraph[] }
    | { readonly kind: 'table'; readonly table: EditedTable }
    /** `part` is null where it leads nowhere. */
    | {
        readonly kind: 'chart';
        readonly part: string | null;
        /** One of PowerPoint 2016: `mc:Fallback`, which holds what stands beside it. Left out for any other. */
        readonly beside?: XmlElement | null;
      }
    | { readonly kind: 'picture'; readonly media: string | null }
    | { readonly kind: 'plain' }
  );

export interface EditedSlide extends EditedPart {
  /** From 1, in the order of the show. */
  readonly number: number;
  /** `p14:creationId`; null where it was lost. */
  readonly creationId: number | null;
  /** What the slide says of itself, where that is kept. */
  readonly own: { readonly report: string; readonly slide: SlideIdentity } | null;
  /** Those in groups too, each behind its group's place. */
  readonly shapes: readonly EditedShape[];
  /** Groups that have an alternative text. */
  readonly groups: readonly EditedShape[];
  readonly notes: (EditedPart & { readonly paragraphs: readonly EditedParagraph[] }) | null;
  /** Texts of comments on it. */
  readonly comments: readonly (EditedPart & { readonly texts: readonly XmlElement[] })[];
}

export interface EditedDeck {
  readonly pack: OpenedPackage;
  /** Path of the presentation itself: `ppt/presentation.xml`. */
  readonly main: string;
  /** The custom XML part that holds `identity`. */
  readonly identityPart: string | null;
  readonly identity: DeckIdentity | null;
  /** A build made it, and what it says of itself cannot be read. */
  readonly isIdentityLost: boolean;
  readonly slides: readonly EditedSlide[];
}
