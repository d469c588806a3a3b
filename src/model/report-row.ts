/** The row, or the rows, that one report of many is about. */
import type { Span } from './span.js';

export interface RowCell {
  /** As it is written or, in a workbook, shown. */
  readonly text: string;
  readonly span: Span;
  /** A number in a workbook: its digits alone, and whether it is shown with %. */
  readonly number?: { readonly digits: string; readonly isPercent: boolean };
}

export interface ReportRow {
  /** Heads of the columns, in their order. */
  readonly columns: readonly RowCell[];
  /** At least one; each as long as the columns. */
  readonly rows: readonly (readonly RowCell[])[];
}

/** A unit in parentheses behind a column's name: `办结率(%)`, `Budget (万元)`. */
const headPattern = /^(.*?)\s*[(（]([^()（）]+)[)）]$/;

export interface ColumnName {
  /** As templates name it: the head without its unit, spaces as `_`. */
  readonly name: string;
  readonly label: string;
  readonly unit: string | null;
}

export function columnName(head: string): ColumnName {
  const [, label = head.trim(), unit = null] = headPattern.exec(head.trim()) ?? [];
  return { name: label.replace(/[\s.]+/g, '_'), label, unit };
}

/** The column of that head, or of that name, with its unit or without; null where there is none. */
export function columnNamed(columns: readonly RowCell[], given: string): number | null {
  const exact = columns.findIndex(({ text }) => text.trim() === given.trim());
  const name = columnName(given).name;
  const found = exact >= 0 ? exact : columns.findIndex(({ text }) => columnName(text).name === name);
  return found === -1 ? null : found;
}

/** The figure that a column's number is. */
export const rowFigure = (column: string): string => `row.${column}`;

/** A column of a row has no source and no period of its own, and need not be shown. */
export const isRowFigure = (id: string): boolean => id.startsWith(rowFigure(''));

/** By column, what all rows agree in: of a single row everything. */
export function rowFields({ columns, rows }: ReportRow): ReadonlyMap<string, RowCell> {
  return new Map(
    columns.flatMap(({ text }, index): [string, RowCell][] => {
      const cell = rows[0]?.[index];
      const agrees = cell !== undefined && rows.every((row) => row[index]?.text === cell.text);
      return agrees && text.trim() !== '' ? [[columnName(text).name, cell]] : [];
    }),
  );
}

/** What templates see as `row`. */
export const rowTexts = (row: ReportRow): Readonly<Record<string, string>> =>
  Object.fromEntries([...rowFields(row)].map(([name, { text }]) => [name, text]));

/** What templates see as `rows`. */
export const rowsTexts = ({ columns, rows }: ReportRow): readonly Readonly<Record<string, string>>[] =>
  rows.map((row) => rowTexts({ columns, rows: [row] }));
