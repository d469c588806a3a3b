/**
 * The figures of a report as rows: from the files that it names, from one of its own, or written in report.yaml itself.
 */
import { twoFigureFiles, unknownKey, wrongType } from '../../diagnostics/messages.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import { pathBelow } from '../../project/files.js';
import type { Files } from '../../project/files.js';
import { dataFormatOf, dataFormats, isWorkbook } from '../data/read-data.js';
import type { WorkbookReader } from '../data/workbook/read-workbook.js';
import { boundTexts } from '../shape/bound-texts.js';
import { DataCursor } from '../shape/data-cursor.js';
import { decodeText, readNamed } from '../source/read-text.js';
import { mapHeads, withSource } from '../figures/figure-file.js';
import type { FigureRow } from '../figures/figure-row.js';
import { rowsOfTable } from '../figures/figure-rows-of-table.js';
import { answerTable, queryOf } from './ask-queries.js';
import { rowsOfData } from './read-figures.js';
import { readTableFile } from './read-table-file.js';
import type { FileSource } from './report-source.js';

/** Null, and nothing loaded, for a report without workbooks. */
export async function loadWorkbooks(root: DataCursor, folder: string, files: Files): Promise<WorkbookReader | null> {
  const figures = root.at('figures');
  const named = [
    ...figures.items().map(figureFile),
    ...root
      .at('tables')
      .entries()
      .map(([, table]) => table.at('file')),
  ].map((name) => pathBelow(folder, name.text() ?? '') ?? '');
  if (
    !named.some(isWorkbook) &&
    (figures.exists || presentFigures(folder, files).every(({ path }) => !isWorkbook(path)))
  )
    return null;
  return (await import('../data/workbook/read-workbook.js')).workbookReader();
}

/** Where a report names no file. */
const defaultFigures = ['figures.csv', 'figures.xlsx'] as const;

const presentFigures = (
  folder: string,
  files: Files,
): readonly { readonly path: string; readonly bytes: Uint8Array }[] =>
  defaultFigures.flatMap((name) => {
    const bytes = files.read(`${folder}/${name}`);
    return bytes === null ? [] : [{ path: `${folder}/${name}`, bytes }];
  });

/** What a map says of a file of figures. */
const fileKeys: readonly string[] = ['file', 'from', 'sheet', 'range', 'head', 'map', 'source'];

/** A file is named by itself, or in a map that says which cells of it are meant; a map without `file` is a figure. */
const figureFile = (item: DataCursor): DataCursor => (item.isMap ? item.at('file') : item);

/**
 * Files by name, one or several, or figures written in report.yaml itself. Null where one of the files has none, which
 * is reported.
 */
export function readFigureRows(
  cursor: DataCursor,
  source: FileSource,
  units: ReadonlySet<string>,
): readonly FigureRow[] | null {
  const { folder, files, tell } = source;
  if (!cursor.exists) {
    const [first, ...more] = presentFigures(folder, files);
    if (more.length > 0) tell(twoFigureFiles(defaultFigures, cursor.span));
    return first === undefined ? [] : rowsOfFile(first.path, first.bytes, cursor, source, units);
  }
  const names = cursor.isMap ? [cursor] : cursor.items();
  if (names.some((item) => figureFile(item).text() === null && queryOf(item) === null)) return rowsOfData(cursor, tell);
  const rows = names.map((item) => {
    const name = figureFile(item);
    for (const [key, value] of item.entries()) {
      if (!fileKeys.includes(key))
        tell(unknownKey(key, 'a file of figures', value.keySpan, nearestName(key, fileKeys), fileKeys));
    }
    const query = queryOf(item);
    if (query !== null) {
      const answer = answerTable(query, source.answers);
      const rows = answer === null ? null : rowsOfTable(mapHeads(answer, item.at('map'), tell), units, tell);
      return rows === null ? null : withSource(rows, item.at('source'));
    }
    const found = readNamed(files, folder, name.text()!, 'the table of figures', name.span, tell);
    const read = found === null ? null : rowsOfFile(found.path, found.bytes, item, source, units);
    return read === null ? null : withSource(read, item.at('source'));
  });
  return rows.every((each) => each !== null) ? rows.flat() : null;
}

/** `named` is where the file was named. */
function rowsOfFile(
  path: string,
  bytes: Uint8Array,
  named: DataCursor,
  source: FileSource,
  units: ReadonlySet<string>,
): readonly FigureRow[] | null {
  const { tell } = source;
  const format = dataFormatOf(path);
  if (format === null) {
    const known = `a file that ends with .${Object.keys(dataFormats).join(', .')}`;
    tell(wrongType('figures', known, `"${path}"`, named.span));
    return null;
  }
  if (format.kind !== 'tree') {
    const table = readTableFile(path, bytes, named, source);
    return table === null ? null : rowsOfTable(mapHeads(table, named.at('map'), tell), units, tell);
  }
  const text = decodeText(path, bytes, tell, { chinese: true });
  const document = text === null ? null : format.read(text, tell);
  if (document === null) return null;
  const bound = boundTexts(document, tell);
  return rowsOfData(new DataCursor(bound, bound.value), tell);
}
