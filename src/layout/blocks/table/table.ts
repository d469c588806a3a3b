/**
 * A table: caption above, horizontal rules only, notes below. It breaks between rows; its head and its caption （续） come
 * again.
 */
import { partName } from '../../../locale/part-words.js';
import { continuedWord } from '../../../locale/table-words.js';
import type { Pt } from '../../../model/length.js';
import type { PageItem, TableItem, TableItemCell } from '../../../model/page.js';
import { rowLook, ruledTables } from '../../../model/tables/row-look.js';
import type { TableLook } from '../../../model/theme.js';
import type { TableStyle } from '../../../model/page.js';
import { tableTooWide } from '../../../diagnostics/messages.js';
import {
  moveItem,
  runStyle,
  styleOf,
  type BlockContext,
  type LaidBlock,
  type LayBlock,
  type SplitBlock,
} from '../../galley/block.js';
import { layCaption } from '../../galley/caption.js';
import { inlineRuns } from '../../galley/inline-runs.js';
import { silentStructure } from '../../galley/structure-builder.js';
import { scaleTables } from './scale-tables.js';
import { setTable, tableFits, withMeasured, type SetRow, type SetTable, type Table } from './table-rows.js';
import { stackBlocks } from '../../galley/stack.js';
import { paragraphBlock, setRuns } from '../../galley/text-block.js';

interface Parts {
  readonly table: Table;
  readonly set: SetTable;
  readonly tag: number;
  readonly caption: LaidBlock | null;
  /** Over every further part; an artifact, for it was read before. */
  readonly captionAgain: () => LaidBlock | null;
  readonly notes: LaidBlock | null;
  readonly width: Pt;
  readonly space: Pt;
  readonly language: string;
  readonly look: TableLook;
  /** Whether its rows may grow to fill a slide's region. */
  readonly grows: boolean;
}

/** Share of the page's height below which a table stays whole. */
const largestFloat = 0.35;
const captionGap = 4;
const notesGap = 4;

const sum = (heights: readonly Pt[]): Pt => heights.reduce((total, height) => total + height, 0);
const totalHeight = (rows: readonly SetRow[]): Pt => sum(rows.map(({ height }) => height));

/** The height at which rows end that share `room` among them: the lower ones rise first, until all are even. */
const levelOf = (heights: readonly Pt[], room: Pt): Pt => {
  const sorted = [...heights].sort((one, other) => one - other);
  let raised = 0;
  for (const [index, height] of sorted.entries()) {
    raised += height;
    const level = (room - sum(heights) + raised) / (index + 1);
    if (level <= (sorted[index + 1] ?? Infinity)) return level;
  }
  return 0;
};

const asArtifact = (cell: TableItemCell): TableItemCell => ({
  ...cell,
  tag: 'artifact',
  paragraphs: cell.paragraphs.map((paragraph) => ({ ...paragraph, tag: 'artifact' })),
});

/** A row with the fills and rules of the table's style, where its cells have none of their own. */
const dressed = (cells: readonly TableItemCell[], row: number, heads: number, rows: number, style: TableStyle) =>
  cells.map((cell): TableItemCell => {
    const { fill } = rowLook(style, { row, heads, rows });
    // The rule under a cell that covers others is that of the last row that it covers.
    const { rule } = rowLook(style, { row: row + cell.down - 1, heads, rows });
    return { ...cell, fill: cell.fill ?? fill, rule };
  });

/** Cells over several rows and rows that head others have an order of their own, which bands would cut. */
const isBanded = ({ rows }: Table): boolean =>
  rows.every(({ emphasis, cells }) => emphasis !== 'group' && cells.every(({ down }) => down === 1));

/** `level` is the height, in pt, to which lower rows are raised; 0 leaves each as high as it needs. */
const tableItem = (parts: Parts, from: number, to: number, level: Pt): TableItem => {
  const { set } = parts;
  const head = from === 0 ? set.head : set.head.map((row) => ({ ...row, cells: row.cells.map(asArtifact) }));
  const rows = [...head, ...set.body.slice(from, to)];
  const style: TableStyle = {
    look: parts.look,
    banded: isBanded(parts.table),
    hasTotal: to === set.body.length && parts.table.rows.at(-1)?.emphasis === 'total',
  };
  const rowHeights = rows.map(({ height }) => Math.max(height, level));
  return {
    kind: 'table',
    name: partName('table', parts.language),
    tag: parts.tag,
    ...(parts.table.id !== null && { table: parts.table.id }),
    alt: parts.table.alt,
    headRows: head.length,
    columnWidths: set.widths,
    rowHeights,
    rows: rows.map(({ cells }, row) => dressed(cells, row, head.length, rows.length, style)),
    style,
    topRule: rows.length === 0 ? null : parts.look.top,
    box: { x: 0, y: 0, width: parts.width, height: sum(rowHeights) },
  };
};

