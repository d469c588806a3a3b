/** A table, cell by cell: rows and columns are known by their ids, else by what heads them. */
import type { EditedTable } from '../../powerpoint/edited/edited-deck.js';
import type { EditedParagraph } from '../../powerpoint/edited/paragraphs.js';
import type { Splice } from '../../powerpoint/edited/edit-xml.js';
import type { TableShapeIdentity, TextIdentity } from '../../powerpoint/identity/deck-identity.js';
import { childrenOf } from '../../powerpoint/xml/parse-xml.js';
import { gridSplices, isOpenBehind, newCells, plainColumn, withCells, type NewColumn } from '../added/add-columns.js';
import { rowLike } from '../added/row-like.js';
import { heightSplices, withSharedHeight, type RowCounts } from '../added/share-height.js';
import type { RowHomes } from '../match/row-homes.js';
import { maskedText } from '../match/texts-of-slide.js';
import { mergeParagraphs, type PlacedOutcome } from './merge-paragraphs.js';
import { plainText } from '../text/tokens.js';
import type { MergeRules } from './merge-text.js';

export interface MergedTable {
  readonly splices: readonly Splice[];
  readonly outcomes: readonly PlacedOutcome[];
}

export interface TableSides {
  readonly base: TableShapeIdentity;
  readonly next: TableShapeIdentity | null;
  /** The tables of the build on the same slide and those on which it goes on: rows move among them. */
  readonly shown: () => readonly TableShapeIdentity[];
  readonly homeOf: RowHomes;
  /** Writes a cell anew whose look changes with its words; null for any other. */
  readonly turn: (cell: {
    readonly base: TextIdentity;
    readonly next: TextIdentity;
    readonly edited: EditedParagraph;
  }) => { readonly splices: readonly Splice[]; readonly isKept: boolean } | null;
}

type Cell = TableShapeIdentity['rows'][number]['cells'][number];
type Row = TableShapeIdentity['rows'][number];

export function mergeTable(
  xml: string,
  sides: TableSides,
  edited: EditedTable,
  rules: MergeRules,
): MergedTable & { readonly foreign: readonly EditedParagraph[] } {
  const splices: Splice[] = [];
  const outcomes: PlacedOutcome[] = [];
  const foreign: EditedParagraph[] = [];
  for (const cell of tableCells(sides, edited)) {
    if (cell.base === null) {
      foreign.push(...cell.edited);
      continue;
    }
    const turned = turnedCell(sides, cell);
    if (turned !== null) {
      splices.push(...turned.splices);
      outcomes.push(...turned.outcomes);
      continue;
    }
    const merged = mergeParagraphs(xml, { base: cell.base, next: cell.next }, cell.edited, rules);
    splices.push(...merged.splices);
    outcomes.push(...merged.outcomes.map((outcome) => ({ ...outcome, context: `${cell.head} · ${outcome.context}` })));
  }
  const added = mergeAdded(xml, sides, edited, rules.addNew);
  return { splices: [...splices, ...added.splices], outcomes: [...outcomes, ...added.outcomes], foreign };
}

/** Of a cell with one line in all three. */
function turnedCell({ turn }: TableSides, { base, next, edited, head }: MatchedCell): MergedTable | null {
  const [own, now, shown] = [base?.[0], next?.[0], edited[0]];
  if (own === undefined || now === undefined || shown === undefined) return null;
  if (base!.length > 1 || next!.length > 1 || edited.length > 1) return null;
  const turned = turn({ base: own, next: now, edited: shown });
  if (turned === null) return null;
  const outcome = { figure: own.figures[0]?.figure ?? null, before: shown.text, after: now.text };
  const context = `${head} · ${shown.text}`;
  const kept = turned.isKept ? [{ ...outcome, kind: 'kept' as const, reason: 'colour' as const, context }] : [];
  return {
    splices: turned.splices,
    outcomes: [{ ...outcome, kind: 'updated', reason: null, context }, ...kept],
  };
}

