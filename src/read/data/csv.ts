/**
 * CSV (RFC 4180) with the place of every cell, as programs and people write it: with title lines above, parted by
 * commas, semicolons, tabs or full-width commas.
 */
import { emptyFile, extraCell, missingCell } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { isNoteLine, unitOfLine } from '../../locale/sheet-words.js';
import type { SourceText } from '../source/source-text.js';
import { delimiterOf, scanRecords, type CsvField } from './csv-records.js';
import type { DataTable, TableCell } from './table/data-table.js';
import { readWrittenNumbers } from './written-number.js';

/** A table of a text file, and the lines around it. */
export interface TextTable {
  readonly table: DataTable;
  /** Above it, but for that of the unit. */
  readonly titles: readonly string[];
  readonly unit: string | null;
  /** Below it. */
  readonly notes: readonly string[];
}

/** Null where the file is empty or a quotation mark is never closed. `delimiter` where the file's name says it. */
export function readCsv(source: SourceText, tell: Tell, delimiter = delimiterOf(source.text)): TextTable | null {
  const records = scanRecords(source, delimiter, tell)?.filter((cells) => cells.some(({ text }) => text !== ''));
  if (records === undefined) return null;
  const { above, lines, below } = partLines(records);
  const [head, ...rows] = readWrittenNumbers(lines, delimiter);
  if (head === undefined) {
    tell(emptyFile(source.at(0).file, 'a line of column names, and a line a row'));
    return null;
  }
  const columns = head.map(({ text, at }) => ({ text: text.trim(), span: source.at(at) }));
  const texts = above.flatMap((cells) => cells.flatMap(({ text }) => text.trim() || []));
  return {
    table: { head: columns, rows: rows.map((cells) => fitRow(cells, columns, source, tell)) },
    titles: texts.filter((text) => unitOfLine(text) === null),
    unit: texts.map(unitOfLine).find((unit) => unit !== null) ?? null,
    notes: below.map((cells) => cells.flatMap(({ text }) => text.trim() || []).join(' ')),
  };
}

type Line = readonly CsvField[];

/** Lines of one text above a table of several columns are about it, and so are those below that say so. */
function partLines(records: readonly Line[]): {
  readonly above: readonly Line[];
  readonly lines: readonly Line[];
  readonly below: readonly Line[];
} {
  const filled = (cells: Line): number => cells.filter(({ text }) => text.trim() !== '').length;
  const widths = records.slice(0, 200).map(filled);
  // As many fields as two lines have.
  const usual = Math.max(0, ...widths.filter((width, index) => widths.indexOf(width) !== index));
  const isAbout = (cells: Line): boolean =>
    filled(cells) === 1 || (filled(cells) < usual && cells.some(({ text }) => unitOfLine(text) !== null));
  if (usual < 2) return { above: [], lines: records, below: [] };
  let [top, bottom] = [0, records.length];
  while (top < bottom - 1 && isAbout(records[top]!)) top++;
  const isNote = (cells: Line): boolean => filled(cells) === 1 && (cells.length === 1 || isNoteLine(cells[0]!.text));
  while (bottom > top + 1 && isNote(records[bottom - 1]!)) bottom--;
  return { above: records.slice(0, top), lines: records.slice(top, bottom), below: records.slice(bottom) };
}

function fitRow(cells: Line, head: readonly TableCell[], source: SourceText, tell: Tell): readonly TableCell[] {
  const extra = cells.slice(head.length).find(({ text }) => text !== '');
  const last = cells[cells.length - 1]!;
  if (extra !== undefined) tell(extraCell(head.length, cells.length, source.at(extra.at)));
  if (cells.length < head.length) tell(missingCell(head.length, cells.length, source.at(last.at)));
  return head.map((column, index) => {
    const { text, at, number } = cells[index] ?? { ...last, text: '', number: undefined };
    const { file, line, column: place } = source.at(at);
    const span = { file, line, column: place, heading: column.text };
    return number === undefined ? { text, span } : { text, span, number };
  });
}
