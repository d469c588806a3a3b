/** A text of parted fields to records of cells. */
import { syntaxError } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { bareText } from '../../model/inert-text.js';
import type { SourceText } from '../source/source-text.js';
import type { TableCell } from './table/data-table.js';

/**
 * What fields are parted by, in the order in which they are preferred; ， is what a Chinese keyboard gives for a comma.
 */
const delimiters = [',', ';', '\t', '，', '|'] as const;
/** So many lines tell which it is. */
const sample = 60;

/** The mark that parts most lines into equally many fields; marks inside quotation marks do not count. */
export function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .replace(/"(?:[^"]|"")*"/g, '""')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, sample);
  let [best, most] = [',', 0];
  for (const delimiter of delimiters) {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const count = line.split(delimiter).length - 1;
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    const alike = Math.max(0, ...counts.values());
    if (alike > most) [best, most] = [delimiter, alike];
  }
  return best;
}

/** A cell before it is known what its column is called. */
export interface CsvField extends Omit<TableCell, 'span'> {
  /** Offset of its first character in the file. */
  readonly at: number;
}

/** Null where a quotation mark is never closed, or has text behind it, which is told. */
export function scanRecords(source: SourceText, delimiter: string, tell: Tell): CsvField[][] | null {
  const { text } = source;
  const records: CsvField[][] = [];
  let record: CsvField[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"';
    const cell = quoted ? scanQuoted(source, at, delimiter, tell) : scanPlain(text, at, delimiter);
    if (cell === null) return null;
    record.push({ text: asText(cell.text), at: quoted ? at + 1 : at });
    at = cell.end;
    if (text[at] === delimiter) {
      at++;
      if (at === text.length || text[at] === '\n') record.push({ text: '', at });
      if (at < text.length && text[at] !== '\n') continue;
    }
    at++;
    records.push(record);
    record = [];
  }
  return records;
}

/** `="001"` is how Excel is made to take 001 for a text; an apostrophe keeps a text from being a formula. */
const asText = (text: string): string => /^="([^"]*)"$/.exec(text)?.[1] ?? bareText(text);

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
    const what = 'this quotation mark is never closed';
    tell(syntaxError('CSV', what, source.at(from), 'close it, or write "" for a quotation mark inside'));
    return null;
  }
  let end = close + 1;
  while (text[end] === ' ') end++;
  if (end < text.length && text[end] !== delimiter && text[end] !== '\n') {
    const what = 'text stands behind the closing quotation mark';
    tell(syntaxError('CSV', what, source.at(end), 'write "" for a quotation mark inside'));
    return null;
  }
  return { text: text.slice(from + 1, close).replaceAll('""', '"'), end };
}
