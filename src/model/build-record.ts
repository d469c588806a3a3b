/**
 * What a build leaves beside its outputs, build.json: every figure, where it was read, and every place where it stands.
 */
import type { DocumentMedium } from './document-spec.js';
import type { Derivation } from './figure.js';
import type { Span } from './span.js';

/** Pages, paragraphs, rows, columns, series and points count from 1. */
interface PlaceBase {
  /** Its name, as its bundle states it. */
  readonly document: string;
  /** The slide, or the page. */
  readonly page: number;
  /** As it stands there. */
  readonly printed: string;
  /** What surrounds it: the sentence, the row's name, the chart's title and category. */
  readonly context: string;
}

/** In a paragraph: of its shape on a slide, of the whole page on paper. */
export interface TextPlace extends PlaceBase {
  readonly at: 'text';
  readonly shape: string;
  readonly paragraph: number;
  /** In a footnote, as its label has it: `[1]`. */
  readonly footnote?: string;
}
/** In a table; the head is row 1 where the table has one. */
export interface CellPlace extends PlaceBase {
  readonly at: 'cell';
  readonly shape: string;
  readonly row: number;
  readonly column: number;
}
export interface PointPlace extends PlaceBase {
  readonly at: 'point';
  readonly shape: string;
  readonly chart: string;
  readonly series: number;
  readonly point: number;
}
/** In what the speaker says. */
export interface NotesPlace extends PlaceBase {
  readonly at: 'notes';
  readonly paragraph: number;
}

export type Place = TextPlace | CellPlace | PointPlace | NotesPlace;

export interface FigureRecord {
  readonly id: string;
  readonly label: string;
  /** As printed: the figure as a whole, and its change and rank where it has them beside that. */
  readonly printed: { readonly full: string; readonly change: string | null; readonly rank: string | null };
  readonly value: number | null;
  readonly unit: string | null;
  readonly qualifier: string | null;
  readonly period: string | null;
  readonly change: { readonly value: number; readonly unit: string; readonly basis: string | null } | null;
  readonly rank: { readonly place: number; readonly scope: string } | null;
  readonly award: string | null;
  readonly source: string | null;
  /** Which of its numbers follow from others, by what formula and from which figures. Left out where none does. */
  readonly derivations?: readonly Derivation[];
  /** The row, and each of its cells by column. */
  readonly read: Span;
  readonly cells: Readonly<Record<string, Span>>;
  readonly places: readonly Place[];
}

/** A number of a table of the report, where any page shows it. */
export interface CellRecord {
  /** The table's id in report.yaml. */
  readonly table: string;
  /** What its row begins with; the second of the same words is `甲镇 (2)`. */
  readonly row: string;
  /** The head of its column. */
  readonly column: string;
  readonly value: number;
  /** Written behind it; null for none. */
  readonly unit: string | null;
  readonly printed: string;
  readonly read: Span;
  readonly places: readonly Place[];
}

/**
 * A paragraph as a reader meets it. A figure in `wording` is `{its.id}`, so that prose can be compared apart from
 * numbers.
 */
export interface TextRecord {
  readonly page: number;
  readonly text: string;
  readonly wording: string;
}
export interface PictureRecord {
  readonly page: number;
  readonly id: string;
  /** The SHA-256 of its bytes, in hex. */
  readonly sha256: string;
}

export interface SlideRecord {
  /** The same in every build, whatever the slide says. */
  readonly key: string;
  /** `p14:creationId` of the slide. */
  readonly creationId: number;
  /** `a16:creationId` by the names of shapes. */
  readonly shapes: Readonly<Record<string, string>>;
}

export interface DocumentRecord {
  /** Its name, as its bundle states it. */
  readonly kind: string;
  /** Left out in records of earlier versions. */
  readonly medium?: DocumentMedium;
  /** What one of its pages is called in a sentence, in the language of the report. Left out where nothing says so. */
  readonly called?: string;
  /** Titles of slides, or chapters of pages, in order. */
  readonly pages: readonly string[];
  readonly texts: readonly TextRecord[];
  readonly pictures: readonly PictureRecord[];
  /** A deck's, in their order: the ids that its file carries, by which an edited deck is known again. */
  readonly slides?: readonly SlideRecord[];
}

/** What says how a place in a document is called. */
export type DocumentFace = Pick<DocumentRecord, 'kind' | 'medium' | 'called'>;

/** A face that a template names, and the font that its text was measured with. */
export interface MeasuredFont {
  readonly face: string;
  /** Its own name or that of a font as wide; null for a font of the theme's, set to the face's width. */
  readonly measured: string | null;
  /** `machine`: of a folder that was named, too. Null for a font of the theme's. */
  readonly from: 'machine' | 'package' | 'template' | null;
}

export interface BuildRecord {
  readonly format: 1;
  readonly report: { readonly id: string; readonly title: string; readonly date: string };
  readonly figures: readonly FigureRecord[];
  /** Builds of earlier versions have none. */
  readonly cells?: readonly CellRecord[];
  readonly documents: readonly DocumentRecord[];
  /** What text on somebody else's template was measured with; left out without one. */
  readonly fonts?: readonly MeasuredFont[];
}
