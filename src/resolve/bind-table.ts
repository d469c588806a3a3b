/** Tables of the report. */
import { tableAlt } from '../locale/table-words.js';
import type { Inline, TableBlock, TableCell, TableColumn, TableRow } from '../model/document.js';
import type { TableSpec, Words } from '../model/report.js';
import type { Span } from '../model/span.js';
import { bindWords, inlineText } from './bind-inlines.js';
import type { Binding } from './binding.js';

export function bindTable(spec: TableSpec, span: Span, binding: Binding): TableBlock<Inline> {
  const rowOf = (words: readonly Words[]): TableRow<Inline> => ({ cells: words.map((cell) => plainCell(bindWords(cell, binding))), emphasis: 'none' });
  const head = spec.head.map((cell) => bindWords(cell, binding));
  const rows = spec.rows.map(rowOf);
  const width = Math.max(spec.head.length, ...rows.map(({ cells }) => cells.length));
  const caption = bindWords(spec.caption, binding);
  return {
    kind: 'table', id: spec.id, caption, rows, span,
    columns: Array.from({ length: width }, (_, index): TableColumn => ({ align: spec.align[index] ?? guessAlign(rows, index), weight: null })),
    head: head.length === 0 ? [] : [{ cells: head.map(plainCell), emphasis: 'none' }],
    notes: spec.notes.map((note) => bindWords(note, binding)),
    alt: spec.alt ?? tableAlt(inlineText(caption), head.map(inlineText), rows.length),
  };
}

/** A column of numbers stands at the end, all others at the start. */
function guessAlign(rows: readonly TableRow<Inline>[], column: number): TableColumn['align'] {
  const texts = rows.map(({ cells }) => inlineText(cells[column]?.inlines ?? [])).filter((text) => !/^[—–-]?$/.test(text));
  return column > 0 && texts.length > 0 && texts.every((text) => /^\D{0,3}[+−-]?\d[\d.,]*\D{0,6}$/.test(text)) ? 'end' : 'start';
}

export const plainCell = (inlines: readonly Inline[]): TableCell<Inline> => ({ inlines, across: 1, down: 1 });
