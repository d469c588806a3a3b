/** A grid of columns on which the stories of a page stand. Read from `templates/<bundle>/grids/<name>.yaml`. */
import type { Pt } from '../length.js';
import type { Span } from '../span.js';
import type { Color } from '../theme.js';

/** A place for what a template puts into an area of this name. */
export interface GridArea {
  readonly name: string;
  /** How many of the grid's columns it takes; areas of a band that stay empty leave theirs to their neighbours. */
  readonly columns: number;
  /** How high a picture or a chart in it stands, in pt; null takes its natural height. */
  readonly height: Pt | null;
  /** Its text grows by up to this factor to the height of the band; 1 leaves it as it is. */
  readonly grow: number;
  /** Behind it. */
  readonly panel: Color | null;
  /** Along its top edge. */
  readonly rule: Color | null;
}

/** Areas side by side, which end on one line. */
export type GridBand = readonly GridArea[];

export interface PageGrid {
  readonly name: string;
  readonly columns: number;
  /** Between two columns, in pt. */
  readonly gutter: Pt;
  /** Between columns of text; null draws none. */
  readonly rule: { readonly color: Color; readonly width: Pt } | null;
  /** Between bands, in pt. */
  readonly gap: Pt;
  /** Sizes of the text of stories, in pt: the largest is taken at which all of it finds room. */
  readonly text: { readonly smallest: Pt; readonly largest: Pt };
  /** A picture grows or shrinks by up to this much, in pt, so that the columns come out even. */
  readonly give: Pt;
  /** The most pages that stories may take. */
  readonly pages: number;
  /** Above the stories of the first page, and of those after it. */
  readonly opening: readonly GridBand[];
  readonly further: readonly GridBand[];
  /** Beside the last stories. */
  readonly beside: GridArea | null;
  /** At the foot of the last page. */
  readonly closing: readonly GridBand[];
  readonly span: Span;
}
