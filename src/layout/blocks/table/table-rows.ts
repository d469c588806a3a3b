/** The cells of a table set to their columns' widths, with their tags, rules and heights. */
import type { Insets, Pt } from '../../../model/length.js';
import type { Run, SetParagraph, TableItemCell, Tag } from '../../../model/page.js';
import { ruledTables } from '../../../model/tables/row-look.js';
import type { TextStyle } from '../../../model/theme.js';
import type { Fonts } from '../../../text/fonts.js';
import { measureRuns } from '../../../text/measure-text.js';
import { isSetAsMeasured } from '../../../text/set-paragraph.js';
import { styleOf, type BlockContext } from '../../galley/block.js';
import { setRuns } from '../../galley/text-block.js';
import { widestHeight, widestMeasure } from '../../galley/widest-setting.js';
import { resizedParts, runParts, type Part, type RunCell, type RunParts, type Table } from './table-cells.js';
import { shareForFonts, shareWidths, unbreakableWidth, widestWord, type ColumnNeed } from './table-columns.js';

export type { Table };

export interface SetRow {
  readonly cells: readonly TableItemCell[];
  readonly height: Pt;
  /** No page breaks between this row and the next. */
  readonly keepWithNext: boolean;
}
export interface SetTable {
  readonly widths: readonly Pt[];
  readonly head: readonly SetRow[];
  readonly body: readonly SetRow[];
  readonly fits: boolean;
}

/** Left and right of a cell's words, in em: in a table that is too wide otherwise, less. */
const side = { plain: 0.65, tight: 0.3 } as const;

const padding = (style: TextStyle, { tightTables }: BlockContext): { readonly x: Pt; readonly y: Pt } => ({
  x: (tightTables === true ? side.tight : side.plain) * style.size,
  y: 0.42 * style.size,
});

/** The cells that stand in one column alone, by column. */
const cellsByColumn = (cells: readonly RunCell[], columns: number): readonly (readonly RunCell[])[] => {
  const byColumn = Array.from({ length: columns }, (): RunCell[] => []);
  for (const cell of cells) if (cell.cell.across === 1) byColumn[cell.column]?.push(cell);
  return byColumn;
};

const widestTail = (own: readonly RunCell[]): Pt => own.reduce((widest, { tail }) => Math.max(widest, tail ?? 0), 0);

/** A number ends where words begin: the words get twice the room before them. */
const leftPadding = (table: Table, column: number, pad: Pt): Pt => {
  const before = table.columns[column - 1]?.align;
  return (before === 'end' || before === 'decimal') && table.columns[column]!.align === 'start' ? 2.4 * pad : pad;
};

/** What a cell takes on one line, in pt: in its own fonts, and in those of a viewer. */
const ownWidth = (cell: RunCell, { fonts }: BlockContext): Pt => (cell.onLine.own ??= measureRuns(cell.runs, fonts));
const widestWidth = (cell: RunCell, context: BlockContext): Pt =>
  context.widestFonts === undefined
    ? ownWidth(cell, context)
    : (cell.onLine.widest ??= measureRuns(cell.runs, context.widestFonts));

/** The fonts that columns are measured in. */
interface Measuring {
  readonly fonts: Fonts;
  readonly widthOf: (cell: RunCell) => Pt;
  /** Office programs round every glyph. */
  readonly isRounded: boolean;
}

const columnNeed = (
  { table, tails }: Pick<MeasuredTable, 'table' | 'tails'>,
  column: number,
  own: readonly RunCell[],
  { fonts, widthOf, isRounded }: Measuring,
  context: BlockContext,
): ColumnNeed => {
  const tail = tails[column]!;
  const pad = own.reduce((widest, { style }) => Math.max(widest, padding(style, context).x), 0);
  const around = pad + leftPadding(table, column, pad);
  // A paragraph set to its exact width may break for a rounding error; office programs round every glyph.
  const spareOf = (measured: Pt): Pt => (isRounded ? Math.max(0.5, measured * 0.012) : 0.5);
  const { align } = table.columns[column]!;
  const isNumber = align === 'end' || align === 'decimal';
  const cells: Pt[] = [];
  let least = around;
  for (const cell of own) {
    const whole = widthOf(cell);
    const natural = whole + (cell.tail === null ? 0 : tail - cell.tail) + around + spareOf(whole);
    cells.push(natural);
    least = Math.max(least, isNumber && !cell.isHead ? numberLeast(cell, natural) : wordsLeast(cell, whole));
  }
  return { cells, least, weight: table.columns[column]!.weight };

  function numberLeast({ runs, style }: RunCell, natural: Pt): Pt {
    const short = 9 * style.size;
    return natural <= short + around ? natural : Math.min(natural, Math.max(short, widestWord(runs, fonts)) + around);
  }
  function wordsLeast({ runs, tail: own }: RunCell, whole: Pt): Pt {
    const piece = unbreakableWidth(runs, whole, fonts);
    return piece + (own === null ? 0 : tail - own) + around + spareOf(piece);
  }
};

