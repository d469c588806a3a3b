/**
 * Ranges that a workbook names: its own names, and the tables that people made of ranges (ISO 29500-1, 18.2.5 and
 * 18.5).
 */
import { readCellRange } from '../../../model/cell-name.js';
import type { CellRange } from '../../../model/cell-name.js';
import type { WorkbookPackage } from './open-package.js';
import { parseXml } from './parse-xml.js';
import { relationsOf } from './workbook-parts.js';
import type { SheetPart, WorkbookParts } from './workbook-parts.js';

export interface NamedRange {
  readonly name: string;
  readonly sheet: SheetPart;
  readonly range: CellRange;
}

/** Names of formulas, constants and of several ranges are none. */
export function readRangeNames(contents: WorkbookPackage, parts: WorkbookParts): readonly NamedRange[] {
  return [...definedNames(contents, parts), ...parts.sheets.flatMap((sheet) => excelTables(contents, sheet))];
}

function definedNames(contents: WorkbookPackage, { sheets, path }: WorkbookParts): readonly NamedRange[] {
  const names: NamedRange[] = [];
  let [name, text] = ['', ''];
  parseXml(contents.read(path) ?? '', {
    open(element, attributes, parent) {
      [name, text] = [element === 'definedName' && parent === 'definedNames' ? (attributes['name'] ?? '') : '', ''];
    },
    text(part) {
      text += part;
    },
    close() {
      const [, quoted, plain, cells = ''] = /^(?:'((?:[^']|'')+)'|([^'!]+))!([$A-Z0-9:]+)$/i.exec(text.trim()) ?? [];
      const title = quoted?.replaceAll("''", "'") ?? plain;
      const sheet = sheets.find((known) => known.name === title);
      const range = readCellRange(cells);
      // Excel's own names (_xlnm.Print_Area) are no tables.
      if (name !== '' && !name.startsWith('_xlnm') && sheet !== undefined && range !== null)
        names.push({ name, sheet, range });
      name = '';
    },
  });
  return names;
}

/** Tables that people made of ranges of a sheet. */
export function excelTables(contents: WorkbookPackage, sheet: SheetPart): readonly NamedRange[] {
  const relations = relationsOf(sheet.path, contents) ?? [];
  return relations
    .filter(({ type }) => type === 'table')
    .flatMap(({ path }) => {
      const tables: NamedRange[] = [];
      parseXml(contents.read(path) ?? '', {
        open(element, { name = '', displayName = name, ref = '' }, parent) {
          const range = element === 'table' && parent === '' ? readCellRange(ref) : null;
          if (range !== null) tables.push({ name: displayName, sheet, range });
        },
      });
      return tables;
    });
}
