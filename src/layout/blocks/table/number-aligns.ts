/**
 * How the numbers of each column align: at their decimal points where they can be compared, else at their right ends.
 */
import { inlineText } from '../../../locale/prose/inline-text.js';
import type { Block, TableColumn } from '../../../model/document.js';
import { placeCells, type PlacedCell } from './table-grid.js';

type Table = Pick<Extract<Block, { kind: 'table' }>, 'columns' | 'rows'>;

const textAt = (row: readonly PlacedCell[], column: number): string =>
  inlineText(row.find((placed) => placed.column === column)?.cell.inlines ?? []);

/** The unit that a row's name ends with, behind a comma or in brackets: `Revenue, $m`, `收入（亿元）`; '' for none. */
const unitInName = (name: string): string =>
  /(?:[,，]\s*([^\s,，][^,，]{0,24})|[（(]([^（()）]{1,24})[）)])$/u.exec(name)?.slice(1).join('') ?? '';

const decimalsOf = (text: string): number | null => {
  const number = /\d[\d,]*(?:\.(\d+))?/u.exec(text);
  return number === null ? null : (number[1]?.length ?? 0);
};

/** Whether each row keeps to decimals of its own over several columns, and rows differ in them. */
const differByRow = (rows: readonly (readonly (number | null)[])[]): boolean => {
  const known = rows.map((row) => row.filter((each) => each !== null)).filter((row) => row.length > 0);
  return (
    known.some((row) => row.length > 1) &&
    known.every((row) => new Set(row).size === 1) &&
    new Set(known.map(([first]) => first)).size > 1
  );
};

/**
 * Rows that measure different things, each with the unit in its name, or with decimals of its own in all columns: under
 * a common decimal point their ends would run ragged and say nothing.
 */
export const numberAligns = ({ columns, rows }: Table): readonly TableColumn['align'][] => {
  const body = placeCells(rows, columns.length).filter((_, index) => rows[index]!.emphasis !== 'group');
  const decimals = body.map((row) =>
    columns.map(({ align }, column) => (align === 'decimal' ? decimalsOf(textAt(row, column)) : null)),
  );
  const isMixed = new Set(body.map((row) => unitInName(textAt(row, 0)))).size > 1 || differByRow(decimals);
  return columns.map(({ align }, column) => {
    const own = new Set(decimals.map((row) => row[column]!).filter((each) => each !== null));
    return align === 'decimal' && isMixed && own.size > 1 ? 'end' : align;
  });
};
