/**
 * The numbers of a report's tables, which are numbers of the report as figures are: each that is seen, in its table or
 * as a point of a chart, with its places.
 */
import { cellNumber } from '../figures/table-numbers.js';
import { colon } from '../locale/language.js';
import type { CellRecord, Place } from '../model/build-record.js';
import type { DraftInline } from '../model/document.js';
import type { ChartItem, PageSet, TableItem } from '../model/page.js';
import type { Report, Words } from '../model/report.js';
import type { Span } from '../model/span.js';
import { readRuns } from './read-runs.js';

/**
 * In the order of the report's tables, rows and columns; those that no page shows are left out.
 *
 * @param standing what `cellPlaces` found in each document, in the order in which documents are to stand.
 */
export function recordCells(data: Report, standing: readonly CellPlaces[]): readonly CellRecord[] {
  const placesOf = (key: string): readonly Place[] => standing.flatMap((places) => places.get(key) ?? []);
  return [...data.tables.values()].flatMap((table) => {
    const counts = new Map<string, number>();
    return table.rows.flatMap((cells) => {
      const row = saidIn(cells[0], data);
      // Rows that say the same are told apart by their number.
      const count = (counts.get(row) ?? 0) + 1;
      counts.set(row, count);
      const name = count === 1 ? row : `${row} (${count})`;
      return cells.slice(1).flatMap((cell, index): CellRecord[] => {
        const number = numberOf(cell, data);
        if (number === null) return [];
        const column = saidIn(table.head[index + 1], data) || String(index + 2);
        const places = [...placesOf(cellKey(table.id, name, index + 2)), ...placesOf(spanKey(cell.span))];
        return places.length === 0
          ? []
          : [{ table: table.id, row: name, column, ...number, printed: saidIn(cell, data), read: cell.span, places }];
      });
    });
  });
}

/** Null for words, and for a cell in which a figure stands: that is recorded by its id. */
function numberOf(cell: Words, data: Report): { readonly value: number; readonly unit: string | null } | null {
  const number = cell.source.includes('{{') ? null : cellNumber(saidIn(cell, data));
  return number === null || number === 'text' ? null : { value: number.value, unit: number.unit };
}

/** What words say, without their markup. */
function saidIn(words: Words | undefined, { words: known }: Report): string {
  const inlines = words === undefined ? undefined : known.get(words);
  return plain(inlines === undefined ? (words?.source ?? '') : textOf(inlines));
}

const textOf = (inlines: readonly DraftInline[]): string =>
  inlines
    .map((inline) =>
      'children' in inline
        ? textOf(inline.children)
        : 'text' in inline
          ? inline.text
          : inline.kind === 'break'
            ? ' '
            : '',
    )
    .join('');

const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

/** Columns count from 1. */
const cellKey = (table: string, row: string, column: number): string => JSON.stringify([table, row, column]);
const spanKey = ({ file, line, column, cell }: Span): string => JSON.stringify([file, line, column, cell ?? '']);

/** Where numbers of tables stand in a document: cells by their names, points of charts by where they were read. */
export type CellPlaces = ReadonlyMap<string, readonly Place[]>;

export function cellPlaces(document: string, { pages }: PageSet): CellPlaces {
  const places = new Map<string, Place[]>();
  const note = (key: string, place: Place): void => {
    const known = places.get(key);
    if (known === undefined) places.set(key, [place]);
    else known.push(place);
  };
  const counts = new Map<string, number>();
  pages.forEach(({ items }, index) => {
    const spot = { document, page: index + 1 };
    for (const item of items) {
      if (item.kind === 'table' && item.table !== undefined) noteTable(item, item.table, spot, counts, note);
      else if (item.kind === 'chart') noteChart(item, spot, note);
    }
  });
  return places;
}

type Note = (key: string, place: Place) => void;
type Spot = Pick<Place, 'document' | 'page'>;

/** @param counts how often each row's name came before: a table runs on over pages. */
function noteTable(
  { name: shape, rows, headRows }: TableItem,
  table: string,
  spot: Spot,
  counts: Map<string, number>,
  note: Note,
): void {
  rows.forEach((cells, index) => {
    if (index < headRows || cells.length < 2) return;
    const texts = cells.map(({ paragraphs }) => plain(paragraphs.map(({ runs }) => readRuns(runs).text).join(' ')));
    const context = texts[0]!;
    const count = (counts.get(`${table} ${context}`) ?? 0) + 1;
    counts.set(`${table} ${context}`, count);
    const row = count === 1 ? context : `${context} (${count})`;
    let column = 1;
    cells.forEach(({ across }, place) => {
      if (place > 0)
        note(cellKey(table, row, column), {
          ...spot,
          at: 'cell',
          shape,
          row: index + 1,
          column,
          context,
          printed: texts[place]!,
        });
      column += across;
    });
  });
}

function noteChart({ chart, name: shape }: ChartItem, spot: Spot, note: Note): void {
  chart.series.forEach(({ points }, series) =>
    points.forEach((point, index) => {
      if (point.figure !== null || point.value === null || point.span === undefined) return;
      note(spanKey(point.span), {
        ...spot,
        at: 'point',
        shape,
        chart: chart.id,
        series: series + 1,
        point: index + 1,
        printed: point.label,
        context: `${chart.title}${colon(chart.language)}${chart.categories[index] ?? ''}`,
      });
    }),
  );
}
