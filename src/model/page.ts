/** Pages: what layout hands to the writers. Boxes in pt from the top left; nothing here knows templates or data. */
import type { Chart } from './chart.js';
import type { DocumentMeta, Picture } from './document.js';
import type { Revision } from './figure.js';
import type { Box, Insets, Pt, Size } from './length.js';
import type { SlideLayout } from './slide-layout.js';
import type { Span } from './span.js';
import type { Color, FontRole, TableLook, TableRule, Theme } from './theme.js';

// ---- Text ----------------------------------------------------------------------------------------------------------

/** Where small characters stand beside the others: raised as in m², lowered as in CO₂. */
export type Script = 'super' | 'sub';

export interface RunStyle {
  readonly font: FontRole;
  readonly size: Pt;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly color: Color;
  /** Drawn smaller than `size`, and raised or lowered: see `text/script.ts`. */
  readonly script?: Script;
  /** A line runs through it. */
  readonly strike?: true;
}

/**
 * What a footnote is called on its page: `[1]`. Its marks in the text and the note at the foot hold the same object.
 */
export interface NoteLabel {
  readonly text: string;
}

/** A stretch of text of one style. */
export interface Run {
  readonly text: string;
  readonly style: RunStyle;
  /** The figure that it prints, for provenance. */
  readonly figure: string | null;
  readonly link: Link | null;
  /** True where no line may break inside: a number with its unit. */
  readonly whole: boolean;
  /** It is the mark of this footnote. */
  readonly note?: NoteLabel;
  /** What a figure was before, in a draft with marks. */
  readonly revision?: Revision;
  /** An earlier value, struck through; what is read aloud in its place. */
  readonly struck?: string;
}

export type Link =
  | { readonly kind: 'url'; readonly url: string }
  /** To a page of the same file, from 0. */
  | { readonly kind: 'page'; readonly page: number };

/** A piece of a run on one line. */
export interface Fragment {
  /** Index into the paragraph's runs. */
  readonly run: number;
  readonly text: string;
  /** From the left edge of the paragraph's box, in pt. */
  readonly x: Pt;
  /** Advances of the code points of `text`, in pt, with all spacing, squeezing and justification in them. */
  readonly advances: readonly Pt[];
  /**
   * Places of its curly quotes that are Latin text's, in code points from 0: a writer may show the font's own narrow
   * glyphs for them, at the same ink.
   */
  readonly quotes?: readonly number[];
  /** A hyphen is drawn behind it, which is not in the text: the word goes on in the next line. */
  readonly hyphen?: true;
}

export interface Line {
  /** From the top of the paragraph, in pt. */
  readonly baseline: Pt;
  /** The height that the line takes, in pt. */
  readonly height: Pt;
  /** The natural end of its ink from the paragraph's left edge, in pt. */
  readonly width: Pt;
  readonly fragments: readonly Fragment[];
}

export interface Bullet {
  /** `•`, or `1.` for an ordered item. */
  readonly text: string;
  readonly ordered: boolean;
  readonly level: number;
  /** Its place and style, for a writer that draws it. */
  readonly x: Pt;
  readonly style: RunStyle;
}

/**
 * A paragraph set to a width. A deck's writer takes `runs` (PowerPoint breaks them again), a PDF's writer takes
 * `lines`.
 */
export interface SetParagraph {
  readonly runs: readonly Run[];
  readonly lines: readonly Line[];
  readonly align: 'start' | 'center' | 'end' | 'justify';
  /** Baseline to baseline, in pt. */
  readonly lineHeight: Pt;
  readonly spaceBefore: Pt;
  readonly spaceAfter: Pt;
  /** Indent of the first line against the others, in pt. */
  readonly firstIndent: Pt;
  /** Indent of all lines from the box's left edge, in pt. */
  readonly indent: Pt;
  readonly bullet: Bullet | null;
  /** Sum of the lines' heights, without the space around, in pt. */
  readonly height: Pt;
  readonly tag: Tag;
  /** The footnote that it is a part of. Its bullet, where it has one, is the footnote's label. */
  readonly note?: NoteLabel;
}