/** Rows and columns that only the report has: put in, or told. */
function mergeAdded(xml: string, sides: TableSides, edited: EditedTable, isAdded: boolean): MergedTable {
  const { base, next } = sides;
  const columns = newColumns(base, next, edited);
  const put = columns.flatMap((column) =>
    column.behind === null || !isAdded ? [] : [{ ...column, behind: column.behind }],
  );
  const rows = newRows(sides, edited).map((row) => ({ row, own: isAdded ? putRow(xml, row, next!, edited) : null }));
  const counts = { rows: edited.rows.length, added: rows.filter(({ own }) => own !== null).length };
  const like = plainColumn(xml, edited);
  return {
    splices: [
      ...columnSplices(xml, { columns: put, like, counts }, { base, next }, edited),
      ...heightSplices(xml, edited, counts),
      ...rows.flatMap(({ row, own }): readonly Splice[] => {
        if (own === null) return [];
        const { element } = own.like;
        const cells = newCells(xml, element, put, like, (column) => textsAt(row, column));
        const text = withSharedHeight(withCells(own.text, cells), Number(element.attributes['h'] ?? 0), counts);
        return [{ start: own.at, end: own.at, text }];
      }),
    ],
    outcomes: [
      ...columns.map(({ head, behind }) => newOutcome(head, isAdded && behind !== null)),
      ...rows.map(({ row, own }) => newOutcome(rowLine(row).head, own !== null)),
    ],
  };
}

const newOutcome = (head: string, isAdded: boolean): PlacedOutcome => ({
  kind: isAdded ? 'added' : 'new',
  figure: null,
  before: '',
  after: head,
  reason: null,
  context: head,
});

/** Rows that neither the deck has nor the build before had. */
function newRows({ base, next, shown }: TableSides, edited: EditedTable): readonly Row[] {
  const ids = new Set(base.rows.map(({ id }) => id));
  const rows = (next?.rows ?? []).filter((row) => !ids.has(row.id));
  if (rows.length === 0) return [];
  const heads = new Set(shown().flatMap((table) => table.rows.map((row) => maskedText(rowLine(row).head))));
  for (const { cells } of edited.rows) heads.add(maskedText(headOf(cells[0]?.paragraphs ?? [])));
  return rows.filter((row) => !heads.has(maskedText(rowLine(row).head)));
}

/** Columns that neither has; `behind` is null where none can be put behind the one that they follow. */
function newColumns(
  base: TableShapeIdentity,
  next: TableShapeIdentity | null,
  edited: EditedTable,
): readonly (Omit<NewColumn, 'behind'> & { readonly head: string; readonly behind: number | null })[] {
  const headAt = (cells: readonly Cell[] | undefined, column: number): string =>
    headOf(cells?.find((cell) => cell.column === column)?.paragraphs ?? []);
  const said = new Set(
    [...(base.rows[0]?.cells ?? []), ...(edited.rows[0]?.cells ?? [])].map(({ paragraphs }) =>
      plainText(headOf(paragraphs)),
    ),
  );
  return (next?.columns ?? []).flatMap((id, column) => {
    const head = headAt(next?.rows[0]?.cells, column);
    if (base.columns.includes(id) || said.has(plainText(head))) return [];
    const left = next!.columns
      .slice(0, column)
      .map((other) => edited.columns.indexOf(other))
      .findLast((place) => place >= 0);
    return [{ column, id, head, behind: left !== undefined && isOpenBehind(edited, left) ? left : null }];
  });
}