/**
 * No row becomes higher than the lowest one by more than this share of that, so that its words still belong to one
 * line.
 */
const mostGrowth = 0.75;

/** Heights in pt of the rows of a part, its head's first. */
const partHeights = ({ set }: Parts, from: number, to: number, level: Pt): readonly Pt[] => {
  const heights = set.head.map(({ height }) => Math.max(height, level));
  for (let row = from; row < to; row += 1) heights.push(Math.max(set.body[row]!.height, level));
  return heights;
};

/** Whether a part has rows at all, its head's counted. */
const hasRows = ({ set }: Parts, from: number, to: number): boolean => set.head.length > 0 || to > from;

/**
 * Rows `from` to `to` of the body, as a block of their own. Its items are made when they are asked for: of a long table
 * all that remains is a part again and again, and only its height is looked at.
 */
const layPart = (parts: Parts, from: number, to: number, level: Pt = 0): LaidBlock => {
  const caption = from === 0 ? parts.caption : parts.captionAgain();
  const isLast = to === parts.set.body.length;
  const top = caption === null ? 0 : caption.height + captionGap;
  const rowsHeight = sum(partHeights(parts, from, to, level));
  const bottom = top + rowsHeight;
  const notes = isLast ? parts.notes : null;
  const height = bottom + (notes === null ? 0 : notesGap + notes.height);
  let items: readonly PageItem[] | null = null;
  return {
    height,
    keepWithNext: false,
    spaceBefore: parts.space,
    spaceAfter: parts.space,
    get items() {
      items ??= [
        ...(caption?.items ?? []),
        moveItem(tableItem(parts, from, to, level), 0, top),
        ...(notes?.items ?? []).map((note) => moveItem(note, 0, bottom + notesGap)),
      ];
      return items;
    },
    marks: from === 0 && parts.table.id !== null ? [{ id: parts.table.id, y: 0, heading: null }] : [],
    split: (available) => splitPart(parts, from, to, available - top - totalHeight(parts.set.head)),
    ...(parts.grows &&
      level === 0 &&
      hasRows(parts, from, to) && { stretch: stretchPart(parts, from, to, { height, around: height - rowsHeight }) }),
  };
};

/** @param around what stands around its rows, in pt. */
const stretchPart = (
  parts: Parts,
  from: number,
  to: number,
  { height, around }: { readonly height: Pt; readonly around: Pt },
): NonNullable<LaidBlock['stretch']> => {
  const heights = (): readonly Pt[] => partHeights(parts, from, to, 0);
  const highestOf = (rows: readonly Pt[]): Pt => (1 + mostGrowth) * rows.reduce((low, row) => Math.min(low, row));
  return {
    least: height,
    get most() {
      const rows = heights();
      const highest = highestOf(rows);
      return around + sum(rows.map((row) => Math.max(row, highest)));
    },
    to: (wanted: Pt) => {
      const rows = heights();
      return layPart(parts, from, to, Math.min(highestOf(rows), levelOf(rows, Math.max(height, wanted) - around)));
    },
  };
};

/** Rows that stand on either side of a break, where the table has them. */
const fewestRows = 2;
/** And at the end of a long one, so that its last page has more than a remainder. */
const longTable = 12;
const fewestAtEnd = 4;
/** A row as tall as this, in pt, may stand alone: two of them need not fit on a page. */
const tallRow = 60;

/** The last break at or before this row, counted from `start`, that no cell and no group row forbids; 0 for none. */
const breakBefore = (rows: readonly SetRow[], from: number, start: number): number => {
  let above = from;
  while (above > 0 && rows[start + above - 1]!.keepWithNext) above -= 1;
  return above;
};

