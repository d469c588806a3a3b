/**
 * The document: what a template said, as a tree. It knows no page and no size.
 *
 * It exists twice: the draft, as read, whose leaves are references by name (`Draft…`), and the bound document,
 * whose references have become figures, charts, tables and pictures. `resolve` turns one into the other.
 */
import type { Chart } from './chart.js';
import type { FigurePart, FigureText, Revision } from './figure.js';
import type { Span } from './span.js';
import type { Typesetting } from './typesetting.js';

// ---- Inlines -------------------------------------------------------------------------------------------------------

export interface TextInline {
  readonly kind: 'text';
  readonly text: string;
  readonly span: Span;
}
export interface StrongInline<Leaf> {
  readonly kind: 'strong';
  readonly children: readonly InlineOf<Leaf>[];
}
export interface EmphasisInline<Leaf> {
  readonly kind: 'emphasis';
  readonly children: readonly InlineOf<Leaf>[];
}
/** Struck through: what no longer holds, and is to be seen. */
export interface StrikeInline<Leaf> {
  readonly kind: 'strike';
  readonly children: readonly InlineOf<Leaf>[];
}
/** Small characters, raised or lowered: m², CO₂. */
export interface ScriptInline<Leaf> {
  readonly kind: 'superscript' | 'subscript';
  readonly children: readonly InlineOf<Leaf>[];
}
export interface LinkInline<Leaf> {
  readonly kind: 'link';
  /** `https:`, `mailto:`, or `#id` of a heading, section, chart or table. */
  readonly href: string;
  readonly children: readonly InlineOf<Leaf>[];
  readonly span: Span;
}
export interface BreakInline {
  readonly kind: 'break';
}
/** A value of the report that is text, not a figure (`{{report.title}}`): never markup. */
export interface ValueInline {
  readonly kind: 'value';
  readonly text: string;
  readonly span: Span;
}

export type InlineOf<Leaf> =
  | TextInline
  | StrongInline<Leaf>
  | EmphasisInline<Leaf>
  | StrikeInline<Leaf>
  | ScriptInline<Leaf>
  | LinkInline<Leaf>
  | BreakInline
  | ValueInline
  | Leaf;

/** Draft leaf: a figure by name. */
export interface FigureReference {
  readonly kind: 'figure-reference';
  readonly id: string;
  readonly part: FigurePart;
  readonly options: Readonly<Record<string, string | number | boolean>>;
  readonly span: Span;
}
/** Bound leaf: the figure as printed. It is never broken over two lines between number and unit. */
export interface FigureInline {
  readonly kind: 'figure';
  readonly id: string;
  readonly part: FigurePart;
  readonly text: string;
  readonly span: Span;
  /** What it was before, in a draft with marks. */
  readonly revision?: Revision;
}

/** What stands at the foot of the page for a mark in the text. References that share a definition share this object. */
export interface Footnote<I> {
  /** As its author calls it: `scope` of `[^scope]`. Readers see a number. */
  readonly name: string;
  readonly paragraphs: readonly (readonly I[])[];
  readonly span: Span;
}
/** The footnotes that a text may refer to: its own, then those of the text around it, then those of the report. */
export interface FootnoteScope {
  find(name: string): Footnote<DraftInline> | null;
  names(): readonly string[];
}
/** Draft leaf: a footnote by name. */
export interface FootnoteReference {
  readonly kind: 'footnote-reference';
  readonly name: string;
  readonly scope: FootnoteScope;
  readonly span: Span;
}
/** Bound leaf: a mark, with what it leads to. No footnote stands in a footnote. */
export interface FootnoteInline {
  readonly kind: 'footnote';
  readonly note: Footnote<Inline>;
  readonly span: Span;
}

export type DraftInline = InlineOf<FigureReference | FootnoteReference>;
export type Inline = InlineOf<FigureInline | FootnoteInline>;

// ---- Blocks --------------------------------------------------------------------------------------------------------

/** How prose is set, beyond plain: the theme has a text style of this name. */
export type ParagraphRole = 'body' | 'lead' | 'note' | 'caption' | 'source' | 'kicker';

