/** What the preview's server and its page say to each other: plain JSON, types alone. */
import type { PreviewPageWords } from '../locale/preview-words.js';

/** Where something was read, as an editor finds it. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** `指标!C7` in a workbook. */
  readonly cell?: string;
}

export interface PageState {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  /** In pt. */
  readonly width: number;
  readonly height: number;
  /** Marks its drawing: another drawing has another mark. */
  readonly mark: string;
  /** It differs from the state that changes are shown against. */
  readonly changed: boolean;
  /** Indices into `diagnostics`. */
  readonly findings: readonly number[];
}

export interface ViewState {
  /** `deck`, `briefing`, `handout` …; part of addresses. */
  readonly id: string;
  readonly label: string;
  /** Null before somebody has asked for it: nothing is drawn that nobody looks at. */
  readonly pages: readonly PageState[] | null;
}

export interface FindingState {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  readonly place: SourcePlace | null;
}

export interface FontState {
  readonly family: string;
  readonly mark: string;
}

export interface BaselineState {
  readonly id: string;
  readonly label: string;
}

export interface PreviewState {
  /** Counts builds. */
  readonly version: number;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly words: PreviewPageWords;
  readonly views: readonly ViewState[];
  readonly fonts: readonly FontState[];
  readonly diagnostics: readonly FindingState[];
  /** The report as it is now has mistakes: what is shown is the last state without. */
  readonly failed: boolean;
  /** There was such a state since the preview began. */
  readonly wasSound: boolean;
  /** What changes are shown against, and what else there is. */
  readonly baseline: string | null;
  readonly baselines: readonly BaselineState[];
  readonly canUndo: boolean;
  readonly canOpenEditor: boolean;
  /** Of a batch: titles of its reports, and of the one that is shown; empty where the report is no batch's. */
  readonly rows: readonly string[];
  readonly row: string | null;
}

/** One event of the stream: a new state, and the drawings of pages that are new in it, by `view/number`. */
export interface StateEvent {
  readonly state: PreviewState;
  readonly drawings: Readonly<Record<string, string>>;
}

/** An event that comes before the state: the pages that somebody looks at, while the rest is still reckoned. */
export interface PagesEvent {
  readonly view: string;
  readonly pages: readonly PageState[];
  readonly fonts: readonly FontState[];
  /** As in `StateEvent`. */
  readonly drawings: Readonly<Record<string, string>>;
}

export interface PlaceState {
  readonly view: string;
  readonly page: number;
  readonly printed: string;
  readonly context: string;
}

export interface FigureState {
  readonly id: string;
  readonly label: string;
  readonly printed: string;
  /** Name of a column and what stands in it, in the order of a reader's interest. */
  readonly facts: readonly (readonly [name: string, text: string])[];
  /** The figures that it follows from. */
  readonly inputs: readonly { readonly id: string; readonly printed: string }[];
  readonly source: string | null;
  readonly read: SourcePlace;
  /** Cells that can be changed here: numbers of a CSV or YAML file. */
  readonly editable: readonly {
    readonly field: string;
    /** What the field is called. */
    readonly label: string;
    readonly text: string;
    readonly place: SourcePlace;
  }[];
  readonly places: readonly PlaceState[];
  /** As it was printed in earlier states, where that was another, then since the preview began; the newest last. */
  readonly history: readonly { readonly when: string; readonly printed: string }[];
}

export interface TextState {
  readonly text: string;
  readonly places: readonly SourcePlace[];
}

export interface ChartState {
  readonly id: string;
  readonly title: string;
  readonly alt: string;
  readonly place: SourcePlace;
  readonly points: readonly {
    readonly series: string;
    readonly category: string;
    readonly label: string;
    readonly figure: string | null;
    readonly place: SourcePlace;
  }[];
}

export interface SearchHit {
  readonly view: string;
  readonly page: number;
  readonly excerpt: string;
}

/** `ok`, or why not, in the report's language. */
export interface Answer {
  readonly ok: boolean;
  readonly message: string;
  readonly files?: readonly string[];
}

/** Notes of a page, for the speaker. */
export interface NotesState {
  readonly title: string;
  readonly notes: readonly string[];
}

/** A table of the report as each kind of chart that suits it. */
export interface GalleryState {
  /** Tables that have numbers to draw. */
  readonly tables: readonly { readonly id: string; readonly title: string }[];
  /** The one that is drawn; null where there is none. */
  readonly table: string | null;
  readonly charts: readonly { readonly name: string; readonly spec: string; readonly drawing: string }[];
  /** Kinds that do not suit it, and why. */
  readonly unsuited: readonly { readonly name: string; readonly why: string }[];
  readonly fonts: readonly FontState[];
}
