/** Tables of a report: rows written in report.yaml, or a file: CSV, or cells of a workbook. */
import { missingKey, extraCell, missingCell } from '../../diagnostics/messages.js';
import { columnAlignments } from '../../model/report.js';
import type { TableSpec, Words } from '../../model/report.js';
import type { DataTable, TableCell } from '../data/table/data-table.js';
import type { Span } from '../../model/span.js';
import type { DataCursor } from '../shape/data-cursor.js';
import { readNamed } from '../source/read-text.js';
import { passage } from '../source/source-text.js';
import { answerTable, queryOf } from './ask-queries.js';
import { deriveTable, unitRow } from './derive-table.js';
import { figureTable, type FigureTableSource } from './figure-table.js';
import { readTableFile } from './read-table-file.js';
import { shapeTable } from './shape-table.js';
import type { ReportSource } from './report-source.js';

export function readTables(cursor: DataCursor, source: FigureTableSource): ReadonlyMap<string, TableSpec> {
  return new Map(
    cursor.entries().flatMap(([id, entry]): [string, TableSpec][] => {
      const cells = cellsOf(id, entry, source);
      if (cells === null) return [];
      const align = entry
        .at('align')
        .items()
        .map((item) => item.choice(columnAlignments) ?? 'start');
      return [
        [
          id,
          {
            id,
            ...cells,
            align,
            caption: source.words.readLine(entry.at('caption').source()),
            alt: entry.at('alt').text(),
            notes: entry
              .at('notes')
              .items()
              .flatMap((item) => source.words.readLine(item.source()) ?? []),
            merge: entry.at('merge').value === true,
            groups: entry.at('groups').names(),
            totals: entry.at('totals').names(),
            emphasised: entry.at('emphasise').names(),
            span: entry.keySpan,
          },
        ],
      ];
    }),
  );
}

/** Null where they cannot be read, which is told. */
function cellsOf(id: string, entry: DataCursor, source: FigureTableSource): Cells | null {
  if (entry.at('figures').exists) return figureTable(id, entry, source);
  const isRead = entry.at('file').exists || queryOf(entry) !== null || isShaped(entry);
  return isRead ? fileCells(id, entry, source) : writtenCells(id, entry, source);
}

interface Cells {
  readonly head: readonly Words[];
  readonly rows: readonly (readonly Words[])[];
}

function writtenCells(id: string, entry: DataCursor, { words, tell }: ReportSource): Cells | null {
  if (!entry.at('rows').exists) {
    tell(missingKey('rows', `the table "${id}"`, entry.keySpan));
    return null;
  }
  const cellOf = (item: DataCursor): Words => words.readCell(item.source() ?? passage('', item.span));
  const head = entry.at('head').items().map(cellOf);
  const rows = entry
    .at('rows')
    .items()
    .map((row) => row.items());
  const columns = head.length > 0 ? head.length : Math.max(0, ...rows.map(({ length }) => length));
  return {
    head,
    rows: rows.map((row) => {
      if (row.length > columns) tell(extraCell(columns, row.length, row[columns]!.span));
      if (row.length < columns) tell(missingCell(columns, row.length, row[0]?.span ?? entry.keySpan));
      const cells = row.slice(0, columns).map(cellOf);
      return [
        ...cells,
        ...Array.from({ length: columns - cells.length }, () =>
          words.readCell(passage('', row[0]?.span ?? entry.keySpan)),
        ),
      ];
    }),
  };
}

function fileCells(id: string, entry: DataCursor, source: ReportSource): Cells | null {
  const read = readSource(id, entry, source);
  if (read === null) return null;
  const { language, words, tell } = source;
  const table = unitRow(shapeTable(deriveTable(read, id, entry, tell, language), id, entry, tell), entry, language);
  // A database holds data, and no words of a report.
  const isPlain = entry.at('markup').value === false || queryOf(entry) !== null;
  const cellOf = ({ text, span, number }: TableCell): Words =>
    isPlain ? words.readPlain(passage(text, span), number) : words.readCell(passage(text, span), number);
  return { head: table.head.map(cellOf), rows: table.rows.map((row) => row.map(cellOf)) };
}

/** What makes another table of one: rows that are written are then read as a file's are. */
const shapingKeys = [
  'derive',
  'sort',
  'top',
  'total',
  'unit_row',
  'columns',
  'first',
  'last',
  'keep',
  'transpose',
  'reverse',
] as const;

const isShaped = (entry: DataCursor): boolean =>
  entry.at('rows').exists && shapingKeys.some((key) => entry.at(key).exists);

/** The table of a file, of a database, or written. */
function readSource(id: string, entry: DataCursor, source: ReportSource): DataTable | null {
  const query = queryOf(entry);
  if (query !== null) return answerTable(query, source.answers);
  if (!entry.at('file').exists) return writtenTable(entry, source);
  const { files, folder, tell } = source;
  const name = entry.at('file');
  const found = readNamed(files, folder, name.text() ?? '', `the table "${id}"`, name.span, tell);
  return found === null ? null : readTableFile(found.path, found.bytes, entry, source);
}

/** Each row as long as the head: what lacks or is too much is told. */
function writtenTable(entry: DataCursor, { tell }: ReportSource): DataTable {
  const cellOf = (item: DataCursor): TableCell => ({ text: item.text() ?? '', span: item.span });
  const lines = entry
    .at('rows')
    .items()
    .map((row) => row.items());
  const named = entry.at('head').items().map(cellOf);
  const width = named.length > 0 ? named.length : Math.max(0, ...lines.map(({ length }) => length));
  const empty = (span: Span): TableCell => ({ text: '', span });
  return {
    head: named.length > 0 ? named : Array.from({ length: width }, () => empty(entry.keySpan)),
    rows: lines.map((row) => {
      const span = row[0]?.span ?? entry.keySpan;
      if (row.length > width) tell(extraCell(width, row.length, row[width]!.span));
      if (row.length < width) tell(missingCell(width, row.length, span));
      return Array.from({ length: width }, (_, index) => (row[index] === undefined ? empty(span) : cellOf(row[index])));
    }),
  };
}