// ---- Structure (for screen readers) --------------------------------------------------------------------------------

/** Index into `PageSet.structure`, or an artifact: decoration that is not read aloud. */
export type Tag = number | 'artifact';

/** Standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4). */
export type StructureRole =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Caption'
  | 'TOC'
  | 'TOCI'
  | 'Link'
  | 'Reference'
  | 'BlockQuote'
  | 'Note'
  | 'Div'
  | 'Span';

/** A node of the structure tree. Its children are the nodes that name it as parent, in the order of the list. */
export interface StructureNode {
  readonly role: StructureRole;
  /** Index into the same list; null for the root. */
  readonly parent: number | null;
  /** Required on a Figure. */
  readonly alt: string | null;
  /** What a TH heads; null for any other role. */
  readonly scope: 'Row' | 'Column' | null;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** BCP 47, where it differs from the document's. */
  readonly language: string | null;
  /** Read aloud in place of what stands there. */
  readonly actual?: string;
}

// ---- Items ---------------------------------------------------------------------------------------------------------

interface ItemBase {
  readonly box: Box;
  /** Name of the shape in a deck's selection pane; unique on its page. */
  readonly name: string;
  readonly tag: Tag;
  /** What begins or goes on with things that belong together and move as one: a card with its rule and its marks. */
  readonly group?: 'begins' | 'goes-on';
}

export interface TextItem extends ItemBase {
  readonly kind: 'text';
  readonly paragraphs: readonly SetParagraph[];
  readonly inset: Insets;
  readonly valign: 'top' | 'middle' | 'bottom';
  /** The region of the slide layout whose placeholder this fills; null for a direct box. */
  readonly placeholder: string | null;
  readonly fill: Color | null;
  readonly link: Link | null;
  /** It has hardly room: a program with wider fonts has to shrink it. */
  readonly tight?: true;
}

export interface ShapeItem extends ItemBase {
  readonly kind: 'shape';
  readonly shape: 'rect' | 'ellipse' | 'line' | 'triangle-up' | 'triangle-down' | 'diamond';
  readonly fill: Color | null;
  readonly stroke: Color | null;
  /** In pt. */
  readonly strokeWidth: Pt;
  readonly dash: boolean;
  /** The figure whose value its place or its length shows, among others of the same: the scale first. */
  readonly figure?: string;
}

export interface PictureItem extends ItemBase {
  readonly kind: 'picture';
  readonly picture: Picture;
  /** The part of the picture that fills the box, as shares of its width and height. */
  readonly crop: Box;
  /** What a photograph that is shown whole would have lost, had it filled its place: 0 to 1. */
  readonly spared?: number;
}

export interface ChartItem extends ItemBase {
  readonly kind: 'chart';
  readonly chart: Chart;
  /** Size of labels, in pt. */
  readonly fontSize: Pt;
}

/** A table's look, and which of its parts are in force for it. */
export interface TableStyle {
  readonly look: TableLook;
  readonly banded: boolean;
  /** Its last row is one of sums. */
  readonly hasTotal: boolean;
}

export interface TableItemCell {
  readonly paragraphs: readonly SetParagraph[];
  readonly across: number;
  readonly down: number;
  readonly fill: Color | null;
  readonly header: boolean;
  readonly inset: Insets;
  readonly valign: 'top' | 'middle' | 'bottom';
  readonly tag: Tag;
  /** Rule under the cell. */
  readonly rule: { readonly color: Color; readonly width: Pt } | null;
}
export interface TableItem extends ItemBase {
  readonly kind: 'table';
  /** The id of a table of the report; absent where it is written in a text. */
  readonly table?: string;
  /** In pt; they sum to the box's width and height. */
  readonly columnWidths: readonly Pt[];
  readonly rowHeights: readonly Pt[];
  /** Cells that a merged cell covers are left out. */
  readonly rows: readonly (readonly TableItemCell[])[];
  readonly headRows: number;
  readonly style: TableStyle;
  /** Over the first row. */
  readonly topRule: TableRule | null;
  readonly alt: string;
}

