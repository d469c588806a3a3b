/**
 * What a deck says of itself in a custom XML part: which slide, shape, row and number is which, and how each stood when
 * the deck was made. With it an edited deck can be refreshed by a three-way merge: base (here), theirs (the edited
 * file), new (the next build).
 *
 * The part is `customXml/itemN.xml`, related from the presentation (type `…/customXml`): an element `deck` in the
 * namespace `identityNamespace` whose text is this object as JSON. PowerPoint and LibreOffice 7.4 keep it; a copy of a
 * slide into another deck does not take it along. `docProps/custom.xml` says `build` too, under `buildProperty`.
 *
 * To find a shape again: its slide by `SlideIdentity.creationId` (`p14:creationId` in `p:cSld/p:extLst`), then
 * `ShapeIdentity.creationId` (`a16:creationId` in `p:cNvPr/a:extLst`), then its name, then its text. A duplicated slide
 * keeps the ids of its shapes and gets another of its own.
 *
 * All texts are what a reader sees: runs joined, `\n` for a line break within a paragraph. Figures in a text are in its
 * order and do not overlap.
 */

export const identityNamespace = 'urn:briefkit:deck';
/**
 * The namespace of an element in `p:cSld/p:extLst` that says the same of one slide: whoever copies the slide into
 * another deck takes it along. It has the report's id as attribute `report`, and a `SlideIdentity` as JSON.
 */
export const slideNamespace = 'urn:briefkit:slide';
/** The `uri` of the `p:ext` around it. */
export const slideExtension = '{5A1F63C1-7A41-5D0B-A6D2-0B3E4C9F1E77}';
/** A property of `docProps/custom.xml`: the build's mark. */
export const buildProperty = 'briefkit-build';

/** A figure as a text prints it. */
export interface PrintedNumber {
  /** The id of the figure, as the report calls it. */
  readonly figure: string;
  /** As printed: `546.6亿元`. */
  readonly text: string;
  /** Index of its first character in the text around it, in UTF-16 units. */
  readonly start: number;
}

export interface TextIdentity {
  readonly text: string;
  readonly figures: readonly PrintedNumber[];
}

interface ShapeBase {
  /** The name that it was given in the selection pane: unique on its slide. */
  readonly name: string;
  /** `p:cNvPr id` at build time: what animations name. */
  readonly id: number;
  /** `a16:creationId`. */
  readonly creationId: string;
  /** The alternative text; empty where it has none. */
  readonly alt: string;
  /** In EMU. */
  readonly box: { readonly x: number; readonly y: number; readonly cx: number; readonly cy: number };
}

export interface TextShapeIdentity extends ShapeBase {
  readonly kind: 'text';
  /** The region of the bundle's layout whose placeholder it fills; null for a box of its own. */
  readonly placeholder: string | null;
  readonly paragraphs: readonly TextIdentity[];
  /** Sizes of its runs in hundredths of a point, neighbours of one size once; left out where none says one. */
  readonly sizes?: readonly number[];
}

/** The cells that a native chart draws, and what its labels and axes say beside them. */
export interface ChartData {
  /** Marks the chart's part as it was written: see `chartMark`. */
  readonly mark: string;
  /** The first column of the workbook, from row 2; of two levels, their joined names. */
  readonly categories: readonly string[];
  /** Columns that names of categories take where they are several: years, and quarters beside them. */
  readonly levels?: number;
  /** By their `c:idx`, helpers among them: what is drawn may be sums, stems or spaces. */
  readonly series: readonly {
    readonly name: string;
    /** Its column in the workbook, from 0 behind those of the categories. Two series may share one. */
    readonly column: number;
    readonly values: readonly (number | null)[];
    readonly labels: readonly {
      readonly point: number;
      readonly format: string | null;
      readonly text: string | null;
    }[];
  }[];
  /** Ends of value axes, in the order of the part. */
  readonly axes: readonly { readonly min: number | null; readonly max: number | null; readonly step: number | null }[];
}

/** One of the shapes that a chart is drawn with. */
export interface MarkIdentity {
  /** A straight line is a connector, a path has points of its own, a box may have words. */
  readonly form: 'straight' | 'path' | 'box';
  /** In EMU on the slide. */
  readonly box: readonly [x: number, y: number, cx: number, cy: number];
  /** Its words, a line a paragraph; left out where it has none. */
  readonly text?: readonly string[];
}