/** A number with its unit stays on one line where it has room; else it parts at its spaces, never within a word. */
const parted = (runs: readonly Run[], inner: Pt, context: BlockContext): readonly Run[] =>
  runs.map((run) =>
    /[ \u00a0]/u.test(run.text) && widestMeasure([run], context) > inner
      ? { ...run, text: run.text.replaceAll('\u00a0', ' '), whole: false }
      : run,
  );

/** Where the words of a cell stand. */
interface CellRoom {
  readonly inset: Insets;
  /** In pt, for its words. */
  readonly inner: Pt;
}

interface Setting {
  readonly table: Table;
  readonly part: Part;
  readonly widths: readonly Pt[];
  readonly tails: readonly Pt[];
  readonly context: BlockContext;
}

const roomOf = (cell: RunCell, { table, widths, tails, context }: Setting): CellRoom => {
  let width = 0;
  for (let index = cell.column; index < cell.column + cell.cell.across; index += 1) width += widths[index] ?? 0;
  const pad = padding(cell.style, context);
  const shift = cell.tail === null ? 0 : tails[cell.column]! - cell.tail;
  const inset = { top: pad.y, bottom: pad.y, left: leftPadding(table, cell.column, pad.x), right: pad.x + shift };
  return { inset, inner: Math.max(width - inset.left - inset.right, cell.style.size) };
};

const setWords = (cell: RunCell, inner: Pt, tag: Tag, { table, context }: Setting): SetParagraph => {
  const { align } = table.columns[cell.column]!;
  const style: TextStyle = {
    ...cell.style,
    align: align === 'decimal' ? 'end' : align,
    spaceBefore: 0,
    spaceAfter: 0,
    firstIndent: 0,
  };
  return setRuns(parted(cell.runs, inner, context), style, inner, context, tag);
};

/**
 * Height of its words in pt, also where a viewer's fonts are wider. Most cells by far have one line, which is known of
 * their width: a table that is tried sets the words of no others, which is 0.96 of layout's time.
 */
const wordsHeight = (cell: RunCell, inner: Pt, setting: Setting): Pt => {
  const { context } = setting;
  const isLine = widestWidth(cell, context) <= inner && ownWidth(cell, context) <= inner && isSetAsMeasured(cell.runs);
  if (isLine) return cell.style.lineHeight;
  const paragraph = setWords(cell, inner, 'artifact', setting);
  return Math.max(paragraph.height, widestHeight(paragraph, inner, context));
};

const cellItem = (cell: RunCell, { inset, inner }: CellRoom, tag: Tag, setting: Setting): TableItemCell => {
  const { table, part, context } = setting;
  const look = context.theme.tables ?? ruledTables;
  return {
    paragraphs: [setWords(cell, inner, tag, setting)],
    across: cell.cell.across,
    down: cell.cell.down,
    inset,
    valign: 'middle',
    tag,
    header: part.isHead,
    fill:
      part.rows[cell.row]!.emphasis === 'group'
        ? look.group
        : table.columns[cell.column]!.isEmphasised === true &&
            cell.cell.across === 1 &&
            !(part.isHead && look.head.fill !== null)
          ? look.strong
          : null,
    // That of the table's style, which knows the row's place among those of one page.
    rule: null,
  };
};

/** A cell as far as it is known before somebody looks at it. */
interface SetCell {
  readonly cell: RunCell;
  readonly room: CellRoom;
  readonly tag: Tag;
  readonly height: Pt;
}

const setCell = (cell: RunCell, row: number, setting: Setting): SetCell => {
  const { table, part, context } = setting;
  const rowHead = !part.isHead && cell.column === 0 && table.columns.length > 1;
  const tag = context.structure.add(part.isHead || rowHead ? 'TH' : 'TD', row, {
    scope: part.isHead ? 'Column' : rowHead ? 'Row' : null,
    columnSpan: cell.cell.across,
    rowSpan: cell.cell.down,
  });
  const room = roomOf(cell, setting);
  return { cell, room, tag, height: wordsHeight(cell, room.inner, setting) + room.inset.top + room.inset.bottom };
};

/** Heights of rows in pt, those of cells over several rows among them. */
const rowHeights = (rows: readonly (readonly SetCell[])[]): readonly Pt[] => {
  const heights = rows.map((cells) =>
    cells.reduce((most, { cell, height }) => (cell.cell.down === 1 ? Math.max(most, height) : most), 0),
  );
  rows.forEach((cells, index) => {
    for (const { cell, height: needed } of cells) {
      const last = index + cell.cell.down - 1;
      let covered = 0;
      for (let row = index; row <= last; row += 1) covered += heights[row]!;
      if (needed > covered) heights[last]! += needed - covered;
    }
  });
  return heights;
};