function columnSplices(
  xml: string,
  {
    columns,
    like,
    counts,
  }: { readonly columns: readonly NewColumn[]; readonly like: number; readonly counts: RowCounts },
  { base, next }: Pick<TableSides, 'base' | 'next'>,
  edited: EditedTable,
): readonly Splice[] {
  if (columns.length === 0 || next === null) return [];
  const lines = edited.rows.map(({ id, cells }) => ({ id, head: headOf(cells[0]?.paragraphs ?? []) }));
  const rows = matchLines(lines, base.rows.map(rowLine));
  return [
    ...gridSplices(xml, edited.element, columns),
    ...edited.rows.flatMap(({ element }, index): readonly Splice[] => {
      const own = base.rows[rows[index] ?? -1];
      const twin = own === undefined ? null : twinRow(own, base, next);
      const places = childrenOf(element, 'a:tc');
      return newCells(xml, element, columns, like, (column) => textsAt(twin, column)).map(({ behind, text }) => {
        const at = places[behind]!.end;
        return { start: at, end: at, text: withSharedHeight(text, Number(element.attributes['h'] ?? 0), counts) };
      });
    }),
  ];
}

const textsAt = (row: Row | null, column: number): readonly string[] =>
  row?.cells.find((cell) => cell.column === column)?.paragraphs.map(({ text }) => text) ?? [];

/** Behind the row that it follows in the report; null where that is not in the table, or not to be copied. */
function putRow(
  xml: string,
  row: Row,
  next: TableShapeIdentity,
  edited: EditedTable,
): { readonly at: number; readonly text: string; readonly like: EditedTable['rows'][number] } | null {
  const above = next.rows.slice(next.headRows, next.rows.indexOf(row)).toReversed();
  for (const other of above) {
    const head = maskedText(rowLine(other).head);
    const home =
      edited.rows.find(({ id }) => id === other.id) ??
      edited.rows.find(({ id, cells }) => id === null && maskedText(headOf(cells[0]?.paragraphs ?? [])) === head);
    const text = home === undefined ? null : rowLike(xml, edited, home, row, next.columns);
    if (home !== undefined) return text === null ? null : { at: home.element.end, text, like: home };
  }
  return null;
}

/** A cell of an edited table, with the same of the build before and of the build now; null where either has none. */
export interface MatchedCell {
  /** What heads its row. */
  readonly head: string;
  readonly edited: readonly EditedParagraph[];
  readonly base: readonly TextIdentity[] | null;
  readonly next: readonly TextIdentity[] | null;
}

export function tableCells(
  { base, next, homeOf }: Pick<TableSides, 'base' | 'next' | 'homeOf'>,
  edited: EditedTable,
): readonly MatchedCell[] {
  const lines = edited.rows.map(({ id, cells }) => ({ id, head: headOf(cells[0]?.paragraphs ?? []) }));
  const rows = matchLines(lines, base.rows.map(rowLine));
  const columns = matchColumns(edited, base);
  const knownAt = (row: number, column: number): { readonly base: Cell; readonly next: Cell | null } | null => {
    const own = base.rows[rows[row] ?? -1];
    if (own === undefined) return cellElsewhere(lines[row]?.id ?? null, column);
    const known = own.cells.find((each) => each.column === (columns[column] ?? null));
    if (known === undefined) return null;
    const twin = next === null ? null : twinRow(own, base, next);
    return { base: known, next: twin === null || next === null ? null : twinCell(known, twin, base, next) };
  };
  /** Of a row that was moved here from another table of as many columns. */
  const cellElsewhere = (id: number | null, column: number): ReturnType<typeof knownAt> => {
    const home = id === null ? null : homeOf(id);
    if (id === null || home === null || home.base.columns.length !== edited.columns.length) return null;
    const own = home.base.rows.find((row) => row.id === id)!;
    const known = own.cells.find((cell) => cell.column === column);
    const twin = home.next === null ? null : twinRow(own, home.base, home.next);
    if (known === undefined) return null;
    return { base: known, next: twin === null ? null : twinCell(known, twin, home.base, home.next!) };
  };
  return edited.rows.flatMap(({ cells }, index) =>
    cells.map(({ column, across, down, paragraphs }): MatchedCell => {
      // Whoever merges cells joins what they say.
      const known = placesOf(index, down).flatMap((row) =>
        placesOf(column, across).flatMap((place) => knownAt(row, place) ?? []),
      );
      const twins = known.flatMap((each) => each.next ?? []);
      return {
        head: lines[index]!.head,
        edited: paragraphs,
        base: known.length === 0 ? null : known.flatMap((each) => each.base.paragraphs),
        next: twins.length === 0 ? null : twins.flatMap((twin) => twin.paragraphs),
      };
    }),
  );
}