export interface ChartShapeIdentity extends ShapeBase {
  readonly kind: 'chart';
  /** As the report calls it. */
  readonly chart: string;
  /** Its kind: `bar`, `line` … */
  readonly type: string;
  /** Shown as a picture, for want of such a chart in PowerPoint. */
  readonly isPicture: boolean;
  /** What its part and its workbook hold; null for a picture. */
  readonly data: ChartData | null;
  /**
   * The same of the chart of PowerPoint 2016 that stands before it: what is said above then stands beside that for
   * programs that do not know it. Left out where there is none.
   */
  readonly extended?: ChartData;
  /**
   * The shapes that it is grouped with, arrows and lines upon a native chart, or that it is made of, back to front.
   * Left out where there are none, too many to be told apart, or a chart of PowerPoint 2016 stands before them.
   */
  readonly marks?: readonly MarkIdentity[];
  /** Marks the picture's bytes, in hexadecimal; null for a native chart. */
  readonly sha256: string | null;
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly name: string;
    /** One for each category. */
    readonly points: readonly {
      readonly figure: string | null;
      /** Null is a gap. */
      readonly value: number | null;
      readonly label: string;
    }[];
  }[];
}

export interface TableShapeIdentity extends ShapeBase {
  readonly kind: 'table';
  readonly headRows: number;
  /** `a16:colId` of each `a:gridCol`. */
  readonly columns: readonly number[];
  /** How large it was made: widths and heights in EMU, sizes of its runs as a text box has them. */
  readonly form?: {
    readonly widths: readonly number[];
    readonly heights: readonly number[];
    readonly sizes: readonly number[];
  };
  readonly rows: readonly {
    /** `a16:rowId`. */
    readonly id: number;
    /** Those that begin in the row, by the column in which they begin. A cell that another covers is left out. */
    readonly cells: readonly {
      readonly column: number;
      readonly across: number;
      readonly down: number;
      readonly paragraphs: readonly TextIdentity[];
    }[];
  }[];
}

export interface PictureShapeIdentity extends ShapeBase {
  readonly kind: 'picture';
  /** As the report calls it. */
  readonly picture: string;
  /** SHA-256 of the bytes in the package, in hexadecimal. */
  readonly sha256: string;
}

/** A rule, a panel, a mark. */
export interface PlainShapeIdentity extends ShapeBase {
  readonly kind: 'plain';
  /**
   * The figure whose value its place or its length shows. Of those of one figure on a slide the first is the scale on
   * which the others stand. Left out where nothing in it is bound to data.
   */
  readonly figure?: string;
}

export type ShapeIdentity =
  | TextShapeIdentity
  | ChartShapeIdentity
  | TableShapeIdentity
  | PictureShapeIdentity
  | PlainShapeIdentity;

export interface SlideIdentity {
  /** The same in every build of the report, whatever its figures: see `Page.key`. */
  readonly key: string;
  /** `p14:creationId`. */
  readonly creationId: number;
  readonly title: string;
  /** The bundle's layout. */
  readonly layout: string | null;
  /** `templates/…/deck.hbs:14:1`, `report.yaml:45:5`: what made it; null where that is not known. */
  readonly place: string | null;
  /** In the order of the slide's shapes. */
  readonly shapes: readonly ShapeIdentity[];
  /** What the speaker says, a text a paragraph. */
  readonly notes: readonly TextIdentity[];
  /** What comments of the build say; left out where there are none. */
  readonly comments?: readonly string[];
}

export interface DeckIdentity {
  readonly format: 2;
  /** The report's id: its folder's name. */
  readonly report: string;
  /** BCP 47. */
  readonly language: string;
  /** A mark of all that follows: two builds that say the same have the same. */
  readonly build: string;
  readonly slides: readonly SlideIdentity[];
}

/** That of a deck that has lost it: its slides may still say what they are. */
export const emptyIdentity = (report: string, language = ''): DeckIdentity => ({
  format: 2,
  report,
  language,
  build: '',
  slides: [],
});
