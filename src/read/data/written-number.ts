/** Numbers of a text file that are written with marks between thousands, or with a decimal comma, as numbers. */
import type { CsvField } from './csv-records.js';

const grouped = /^[+\-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const decimalComma = /^[+\-−]?(?:\d{1,3}(?:\.\d{3})+|\d+),\d+\s?%?$/;
const decimalPoint = /^[+\-−]?\d+\.\d+$/;

/** Thousands parted by spaces or apostrophes, behind which a comma is decimal too: 12 345,6; 1'234.5. */
const apart = String.raw`\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?:[.,]\d+)?`;
/** What a person writes for a number: (1,234) for one below zero, $1,300, 12 345, -0.8 %. */
const written = new RegExp(
  String.raw`^(?<open>\()?(?<sign>[+\-−]?)(?<money>[$€£¥]?)\s?(?<digits>${apart}|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<percent>\s?%)?(?<close>\))?$`,
);

/**
 * `1,234.5` has the digits 1234.5. Where fields are not parted by commas and no number has a decimal point, `1.234,5`
 * is 1,234.5 and `12,5` is 12.5: so Excel writes CSV in most of Europe.
 */
export function readWrittenNumbers(
  records: readonly (readonly CsvField[])[],
  delimiter: string,
): readonly (readonly CsvField[])[] {
  const some = (is: (text: string) => boolean): boolean =>
    records.some((record, index) => index > 0 && record.some(({ text }) => is(text)));
  const hasCommas =
    delimiter !== ',' &&
    some((text) => decimalComma.test(text) && !grouped.test(text)) &&
    !some((text) => decimalPoint.test(text) && !/\.\d{3}$/.test(text));
  return records.map((record, index) =>
    index === 0 ? record : record.map((cell) => numberCell(hasCommas ? withPoint(cell) : cell)),
  );
}

function withPoint(cell: CsvField): CsvField {
  const isNumber = decimalComma.test(cell.text) || /^[+\-−]?\d{1,3}(?:\.\d{3})+$/.test(cell.text);
  return isNumber ? { ...cell, text: cell.text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.')) } : cell;
}

/** Null for a plain number, which is read as it stands, and for what is none. */
function digitsOf(text: string): CsvField['number'] | null {
  if (grouped.test(text)) return { digits: text.replace('−', '-').replace(/[,+]/g, ''), isPercent: false };
  const { open, sign = '', money = '', digits = '', percent, close } = written.exec(text)?.groups ?? {};
  const isBracketed = open !== undefined;
  // (7) alone may be the mark of a note.
  if (digits === '' || isBracketed !== (close !== undefined) || (isBracketed && (sign !== '' || digits.length < 2)))
    return null;
  const isApart = /[\s'’]/u.test(digits);
  if (!isBracketed && money === '' && !isApart && !/\s/u.test(percent ?? '')) return null;
  const plain = isApart ? digits.replace(/[\s'’]/gu, '').replace(',', '.') : digits.replaceAll(',', '');
  const isFall = isBracketed || sign === '-' || sign === '−';
  return { digits: `${isFall ? '-' : ''}${plain}`, isPercent: percent !== undefined };
}

function numberCell(cell: CsvField): CsvField {
  const number = /\d/.test(cell.text) ? digitsOf(cell.text.trim()) : null;
  return number === null || number === undefined ? cell : { ...cell, number };
}
