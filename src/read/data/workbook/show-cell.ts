/** What a cell shows, by its value and its number format. */
import { isSpreadsheetFault } from '../../../locale/sheet-words.js';
import {
  cellHasError,
  dateOutOfRange,
  formulaWithoutValue,
  unknownNumberFormat,
} from '../../../diagnostics/messages.js';
import type { Span } from '../../../model/span.js';
import type { CellContent } from '../table/cell-grid.js';
import { chooseSection, generalFormat } from './number-format.js';
import type { FormatSection, NumberFormat } from './number-format.js';
import type { RawCell } from './read-cells.js';
import { showDate } from './shown-date.js';
import { showNumber } from './shown-number.js';
import { cleanText } from './workbook-parts.js';
import type { WorkbookParts } from './workbook-parts.js';

export function showCell(cell: RawCell, { texts, formats, from1904 }: WorkbookParts, spanOf: () => Span): CellContent {
  const { type, value, style, isFormula } = cell;
  const format = formats[style] ?? generalFormat;
  if (value === null || (value === '' && isFormula && type === 'n'))
    return isFormula ? formulaWithoutValue(spanOf()) : { text: '' };
  switch (type) {
    case 's':
      return showText(texts[Number(value)] ?? '', format, spanOf);
    case 'str':
    case 'inlineStr':
      return showText(cleanText(value), format, spanOf);
    case 'b':
      return { text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE' };
    case 'e':
      return cellHasError(value, spanOf());
    // A date of strict Open XML, written out.
    case 'd':
      return { text: value.replace(/T00:00(?::00(?:\.0*)?)?Z?$/, '').replace('T', ' ') };
    default:
      return showValue(value, format, from1904, spanOf);
  }
}

function showText(text: string, { texts }: NumberFormat, spanOf: () => Span): CellContent {
  if (isSpreadsheetFault(text)) return cellHasError(text, spanOf());
  return { text: texts === null || text === '' ? text : aroundText(text, texts) };
}

/** `@"元"` sets something behind each text; a section without @ hides it. */
const aroundText = (text: string, { tokens }: FormatSection): string =>
  tokens
    .map((token) => (token.kind === 'text' ? text : token.kind === 'literal' ? token.text : ''))
    .join('')
    .trim();

function showValue(written: string, format: NumberFormat, from1904: boolean, spanOf: () => Span): CellContent {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return { text: '' };
  const chosen = chooseSection(value, format);
  if (chosen === null || scalesByCondition(format)) return unknownNumberFormat(spanOf());
  switch (chosen.section.kind) {
    case 'unknown':
      return unknownNumberFormat(spanOf());
    case 'date': {
      const text = showDate(value, chosen.section.tokens, from1904);
      return text === null ? dateOutOfRange(spanOf()) : { text };
    }
    case 'text':
    case 'number': {
      const { text, number } = showNumber(value, chosen, written);
      return number === null ? { text } : { text, number };
    }
  }
}

/**
 * `[>=10000]0.0,"万";0` shows numbers of one column in several measures: beside each other they are no column of
 * numbers.
 */
const scalesByCondition = ({ numbers }: NumberFormat): boolean =>
  numbers.some(({ condition }) => condition !== null) && numbers.some(({ tokens }) => scales(tokens));

const scales = (tokens: FormatSection['tokens']): boolean =>
  tokens.some(
    ({ kind }, index) =>
      kind === 'comma' && tokens[index + 1]?.kind !== 'digit' && tokens[index - 1]?.kind !== 'literal',
  );
