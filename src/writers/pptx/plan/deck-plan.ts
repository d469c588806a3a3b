/** The plan of a deck: what stands on which slide, as plain data. Nothing here knows XML or pptxgenjs. */
import type { DocumentMeta } from '../../../model/document.js';
import type { Box, Insets, Pt, Size } from '../../../model/length.js';
import type { Link, Script, Watermark } from '../../../model/page.js';
import type { Decoration } from '../../../model/slide-layout.js';
import type { ExtendedChart } from '../../../model/extended/extended-chart.js';
import type { Sketch } from '../../../model/native-chart.js';
import type { ChartData, DeckIdentity } from '../../../powerpoint/identity/deck-identity.js';
import type { TableLook } from '../../../model/theme.js';
import type { Color, FontRole, TextStyle, Theme, Transition } from '../../../model/theme.js';

export type PlaceholderType =
  | 'title'
  | 'ctrTitle'
  | 'subTitle'
  | 'body'
  | 'pic'
  | 'chart'
  | 'tbl'
  | 'obj'
  | 'ftr'
  | 'dt'
  | 'sldNum';

/** A placeholder of a slide layout. Its text properties are what slides inherit. */
export interface PlaceholderPlan {
  readonly region: string;
  readonly type: PlaceholderType;
  /** Null for titles, which need none. */
  readonly index: number | null;
  readonly box: Box;
  readonly inset: Insets;
  readonly valign: 'top' | 'middle' | 'bottom';
  readonly style: TextStyle;
  /** Its text is a list unless it says otherwise. */
  readonly bulleted: boolean;
  readonly prompt: string;
  /** A placeholder of somebody else's template: what a slide writes to fill it, and all that it then leaves unsaid. */
  readonly foreign?: ForeignPlaceholder;
}

/** A placeholder of a template. The plan's `box` is where its text stands, without the insets. */
export interface ForeignPlaceholder {
  /** `p:ph` with the layout's own attributes. */
  readonly reference: string;
  readonly outer: Box;
  readonly inset: Insets;
  /** Whether layout or master say how large its text is; programs differ where none does. */
  readonly saysSize: boolean;
  /** PowerPoint makes its text smaller by itself where it does not fit. */
  readonly shrinks: boolean;
}

export interface LayoutPlan {
  readonly label: string;
  readonly background: Color;
  readonly decorations: readonly Decoration[];
  readonly placeholders: readonly PlaceholderPlan[];
  /** The brand's logo where it is another than the master's: then nothing of the master is seen on it. */
  readonly logo?: LogoPlan;
  /** The part that slides name, of somebody else's template; left out, it is one of the deck's own. */
  readonly part?: string;
}

export interface RunPlan {
  readonly text: string;
  readonly lang: string;
  /** Null takes the placeholder's. */
  readonly size: Pt | null;
  readonly bold: boolean | null;
  readonly italic: boolean;
  /** Raised or lowered, and small. */
  readonly script: Script | null;
  readonly strike?: true;
  readonly color: Color | null;
  readonly font: FontRole | null;
  readonly link: Link | null;
  /** A line break within the paragraph stands before it. */
  readonly breakBefore: boolean;
  /** A slide number that PowerPoint keeps right by itself. */
  readonly slideNumber: boolean;
}

export type BulletPlan =
  | { readonly kind: 'character'; readonly character: string; readonly color: Color }
  /** `scheme` is an ST_TextAutonumberScheme; the list counts from `start`. */
  | { readonly kind: 'number'; readonly scheme: string; readonly start: number; readonly color: Color };

export interface ParagraphPlan {
  readonly runs: readonly RunPlan[];
  /** The size of an empty paragraph, in pt. */
  readonly emptySize: Pt;
  /** Null takes the placeholder's, as do all nulls below. */
  readonly align: 'start' | 'center' | 'end' | 'justify' | null;
  readonly lineHeight: Pt | null;
  readonly spaceBefore: Pt | null;
  readonly spaceAfter: Pt | null;
  readonly indent: Pt;
  /** Indent of the first line against the others, in pt; negative where a bullet hangs. */
  readonly firstIndent: Pt;
  readonly level: number;
  readonly bullet: BulletPlan | null;
  /** No mark, where the placeholder has one. */
  readonly unmarked?: true;
}

