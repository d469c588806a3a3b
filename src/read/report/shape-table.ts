/** What a report takes of a file's table: some columns, the first or last rows, rows and columns exchanged. */
import { unknownColumn, unknownRow } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import type { DataTable } from '../data/table/data-table.js';
import type { DataCursor, Named } from '../shape/data-cursor.js';

/** In this order: columns, rows by name, rows from the ends, transposed, reversed. `id` is the table's name. */
export function shapeTable(table: DataTable, id: string, entry: DataCursor, tell: Tell): DataTable {
  const chosen = chooseColumns(table, id, entry, tell);
  const [first, last] = [entry.at('first').number(), entry.at('last').number()];
  const names = entry.at('keep').names();
  const rows = names.length === 0 ? chosen.rows : keptRows(chosen, id, names, tell);
  const kept = [
    ...rows.slice(0, first ?? (last === null ? rows.length : 0)),
    ...rows.slice(Math.max(first ?? 0, rows.length - (last ?? 0))),
  ];
  const shaped = { head: chosen.head, rows: first === null && last === null ? rows : kept };
  const turned = entry.at('transpose').value === true ? transpose(shaped) : shaped;
  return entry.at('reverse').value === true ? { ...turned, rows: [...turned.rows].reverse() } : turned;
}

/** Rows by the texts of their first cells, in the order of the file. */
function keptRows({ head, rows }: DataTable, id: string, names: readonly Named[], tell: Tell): DataTable['rows'] {
  const firsts = new Set(rows.map(([first]) => first?.text));
  for (const name of names) {
    if (firsts.has(name.id)) continue;
    const known = [...firsts].filter((text) => text !== undefined && text !== '') as string[];
    tell(unknownRow(name.id, id, name.span, nearestName(name.id, known), head[0]?.text ?? ''));
  }
  return rows.filter(([first]) => names.some((name) => name.id === first?.text));
}

/** By the texts of their heads, in the order in which they are named. */
function chooseColumns(table: DataTable, id: string, entry: DataCursor, tell: Tell): DataTable {
  // The head of the first column may be empty.
  const names = entry
    .at('columns')
    .items()
    .map((item) => ({ id: item.text() ?? '', span: item.span }));
  if (names.length === 0) return table;
  const heads = table.head.map(({ text }) => text);
  const taken = new Set<number>();
  const places = names.flatMap((name) => {
    // A head that stands twice is taken once for each time that it is named.
    const place = heads.findIndex((head, index) => head === name.id && !taken.has(index));
    if (place === -1) tell(unknownColumn(name.id, id, name.span, nearestName(name.id, heads), heads));
    taken.add(place);
    return place === -1 ? [] : [place];
  });
  return {
    head: places.map((place) => table.head[place]!),
    rows: table.rows.map((row) => places.map((place) => row[place]!)),
  };
}

/** The first column becomes the head, the head the first column. */
const transpose = ({ head, rows }: DataTable): DataTable => {
  const lines = [head, ...rows];
  const [first = [], ...others] = head.map((_, column) => lines.map((line) => line[column]!));
  return { head: first, rows: others };
};
