/** What each row of a table is drawn with by its style, before any cell says it itself. */
import type { TableStyle } from '../page.js';
import type { TableLook, TableRowLook, TableRule } from '../theme.js';

/** Rules between rows and no fills: tables where no template says otherwise. */
export const ruledTables: TableLook = {
  top: { color: { slot: 'dk2' }, width: 1.2 },
  head: { fill: null, color: null, bold: null, rule: { color: { slot: 'dk2' }, width: 0.75 } },
  body: { fill: null, color: null, bold: null, rule: { color: { slot: 'accent6', lighten: 0.7 }, width: 0.4 } },
  band: null,
  total: { fill: null, color: null, bold: null, rule: null },
  bottom: { color: { slot: 'dk2' }, width: 0.75 },
  group: { slot: 'lt2' },
  strong: { slot: 'lt2' },
};

/**
 * What a row of a table is drawn with by its style alone.
 * @param row from 0, heads among them; @param heads how many rows head it; @param rows all that it has.
 */
export function rowLook(
  { look, banded, hasTotal }: TableStyle,
  { row, heads, rows }: { readonly row: number; readonly heads: number; readonly rows: number },
): TableRowLook {
  const isLast = row === rows - 1;
  const rule = (own: TableRule | null): TableRule | null => (isLast ? (look.bottom ?? own) : own);
  if (row < heads) return { ...look.head, rule: rule(look.head.rule) };
  if (isLast && hasTotal) return { ...look.total, rule: rule(look.total.rule) };
  const isBand = banded && look.band !== null && (row - heads) % 2 === 0;
  return { ...look.body, fill: isBand ? look.band : look.body.fill, rule: rule(look.body.rule) };
}