export interface HeadingBlock<I> {
  readonly kind: 'heading';
  /** 1 is a chapter, 2 a finding in it, 3 below. */
  readonly level: 1 | 2 | 3;
  /** What links point at; unique in its document. */
  readonly id: string;
  /** Set small before the text: 一, 01. */
  readonly number: string | null;
  readonly inlines: readonly I[];
  /** A text style of the theme or the document, in place of the one of its level; `span` tells of an unknown one. */
  readonly style?: string;
  readonly span: Span;
}
export interface ParagraphBlock<I> {
  readonly kind: 'paragraph';
  readonly role: ParagraphRole;
  /** A text style of the theme or the document, in place of the one of its role. */
  readonly style?: string;
  readonly inlines: readonly I[];
  /** Present on the first paragraph of a list's item that is a task: a box stands for the bullet. */
  readonly task?: 'open' | 'done';
  readonly span: Span;
}
export interface ListBlock<I, B> {
  readonly kind: 'list';
  readonly ordered: boolean;
  /** Number of the first item of an ordered list; 1 where left out. */
  readonly start?: number;
  /** Each item is blocks: a paragraph, and lists below it. */
  readonly items: readonly (readonly BlockOf<I, B>[])[];
  readonly span: Span;
}
export interface QuoteBlock<I, B> {
  readonly kind: 'quote';
  readonly blocks: readonly BlockOf<I, B>[];
  readonly span: Span;
}
export interface CalloutBlock<I, B> {
  readonly kind: 'callout';
  readonly title: readonly I[];
  readonly blocks: readonly BlockOf<I, B>[];
  readonly span: Span;
}
export interface ColumnsBlock<I, B> {
  readonly kind: 'columns';
  readonly columns: readonly { readonly weight: number; readonly blocks: readonly BlockOf<I, B>[] }[];
  /** The blocks of its only column run through this many narrow columns, as in a newspaper. */
  readonly flow?: number;
  /** The blocks of its only column stay on one page, where one has room for them. */
  readonly keep?: true;
  readonly span: Span;
}
/** A grid of short texts of equal rank: strategies, areas of work. */
export interface CardsBlock<I> {
  readonly kind: 'cards';
  /** Whether a card's number stands on its title's line; else it has a line of its own. */
  readonly numbersBeside?: true;
  /** Cards beside each other; null lets layout choose. */
  readonly across: number | null;
  readonly cards: readonly {
    readonly number: string | null;
    readonly title: readonly I[];
    readonly text: readonly I[];
    readonly span: Span;
  }[];
  readonly span: Span;
}
/** Large words on the first page or slide: the masthead of a briefing. */
export interface MastheadBlock<I> {
  readonly kind: 'masthead';
  /** Low, its title smaller: of a page that has much to say below it. */
  readonly isCompact?: true;
  readonly title: readonly I[];
  readonly subtitle: readonly I[];
  readonly slogan: readonly I[];
  readonly edition: readonly I[];
  readonly span: Span;
}
/** The document's own chapters with their pages or slides; filled by layout. */
export interface ContentsBlock {
  readonly kind: 'contents';
  readonly depth: 1 | 2;
  /** The chapter whose findings alone are listed, by its id. */
  readonly chapter?: string;
  readonly span: Span;
}
export interface PageBreakBlock {
  readonly kind: 'page-break';
  readonly span: Span;
}

/** What stands in a place of the page's grid by name. In a flow it is its blocks. */
export interface AreaBlock<I, B> {
  readonly kind: 'area';
  readonly name: string;
  readonly blocks: readonly BlockOf<I, B>[];
  readonly span: Span;
}
/** A story of a page on a grid: its head, and text in columns around its figures. In a flow it is a chapter. */
export interface StoryBlock<I, B> {
  readonly kind: 'story';
  readonly id: string;
  /** Set in a square before its head: A. */
  readonly letter: string | null;
  readonly title: readonly I[];
  /** One line under the head. */
  readonly line: readonly I[];
  /** The head stands upright, its characters one below the other: for Chinese. */
  readonly upright: boolean;
  readonly blocks: readonly BlockOf<I, B>[];
  readonly span: Span;
}
/** Figures of a story that are shown only where its columns would stay short; in a flow never. */
export interface SpareBlock<I, B> {
  readonly kind: 'spare';
  readonly blocks: readonly BlockOf<I, B>[];
  readonly span: Span;
}

