/**
 * Figures that follow from others: `derive` and `groups` of report.yaml, expressions in cells, and the tables that they
 * read.
 */
import type { Tell } from '../../diagnostics/diagnostic.js';
import { deriveFigures } from '../../figures/derive-figures.js';
import type { FigureGroups } from '../../figures/match-ids.js';
import type { FigureBook } from '../../figures/find-figure.js';
import { NumberTable } from '../../figures/number-table.js';
import type { DataCursor } from '../shape/data-cursor.js';
import { readNamed } from '../source/read-text.js';
import type { FigureCell, FigureRow } from '../figures/figure-row.js';
import { readFigures, rowsOfData } from './read-figures.js';
import { readTableFile } from './read-table-file.js';
import type { FileSource } from './report-source.js';

/** @param rows of the report's files of figures. */
export function readAllFigures(
  root: DataCursor,
  rows: readonly FigureRow[],
  units: ReadonlySet<string>,
  source: FileSource,
): FigureBook {
  const { tell } = source;
  const derived = rowsOfDerive(root.at('derive'), rows, tell);
  return deriveFigures({
    drafts: readFigures([...rows, ...derived], units, tell),
    groups: readGroups(root.at('groups')),
    language: root.at('locale').text() ?? 'zh-CN',
    reportPeriod: root.at('period').text(),
    table: tablesOf(root.at('tables'), source),
    tell,
  });
}

/** `id: expression`, or a map of the columns of a figure with the expression under `value`. */
function rowsOfDerive(cursor: DataCursor, rows: readonly FigureRow[], tell: Tell): readonly FigureRow[] {
  if (!cursor.isMap) return [];
  const labels = new Map<string | undefined, FigureCell | undefined>();
  for (const { cells } of rows) labels.set(cells.id?.text, cells.label);
  const short = cursor.entries().flatMap(([id, entry]): FigureRow[] => {
    const text = entry.text()?.trim();
    if (entry.isMap || !text) return [];
    const label = labels.get(id);
    return [
      {
        span: entry.keySpan,
        cells: {
          id: { text: id, span: entry.keySpan },
          ...(label === undefined ? {} : { label }),
          value: asFormula({ text, span: entry.span }),
        },
      },
    ];
  });
  const maps = cursor.entries().filter(([, entry]) => entry.isMap || entry.text() === null);
  const long = rowsOfData(cursor.only(maps.map(([id]) => id)), tell).map((row): FigureRow => {
    const { value, label = labels.get(row.cells.id?.text) } = row.cells;
    return {
      ...row,
      cells: { ...row.cells, ...(label && { label }), ...(value && { value: asFormula(value) }) },
    };
  });
  return [...short, ...long];
}

const asFormula = (cell: FigureCell): FigureCell =>
  cell.text.startsWith('=')
    ? cell
    : { ...cell, text: `=${cell.text}`, span: { ...cell.span, column: cell.span.column - 1 } };

/** Groups of figures, by name. */
export const readGroups = (cursor: DataCursor): FigureGroups =>
  new Map(cursor.entries().map(([name, entry]) => [name, entry.names().map(({ id }) => id)]));

/**
 * Tables as numbers, each read when an expression first asks for it; what is wrong in one is told when it is read as a
 * table.
 */
function tablesOf(cursor: DataCursor, source: FileSource): (id: string) => NumberTable | null {
  const known = new Map<string, NumberTable | null>();
  return (id) => {
    let table = known.get(id);
    if (table === undefined) known.set(id, (table = readNumbers(id, cursor.at(id), source)));
    return table;
  };
}

function readNumbers(id: string, entry: DataCursor, source: FileSource): NumberTable | null {
  if (!entry.isMap) return null;
  if (!entry.at('file').exists) {
    const texts = (row: DataCursor): readonly string[] => row.items().map((cell) => cell.text() ?? '');
    return new NumberTable(id, { head: texts(entry.at('head')), rows: entry.at('rows').items().map(texts) });
  }
  const quiet: FileSource = { ...source, tell: () => undefined };
  const name = entry.at('file');
  const found = readNamed(source.files, source.folder, name.text() ?? '', `the table "${id}"`, name.span, quiet.tell);
  const table = found === null ? null : readTableFile(found.path, found.bytes, entry, quiet);
  if (table === null) return null;
  const texts = (row: (typeof table.rows)[number]): readonly string[] => row.map(({ text }) => text);
  return new NumberTable(id, { head: texts(table.head), rows: table.rows.map(texts) });
}
