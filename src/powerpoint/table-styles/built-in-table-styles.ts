/**
 * Table styles that every PowerPoint has without a file saying so, as far as templates name them: most are the style
 * with which a new table begins. As elements, so that they are read as a template's own are.
 */
import { parseXml, type XmlElement } from '../xml/parse-xml.js';

const accents: Readonly<Record<string, string>> = {
  '{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}': 'accent1',
  '{21E4AEA4-8DFA-4A89-87EB-49C32662AFE0}': 'accent2',
  '{F5AB1C69-6EDB-4FF4-983F-18BD219EF322}': 'accent3',
  '{00A15C55-8517-42AA-B614-E9B94910E393}': 'accent4',
  '{7DF18680-E054-41AD-8BC1-D1AEF772440D}': 'accent5',
  '{93296810-A885-4BE3-A3E7-6D5BEEA58F35}': 'accent6',
  '{073A0DAA-6AF3-43AB-8588-CEC1D06C72B9}': 'dk1',
};
const bare = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}';
const grid = '{5940675A-B579-460E-94D1-54222C63F5DA}';

/** With which a new table begins where a file says nothing. */
export const usualTableStyle = '{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}';

/** Null for a style that is none of these. @param id as a file writes it, in braces. */
export function builtInTableStyle(id: string): XmlElement | null {
  const known = id.toUpperCase();
  const accent = accents[known];
  if (accent !== undefined) return parseXml(mediumStyle(accent));
  if (known === bare) return parseXml(styleOf(partXml('wholeTbl', { text: 'tx1' })));
  return known === grid ? parseXml(styleOf(partXml('wholeTbl', { text: 'tx1', lines: 'tx1' }))) : null;
}

/** Whether a file that holds this style has it from PowerPoint, and not from who made the template. */
export const isBuiltIn = (id: string, name: string): boolean =>
  builtInTableStyle(id) !== null || /^(?:(?:Light|Medium|Dark|Themed) Style \d|No Style,)/i.test(name);

const mediumStyle = (accent: string): string =>
  styleOf(
    partXml('wholeTbl', { text: 'dk1', lines: 'lt1', fill: color(accent, '<a:tint val="20000"/>') }),
    partXml('band1H', { fill: color(accent, '<a:tint val="40000"/>') }),
    partXml('lastRow', { text: 'lt1', bold: true, fill: color(accent) }),
    partXml('firstRow', { text: 'lt1', bold: true, fill: color(accent), under: 'lt1' }),
  );

const styleOf = (...parts: readonly string[]): string =>
  `<a:tblStyle xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${parts.join('')}</a:tblStyle>`;

const color = (name: string, changes = ''): string =>
  `<a:solidFill><a:schemeClr val="${name}">${changes}</a:schemeClr></a:solidFill>`;

interface PartXml {
  readonly text?: string;
  readonly bold?: boolean;
  readonly fill?: string;
  /** Around each cell, 1 pt wide. */
  readonly lines?: string;
  /** Under the row, 3 pt wide. */
  readonly under?: string;
}

function partXml(name: string, { text, bold, fill, lines, under }: PartXml): string {
  const line = (side: string, width: number, named: string): string =>
    `<a:${side}><a:ln w="${width}">${color(named)}</a:ln></a:${side}>`;
  const sides =
    lines === undefined ? '' : ['top', 'bottom', 'insideH'].map((side) => line(side, 12_700, lines)).join('');
  const words =
    text === undefined
      ? ''
      : `<a:tcTxStyle${bold === true ? ' b="on"' : ''}><a:schemeClr val="${text}"/></a:tcTxStyle>`;
  const borders = sides + (under === undefined ? '' : line('bottom', 38_100, under));
  return `<a:${name}>${words}<a:tcStyle><a:tcBdr>${borders}</a:tcBdr>${fill === undefined ? '' : `<a:fill>${fill}</a:fill>`}</a:tcStyle></a:${name}>`;
}
