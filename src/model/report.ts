/** A report as read: what the templates see and what references are bound to. */
import type { ChartNative } from './chart.js';
import type { AreaMap } from './map/area-map.js';
import type { ReportRow } from './report-row.js';
import type { MarkSpec } from './chart.js';
import type { ChartKind } from './chart-kinds.js';
import type { DraftBlock, DraftInline, DocumentMeta, FootnoteScope, Picture } from './document.js';
import type { Figure, FigureSeries } from './figure.js';
import type { Silence } from './silence.js';
import type { FieldValues } from './field.js';
import type { Span } from './span.js';
import type { Words } from './words.js';

export type { Words } from './words.js';

/** What a chart may ask for by name. */
export const chartValues = ['value', 'change', 'rank'] as const;
export const chartSorts = ['none', 'ascending', 'descending'] as const;
export const chartStacks = ['none', 'stacked', 'percent'] as const;
/** How a picture fills its place: cut to it, or as the picture itself allows. */
export const pictureFits = ['cover', 'whole'] as const;
/** How the cells of a column stand. */
export const columnAlignments = ['start', 'center', 'end', 'decimal'] as const;
/** What a table over figures shows of them. */
export const tableParts = ['value', 'change', 'rank'] as const;
export type TablePart = (typeof tableParts)[number];

/** A chart spec as the report states it; `resolve` binds it to a `Chart`. */
export interface ChartSpec {
  readonly id: string;
  readonly kind: ChartKind;
  readonly title: string;
  /** The same where figures stand in it, bound where it is printed. Left out where none do. */
  readonly titleWords?: Words;
  /** Each figure is a point; its label is its category. Or a table with columns. */
  readonly figures: readonly { readonly id: string; readonly span: Span }[];
  /** Which number of a figure is drawn. */
  readonly value: (typeof chartValues)[number];
  readonly table: {
    readonly id: string;
    readonly category: string;
    /** Columns of what each category belongs to, the outermost first. */
    readonly parents: readonly string[];
    readonly series: readonly string[];
    readonly span: Span;
  } | null;
  /** Instead of `figures`: each is a series, its periods are the categories. Null where the chart is not over time. */
  readonly time: ChartTime | null;
  /**
   * Areas of a map, and the property by which its rows name them; `key` null takes the one that says most of the names.
   */
  readonly areas: { readonly map: AreaMap; readonly key: string | null; readonly span: Span } | null;
  readonly unit: string | null;
  readonly whole: number | null;
  readonly emphasise: readonly { readonly id: string; readonly span: Span }[];
  readonly sort: (typeof chartSorts)[number];
  readonly stack: (typeof chartStacks)[number];
  /** Its label is null where the report gives none. */
  readonly target: { readonly value: number; readonly label: string | null } | null;
  /** The first category that is a forecast. */
  readonly forecast: { readonly id: string; readonly span: Span } | null;
  /** Columns that a combination draws as lines. */
  readonly lines: readonly { readonly id: string; readonly span: Span }[];
  readonly linesUnit: string | null;
  /** Categories of a waterfall that stand on zero. */
  readonly sums: readonly { readonly id: string; readonly span: Span }[];
  readonly log: boolean;
  /** Null where it does not say: then the report does. */
  readonly native: ChartNative | null;
  /** How many of the largest stand alone; what is left is added up as one more. Null for all. */
  readonly top: number | null;
  /** What is said at a category's point. */
  readonly notes: readonly { readonly id: string; readonly text: string; readonly span: Span }[];
  /** Arrows, lines, brackets and callouts upon it. */
  readonly marks: readonly MarkSpec[];
  /** A whole Chart.js configuration; null where the report gives none. */
  readonly chartjs: Readonly<Record<string, unknown>> | null;
  /** Chart.js options passed through. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Where the options stand, or the whole configuration. */
  readonly optionsSpan: Span;
  readonly caption: Words | null;
  readonly source: Words | null;
  readonly alt: string | null;
  readonly span: Span;
}

/** Which figures a chart or a table shows over time, and when: from one period to another, or the last few. */
export interface ChartTime {
  readonly series: readonly { readonly id: string; readonly span: Span }[];
  /** Periods as they are written; null for no bound. */
  readonly from: string | null;
  readonly to: string | null;
  readonly last: number | null;
}

/** A table of the report: cells of a CSV file, or figures by name. */
export interface TableSpec {
  readonly id: string;
  readonly caption: Words | null;
  readonly alt: string | null;
  readonly head: readonly Words[];
  readonly align: readonly (typeof columnAlignments)[number][];
  /** Each cell is words that may name figures. */
  readonly rows: readonly (readonly Words[])[];
  readonly notes: readonly Words[];
  /** Neighbouring cells of the first column that say the same become one. */
  readonly merge: boolean;
  /** Rows by the text of their first cell: those that head the rows below them, and those that are set strong. */
  readonly groups: readonly { readonly id: string; readonly span: Span }[];
  readonly totals: readonly { readonly id: string; readonly span: Span }[];
  /** Columns that are set strong on a tint, by their heads. Left out where there are none. */
  readonly emphasised?: readonly { readonly id: string; readonly span: Span }[];
  readonly span: Span;
}

/** A sum that has to come out: parts make their total, or shares make the whole. */
export interface CheckSpec {
  /** Said where it fails: 分项之和. */
  readonly label: string;
  readonly parts: readonly { readonly id: string; readonly span: Span }[];
  /** The figure that the parts add up to, or the number. */
  readonly total: { readonly id: string; readonly span: Span } | number;
  /** How far off it may be; 0 for exact. */
  readonly tolerance: number;
  readonly span: Span;
}

