/** Tables with a row of totals: each column adds up to it. */
import type { Tell } from '../diagnostics/diagnostic.js';
import { tableTotal } from '../diagnostics/messages.js';
import { totalName } from '../locale/check-words.js';
import type { Document, Inline, TableBlock } from '../model/document.js';
import { textOf, walkDocument } from './walk-document.js';

export function checkTotals(documents: readonly Document[], tell: Tell): void {
  for (const document of documents) walkDocument(document, { table: (table) => checkTable(table, tell) });
}

function checkTable(table: TableBlock<Inline>, tell: Tell): void {
  const rows = table.rows.map(({ cells }) => cells.map(({ inlines }) => textOf(inlines).trim()));
  const [total, ...others] = rows.filter(([name]) => totalName.test(name ?? ''));
  const parts = rows.filter(([name]) => !totalName.test(name ?? ''));
  if (total === undefined || others.length > 0 || parts.length < 2 || rows.some((row) => row.length !== total.length))
    return;
  total.forEach((text, column) => {
    const goal = numberIn(text);
    const cells = parts.map((row) => numberIn(row[column] ?? ''));
    if (
      column === 0 ||
      goal === null ||
      goal.unit === '%' ||
      cells.some((cell) => cell === null || cell.unit !== goal.unit)
    )
      return;
    const decimals = Math.max(goal.decimals, ...cells.map((cell) => cell!.decimals));
    const sum = cells.reduce((found, cell) => found + cell!.value, 0);
    const slack = cells.reduce((found, cell) => found + 0.5 * 10 ** -cell!.decimals, 0.5 * 10 ** -goal.decimals);
    // Whole numbers are counted, not rounded.
    if (Math.abs(sum - goal.value) <= (decimals === 0 ? 0 : slack + 1e-9)) return;
    const head = textOf(table.head.at(-1)?.cells[column]?.inlines ?? []);
    tell(tableTotal(table.id ?? textOf(table.caption), head, sum.toFixed(decimals), text, table.span));
  });
}

interface FoundNumber {
  readonly value: number;
  readonly decimals: number;
  readonly unit: string;
}

function numberIn(text: string): FoundNumber | null {
  const found = /^([+\-−]?)(\d[\d,]*)(?:\.(\d+))?\s*(\D*)$/.exec(text);
  if (found === null) return null;
  const [, sign, whole = '', fraction = '', unit = ''] = found;
  const size = Number(`${whole.replaceAll(',', '')}.${fraction || '0'}`);
  return { value: sign === '-' || sign === '−' ? -size : size, decimals: fraction.length, unit: unit.trim() };
}
