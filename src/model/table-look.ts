/** How tables look: what their head, their rows and their last row say, before any cell says it itself. */
import type { Pt } from './length.js';
import type { Color } from './theme.js';

export interface TableRule {
  readonly color: Color;
  readonly width: Pt;
}

/** What one kind of row is drawn with. */
export interface TableRowLook {
  readonly fill: Color | null;
  /** Null takes the text style's own. */
  readonly color: Color | null;
  /** Null takes the text style's own. */
  readonly bold: boolean | null;
  /** Under the row. */
  readonly rule: TableRule | null;
}

export interface TableLook {
  /** Over the first row. */
  readonly top: TableRule | null;
  readonly head: TableRowLook;
  readonly body: TableRowLook;
  /** The fill of the first, third … row of the body, where rows are banded; null where they never are. */
  readonly band: Color | null;
  /** A last row of sums. */
  readonly total: TableRowLook;
  /** Under the last row. */
  readonly bottom: TableRule | null;
  /** Rows that head others, and columns that are to stand out: a fill, or null where bold type has to do. */
  readonly group: Color | null;
  readonly strong: Color | null;
}

/** A table's look, and which of its parts are in force for it. */
export interface TableStyle {
  readonly look: TableLook;
  readonly banded: boolean;
  /** Its last row is one of sums. */
  readonly hasTotal: boolean;
}

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
