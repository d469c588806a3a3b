/** Where something was read: what a diagnostic names and what provenance remembers. */

export interface Span {
  /** Path as the user would type it: relative to the working folder, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** Of a workbook: `Sheet1!B3`. Of a CSV: the column's heading. */
  readonly cell?: string;
}
