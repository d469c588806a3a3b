/**
 * How much of a table is printed: what fits on a slide. Of a table whose chart says what matters, what the chart draws
 * comes first; of one over time, the latest periods.
 */
import { isRowNumber } from '../locale/sheet-words.js';
import type { StarterWords } from '../locale/starter/starter-words.js';
import type { ChartDraft } from './chart-story.js';
import type { SourceTable } from './source-table.js';
import type { TableProfile } from './table-profile.js';
import { textWidth } from './words-text.js';

export interface PrintedTable {
  /** By name; null for all. */
  readonly columns: readonly string[] | null;
  readonly first: number | null;
  readonly last: number | null;
  /** A table that is cut: the column by whose numbers its largest rows are chosen, and how many. */
  readonly sort: string | null;
  readonly top: number | null;
  readonly totals: readonly string[];
  readonly transpose: boolean;
  readonly caption: string;
  /** So few rows and columns that it may stand beside a chart. */
  readonly isSmall: boolean;
}

/** Letters in a line of a slide's table, of all columns. */
const lineWidth = 112;
const smallTable = { rows: 6, columns: 5, letters: 60 };

export function printTable(
  source: SourceTable,
  profile: TableProfile,
  chart: ChartDraft | null,
  words: StarterWords,
  limits: { readonly columns: number; readonly rows: number },
  about: string,
): PrintedTable {
  const { head, rows } = source.table;
  const names = head.map(({ text }) => text);
  const { label, labels } = profile;
  const isWide = names.length > limits.columns;
  const fitsAside =
    isWide && rows.length < limits.columns && names.length <= limits.rows && new Set(labels).size === labels.length;
  const all = {
    columns: null,
    first: null,
    last: null,
    sort: null,
    top: null,
    totals: [],
    transpose: false,
    isSmall: false,
  };
  if (fitsAside) return { ...all, transpose: true, caption: about };
  const columns = isWide ? chosenColumns(names, label, chart, limits.columns) : null;
  const most = Math.max(3, limits.rows - extraLines(columns ?? names, rows, names));
  const isCut = rows.length > most;
  // The latest periods stand at the end, but where the table has them at its top.
  const isLatestLast = profile.periodRows !== null && profile.periodRows[0]! < profile.periodRows[1]!;
  const totals = [...profile.totals].flatMap((row) => (label === 0 ? [labels[row]!.trim()] : []));
  // Rows of totals stand at the end: elsewhere they would move.
  const stand = totals.every((_, index) => profile.totals.has(rows.length - 1 - index));
  const sort = isCut && chart !== null && profile.periodRows === null ? sortColumn(chart, names) : null;
  const room = sort === null ? most : Math.max(3, most - new Set(totals).size);
  const rowsSaid = sort !== null ? words.largestRows : isLatestLast ? words.lastRows : words.rowsShown;
  const shown = [
    isCut ? rowsSaid(room, rows.length) : null,
    columns === null ? null : words.columnsShown(columns.length, names.length),
  ];
  const more = shown.filter((text) => text !== null).join(words.comma);
  const width = names.reduce((sum, _, index) => sum + columnWidth(source.table.rows, index), 0);
  return {
    ...all,
    columns,
    first: isCut && !isLatestLast && sort === null ? most : null,
    sort,
    top: sort === null ? null : room,
    totals: sort !== null || (!isCut && stand) ? [...new Set(totals)] : [],
    last: isCut && isLatestLast ? most : null,
    caption: more === '' ? about : words.bracketed(about, more),
    isSmall:
      !isCut &&
      columns === null &&
      rows.length <= smallTable.rows &&
      names.length <= smallTable.columns &&
      width <= smallTable.letters,
  };
}

/** What a ranking is by; of a chart over time its latest period. */
function sortColumn({ story, columns }: ChartDraft, names: readonly string[]): string | null {
  if (story.kind === 'kpis') return null;
  const name = story.kind === 'rank' ? story.measure : (names[story.series[0]!.late.column] ?? '');
  return columns.includes(name) && names.filter((other) => other === name).length === 1 ? name : null;
}

/** Names, what the chart draws and then the others in their order; of columns of one name those before them stand. */
function chosenColumns(
  names: readonly string[],
  label: number,
  chart: ChartDraft | null,
  most: number,
): readonly string[] {
  const drawn = names.flatMap((name, index) => (chart?.columns.includes(name) === true ? [index] : []));
  // A chart over periods draws more of them than there is room for: the latest.
  const wanted = drawn.length > most ? [label, ...drawn.filter((index) => index !== label).slice(1 - most)] : drawn;
  const others = names.map((_, index) => index).filter((index) => !isRowNumber(names[index]!));
  const chosen = [...new Set([label, ...wanted, ...others])].slice(0, most).sort((one, other) => one - other);
  const isClear = chosen.every((index) => names.filter((name) => name === names[index]).length === 1);
  return isClear ? chosen.map((index) => names[index]!) : names.slice(0, most);
}

/** Lines that a head and wrapped cells take beyond one a row, as rows of one line. */
function extraLines(shown: readonly string[], rows: SourceTable['table']['rows'], names: readonly string[]): number {
  const indexes = shown.map((name) => names.indexOf(name));
  const widths = indexes.map((index) => columnWidth(rows, index));
  const room = (at: number): number =>
    Math.max(
      8,
      (lineWidth * widths[at]!) /
        Math.max(
          1,
          widths.reduce((sum, width) => sum + width, 0),
        ),
    );
  const lines = shown.map((name, at) => Math.ceil((textWidth(name) * 1.15) / room(at)));
  const isWrapped = widths.some((width, at) => width > room(at) * 1.2);
  return Math.max(1, ...lines) - 1 + (isWrapped ? 4 : 0);
}

const columnWidth = (rows: SourceTable['table']['rows'], index: number): number =>
  Math.max(6, ...rows.slice(0, 40).map((row) => Math.min(60, textWidth(row[index]?.text ?? ''))));