export interface TableCell<I> {
  readonly inlines: readonly I[];
  /** Columns and rows that the cell covers: 1 and 1 for a plain one. */
  readonly across: number;
  readonly down: number;
}
export interface TableColumn {
  /** `decimal` aligns numbers at their decimal point. */
  readonly align: 'start' | 'center' | 'end' | 'decimal';
  /** Share of the width beyond the measured need; null lets layout measure. */
  readonly weight: number | null;
  /** Set strong on a tint: the period that the table is about. */
  readonly isEmphasised?: true;
}
export interface TableRow<I> {
  readonly cells: readonly TableCell<I>[];
  /** `group` rows head those below; `total` rows are set strong. */
  readonly emphasis: 'none' | 'group' | 'total';
}
export interface TableBlock<I> {
  readonly kind: 'table';
  readonly id: string | null;
  /** Where the author made it, if that is not where it is shown. */
  readonly made?: Span;
  readonly caption: readonly I[];
  readonly columns: readonly TableColumn[];
  readonly head: readonly TableRow<I>[];
  readonly rows: readonly TableRow<I>[];
  /** Set small under the table: notes and sources. */
  readonly notes: readonly (readonly I[])[];
  /** What a screen reader says of it. */
  readonly alt: string;
  /** True of the register, which shows every figure whether or not the report tells of it. */
  readonly register?: boolean;
  readonly span: Span;
}

/** Draft leaf blocks: things placed by name. */
export interface BlockReference {
  readonly kind: 'block-reference';
  readonly what: 'chart' | 'table' | 'picture' | 'kpis' | 'register' | 'narrative';
  /** Names: one chart, table, picture or narrative; the figures of `kpis`; empty for the register of all. */
  readonly ids: readonly string[];
  readonly options: Readonly<Record<string, string | number | boolean>>;
  readonly span: Span;
}

/** Bound: a chart with its numbers. */
export interface ChartBlock {
  readonly kind: 'chart';
  readonly chart: Chart;
  /** How high its drawn part stands on paper, in pt, as its template asks; left out, as its kind does. */
  readonly height?: number;
  /** Its title where figures stand in it, as its chart says it. */
  readonly titled?: readonly Inline[];
  /** What stands above it has said its title: its unit alone is left to say. */
  readonly isTitled?: true;
  readonly caption: readonly Inline[];
  readonly source: readonly Inline[];
  readonly span: Span;
}
/** Bound: a picture that was opened and is known to be what its name says. */
export interface PictureBlock {
  readonly kind: 'picture';
  readonly picture: Picture;
  readonly caption: readonly Inline[];
  readonly span: Span;
}
export interface Picture {
  readonly id: string;
  readonly file: string;
  readonly format: 'png' | 'jpeg' | 'svg';
  readonly bytes: Uint8Array;
  /** In pixels; of an SVG in its own units. */
  readonly width: number;
  readonly height: number;
  /**
   * The SVG that PDFs draw, be it the file itself or one that stands beside it. Left out where they show the pixels.
   */
  readonly vector?: Uint8Array;
  /** Its author has it fill its place, whatever is cut off. */
  readonly covers?: boolean;
  /** A photograph may lose a little at its sides; a drawing, a chart, an organigram is shown whole. */
  readonly isPhotograph?: boolean;
  /** Where the report defines it. */
  readonly made?: Span;
  /** The point that a crop keeps, as shares of width and height. */
  readonly focus: { readonly x: number; readonly y: number };
  readonly alt: string;
  /**
   * The same picture in fewer or more pixels: an output takes the file that fits its place. Left out where there is one
   * file.
   */
  readonly also?: readonly PixelFile[];
}
export interface PixelFile {
  readonly format: 'png' | 'jpeg';
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}
/** Cards apart from each other, a band of cells, cells on a deep ground, rows of a rank's place on a scale. */
export const kpiLooks = ['cards', 'band', 'ground', 'strips'] as const;
export type KpiLook = (typeof kpiLooks)[number];

