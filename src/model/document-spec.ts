/** What a bundle makes: its documents, and the files in which they are given out. Read from `bundle.yaml`. */
import type { Insets, Size } from './length.js';
import type { FontRole, TextStyle, ThemeFont } from './theme.js';

/** Slides come from `{{#slide}}`, paper is what flows down pages or stands on a grid. */
export const documentMedia = ['slides', 'paper'] as const;
export type DocumentMedium = (typeof documentMedia)[number];

/** How pages are laid on others: slides on paper with notes, pages on a printer's sheets. */
export const arrangements = ['handout', 'print'] as const;
export type Arrangement = (typeof arrangements)[number];

/** A document's look beside the theme's: what it leaves out, the theme has. */
export interface DocumentLook {
  readonly page: Size | null;
  /** In pt. */
  readonly margin: Insets | null;
  /** Over the theme's of the same names. */
  readonly styles: Readonly<Record<string, TextStyle>>;
  /** In order of wish: the first whose files are all there is taken, else the theme's. */
  readonly fonts: Readonly<Partial<Record<FontRole, readonly ThemeFont[]>>>;
}

export interface DocumentSpec {
  /** Its template is called so: `<name>.hbs`. */
  readonly name: string;
  readonly medium: DocumentMedium;
  /** What one of its pages is called in a sentence, by language: 幻灯片, page. */
  readonly called: Readonly<Record<string, string>>;
  /** The template of a bundle that has no file of its name; null where there must be one. */
  readonly otherwise: string | null;
  readonly look: DocumentLook;
  /** The page grid on which its stories stand, a file of the bundle's `layouts/`; null lets it flow. */
  readonly grid: string | null;
}

export const outputEndings = ['pptx', 'pdf', 'html'] as const;
export type OutputEnding = (typeof outputEndings)[number];

export interface OutputSpec {
  /** The name of its file: `deck.pptx`. */
  readonly name: string;
  readonly ending: OutputEnding;
  readonly document: DocumentSpec;
  /** Null leaves the pages as they are. */
  readonly arrangement: Arrangement | null;
  /** It carries the figures for whoever computes with them, where the report asks for that. */
  readonly attaches: boolean;
  /** A report that names no output gets it. */
  readonly usual: boolean;
  /** Pixels to an inch of its pictures; null takes what is usual for its kind. */
  readonly resolution: number | null;
}

/** A document that nothing is said of: all as the theme has it. */
export const plainDocument = (name: string, medium: DocumentMedium): DocumentSpec => ({
  name,
  medium,
  called: {},
  otherwise: null,
  look: { page: null, margin: null, styles: {}, fonts: {} },
  grid: null,
});

/** What one page of an output is called in a summary. */
export const pageWordOf = ({ document, arrangement }: OutputSpec): 'slide' | 'page' | 'sheet' =>
  arrangement === 'print' ? 'sheet' : arrangement === null && document.medium === 'slides' ? 'slide' : 'page';
