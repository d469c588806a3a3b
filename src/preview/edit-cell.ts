/**
 * Changes a number in its cell of a CSV or YAML file, where nothing else has to be touched; a workbook is Excel's to
 * change.
 */
import type { FigureRecord } from '../model/build-record.js';
import type { Span } from '../model/span.js';
import { placeOf } from './describe-state.js';
import type { FigureState } from './protocol.js';

/** A sign, digits, and decimals: what a cell of a number may hold, as `read/report/read-figures.ts` takes it. */
const plainNumber = /^[+\-−]?\d+(?:\.\d+)?$/;

export const isPlainNumber = (text: string): boolean => plainNumber.test(text);

const numberFields = ['value', 'change', 'rank'] as const;

/** A number as it stands in its file. */
interface WrittenCell {
  readonly text: string;
  /** Where its first character stands in the file, in UTF-16 units from 0. */
  readonly offset: number;
}

/** Cells with a number that stands alone between its neighbours. */
export function editableCells(
  figure: FigureRecord,
  readFile: (file: string) => string | null,
): readonly Omit<FigureState['editable'][number], 'label'>[] {
  return numberFields.flatMap((field) => {
    const span = figure.cells[field];
    const number = numberOf(figure, field);
    if (span === undefined || number === null) return [];
    const text = readFile(span.file);
    const cell = text === null ? null : findCell(text, span, number);
    return cell === null ? [] : [{ field, text: cell.text, place: placeOf(span) }];
  });
}

export const numberOf = ({ value, change, rank }: FigureRecord, field: string): number | null =>
  field === 'value' ? value : field === 'change' ? (change?.value ?? null) : (rank?.place ?? null);

/** Null where the file is of another kind, or does not hold this number at this place. */
export function findCell(text: string, { file, line, column, cell }: Span, number: number): WrittenCell | null {
  if (cell !== undefined || !/\.(?:csv|tsv|ya?ml)$/i.test(file)) return null;
  const start = offsetOf(text, line, column);
  if (start === null) return null;
  const offset = /["']/.test(text[start] ?? '') ? start + 1 : start;
  const written = /^[+\-−]?\d+(?:\.\d+)?/.exec(text.slice(offset, offset + longest))?.[0];
  if (written === undefined || Number(written.replace('−', '-')) !== number) return null;
  return /^(?:["',;\t\r\n}\]]|\s*$|\s+#|\s*[,\r\n])/.test(text.slice(offset + written.length, offset + longest + 2))
    ? { text: written, offset }
    : null;
}

const longest = 40;

function offsetOf(text: string, line: number, column: number): number | null {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (let passed = 1; passed < line; passed++) {
    const next = /\r\n|\r|\n/g;
    next.lastIndex = at;
    const end = next.exec(text);
    if (end === null) return null;
    at = end.index + end[0].length;
  }
  return at + column - 1;
}

export const withCell = (text: string, cell: WrittenCell, written: string): string =>
  text.slice(0, cell.offset) + written + text.slice(cell.offset + cell.text.length);
