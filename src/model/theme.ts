/** The theme: colours, fonts and text styles of a bundle. Read from `templates/themes/<name>/theme.yaml`. */
import type { Picture } from './document.js';
import type { Insets, Pt, Size } from './length.js';

/**
 * The twelve colours of an Office theme (ISO 29500-1, 20.1.6.2). Nothing else is a colour, so a change of theme changes
 * all.
 */
export const colorSlots = [
  'dk1',
  'lt1',
  'dk2',
  'lt2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
] as const;
export type ColorSlot = (typeof colorSlots)[number];

/**
 * A theme colour, optionally lightened as PowerPoint does it: `lumMod` 1−n with `lumOff` n, in HSL. Written `accent1`
 * or `accent1+80%`.
 */
export interface Color {
  readonly slot: ColorSlot;
  /** 0 to 1. */
  readonly lighten?: number;
  /** How much saturation it loses, 0 to 1: `satMod` 1−n. Of charts alone. */
  readonly mute?: number;
  /**
   * Six digits that stand in for the slot's, unchanged: what a foreign template colours text with, and a deck on it
   * inherits unsaid.
   */
  readonly literal?: string;
}

/**
 * `heading` and `body` are the major and minor font of an Office theme. `prose` is what is read at length, `quote` is
 * for quotations: a deck names their faces itself, for an Office theme has no more than two.
 */
export const textAlignments = ['start', 'center', 'end', 'justify'] as const;
export const fontRoles = ['heading', 'body', 'prose', 'quote'] as const;
export type FontRole = (typeof fontRoles)[number];

export interface ThemeFont {
  /** Family names that a deck names; the viewer's machine has them. */
  readonly latin: string;
  readonly eastAsian: string;
  /**
   * Font files that measure every text and are embedded in PDFs: paths, or `package:` paths into a dependency. In order
   * of fallback.
   */
  readonly regular: readonly string[];
  readonly bold: readonly string[];
  /**
   * Average width of letters in em, of a Latin face that is not here: what the files measure of Latin, Greek and
   * Cyrillic is stretched to it. Left out, they are taken as they are.
   */
  readonly letterWidth?: number;
}

/** A named text style. Lengths in pt. */
export interface TextStyle {
  readonly font: FontRole;
  readonly size: Pt;
  /** Baseline to baseline, in pt. */
  readonly lineHeight: Pt;
  readonly bold: boolean;
  readonly color: Color;
  readonly align: (typeof textAlignments)[number];
  readonly spaceBefore: Pt;
  readonly spaceAfter: Pt;
  /** Indent of the first line, in em: 2 for Chinese prose. */
  readonly firstIndent: number;
}

/** One medium of a theme: the deck's slides or the paper's pages. */
export interface Medium {
  /**
   * How large things are on it, against a slide of 960 × 540 pt with room as a bundle has it: by it the least sizes of
   * charts and the sizes that text is wished at are multiplied. Left out, it is 1.
   */
  readonly unit?: number;
  readonly page: Size;
  readonly margin: Insets;
  /** What its pages stand on where they hold slides of another ground; left out, the page's colour. */
  readonly ground?: Color;
  /**
   * By name: title, subtitle, body, bullet, caption, note, kpi-label, kpi-numeral, kpi-unit, kpi-change, table,
   * table-head, …
   */
  readonly styles: Readonly<Record<string, TextStyle>>;
}

/** How a slide may take the place of the one before. */
export const transitions = ['fade', 'push', 'wipe', 'cover', 'cut'] as const;
export type Transition = (typeof transitions)[number];

/** What appears by itself, a click each: paragraphs of a slide's body, series of its charts. */
export const builds = ['paragraph', 'series'] as const;
export type Build = (typeof builds)[number];

/** What moves when a deck is shown. */
export interface Motion {
  /** Null changes slides without one. */
  readonly transition: Transition | null;
  readonly build: readonly Build[];
}

export interface TableRule {
  readonly color: Color;
  readonly width: Pt;
}

/** What one kind of row is drawn with. */
export interface TableRowLook {
  readonly fill: Color | null;
  /** Null takes the text style's own. */
  readonly color: Color | null;
  /** Null takes the text style's own. */
  readonly bold: boolean | null;
  /** Under the row. */
  readonly rule: TableRule | null;
}

export interface TableLook {
  /** Over the first row. */
  readonly top: TableRule | null;
  readonly head: TableRowLook;
  readonly body: TableRowLook;
  /** The fill of the first, third … row of the body, where rows are banded; null where they never are. */
  readonly band: Color | null;
  /** A last row of sums. */
  readonly total: TableRowLook;
  /** Under the last row. */
  readonly bottom: TableRule | null;
  /** Rows that head others, and columns that are to stand out: a fill, or null where bold type has to do. */
  readonly group: Color | null;
  readonly strong: Color | null;
}

export interface Theme {
  readonly name: string;
  /** Six hex digits each, without `#`. */
  readonly colors: Readonly<Record<ColorSlot, string>>;
  readonly fonts: Readonly<Record<FontRole, ThemeFont>>;
  readonly deck: Medium;
  readonly paper: Medium;
  /** Colours of chart series, in order; points that are not emphasised take `muted`. */
  readonly series: readonly Color[];
  /** On slides, on cover and dividers, on the masthead; left out, nowhere. */
  readonly logo?: {
    readonly onLight: Picture;
    /** Null stands on a plate of the page's colour where the ground is deep. */
    readonly onDark: Picture | null;
  };
  /** Of covers, dividers and a band's first row. Left out, `dk2`, which a theme with a dark page has for pale words. */
  readonly ground?: Color;
  readonly muted: Color;
  readonly good: Color;
  readonly bad: Color;
  /** The accent where text is set in it; left out, `accent1`. */
  readonly accentText?: Color;
  /** Left out, nothing moves. */
  readonly motion?: Motion;
  /** Left out, rules between rows and no fills. */
  readonly tables?: TableLook;
}