/** `handout.pdf`. */
export interface HandoutOptions {
  /** Slides on a page; one alone makes notes pages. */
  readonly slides: 1 | 2 | 3 | 4 | 6 | 9;
  /** What stands beside or below each. */
  readonly beside: 'lines' | 'notes' | 'nothing';
}

/** `briefing-print.pdf`. Lengths in mm. */
export interface PrintOptions {
  /** How far colour goes beyond the cut. */
  readonly bleed: number;
  readonly marks: boolean;
  /** Pages in pairs on sheets of this size, in the order of a booklet that is folded and stapled; null: one by one. */
  readonly booklet: 'A3' | 'A4' | null;
}

/** What a draft says across its pages: a word of the report's own, or null for the usual one. */
export interface DraftMark {
  readonly word: string | null;
  readonly span: Span | null;
}

/** How many pixels a printed or projected inch is worth; `original` keeps all that there are. */
export type Resolution = number | 'original';

/** A PowerPoint file that the deck is made inside of. */
export interface TemplateSpec {
  /** A path as the user could type it. */
  readonly file: string;
  readonly span: Span | null;
  /** Sample slides that stay: `first`, `last`, `all`, or their titles. */
  readonly keep: readonly { readonly name: string; readonly span: Span }[];
  /**
   * A finished deck that takes the slides in: all of its own stay, with what the file says of itself. They go behind
   * the slide of this title, behind the last for null.
   */
  readonly into?: { readonly behind: string | null };
  /**
   * A folder whose fonts are taken in place of the machine's, as the user could type it; `none` for no font of the
   * machine's. Left out, the machine's own are.
   */
  readonly fonts?: string;
  /** Where layouts of the bundle land, over what would be chosen. */
  readonly mapping: readonly LandingSpec[];
}
export interface LandingSpec {
  /** A layout of the bundle, by its name. */
  readonly layout: string;
  readonly layoutSpan: Span;
  /** The template's layout, by its name; null leaves the choice. */
  readonly target: { readonly name: string; readonly span: Span } | null;
  /** Region → name or `idx` of a placeholder. */
  readonly placeholders: readonly { readonly region: string; readonly placeholder: string; readonly span: Span }[];
}

export interface PictureSpec {
  readonly picture: Picture;
  readonly caption: Words | null;
  readonly span: Span;
}

export interface Report {
  /** Numbers came from these databases: another build may find others though no file has changed. */
  readonly live?: { readonly sources: readonly string[] };
  /** What it is about, of a batch. */
  readonly row?: ReportRow;
  /** The folder's name: cixi-2024. */
  readonly id: string;
  /** As the user typed it. */
  readonly folder: string;
  readonly meta: DocumentMeta;
  readonly bundle: string;
  readonly theme: string;
  /** Null where the deck stands on the bundle's own layouts. */
  readonly template: TemplateSpec | null;
  readonly outputs: readonly string[];
  readonly period: string;
  readonly title: string;
  readonly subtitle: Words | null;
  /** Lines in which a figure stands, by their keys: as templates see them. */
  readonly spoken: ReadonlyMap<string, Words>;
  /** What the report says in the fields that its bundle declares. */
  readonly fields: FieldValues;
  /** In the order of the file. Of several periods that of the report, or the latest. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** Figures that have more than one period, by the same ids. */
  readonly series: ReadonlyMap<string, FigureSeries>;
  readonly charts: ReadonlyMap<string, ChartSpec>;
  readonly tables: ReadonlyMap<string, TableSpec>;
  readonly pictures: ReadonlyMap<string, PictureSpec>;
  /** Charts and tables that the report defines, wrong ones too: what names one of those is no second mistake. */
  readonly defined: {
    readonly charts: ReadonlyMap<string, { readonly span: Span }>;
    readonly tables: ReadonlyMap<string, { readonly span: Span }>;
  };
  /** Narrative files, read as templates and parsed, by path as the report names them. */
  readonly narratives: ReadonlyMap<string, readonly DraftBlock[]>;
  /** Parsed words, by identity, so that each is read once: those of one paragraph. */
  readonly words: ReadonlyMap<Words, readonly DraftInline[]>;
  /** Words of more than one paragraph, or with lists. */
  readonly passages: ReadonlyMap<Words, readonly DraftBlock[]>;
  /** Footnotes that every text of the report and of its templates may refer to. */
  readonly footnotes: FootnoteScope;
  readonly handout: HandoutOptions;
  readonly print: PrintOptions;
  /** Null where the report is no draft. */
  readonly draft: DraftMark | null;
  /** Resolution of pictures by output; an output that is not named has its own. */
  readonly resolution: ReadonlyMap<string, Resolution>;
  /** The briefing carries its figures as a CSV file. */
  readonly attachments: boolean;
  /** Fonts travel in the deck. */
  readonly embed: boolean;
  /** In which kinds a deck has charts that PowerPoint has kinds of its own for since 2016. */
  readonly native: ChartNative;
  /** Units of the report's own. */
  readonly units: readonly string[];
  readonly checks: readonly CheckSpec[];
  /** Words with numbers in them that are names, not figures: 三年行动. */
  readonly names: readonly string[];
  readonly silences: readonly Silence[];
  /** Where the report names what lies outside it. */
  readonly places: {
    readonly bundle: Span;
    readonly theme: Span;
    readonly outputs: Span;
    readonly resolution: Span;
    /** Where each key at its top stands. */
    readonly keys: ReadonlyMap<string, Span>;
  };
}