const setPart = (setting: Setting, parent: number): readonly SetRow[] => {
  const { part, context } = setting;
  const rows = part.cells.map((cells) => {
    const tag = context.structure.add('TR', parent);
    return cells.map((cell) => setCell(cell, tag, setting));
  });
  const heights = rowHeights(rows);
  let reach = 0; // the last row that a cell so far goes down to
  return rows.map((cells, index) => {
    for (const { cell } of cells) reach = Math.max(reach, index + cell.cell.down - 1);
    let items: readonly TableItemCell[] | null = null;
    return {
      get cells() {
        return (items ??= cells.map(({ cell, room, tag }) => cellItem(cell, room, tag, setting)));
      },
      height: heights[index]!,
      keepWithNext: part.rows[index]!.emphasis === 'group' || reach > index,
    };
  });
};

/** Rows by which a long table is judged first: where they alone are too wide, all of them are. */
const firstRows = 8;

/** What a table is before it has a width: its cells as runs, and what its columns ask for. */
interface MeasuredTable {
  readonly table: Table;
  readonly parts: RunParts;
  readonly tails: readonly Pt[];
  /** In its own fonts, as an office program rounds. */
  readonly plain: readonly ColumnNeed[];
  /** In those of the context. */
  readonly needs: () => readonly ColumnNeed[];
}

const measureTable = (table: Table, parts: RunParts, context: BlockContext): MeasuredTable => {
  const cells = cellsByColumn([...parts.head.cells, ...parts.body.cells].flat(), table.columns.length);
  const tails = cells.map(widestTail);
  const needsIn = (measuring: Measuring): readonly ColumnNeed[] =>
    cells.map((own, column) => columnNeed({ table, tails }, column, own, measuring, context));
  const { fonts, widestFonts } = context;
  let needs: readonly ColumnNeed[] | null = null;
  return {
    table,
    parts,
    tails,
    plain: needsIn({ fonts, widthOf: (cell) => ownWidth(cell, context), isRounded: true }),
    needs: () =>
      (needs ??= needsIn({
        fonts: widestFonts ?? fonts,
        widthOf: (cell) => widestWidth(cell, context),
        isRounded: widestFonts !== undefined,
      })),
  };
};

/** What was measured of a table, by how its text is set, and its cells as they were first set. */
interface MeasuredSizes {
  readonly first: RunParts;
  readonly bySize: Map<string, MeasuredTable>;
}

/** A slide tries a table at several widths: what does not depend on them is found once for each size of its text. */
const measuredTable = (table: Table, context: BlockContext): MeasuredTable => {
  const sizes = [styleOf(context, 'table'), styleOf(context, 'table-head', 'table')].map(({ size }) => size);
  const key = `${sizes.join(' ')} ${context.tightTables === true}`;
  const known = context.measured?.get(table) as MeasuredSizes | undefined;
  const found = known?.bySize.get(key);
  if (found !== undefined) return found;
  const parts = known === undefined ? runParts(table, context) : resizedParts(known.first, context);
  const measured = measureTable(table, parts, context);
  if (known !== undefined) known.bySize.set(key, measured);
  else context.measured?.set(table, { first: parts, bySize: new Map([[key, measured]]) } satisfies MeasuredSizes);
  return measured;
};

/** For settings of a table that are tried one after the other: what was measured of it, for as long as it is laid. */
export const withMeasured = (context: BlockContext): BlockContext =>
  context.measured === undefined ? { ...context, measured: new WeakMap() } : context;

const beginnings = new WeakMap<Table, Table>();

/** The same object each time, so that what is measured of it is found again. */
const beginningOf = (table: Table): Table => {
  const known = beginnings.get(table) ?? { ...table, rows: table.rows.slice(0, firstRows) };
  beginnings.set(table, known);
  return known;
};

/** Whether its columns have the width that their words and numbers need at the least. */
export const tableFits = (table: Table, width: Pt, context: BlockContext): boolean => {
  if (table.rows.length > firstRows * 2) {
    if (!tableFits(beginningOf(table), width, context)) return false;
  }
  return shareWidths(measuredTable(table, context).plain, width).fits;
};

/** `tag` is the Table node. */
export const setTable = (table: Table, width: Pt, tag: number, context: BlockContext): SetTable => {
  const { parts, tails, plain, needs } = measuredTable(table, context);
  parts.told.forEach(context.tell);
  const { widths, fits } =
    context.widestFonts === undefined ? shareWidths(needs(), width) : shareForFonts(plain, needs(), width);
  const set = (part: Part, name: 'THead' | 'TBody'): readonly SetRow[] =>
    part.rows.length === 0 ? [] : setPart({ table, part, widths, tails, context }, context.structure.add(name, tag));
  return { widths, fits, head: set(parts.head, 'THead'), body: set(parts.body, 'TBody') };
};
