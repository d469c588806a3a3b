/** The cells of a sheet, or of a text file, where they stand: what tables are found in. */
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { CellRange } from '../../../model/cell-name.js';
import { withoutNoteMark } from '../../../locale/reading/note-mark.js';
import type { Span } from '../../../model/span.js';
import type { TableCell } from './data-table.js';

/** What stands in a cell, or the mistake in it. */
export type CellContent = Omit<TableCell, 'span'> | Diagnostic;

export interface CellGrid {
  /** Row by row, from the top; cells without text are not there. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, CellContent>>;
  readonly merges: readonly CellRange[];
  /** Ranges that people made tables of in Excel: what is one is known of them. */
  readonly tables?: readonly CellRange[];
  readonly spanOf: (row: number, column: number) => Span;
}

export const isMistake = (content: CellContent): content is Diagnostic => 'severity' in content;

/** The text of a cell; of a mistake none. */
export const contentText = (content: CellContent | undefined): string =>
  content === undefined || isMistake(content) ? '' : content.text;

const written = /^[+\-−]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?\s*[%‰]?$/;
/** Marks that statistics set where a number is missing: -, …, .., n/a, NA, x, :, ..C */
const missing = /^(?:[-—–−…⋯/.:*]{1,3}|——|……|\.\.[A-Za-z]|n\.?\/?a\.?|na|nil|null|x)$/i;

/** A cell that could stand in a column of numbers: a number, a mark for one that is missing, a formula that failed. */
export type CellKind = 'number' | 'missing' | 'text';

export function cellKind(content: CellContent): CellKind {
  if (isMistake(content) || content.number !== undefined) return 'number';
  const text = content.text.trim();
  return written.test(withoutNoteMark(text)) ? 'number' : missing.test(text) ? 'missing' : 'text';
}