/** Which of the figures are shown: those that have a rank, awards without a number, all others. */
export const kpiKinds = ['ranks', 'awards', 'numbers'] as const;
export type KpiKind = (typeof kpiKinds)[number];

/** Bound: key figures as cards. */
export interface KpisBlock {
  readonly kind: 'kpis';
  readonly look: KpiLook;
  readonly across: number | null;
  readonly cards: readonly {
    readonly id: string;
    readonly text: FigureText;
    readonly span: Span;
    readonly revision?: Revision;
    /** Its values over time up to its period, the latest last; left out where it has few, or a gap. */
    readonly trend?: readonly number[];
  }[];
  readonly span: Span;
}

export type BlockOf<I, B> =
  | HeadingBlock<I>
  | ParagraphBlock<I>
  | ListBlock<I, B>
  | QuoteBlock<I, B>
  | CalloutBlock<I, B>
  | ColumnsBlock<I, B>
  | CardsBlock<I>
  | MastheadBlock<I>
  | ContentsBlock
  | PageBreakBlock
  | AreaBlock<I, B>
  | StoryBlock<I, B>
  | SpareBlock<I, B>
  | TableBlock<I>
  | B;

export type DraftBlock = BlockOf<DraftInline, BlockReference>;
export type Block = BlockOf<Inline, ChartBlock | PictureBlock | KpisBlock>;
export type BlockKind = Block['kind'];

// ---- Documents -----------------------------------------------------------------------------------------------------

/** A chapter of the document: a PowerPoint section, a running head. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  /** As the agenda prints it: 01; null for a chapter without one. */
  readonly number: string | null;
}

export interface SlideOf<I, B> {
  /** The layout's name; null takes, page by page, the one of the bundle's list that suits the content best. */
  readonly layout: string | null;
  readonly title: readonly I[];
  readonly subtitle: readonly I[];
  /** Set small above the title: the chapter's name or number. */
  readonly kicker: readonly I[];
  readonly blocks: readonly BlockOf<I, B>[];
  /** Blocks that the template put into a region by name. */
  readonly regions: Readonly<Record<string, readonly BlockOf<I, B>[]>>;
  readonly notes: readonly BlockOf<I, B>[];
  readonly chapter: Chapter | null;
  /** What links point at (`#id`); null where the template gave none. */
  readonly id: string | null;
  readonly span: Span;
  /** Where the layout's name stands, for a diagnostic. */
  readonly layoutSpan: Span;
}

export interface DocumentMeta {
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** BCP 47: zh-CN. */
  readonly language: string;
  /** The report's own date, `YYYY-MM-DD`: the only date that goes into a file. */
  readonly date: string;
  /** At the foot of slides and pages. */
  readonly footer: string;
  /** Left out, lines break as they do by themselves. */
  readonly typesetting?: Typesetting;
}

export interface DeckOf<I, B> {
  readonly kind: 'deck';
  readonly meta: DocumentMeta;
  readonly slides: readonly SlideOf<I, B>[];
}
export interface BriefingOf<I, B> {
  readonly kind: 'briefing';
  readonly meta: DocumentMeta;
  readonly blocks: readonly BlockOf<I, B>[];
}

export type DraftDocument = DeckOf<DraftInline, BlockReference> | BriefingOf<DraftInline, BlockReference>;
export type Slide = SlideOf<Inline, ChartBlock | PictureBlock | KpisBlock>;
export type Deck = DeckOf<Inline, ChartBlock | PictureBlock | KpisBlock>;
export type Briefing = BriefingOf<Inline, ChartBlock | PictureBlock | KpisBlock>;
export type Document = Deck | Briefing;