const splitPart = (parts: Parts, from: number, to: number, available: Pt): SplitBlock | null => {
  const rows = parts.set.body;
  const count = to - from;
  let fitting = 0;
  let height = 0;
  while (fitting < count - 1 && height + rows[from + fitting]!.height <= available) {
    height += rows[from + fitting]!.height;
    fitting += 1;
  }
  const fair = breakBefore(rows, Math.min(fitting, count - (count < longTable ? fewestRows : fewestAtEnd)), from);
  const above = fair >= fewestRows ? fair : breakBefore(rows, fitting, from);
  if (above === 0 || (above < fewestRows && count > fewestRows && rows[from]!.height < tallRow)) return null;
  return { head: layPart(parts, from, from + above), rest: layPart(parts, from + above, to) };
};

const layNotes = (table: Table, width: Pt, parent: number, context: BlockContext): LaidBlock | null => {
  if (table.notes.length === 0) return null;
  const style = styleOf(context, 'table-note', 'note');
  return stackBlocks(
    table.notes.map((note) =>
      paragraphBlock(
        setRuns(inlineRuns(note, runStyle(style), context), style, width, context, context.structure.add('P', parent)),
        width,
        partName('table-note', context.language),
      ),
    ),
  );
};

/** Sizes of text, against the theme's, at which a table on paper is tried where it is too wide. */
const smaller = [0.94, 0.88, 0.82] as const;

/**
 * The plainest setting in which all columns have the width that they need: as it is, smaller on paper, with less space
 * between the columns. Null where they have it in none.
 */
const roomyEnough = (table: Table, width: Pt, context: BlockContext): BlockContext | null => {
  const silent = { structure: silentStructure(context.parent), tell: () => undefined };
  const fits = (setting: BlockContext): boolean => tableFits(table, width, { ...setting, ...silent });
  if (fits(context)) return context;
  const scaled =
    context.room === undefined
      ? smaller.map((scale) => ({ ...context, medium: scaleTables(context.medium, scale) }))
      : [];
  const tight = [context, ...scaled].map((each) => ({ ...each, tightTables: true }));
  const last = tight.at(-1)!;
  if (!fits(last)) return null;
  return [...scaled, ...tight.slice(0, -1)].find(fits) ?? last;
};

/** Cells of a table that is too wide are set all the same where they are fewer: the page shows what is wrong. */
const mostTooWide = 2_000;

export const layTable: LayBlock<Table> = (table, width, setting) => {
  const given = withMeasured(setting);
  const roomy = roomyEnough(table, width, given);
  if (roomy === null && table.columns.length * table.rows.length > mostTooWide) {
    given.tell(tableTooWide(table.id, table.columns.length, table.made ?? table.span));
    return stackBlocks([]);
  }
  const context = roomy ?? { ...given, tightTables: true };
  const tag = context.structure.add('Table', context.parent, { alt: table.alt });
  const number = context.numberOf(table);
  const hasCaption = number !== null || table.caption.length > 0;
  const captionTag = hasCaption ? context.structure.add('Caption', tag) : 'artifact';
  const caption = layCaption({ number, caption: table.caption }, width, context, captionTag);
  const silent = { ...context, tell: () => undefined };
  let again: LaidBlock | null | undefined;
  // Most tables stay whole.
  const captionAgain = (): LaidBlock | null =>
    again === undefined
      ? (again = layCaption(
          { number, caption: table.caption, suffix: hasCaption ? continuedWord(1, context.language) : '' },
          width,
          silent,
          'artifact',
        ))
      : again;
  const set = setTable(table, width, tag, context);
  if (!set.fits) context.tell(tableTooWide(table.id, table.columns.length, table.made ?? table.span));
  const notes = layNotes(table, width, context.parent, context);
  const space = 1.2 * styleOf(context, 'table').size;
  const laid = layPart(
    {
      table,
      set,
      tag,
      caption,
      captionAgain,
      notes,
      width,
      space,
      language: context.language,
      look: context.theme.tables ?? ruledTables,
      grows: context.room !== undefined,
    },
    0,
    set.body.length,
  );
  // A small table that is spoken of by its number may wait for the next page, rather than break.
  return number !== null && laid.height < context.medium.page.height * largestFloat ? { ...laid, floats: true } : laid;
};
