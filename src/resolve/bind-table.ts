/** Tables of the report. */
import { inlineText } from '../locale/prose/inline-text.js';
import { tableTooWide, tableWithoutRows, unknownColumn, unknownName } from '../diagnostics/messages.js';
import { nearestName } from '../diagnostics/nearest-name.js';
import { tableAlt } from '../locale/table-words.js';
import { isMissing } from '../locale/sheet-words.js';
import { isKnownUnit } from '../locale/units/units.js';
import { mostTableColumns } from '../model/limits.js';
import type { Inline, TableBlock, TableCell, TableColumn, TableRow } from '../model/document.js';
import type { TableSpec, Words } from '../model/report.js';
import type { Span } from '../model/span.js';
import { bindWords } from './bind-inlines.js';
import type { Binding } from './binding.js';

/**
 * Null for one without rows: a head alone says nothing, and is no table to a screen reader (PDF/UA-1, 7.2); it is
 * reported.
 */
export function bindTable(spec: TableSpec, span: Span, binding: Binding): TableBlock<Inline> | null {
  if (spec.rows.length === 0) {
    binding.tell(tableWithoutRows(`the table "${spec.id}"`, spec.span));
    return null;
  }
  const width = Math.max(spec.head.length, ...spec.rows.map((row) => row.length));
  if (width > mostTableColumns) {
    binding.tell(tableTooWide(spec.id, width, spec.span));
    return null;
  }
  const rowOf = (words: readonly Words[]): TableRow<Inline> => ({
    cells: words.map((cell) => plainCell(bindWords(cell, binding))),
    emphasis: 'none',
  });
  const head = spec.head.map((cell) => bindWords(cell, binding));
  const emphasised = emphasisedColumns(head.map(inlineText), spec, binding);
  const plainRows = emphasise(spec.rows.map(rowOf), spec, binding);
  const rows = spec.merge ? mergeFirstColumn(plainRows) : plainRows;
  const caption = bindWords(spec.caption, binding);
  return {
    kind: 'table',
    id: spec.id,
    caption,
    rows,
    span,
    made: spec.span,
    columns: Array.from(
      { length: width },
      (_, index): TableColumn => ({
        align: spec.align[index] ?? guessAlign(plainRows, index),
        weight: null,
        ...(emphasised.has(index) && { isEmphasised: true as const }),
      }),
    ),
    head: head.length === 0 ? [] : [{ cells: head.map(plainCell), emphasis: 'none' }],
    notes: spec.notes.map((note) => bindWords(note, binding)),
    alt: spec.alt ?? tableAlt(inlineText(caption), head.map(inlineText), rows.length, binding.language),
  };
}

/** Columns that the report names by their heads, by index. A head that the table does not have is told. */
function emphasisedColumns(
  heads: readonly string[],
  { id: table, emphasised = [] }: TableSpec,
  { tell }: Binding,
): ReadonlySet<number> {
  for (const { id, span } of emphasised)
    if (!heads.includes(id)) tell(unknownColumn(id, table, span, nearestName(id, heads), heads));
  return new Set(heads.flatMap((head, index) => (emphasised.some(({ id }) => id === head) ? [index] : [])));
}

/** Rows that the report names by their first cell, marked as heads of those below or as totals. */
function emphasise(
  rows: readonly TableRow<Inline>[],
  { groups, totals }: TableSpec,
  { tell }: Binding,
): readonly TableRow<Inline>[] {
  const names = rows.map(({ cells }) => inlineText(cells[0]?.inlines ?? []));
  for (const { id, span } of [...groups, ...totals]) {
    if (names.includes(id)) continue;
    const nearest = nearestName(id, names);
    tell(unknownName('row', id, span, nearest === null ? null : { name: nearest }, names));
  }
  const named = (marked: TableSpec['groups'], name: string): boolean => marked.some(({ id }) => id === name);
  return rows.map((row, index) => ({
    ...row,
    emphasis: named(groups, names[index]!) ? 'group' : named(totals, names[index]!) ? 'total' : row.emphasis,
  }));
}

/** Neighbours of the first column that say the same become one cell; cells that it covers are left out. */
function mergeFirstColumn(rows: readonly TableRow<Inline>[]): readonly TableRow<Inline>[] {
  const names = rows.map(({ cells }) => inlineText(cells[0]?.inlines ?? []));
  return rows.map((row, index) => {
    const [first, ...others] = row.cells;
    const name = names[index]!;
    if (first === undefined || name === '') return row;
    if (names[index - 1] === name) return { ...row, cells: others };
    let down = 1;
    while (names[index + down] === name) down += 1;
    return { ...row, cells: [{ ...first, down }, ...others] };
  });
}

/** With thousands parted by spaces too: 1 234.50. */
const isNumber = /^\D{0,3}[+−-]?\d[\d.,]*(?:[ \u00a0\u202f'’]\d{3}[\d.,]*)*\D{0,6}$/;
/** Alone in its cell, with no unit behind it. */
const isPlainNumber = /^[+−-]?\d[\d,]*(?:[ \u00a0\u202f'’]\d{3})*(?:\.\d+)?$/;
const decimalsOf = (text: string): number => /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;

/**
 * A column of numbers stands at the end, at the decimal point where its numbers differ in decimals; all others at the
 * start.
 */
function guessAlign(rows: readonly TableRow<Inline>[], column: number): TableColumn['align'] {
  const texts = rows
    .map(({ cells }) => inlineText(cells[column]?.inlines ?? []))
    // A number that is missing, and a row of units below the head, say nothing of what stands below.
    .filter((text, row) => !isMissing(text) && !(row === 0 && isKnownUnit(text)));
  if (column === 0 || texts.length === 0 || !texts.every((text) => isNumber.test(text))) return 'start';
  const differ = new Set(texts.map(decimalsOf)).size > 1;
  return differ && texts.every((text) => isPlainNumber.test(text)) ? 'decimal' : 'end';
}

export const plainCell = (inlines: readonly Inline[]): TableCell<Inline> => ({ inlines, across: 1, down: 1 });