interface ShapeBase {
  readonly box: Box;
  readonly name: string;
  /** The name of the page's item that it shows; unique on its slide. */
  readonly key: string;
  /** `a16:creationId`: see `powerpoint/identity`. */
  readonly guid: string;
  readonly alt: string;
  readonly decorative: boolean;
  /**
   * A chart of PowerPoint 2016 that is shown in its place by whoever knows it, by its number among the plan's
   * `extended`, from 1. Left out, there is none.
   */
  readonly extended?: { readonly number: number; readonly layout: ExtendedChart['layout'] };
}
export interface TextShape extends ShapeBase {
  readonly kind: 'text';
  readonly paragraphs: readonly ParagraphPlan[];
  readonly inset: Insets;
  readonly valign: 'top' | 'middle' | 'bottom';
  readonly fill: Color | null;
  readonly placeholder: PlaceholderPlan | null;
  readonly link: Link | null;
  /** Programs with wider fonts may shrink it, so that it does not run into what stands below. */
  readonly tight?: true;
  /** Its text is set at this share of the placeholder's own size, 0 to 1; left out, at that size. */
  readonly textScale?: number;
}
export interface GeometryShape extends ShapeBase {
  readonly kind: 'geometry';
  readonly preset: 'rect' | 'ellipse' | 'line' | 'triangle' | 'diamond';
  readonly flipped: boolean;
  readonly fill: Color | null;
  readonly stroke: Color | null;
  readonly strokeWidth: Pt;
  readonly dash: boolean;
}
export interface PictureShape extends ShapeBase {
  readonly kind: 'picture';
  /** Index into the plan's media. */
  readonly media: number;
  /** The same as an SVG, which PowerPoint shows in place of the pixels; null for a picture of pixels alone. */
  readonly vector: number | null;
  /** The part that is shown, as shares. */
  readonly crop: Box;
  readonly placeholder: PlaceholderPlan | null;
}
/** Index into the plan's charts. */
export interface ChartShape extends ShapeBase {
  readonly kind: 'chart';
  readonly chart: number;
  /** Marks upon it, which are grouped with it. */
  readonly marks?: Sketch;
  readonly placeholder: PlaceholderPlan | null;
}
/** A chart that PowerPoint has no kind for, as a group of plain shapes. */
export interface SketchGroup extends ShapeBase {
  readonly kind: 'sketch';
  readonly sketch: Sketch;
}
export interface CellPlan {
  readonly paragraphs: readonly ParagraphPlan[];
  readonly across: number;
  readonly down: number;
  readonly fill: Color | null;
  readonly inset: Insets;
  readonly valign: 'top' | 'middle' | 'bottom';
  readonly rule: { readonly color: Color; readonly width: Pt } | null;
}
/** A logo, with the plate below it where there is one. */
export type LogoPlan = readonly (GeometryShape | PictureShape)[];
export interface TableShape extends ShapeBase {
  readonly kind: 'table';
  readonly columnWidths: readonly Pt[];
  readonly rowHeights: readonly Pt[];
  readonly headRows: number;
  /** `a:tableStyleId`, and which of its parts are in force: cells say only what it does not. */
  readonly style: { readonly id: string; readonly banded: boolean; readonly hasTotal: boolean };
  readonly rows: readonly (readonly CellPlan[])[];
  /** `a16:rowId` and `a16:colId`. */
  readonly rowIds: readonly number[];
  readonly columnIds: readonly number[];
  readonly placeholder: PlaceholderPlan | null;
}
export type ShapePlan = TextShape | GeometryShape | PictureShape | ChartShape | SketchGroup | TableShape;

/** Shapes that move as one, by their index from 0: all from the first to the last. */
export interface GroupPlan {
  readonly first: number;
  readonly last: number;
  readonly name: string;
  readonly guid: string;
  readonly box: Box;
}

/** What of a shape appears by itself, a click a step, in order. */
export type BuildPlan =
  /** Each step is the first and the last paragraph that come together. */
  | {
      readonly kind: 'paragraphs';
      readonly shape: number;
      readonly steps: readonly (readonly [first: number, last: number])[];
    }
  | { readonly kind: 'series'; readonly shape: number; readonly count: number };

/** What is said of a place on a slide, in pt from its top left. */
export interface CommentPlan {
  readonly x: Pt;
  readonly y: Pt;
  readonly text: string;
}

export interface SlidePlan {
  /** `Page.key`, and the `p14:creationId` made of it. */
  readonly key: string;
  readonly creationId: number;
  /** Index into the plan's layouts. */
  readonly layout: number;
  readonly title: string;
  /** Null where the layout's own stands. */
  readonly background: Color | null;
  /** In reading order. */
  readonly shapes: readonly ShapePlan[];
  /** In the order of their shapes, none within another. */
  readonly groups: readonly GroupPlan[];
  readonly notes: readonly { readonly text: string; readonly lang: string }[];
  readonly comments: readonly CommentPlan[];
  readonly transition: Transition | null;
  /** What enters when, of shapes by their index from 0. */
  readonly builds: readonly BuildPlan[];
}

export interface SectionPlan {
  readonly name: string;
  readonly first: number;
  readonly count: number;
}
export interface MediaPlan {
  readonly extension: 'png' | 'jpeg' | 'svg';
  readonly bytes: Uint8Array;
}
/** A native chart as it goes into the package. */
export interface ChartParts {
  readonly xml: string;
  readonly workbook: Uint8Array;
  /** What both say, for whoever compares an edited chart with this one. */
  readonly data: ChartData;
  /** How many can come one by one: none of a pie or a ring. */
  readonly series: number;
  readonly marks?: Sketch;
}

/** A chart of PowerPoint 2016 as it goes into the package: its part, and those that stand beside it. */
export interface ExtendedParts {
  readonly layout: ExtendedChart['layout'];
  readonly xml: string;
  readonly workbook: Uint8Array;
  readonly style: string;
  readonly colors: string;
  readonly data: ChartData;
}

export interface DeckPlan {
  readonly meta: DocumentMeta;
  readonly theme: Theme;
  readonly size: Size;
  readonly layouts: readonly LayoutPlan[];
  readonly slides: readonly SlidePlan[];
  readonly sections: readonly SectionPlan[];
  readonly media: readonly MediaPlan[];
  readonly charts: readonly ChartParts[];
  readonly extended: readonly ExtendedParts[];
  /** The style of tables that stands in the deck's own part; null where a template has one. */
  readonly tableLook: TableLook | null;
  /** On the master; left out where the brand has none, or the deck is made inside somebody else's template. */
  readonly logo?: LogoPlan;
  /** On the master, behind all slides; null where the deck is no draft. */
  readonly watermark: Watermark | null;
  /** Null where a deck carries none. */
  readonly identity: DeckIdentity | null;
}
