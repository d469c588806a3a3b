/** A table as it stands in a file: what the readers of CSV and of workbooks make. */
import type { Span } from '../../../model/span.js';

export interface TableCell {
  /** As it is written or, in a workbook, shown. */
  readonly text: string;
  readonly span: Span;
  /** The number that a workbook's cell shows. */
  readonly number?: ShownNumber;
  /** What is in it is a mistake that was told: it reads as empty. */
  readonly isTold?: true;
}

/** A number as its cell shows it, without what stands around its digits. */
export interface ShownNumber {
  /** With a sign and all decimals that are shown: `-8.3`, `5.0`. */
  readonly digits: string;
  /** Shown with %: the digits say 8.1 where the cell holds 0.081. */
  readonly isPercent: boolean;
}

export interface DataTable {
  readonly head: readonly TableCell[];
  /** Each as long as the head; rows without any text are left out. */
  readonly rows: readonly (readonly TableCell[])[];
}
