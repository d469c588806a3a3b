/** The registry of data formats, by the ending of a file's name: trees of keys, tables of text, workbooks. */
import type { Tell } from '../../diagnostics/diagnostic.js';
import { decodeText } from '../source/read-text.js';
import type { SourceText } from '../source/source-text.js';
import { readCsv, type TextTable } from './csv.js';
import type { DataDocument } from './data-document.js';
import { readJson } from './json.js';
import { tellTouching } from './table/tell-touching.js';
import { readYaml } from './yaml.js';

export type DataFormat =
  | { readonly kind: 'tree'; readonly read: (source: SourceText, tell: Tell) => DataDocument | null }
  | { readonly kind: 'table'; readonly read: (source: SourceText, tell: Tell) => TextTable | null }
  /** Read by `workbook/`, which is loaded where a report has one. */
  | { readonly kind: 'workbook' };

const csv: Extract<DataFormat, { kind: 'table' }> = { kind: 'table', read: (source, tell) => readCsv(source, tell) };
const yaml: DataFormat = { kind: 'tree', read: readYaml };
const workbook: DataFormat = { kind: 'workbook' };

export const dataFormats = {
  csv,
  tsv: { kind: 'table', read: (source, tell) => readCsv(source, tell, '\t') },
  txt: csv,
  xlsx: workbook,
  xlsm: workbook,
  // Told what they are, and how they become one of the others.
  xls: workbook,
  xlsb: workbook,
  ods: workbook,
  yaml,
  yml: yaml,
  json: { kind: 'tree', read: readJson },
} satisfies Record<string, DataFormat>;

/** Null where the name's ending is none of a data format. */
export function dataFormatOf(path: string): DataFormat | null {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(dataFormats, ending) ? dataFormats[ending as keyof typeof dataFormats] : null;
}

export const isWorkbook = (path: string): boolean => dataFormatOf(path)?.kind === 'workbook';

/** A table of text, whatever its file is called. Null where there is none, which is told. */
export function readTextTable(path: string, bytes: Uint8Array, tell: Tell): TextTable | null {
  const format = dataFormatOf(path);
  const text = decodeText(path, bytes, tell, { chinese: true });
  const read = text === null ? null : (format?.kind === 'table' ? format : csv).read(text, tell);
  if (read !== null) tellTouching(read.table, tell);
  return read;
}
