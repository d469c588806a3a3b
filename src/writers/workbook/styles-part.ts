/** A workbook's styles: plain text, a head that is set strong, and one style for each number format. */
import { element, setting, xmlPart, type Xml } from '../xml/element.js';
import { spreadsheetNamespace } from './spreadsheet-namespace.js';

export const plainStyle = 0;
export const headStyle = 1;
export const firstNumberStyle = 2;

/** Custom number formats count from 164 (ISO 29500-1, 18.8.30). */
const formatId = (index: number): number => 164 + index;

const font = (isBold: boolean): Xml =>
  element('font', {}, isBold && element('b'), setting('sz', 11), setting('name', 'Calibri'), setting('family', 2));

const list = (name: string, items: readonly Xml[]): Xml | false =>
  items.length > 0 && element(name, { count: items.length }, items);

const fill = (patternType: string): Xml => element('fill', {}, element('patternFill', { patternType }));

const border = element(
  'border',
  {},
  ['left', 'right', 'top', 'bottom', 'diagonal'].map((side) => element(side)),
);

const plainCell = { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 };

/** `formats` in the order of their styles. */
export const stylesPart = (formats: readonly string[]): string =>
  xmlPart(
    element(
      'styleSheet',
      { xmlns: spreadsheetNamespace },
      list(
        'numFmts',
        formats.map((formatCode, index) => element('numFmt', { numFmtId: formatId(index), formatCode })),
      ),
      list('fonts', [font(false), font(true)]),
      list('fills', [fill('none'), fill('gray125')]),
      list('borders', [border]),
      list('cellStyleXfs', [element('xf', plainCell)]),
      list('cellXfs', [
        element('xf', { ...plainCell, xfId: 0 }),
        element('xf', { ...plainCell, fontId: 1, xfId: 0, applyFont: true }),
        ...formats.map((_, index) =>
          element('xf', { ...plainCell, numFmtId: formatId(index), xfId: 0, applyNumberFormat: true }),
        ),
      ]),
      list('cellStyles', [element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })]),
    ),
  );