/** A page drawn on another, smaller or as large: a slide of a handout, a page of a printer's sheet. */
export interface PlacedPageItem extends ItemBase {
  readonly kind: 'page';
  readonly page: Page;
  /** Its place in the document that it comes from, from 0: what a link to a page names. */
  readonly number: number;
  /** What is seen of it, as a box on the page that it stands on: its own box, or more where it bleeds. */
  readonly clip: Box;
}

export type PageItem = TextItem | ShapeItem | PictureItem | ChartItem | TableItem | PlacedPageItem;

// ---- Pages ---------------------------------------------------------------------------------------------------------

export interface Page {
  readonly size: Size;
  /** As printed and as a PDF page label: `iii`, `4`. */
  readonly label: string;
  /** In reading order; later ones are drawn above. */
  readonly items: readonly PageItem[];
  readonly background: Color;
  /** A deck's: name of its slide layout. */
  readonly layout: string | null;
  /** A deck's: the slide's title as text, unique in the deck. */
  readonly title: string | null;
  /** A deck's: speaker notes, a string a paragraph. */
  readonly notes: readonly string[];
  /** The figures in each paragraph of the notes, as printed; absent where there are none. */
  readonly noteFigures?: readonly (readonly PrintedFigure[])[];
  /** Name of the chapter, for sections and running heads. */
  readonly chapter: string | null;
  readonly span: Span | null;
  /**
   * A deck's: the same for the same slide of every build, whatever its figures say: the slide's own id, else its place
   * in its chapter, with `+1` and on for pages on which it goes on. Unique in the deck.
   */
  readonly key?: string;
  /** What is said of places on the slide, in a draft with marks. */
  readonly comments?: readonly PageComment[];
  /** What is left of a printer's sheet when it is cut, and how far colour goes beyond. */
  readonly cut?: { readonly trim: Box; readonly bleed: Box };
}

/** `box` is the place that it is about. */
export interface PageComment {
  readonly box: Box;
  readonly text: string;
}

/** A figure in a text. */
export interface PrintedFigure {
  readonly id: string;
  readonly text: string;
  readonly revision?: Revision;
}

/** A word across the middle of every page, behind all that stands on it. */
export interface Watermark {
  readonly text: string;
  readonly style: RunStyle;
  /** Width of the word as it is set, in pt. */
  readonly width: Pt;
  /** From the horizontal, anticlockwise, in degrees. */
  readonly angle: number;
  /** 0 to 1. */
  readonly opacity: number;
}

/** A bookmark. */
export interface OutlineEntry {
  readonly title: string;
  readonly level: number;
  readonly page: number;
  /** From the page's top, in pt. */
  readonly y: Pt;
}

export interface PageSet {
  readonly kind: 'deck' | 'briefing';
  /** What one of its pages is called in a sentence, in the language of the report: 幻灯片, page. */
  readonly called?: string;
  readonly meta: DocumentMeta;
  readonly theme: Theme;
  /** `black`: text and lines of near greys are printed with black ink alone. Left out: in their own colours. */
  readonly ink?: 'black';
  /** The word across the pages of a draft. A page that holds others leaves it to them. */
  readonly watermark?: Watermark;
  /** Slide layouts that the pages name. */
  readonly layouts: readonly SlideLayout[];
  /**
   * A deck's: the brand's logo as it stands on the pages of each slide layout, by its name. Pages have it as their
   * first items, but where a picture covers its place: there it stands upon that. Left out without a logo.
   */
  readonly logos?: Readonly<Record<string, readonly PageItem[]>>;
  /**
   * What somebody else's template shows on the pages of each slide layout, by its name, behind all: drawn where a page
   * is drawn whole. A deck has it on its layouts. Left out without a template.
   */
  readonly grounds?: Readonly<Record<string, readonly PageItem[]>>;
  readonly pages: readonly Page[];
  readonly structure: readonly StructureNode[];
  readonly outline: readonly OutlineEntry[];
}
