/** Workbooks written out by hand, part by part as Excel writes them, for what no library would write. */
import { strToU8, zipSync } from 'fflate';

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

export interface HandmadeSheet {
  readonly name: string;
  /** What stands in `sheetData`. */
  readonly rows: string;
  /** What stands behind it: merged cells. */
  readonly behind?: string;
  readonly state?: 'hidden' | 'veryHidden';
}

export interface HandmadeWorkbook {
  readonly sheets: readonly HandmadeSheet[];
  /** Codes of number formats: a cell with `s="1"` has the first. */
  readonly formats?: readonly string[];
  /** `si` elements. */
  readonly texts?: readonly string[];
  readonly properties?: string;
  /** Parts that are other than they would be, or more. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

export function handmadeParts({
  sheets,
  formats = [],
  texts = [],
  properties = '',
  parts = {},
}: HandmadeWorkbook): Record<string, Uint8Array> {
  const contents: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships ${relations}><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<workbook ${main} xmlns:r="${office}">${properties}<sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${name}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `<Relationships ${relations}>${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}` +
      `<Relationship Id="rId98" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId99" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml':
      `<styleSheet ${main}><numFmts>${formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"/>`).join('')}</numFmts>` +
      `<cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, index) => `<xf numFmtId="${164 + index}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${main}>${texts.join('')}</sst>`,
    ...Object.fromEntries(
      sheets.map(({ rows, behind = '' }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet ${main}><sheetData>${rows}</sheetData>${behind}</worksheet>`,
      ]),
    ),
    ...parts,
  };
  return Object.fromEntries(
    Object.entries(contents).map(([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content]),
  );
}

export const handmadeWorkbook = (workbook: HandmadeWorkbook): Uint8Array => zipSync(handmadeParts(workbook));

/** A row of texts, from column A on. */
export const textRow = (row: number, texts: readonly string[]): string =>
  `<row r="${row}">${texts.map((text, index) => (text === '' ? '' : `<c r="${String.fromCharCode(65 + index)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`)).join('')}</row>`;
