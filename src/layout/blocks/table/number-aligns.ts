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

/**
 * Rows that measure different things, each with the unit in its name and decimals of its own: under a common decimal
 * point their ends would run ragged and say nothing.
 */
export const numberAligns = ({ columns, rows }: Table): readonly TableColumn['align'][] => {
  const body = placeCells(rows, columns.length).filter((_, index) => rows[index]!.emphasis !== 'group');
  const isMixed = new Set(body.map((row) => unitInName(textAt(row, 0)))).size > 1;
  return columns.map(({ align }, column) => {
    const decimals = new Set(body.map((row) => decimalsOf(textAt(row, column))).filter((each) => each !== null));
    return align === 'decimal' && isMixed && decimals.size > 1 ? 'end' : align;
  });
};
