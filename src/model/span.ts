/** Where something was read: what a diagnostic names and what provenance remembers. */

export interface Span {
  /** Path as the user would type it: relative to the working folder, with `/`. */
  readonly file: string;
  /** From 1. Of a workbook: the row. */
  readonly line: number;
  /** From 1, in UTF-16 units. Of a workbook: the column. */
  readonly column: number;
  /** What the column of a CSV file's cell is called. */
  readonly heading?: string;
  /** Sheet and cell of a workbook: `指标!C7`. */
  readonly cell?: string;
}
