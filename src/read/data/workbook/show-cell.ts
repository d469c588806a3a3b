/** A cell's value as the cell shows it. */
import {
  cellHasError,
  dateOutOfRange,
  formulaWithoutValue,
  unknownNumberFormat,
} from '../../../diagnostics/messages.js';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Span } from '../../../model/span.js';
import type { TableCell } from '../data-table.js';
import { sectionFor } from './number-format.js';
import type { NumberFormat } from './number-format.js';
import type { RawCell } from './read-cells.js';
import { plainDigits, showNumber } from './shown-number.js';
import { showDate } from './shown-date.js';
import type { WorkbookParts } from './workbook-parts.js';

/** What a cell says, or the mistake in it. */
export type ShownCell = Omit<TableCell, 'span'> | Diagnostic;

export function showCell(cell: RawCell, { texts, formats, from1904 }: WorkbookParts, span: Span): ShownCell {
  const { type, value, style, isFormula } = cell;
  if (value === null || (value === '' && isFormula && type === 'n'))
    return isFormula ? formulaWithoutValue(span) : { text: '' };
  switch (type) {
    case 's':
      return { text: cleanText(texts[Number(value)] ?? '') };
    case 'str':
    case 'inlineStr':
      return { text: cleanText(value) };
    case 'b':
      return { text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE' };
    case 'e':
      return cellHasError(value, span);
    // A date of strict Open XML, written out.
    case 'd':
      return { text: value.replace(/T00:00(?::00(?:\.0*)?)?Z?$/, '').replace('T', ' ') };
    default:
      return showValue(value, formats[style] ?? general, from1904, span);
  }
}

const general: NumberFormat = { kind: 'number', sections: [[{ kind: 'general', text: 'General' }]] };

function showValue(written: string, format: NumberFormat, from1904: boolean, span: Span): ShownCell {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return { text: '' };
  switch (format.kind) {
    case 'unknown':
      return unknownNumberFormat(span);
    case 'date': {
      const text = showDate(value, format.tokens, from1904);
      return text === null ? dateOutOfRange(span) : { text };
    }
    case 'text': {
      const text = (value < 0 ? '-' : '') + plainDigits(Math.abs(value));
      return { text, number: { digits: text, isPercent: false } };
    }
    case 'number': {
      const shown = showNumber(value, sectionFor(value, format.sections));
      return shown === null
        ? unknownNumberFormat(span)
        : { text: shown.text, number: { digits: shown.digits, isPercent: shown.isPercent } };
    }
  }
}

/** Line ends of a cell are `\n`, whatever wrote them. */
const cleanText = (text: string): string => text.replace(/\r\n?/g, '\n').trim();
