/** Numbers of a text file that are written with marks between thousands, or with a decimal comma, as numbers. */
import type { CsvField } from './csv-records.js';

const grouped = /^[+\-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const decimalComma = /^[+\-−]?(?:\d{1,3}(?:\.\d{3})+|\d+),\d+$/;
const decimalPoint = /^[+\-−]?\d+\.\d+$/;

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

const numberCell = (cell: CsvField): CsvField =>
  cell.text.includes(',') && grouped.test(cell.text)
    ? { ...cell, number: { digits: cell.text.replace('−', '-').replace(/[,+]/g, ''), isPercent: false } }
    : cell;
