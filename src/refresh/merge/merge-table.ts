/** A table, cell by cell: rows and columns are known by their ids, else by what heads them. */
import type { EditedTable } from '../../powerpoint/edited/edited-deck.js';
import type { EditedParagraph } from '../../powerpoint/edited/paragraphs.js';
import type { Splice } from '../../powerpoint/edited/edit-xml.js';
import type { TableShapeIdentity, TextIdentity } from '../../powerpoint/identity/deck-identity.js';
import { rowLike } from '../added/row-like.js';
import { maskedText } from '../match/texts-of-slide.js';
import { mergeParagraphs, type PlacedOutcome } from './merge-paragraphs.js';
import type { MergeRules } from './merge-text.js';

export interface MergedTable {
  readonly splices: readonly Splice[];
  readonly outcomes: readonly PlacedOutcome[];
}

export interface TableSides {
  readonly base: TableShapeIdentity;
  readonly next: TableShapeIdentity | null;
  readonly shown: readonly TableShapeIdentity[];
}

type Cell = TableShapeIdentity['rows'][number]['cells'][number];
type Row = TableShapeIdentity['rows'][number];

/** @param shown the tables of the build on the same slide and those on which it goes on: rows move among them. */
export function mergeTable(
  xml: string,
  { base, next, shown }: TableSides,
  edited: EditedTable,
  rules: MergeRules,
): MergedTable {
  const splices: Splice[] = [];
  const outcomes: PlacedOutcome[] = [];
  for (const cell of tableCells(base, next, edited)) {
    if (cell.base === null) continue;
    const merged = mergeParagraphs(xml, { base: cell.base, next: cell.next }, cell.edited, rules);
    splices.push(...merged.splices);
    outcomes.push(...merged.outcomes.map((outcome) => ({ ...outcome, context: `${cell.head} · ${outcome.context}` })));
  }
  const ids = new Set(base.rows.map(({ id }) => id));
  const heads = new Set(shown.flatMap(({ rows }) => rows.map((row) => maskedText(rowLine(row).head))));
  for (const { cells } of edited.rows) heads.add(maskedText(headOf(cells[0]?.paragraphs ?? [])));
  const isNew = (row: Row): boolean => !ids.has(row.id) && !heads.has(maskedText(rowLine(row).head));
  const newRows = (next?.rows ?? []).filter(isNew);
  for (const row of newRows) {
    const put = rules.addNew ? putRow(xml, row, next!, edited) : null;
    if (put !== null) splices.push(put);
    const { head } = rowLine(row);
    const kind = put === null ? 'new' : 'added';
    outcomes.push({ kind, figure: null, before: '', after: head, reason: null, context: head });
  }
  return { splices, outcomes };
}

/** Behind the row that it follows in the report; null where that is not in the table, or not to be copied. */
function putRow(xml: string, row: Row, next: TableShapeIdentity, edited: EditedTable): Splice | null {
  const above = next.rows.slice(next.headRows, next.rows.indexOf(row)).toReversed();
  for (const other of above) {
    const head = maskedText(rowLine(other).head);
    const home =
      edited.rows.find(({ id }) => id === other.id) ??
      edited.rows.find(({ id, cells }) => id === null && maskedText(headOf(cells[0]?.paragraphs ?? [])) === head);
    const text = home === undefined ? null : rowLike(xml, edited, home, row, next.columns);
    if (home !== undefined) return text === null ? null : { start: home.element.end, end: home.element.end, text };
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
  base: TableShapeIdentity,
  next: TableShapeIdentity | null,
  edited: EditedTable,
): readonly MatchedCell[] {
  const lines = edited.rows.map(({ id, cells }) => ({ id, head: headOf(cells[0]?.paragraphs ?? []) }));
  const rows = matchLines(lines, base.rows.map(rowLine));
  const columns = matchColumns(edited, base);
  return edited.rows.flatMap(({ cells }, index) => {
    const own = rows[index] === null ? undefined : base.rows[rows[index]!];
    const twin = own === undefined || next === null ? null : twinRow(own, base, next);
    return cells.map((cell): MatchedCell => {
      const column = columns[cell.column] ?? null;
      const known = own?.cells.find((each) => each.column === column);
      const now = known === undefined || twin === null || next === null ? null : twinCell(known, twin, base, next);
      return {
        head: lines[index]!.head,
        edited: cell.paragraphs,
        base: known?.paragraphs ?? null,
        next: now?.paragraphs ?? null,
      };
    });
  });
}

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
  return edited.map(({ head }, index) => {
    if (known[index] !== null) return known[index]!;
    const text = maskedText(head);
    const found =
      text === '' ? -1 : base.findIndex((line, other) => !taken.has(other) && maskedText(line.head) === text);
    if (found >= 0) return take(found);
    // Without any ids and with as many rows, they stand as they stood.
    return !hasIds && edited.length === base.length && !taken.has(index) ? take(index) : null;
  });
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
