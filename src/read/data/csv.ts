/**
 * CSV (RFC 4180) with the place of every cell. Fields are parted by commas, or by semicolons or tabs where the first
 * line has those alone.
 */
import { emptyFile, extraCell, missingCell, syntaxError } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import type { SourceText } from '../source/source-text.js';
import type { DataTable, TableCell } from './table/data-table.js';

/** Null where the file is empty or a quotation mark is never closed. */
export function readCsv(source: SourceText, tell: Tell): DataTable | null {
  const first = source.text.split('\n', 1)[0]!;
  const delimiter = [',', '\t', ';'].find((mark) => first.includes(mark)) ?? ',';
  const records = scanRecords(source, delimiter, tell);
  if (records === null) return null;
  const [head, ...rows] = records.filter((cells) => cells.some(({ text }) => text !== ''));
  if (head === undefined) {
    tell(emptyFile(source.at(0).file, 'a line of column names, and a line a row'));
    return null;
  }
  const columns = head.map((cell) => ({ ...cell, text: cell.text.trim() }));
  return { head: columns, rows: rows.map((cells) => fitRow(cells, columns, tell)) };
}

function fitRow(cells: readonly TableCell[], head: readonly TableCell[], tell: Tell): readonly TableCell[] {
  const extra = cells.slice(head.length).find(({ text }) => text !== '');
  if (extra !== undefined) tell(extraCell(head.length, cells.length, extra.span));
  if (cells.length < head.length) tell(missingCell(head.length, cells.length, cells[cells.length - 1]!.span));
  return head.map((column, index) => {
    const cell = cells[index] ?? { text: '', span: cells[cells.length - 1]!.span };
    return { text: cell.text, span: { ...cell.span, heading: column.text } };
  });
}

function scanRecords(source: SourceText, delimiter: string, tell: Tell): TableCell[][] | null {
  const { text } = source;
  const records: TableCell[][] = [];
  let record: TableCell[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"';
    const cell = quoted ? scanQuoted(source, at, delimiter, tell) : scanPlain(text, at, delimiter);
    if (cell === null) return null;
    record.push({ text: cell.text, span: source.at(quoted ? at + 1 : at) });
    at = cell.end;
    if (text[at] === delimiter) {
      at++;
      if (at === text.length || text[at] === '\n') record.push({ text: '', span: source.at(at) });
      if (at < text.length && text[at] !== '\n') continue;
    }
    at++;
    records.push(record);
    record = [];
  }
  return records;
}

function scanPlain(text: string, from: number, delimiter: string): { text: string; end: number } {
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++;
  return { text: text.slice(from, end).trim(), end };
}

function scanQuoted(
  source: SourceText,
  from: number,
  delimiter: string,
  tell: Tell,
): { text: string; end: number } | null {
  const { text } = source;
  let close = text.indexOf('"', from + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) {
    tell(
      syntaxError(
        'CSV',
        'this quotation mark is never closed',
        source.at(from),
        'close it, or write "" for a quotation mark inside',
      ),
    );
    return null;
  }
  const end = close + 1;
  if (end < text.length && text[end] !== delimiter && text[end] !== '\n') {
    tell(
      syntaxError(
        'CSV',
        'text stands behind the closing quotation mark',
        source.at(end),
        'write "" for a quotation mark inside',
      ),
    );
    return null;
  }
  return { text: text.slice(from + 1, close).replaceAll('""', '"'), end };
}
