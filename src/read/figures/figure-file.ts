/**
 * What report.yaml says of a file of figures beside its name: which columns hold what, and where all of it comes from.
 */
import type { Tell } from '../../diagnostics/diagnostic.js';
import { unknownColumn, unknownKey } from '../../diagnostics/messages.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import type { DataTable } from '../data/table/data-table.js';
import type { DataCursor } from '../shape/data-cursor.js';
import { figureFields, isField, type FigureRow } from './figure-row.js';

/** `map: { label: 指标, value: 本期, prior: 上期 }`: fields by the heads that their columns have. */
export function mapHeads(table: DataTable, map: DataCursor, tell: Tell): DataTable {
  const fields = new Map<string, string>();
  const heads = table.head.map(({ text }) => text);
  for (const [field, entry] of map.entries()) {
    const head = entry.text();
    if (!isField(field))
      tell(unknownKey(field, 'a figure', entry.keySpan, nearestName(field, figureFields), figureFields));
    else if (head !== null && heads.includes(head)) fields.set(head, field);
    else if (head !== null) tell(unknownColumn(head, 'of figures', entry.span, nearestName(head, heads), heads));
  }
  return fields.size === 0
    ? table
    : { ...table, head: table.head.map((cell) => ({ ...cell, text: fields.get(cell.text) ?? cell.text })) };
}

/** `source: 统计局`: of every row that has none of its own. */
export function withSource(rows: readonly FigureRow[], cursor: DataCursor): readonly FigureRow[] {
  const text = cursor.text();
  if (text === null) return rows;
  const source = { text, span: cursor.span };
  const named = new Map<FigureRow['cells'], FigureRow['cells']>();
  return rows.map((row) => {
    if (row.cells.source !== undefined) return row;
    // Periods of one row go on sharing their cells.
    let cells = named.get(row.cells);
    if (cells === undefined) named.set(row.cells, (cells = { ...row.cells, source }));
    return { ...row, cells };
  });
}
