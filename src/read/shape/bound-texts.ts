/**
 * Texts of a data file that no place of a page could take: told, and read as left out, before anybody breaks them into
 * lines.
 */
import { cellHasError, wordsTooLong } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import type { DataDocument, DataPath } from '../data/data-document.js';
import type { DataTable, TableCell } from '../data/table/data-table.js';
import { isSpreadsheetFault } from '../../locale/sheet-words.js';
import { mostCharacters, mostInCell, mostInParagraph } from '../../model/limits.js';
import { without } from './check-shape.js';

/** A text of several paragraphs, or of several lines, is words; any other is a title or a name. */
const mostOf = (text: string): number =>
  text.includes('\n\n') ? mostCharacters : text.includes('\n') ? mostInParagraph : mostInCell;

export function boundTexts(document: DataDocument, tell: Tell): DataDocument {
  const wrong: DataPath[] = [];
  const visit = (value: unknown, path: DataPath): void => {
    if (typeof value === 'string') {
      const most = mostOf(value);
      if (value.length <= most) return;
      tell(wordsTooLong('this text', value.length, most, document.spanAt(path)));
      wrong.push(path);
    } else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) visit(item, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  visit(document.value, []);
  return wrong.length === 0
    ? document
    : { ...document, wrong: [...(document.wrong ?? []), ...wrong], value: without(document.value, wrong) };
}

/** Cells of a file's table; one that says #REF! is no number either, and is told. */
export function boundCells(table: DataTable, tell: Tell): DataTable {
  const bound = (cell: TableCell): TableCell => {
    if (!isWrong(cell)) return cell;
    const { text, span } = cell;
    tell(
      isSpreadsheetFault(text) ? cellHasError(text, span) : wordsTooLong('this cell', text.length, mostInCell, span),
    );
    return { text: '', span, isTold: true };
  };
  const isWrong = ({ text }: TableCell): boolean => text.length > mostInCell || isSpreadsheetFault(text);
  return table.head.some(isWrong) || table.rows.some((row) => row.some(isWrong))
    ? { head: table.head.map(bound), rows: table.rows.map((row) => row.map(bound)) }
    : table;
}
