/** A workbook of one sheet: the data behind a chart, the figures of a report. The same cells give the same bytes. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { cellName } from '../../model/cell-name.js';
import { element, textElement, xmlPart, type Xml } from '../xml/element.js';
import { relationshipsNamespace as office } from '../xml/presentation-ml.js';
import { spreadsheetNamespace } from './spreadsheet-namespace.js';
import { firstNumberStyle, headStyle, plainStyle, stylesPart } from './styles-part.js';

export interface NumberCell {
  readonly value: number;
  /** A code of ISO 29500-1, 18.8.31. */
  readonly format: string;
  /** What its value is reckoned by; null for a number of its own. */
  readonly formula: string | null;
}

/** A text, a number, or nothing. */
export type SheetCell = string | NumberCell | null;

export interface Sheet {
  readonly name: string;
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  /** The first row is set strong and stays in sight. */
  readonly hasHead: boolean;
  readonly rows: readonly (readonly SheetCell[])[];
}

/** The earliest moment that a ZIP file can name, in whatever time zone. */
const noTime = new Date(1980, 0, 1);

/** `isPacked`: deflated. One that goes into another zip need not be. */
export function writeWorkbook(sheet: Sheet, { isPacked }: { readonly isPacked: boolean }): Uint8Array {
  const formats = [
    ...new Set(sheet.rows.flatMap((row) => row.flatMap((cell) => (isNumber(cell) ? [cell.format] : [])))),
  ];
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookPart(sheet.name),
    'xl/_rels/workbook.xml.rels': relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': stylesPart(formats),
    'xl/worksheets/sheet1.xml': sheetPart(sheet, formats),
  };
  const files: Zippable = {};
  for (const [name, xml] of Object.entries(parts))
    files[name] = [strToU8(xml), { mtime: noTime, level: isPacked ? 6 : 0 }];
  return zipSync(files);
}

const isNumber = (cell: SheetCell): cell is NumberCell => cell !== null && typeof cell !== 'string';

// ---- Parts ---------------------------------------------------------------------------------------------------------

const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';
const packageType = 'application/vnd.openxmlformats-package';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = xmlPart(
  element(
    'Types',
    { xmlns: `${packageNamespace}/content-types` },
    element('Default', { Extension: 'rels', ContentType: `${packageType}.relationships+xml` }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    element('Override', { PartName: '/xl/workbook.xml', ContentType: `${sheetType}.sheet.main+xml` }),
    element('Override', { PartName: '/xl/worksheets/sheet1.xml', ContentType: `${sheetType}.worksheet+xml` }),
    element('Override', { PartName: '/xl/styles.xml', ContentType: `${sheetType}.styles+xml` }),
  ),
);

/** Pairs of a relationship's type and target, with the ids rId1, rId2 … */
const relationships = (all: readonly (readonly [string, string])[]): string =>
  xmlPart(
    element(
      'Relationships',
      { xmlns: `${packageNamespace}/relationships` },
      all.map(([type, target], index) =>
        element('Relationship', { Id: `rId${index + 1}`, Type: `${office}/${type}`, Target: target }),
      ),
    ),
  );

const workbookPart = (name: string): string =>
  xmlPart(
    element(
      'workbook',
      { xmlns: spreadsheetNamespace, 'xmlns:r': office },
      element('sheets', {}, element('sheet', { name, sheetId: 1, 'r:id': 'rId1' })),
    ),
  );

function sheetPart({ widths, hasHead, rows }: Sheet, formats: readonly string[]): string {
  const last = cellName(Math.max(1, rows.length), Math.max(1, widths.length));
  return xmlPart(
    element(
      'worksheet',
      { xmlns: spreadsheetNamespace },
      element('dimension', { ref: `A1:${last}` }),
      hasHead && frozenHead,
      element(
        'cols',
        {},
        widths.map((width, index) => element('col', { min: index + 1, max: index + 1, width, customWidth: true })),
      ),
      element(
        'sheetData',
        {},
        rows.map((row, index) =>
          element(
            'row',
            { r: index + 1 },
            row.map((cell, column) => cellXml(cell, cellName(index + 1, column + 1), hasHead && index === 0, formats)),
          ),
        ),
      ),
    ),
  );
}

const frozenHead = element(
  'sheetViews',
  {},
  element(
    'sheetView',
    { workbookViewId: 0 },
    element('pane', { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' }),
  ),
);

/** A gap has no cell; a zero has one. */
function cellXml(cell: SheetCell, r: string, isHead: boolean, formats: readonly string[]): Xml | null {
  if (cell === null || cell === '') return null;
  if (!isNumber(cell)) {
    const inside = element('is', {}, textElement('t', cell, { 'xml:space': 'preserve' }));
    return element('c', { r, s: isHead ? headStyle : plainStyle, t: 'inlineStr' }, inside);
  }
  return element(
    'c',
    { r, s: firstNumberStyle + formats.indexOf(cell.format) },
    cell.formula !== null && textElement('f', cell.formula),
    textElement('v', cell.value),
  );
}
