/** A column of numbers as a table shows it, with the unit that its head or its cells say. */
import { splitUnit } from '../locale/figure-columns.js';
import { withoutNoteMark } from '../locale/reading/note-mark.js';
import { isMissing } from '../locale/sheet-words.js';
import { isKnownUnit } from '../locale/units/units.js';
import type { TableCell } from '../read/data/table/data-table.js';

export interface NumberCell {
  /** With sign and decimals, as a figure is written. */
  readonly digits: string;
  readonly value: number;
  readonly isPercent: boolean;
}

export interface NumberColumn {
  readonly index: number;
  readonly name: string;
  readonly unit: string | null;
  /** A number or null each row. */
  readonly cells: readonly (NumberCell | null)[];
}

const written = /^([+\-−]?)(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?(%?)$/;

/**
 * A number or null a cell. Null where the column is none of numbers: of four cells that say something more than one is
 * a text, or none is a number.
 */
export function numberCells(cells: readonly TableCell[]): readonly (NumberCell | null)[] | null {
  const read = cells.map(numberCell);
  const known = read.filter((cell) => cell !== null).length;
  const texts = cells.filter((cell, index) => read[index] === null && !isMissing(cell.text)).length;
  return known > 0 && texts * 4 <= known ? read : null;
}

function numberCell({ text, number }: TableCell): NumberCell | null {
  if (number !== undefined) return { digits: number.digits, value: Number(number.digits), isPercent: number.isPercent };
  const [, sign = '', whole, decimals = '', percent] = written.exec(withoutNoteMark(text.trim())) ?? [];
  if (whole === undefined) return null;
  const digits = `${sign === '−' ? '-' : sign.replace('+', '')}${whole.replaceAll(',', '')}${decimals}`;
  return { digits, value: Number(digits), isPercent: percent === '%' };
}

/** The unit by the numbers' format, by the head's brackets, or by the line above the table. */
export function columnUnit(name: string, cells: readonly (NumberCell | null)[], unit: string | null): string | null {
  const known = cells.filter((cell) => cell !== null && cell.value !== 0);
  if (known.length > 0 && known.every((cell) => cell?.isPercent === true)) return '%';
  const inside =
    /[（(]([^()（）]+)[)）]\s*$/.exec(name)?.[1] ?? /[,，]\s*([^,，]+)$/.exec(name)?.[1] ?? splitUnit(name).unit;
  if (inside !== null && isKnownUnit(inside.trim())) return inside.trim();
  return unit !== null && isKnownUnit(unit) ? unit : null;
}
