/** Cells of a workbook by name: C7 is the third column of the seventh row. Rows and columns count from 1. */

export const columnName = (column: number): string =>
  column <= 26
    ? String.fromCharCode(64 + column)
    : columnName(Math.floor((column - 1) / 26)) + columnName(((column - 1) % 26) + 1);

export const cellName = (row: number, column: number): string => `${columnName(column)}${row}`;

/** With its sheet, as a formula writes it: 指标!C7, 'Q1 2024'!C7. */
export const sheetCellName = (sheet: string, row: number, column: number): string =>
  `${/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`}!${cellName(row, column)}`;

/** What Excel has room for. */
const [mostRows, mostColumns] = [1_048_576, 16_384];

/** Both ends belong to it. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const wholeSheet: CellRange = { top: 1, left: 1, bottom: mostRows, right: mostColumns };

/** `A3:F20`. */
export const rangeName = ({ top, left, bottom, right }: CellRange): string =>
  `${cellName(top, left)}:${cellName(bottom, right)}`;

/**
 * `A3:F20`; open below where the last row is left out (`A3:F`), and to the right as well where the first cell stands
 * alone (`A3`).
 */
export function readCellRange(text: string): CellRange | null {
  const found = /^\s*\$?([a-z]{1,3})\$?(\d{1,7})(?:\s*:\s*\$?([a-z]{1,3})\$?(\d{1,7})?)?\s*$/i.exec(text);
  if (found === null) return null;
  const [, left, top, right, bottom] = found;
  const range = {
    top: Number(top),
    left: columnNumber(left!),
    bottom: bottom === undefined ? mostRows : Number(bottom),
    right: right === undefined ? mostColumns : columnNumber(right),
  };
  const isOnSheet =
    range.top >= 1 &&
    range.top <= range.bottom &&
    range.bottom <= mostRows &&
    range.left <= range.right &&
    range.right <= mostColumns;
  return isOnSheet ? range : null;
}

/** Row and column of a cell's name, both from 1: `C7` is row 7, column 3. Null for what names no cell. */
export function readCellName(text: string): { readonly row: number; readonly column: number } | null {
  const found = /^([a-z]{1,3})(\d{1,7})$/i.exec(text);
  if (found === null) return null;
  const [row, column] = [Number(found[2]), columnNumber(found[1]!)];
  return row < 1 || row > mostRows || column > mostColumns ? null : { row, column };
}

function columnNumber(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at++) number = number * 26 + (letters.charCodeAt(at) & 31);
  return number;
}
