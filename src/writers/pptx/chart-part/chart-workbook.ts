/** The workbook that PowerPoint opens when a chart's data is edited: the same cells as the chart's cache, and the same bytes each time. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { NativeChart, NativeSeries } from '../../../model/native-chart.js';
import { columnName } from '../../../model/cell-name.js';
import { placeSeries, sheetName } from './cell-references.js';
import { escapeXml } from './xml-text.js';

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The earliest moment that a ZIP file can name, in whatever time zone. */
const noTime = new Date(1980, 0, 1);

export function chartWorkbook(chart: NativeChart): Uint8Array {
  const series = placeSeries(chart).flatMap((placed) => placed.series.cellsOf === null ? [placed.series] : []);
  const formats = [...new Set(series.map((each) => each.format))];
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
      + `<Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships ${relations}><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${relations}><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': stylesXml(formats),
    'xl/worksheets/sheet1.xml': sheetXml(chart.categories, series, formats),
  };
  // Stored, not deflated: the deck's own zip packs it once.
  const files: Zippable = {};
  for (const [name, xml] of Object.entries(parts)) files[name] = [strToU8(head + xml), { mtime: noTime, level: 0 }];
  return zipSync(files);
}

/** Custom number formats count from 164 (ISO 29500-1, 18.8.30); cell style n+1 has format n. */
function stylesXml(formats: readonly string[]): string {
  return `<styleSheet ${main}><numFmts count="${formats.length}">${formats.map((format, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(format)}"/>`).join('')}</numFmts>`
    + '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    + '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    + `<cellXfs count="${formats.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${formats.map((_, index) => `<xf numFmtId="${164 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join('')}</cellXfs>`
    + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
}

function sheetXml(categories: readonly string[], series: readonly NativeSeries[], formats: readonly string[]): string {
  const names = series.map((each, index) => textCell(`${columnName(index + 2)}1`, each.name)).join('');
  const rows = categories.map((category, row) => `<row r="${row + 2}">${textCell(`A${row + 2}`, category)}${series.map((each, index) =>
    numberCell(`${columnName(index + 2)}${row + 2}`, each.values[row] ?? null, each.formulas[row] ?? null, formats.indexOf(each.format) + 1)).join('')}</row>`);
  return `<worksheet ${main}><dimension ref="A1:${columnName(series.length + 1)}${categories.length + 1}"/>`
    + `<cols><col min="1" max="${series.length + 1}" width="18" customWidth="1"/></cols><sheetData><row r="1">${names}</row>${rows.join('')}</sheetData></worksheet>`;
}

const textCell = (at: string, text: string): string => text === '' ? '' : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;

/** A gap has no cell; a zero has one. */
const numberCell = (at: string, value: number | null, formula: string | null, style: number): string =>
  value === null ? '' : `<c r="${at}" s="${style}">${formula === null ? '' : `<f>${escapeXml(formula)}</f>`}<v>${value}</v></c>`;
