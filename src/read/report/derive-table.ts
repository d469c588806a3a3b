/** Columns, rows and an order that follow from a file's table: `derive`, `sort`, `top`, `total`, `unit_row`. */
import type { Tell } from '../../diagnostics/diagnostic.js';
import { formulaFault, totalOfSeveralUnits } from '../../diagnostics/figure-messages.js';
import { unknownColumn } from '../../diagnostics/messages.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import { deriveColumn } from '../../figures/derive-column.js';
import { cellNumber, columnNamed, totalOf, unitsOf } from '../../figures/table-numbers.js';
import { splitUnit } from '../../locale/figure-columns.js';
import { unitWord } from '../../locale/table-words.js';
import { isKnownUnit } from '../../locale/units/units.js';
import type { DataTable, TableCell } from '../data/table/data-table.js';
import type { DataCursor, Named } from '../shape/data-cursor.js';

/** In this order: derived columns, sorted, the top rows, a total. `id` is the table's name. */
export function deriveTable(table: DataTable, id: string, entry: DataCursor, tell: Tell, language: string): DataTable {
  const totals = new Set(
    entry
      .at('totals')
      .names()
      .map((name) => name.id),
  );
  const isTotal = (row: readonly TableCell[]): boolean => totals.has(row[0]?.text.trim() ?? '');
  const parts = { head: table.head, rows: table.rows.filter((row) => !isTotal(row)) };
  const given = { id, tell, language };
  const wide = withColumns(parts, table.rows.filter(isTotal), entry.at('derive'), given);
  const sorted = sortRows(wide.parts, entry, given);
  const top = entry.at('top').number();
  const kept = top === null ? sorted : { ...sorted, rows: sorted.rows.slice(0, top) };
  const label = entry.at('total').text();
  const sums = label === null ? [] : [totalRow(kept, label, entry.at('total'), table.head.length, tell)];
  return { head: kept.head, rows: [...kept.rows, ...sums, ...wide.totals] };
}

interface Given {
  readonly id: string;
  readonly tell: Tell;
  readonly language: string;
}

type Rows = DataTable['rows'];

/** A column for each expression, behind the others; rows of totals have none of it. */
function withColumns(
  table: DataTable,
  totals: Rows,
  cursor: DataCursor,
  { id, tell, language }: Given,
): { readonly parts: DataTable; readonly totals: Rows } {
  let [parts, sums] = [table, totals];
  for (const [name, entry] of cursor.entries()) {
    const text = entry.text()?.trim() ?? '';
    const cellSpan = (row: readonly TableCell[]): TableCell['span'] => row[0]?.span ?? entry.keySpan;
    const column = deriveColumn(
      { id, name, text, language },
      { head: parts.head.map((cell) => cell.text), rows: parts.rows.map((row) => row.map((cell) => cell.text)) },
      ({ code, message, at }) =>
        tell(formulaFault(code, message, text, { ...entry.span, column: entry.span.column + at })),
    );
    parts = {
      head: [...parts.head, { text: name, span: entry.keySpan }],
      rows: parts.rows.map((row, index) => [...row, { text: column[index] ?? '', span: cellSpan(row) }]),
    };
    sums = sums.map((row) => [...row, { text: '', span: cellSpan(row) }]);
  }
  return { parts, totals: sums };
}

/** Numbers from the largest down unless said otherwise; what has none comes last, in its order. */
function sortRows(table: DataTable, entry: DataCursor, { id, tell }: Given): DataTable {
  const sort = entry.at('sort');
  const by: Named | undefined = (sort.isMap ? sort.at('by') : sort).names()[0];
  if (by === undefined) return table;
  const heads = table.head.map(({ text }) => text);
  const column = columnNamed(heads, by.id);
  if (column < 0) {
    tell(unknownColumn(by.id, id, by.span, nearestName(by.id, heads), heads));
    return table;
  }
  const sign = sort.isMap && sort.at('order').text() === 'ascending' ? 1 : -1;
  const rows = table.rows.map((row, index) => ({ row, index, number: cellNumber(row[column]?.text ?? '') }));
  const value = ({ number }: (typeof rows)[number]): number | null =>
    number === null || number === 'text' ? null : number.value;
  rows.sort((one, other) => {
    const [left, right] = [value(one), value(other)];
    if (left === null || right === null)
      return Number(left === null) - Number(right === null) || one.index - other.index;
    return sign * (left - right) || one.index - other.index;
  });
  return { head: table.head, rows: rows.map(({ row }) => row) };
}

/**
 * Sums of the file's own columns that can be added: numbers of one unit that are no shares. What was derived is a rate
 * or a place.
 */
function totalRow(
  { head, rows }: DataTable,
  label: string,
  cursor: DataCursor,
  own: number,
  tell: Tell,
): readonly TableCell[] {
  const span = cursor.span;
  return head.map((cell, column) => {
    if (column === 0 || column >= own) return { text: column === 0 ? label : '', span };
    const texts = rows.map((row) => row[column]?.text ?? '');
    const units = unitsOf(texts);
    if (units.length > 1) tell(totalOfSeveralUnits(cell.text, units, cell.span));
    return { text: totalOf(cell.text, texts), span };
  });
}

/** With `unit_row: true` units go from the heads into a row of their own below. */
export function unitRow(table: DataTable, entry: DataCursor, language: string): DataTable {
  if (entry.at('unit_row').value !== true) return table;
  const { head, rows } = table;
  const split = head.map(({ text }) => splitUnit(text));
  const isUnit = (unit: string | null): unit is string => unit !== null && isKnownUnit(unit);
  const { span } = entry.at('unit_row');
  return {
    head: head.map((cell, index) => (isUnit(split[index]!.unit) ? { ...cell, text: split[index]!.name } : cell)),
    rows: [
      split.map(({ unit }, index) => ({ text: index === 0 ? unitWord(language) : isUnit(unit) ? unit : '', span })),
      ...rows,
    ],
  };
}