const placesOf = (from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => from + at);

interface Line {
  readonly id: number | null;
  readonly head: string;
}

const headOf = (paragraphs: readonly { readonly text: string }[]): string =>
  paragraphs
    .map(({ text }) => text)
    .join(' ')
    .trim();

const rowLine = ({ id, cells }: TableShapeIdentity['rows'][number]): Line => ({
  id,
  head: headOf((cells[0]?.paragraphs ?? []) as readonly TextIdentity[]),
});

/** By id; a row with an id of its own, or with none among rows that have some, may still have a head of before. */
function matchLines(edited: readonly Line[], base: readonly Line[]): readonly (number | null)[] {
  const taken = new Set<number>();
  const take = (index: number): number | null => {
    if (index < 0) return null;
    taken.add(index);
    return index;
  };
  const known = edited.map(({ id }) =>
    id === null ? null : take(base.findIndex((line, index) => line.id === id && !taken.has(index))),
  );
  const hasIds = known.some((index) => index !== null);
  // Years head columns: 2023 and 2024 are two, though both are a number.
  const byHead = (places: readonly (number | null)[], said: (head: string) => string): readonly (number | null)[] =>
    edited.map(({ head }, index) => {
      const text = said(head);
      if (places[index] !== null || text === '') return places[index] ?? null;
      return take(base.findIndex((line, other) => !taken.has(other) && said(line.head) === text));
    });
  return byHead(byHead(known, plainText), maskedText).map((place, index) =>
    // Without any ids and with as many rows, they stand as they stood.
    place === null && !hasIds && edited.length === base.length && !taken.has(index) ? take(index) : place,
  );
}

/** By index of the edited table: the column of the build. */
function matchColumns(edited: EditedTable, base: TableShapeIdentity): readonly (number | null)[] {
  const head = (
    column: number,
    cells: readonly { readonly column: number; readonly paragraphs: readonly { readonly text: string }[] }[],
  ): string => headOf(cells.find((cell) => cell.column === column)?.paragraphs ?? []);
  const lines = edited.columns.map((id, column): Line => ({ id, head: head(column, edited.rows[0]?.cells ?? []) }));
  const others = base.columns.map((id, column): Line => ({ id, head: head(column, base.rows[0]?.cells ?? []) }));
  return matchLines(lines, others);
}

function twinRow(
  row: TableShapeIdentity['rows'][number],
  base: TableShapeIdentity,
  next: TableShapeIdentity,
): TableShapeIdentity['rows'][number] | null {
  const byId = next.rows.find(({ id }) => id === row.id);
  if (byId !== undefined) return byId;
  const text = maskedText(rowLine(row).head);
  const byHead = next.rows.find((other) => maskedText(rowLine(other).head) === text);
  const index = base.rows.indexOf(row);
  return byHead ?? (index < base.headRows || base.rows.length === next.rows.length ? (next.rows[index] ?? null) : null);
}

function twinCell(
  cell: Cell,
  row: TableShapeIdentity['rows'][number],
  base: TableShapeIdentity,
  next: TableShapeIdentity,
): Cell | null {
  const id = base.columns[cell.column];
  const column = next.columns.indexOf(id ?? -1);
  const place = column >= 0 ? column : base.columns.length === next.columns.length ? cell.column : -1;
  return row.cells.find((each) => each.column === place) ?? null;
}
