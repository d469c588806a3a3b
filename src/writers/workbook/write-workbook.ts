/** A workbook of one sheet: the data behind a chart, the figures of a report. The same cells give the same bytes. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { cellName } from '../../model/cell-name.js';
import { escapeXml } from '../xml/xml-text.js';

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
  /** Of each column, in characters. */
  readonly widths: readonly number[];
  /** The first row is set strong and stays in sight. */
  readonly hasHead: boolean;
  readonly rows: readonly (readonly SheetCell[])[];
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The earliest moment that a ZIP file can name, in whatever time zone. */
const noTime = new Date(1980, 0, 1);

/** `isPacked`: deflated. One that goes into another zip need not be. */
export function writeWorkbook(sheet: Sheet, { isPacked }: { readonly isPacked: boolean }): Uint8Array {
  const formats = [
    ...new Set(sheet.rows.flatMap((row) => row.flatMap((cell) => (isNumber(cell) ? [cell.format] : [])))),
  ];
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships ${relations}><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="${escapeXml(sheet.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${relations}><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': stylesXml(formats),
    'xl/worksheets/sheet1.xml': sheetXml(sheet, formats),
  };
  const files: Zippable = {};
  for (const [name, xml] of Object.entries(parts))
    files[name] = [strToU8(xmlHead + xml), { mtime: noTime, level: isPacked ? 6 : 0 }];
  return zipSync(files);
}

const isNumber = (cell: SheetCell): cell is NumberCell => cell !== null && typeof cell !== 'string';

/** Cell styles: plain, of a head, then one for each number format. */
const [plainStyle, headStyle, firstNumberStyle] = [0, 1, 2];

/** Custom number formats count from 164 (ISO 29500-1, 18.8.30). */
function stylesXml(formats: readonly string[]): string {
  const font = (inside: string): string => `<font>${inside}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`;
  const list = (name: string, items: readonly string[]): string =>
    items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`;
  return (
    `<styleSheet ${main}>${list(
      'numFmts',
      formats.map((format, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(format)}"/>`),
    )}` +
    `${list('fonts', [font(''), font('<b/>')])}<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    list('cellXfs', [
      '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
      '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
      ...formats.map(
        (_, index) =>
          `<xf numFmtId="${164 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
      ),
    ]) +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

function sheetXml({ widths, hasHead, rows }: Sheet, formats: readonly string[]): string {
  const frozen = hasHead
    ? '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    : '';
  const columns = widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const body = rows
    .map(
      (row, index) =>
        `<row r="${index + 1}">${row.map((cell, column) => cellXml(cell, cellName(index + 1, column + 1), hasHead && index === 0, formats)).join('')}</row>`,
    )
    .join('');
  return `<worksheet ${main}><dimension ref="A1:${cellName(Math.max(1, rows.length), Math.max(1, widths.length))}"/>${frozen}<cols>${columns}</cols><sheetData>${body}</sheetData></worksheet>`;
}

/** A gap has no cell; a zero has one. */
function cellXml(cell: SheetCell, at: string, isHead: boolean, formats: readonly string[]): string {
  if (cell === null || cell === '') return '';
  if (!isNumber(cell))
    return `<c r="${at}" s="${isHead ? headStyle : plainStyle}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
  return `<c r="${at}" s="${firstNumberStyle + formats.indexOf(cell.format)}">${cell.formula === null ? '' : `<f>${escapeXml(cell.formula)}</f>`}<v>${cell.value}</v></c>`;
}
