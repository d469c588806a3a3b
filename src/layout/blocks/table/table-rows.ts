/** The cells of a table set to their columns' widths, with their tags, rules and heights. */
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Block, Inline, TableColumn, TableRow } from '../../../model/document.js';
import type { Insets, Pt } from '../../../model/length.js';
import type { Run, TableItemCell } from '../../../model/page.js';
import type { TextStyle } from '../../../model/theme.js';
import { measureRuns, measureText } from '../../../text/measure-text.js';
import { runStyle, styleOf, type BlockContext } from '../../galley/block.js';
import { inlineRuns } from '../../galley/inline-runs.js';
import { stateColumns, withState } from './table-states.js';
import { placeCells, type PlacedCell } from './table-grid.js';
import { numberAligns } from './number-aligns.js';
import { shareForFonts, shareWidths, unbreakableWidth, widestWord, type ColumnNeed } from './table-columns.js';
import { setRuns } from '../../galley/text-block.js';
import { setWidest, widestMeasure } from '../../galley/widest-setting.js';
import { ruledTables } from '../../../model/tables/row-look.js';
import type { TableRowLook } from '../../../model/theme.js';
import { groundsOf, readableRuns } from './readable-cells.js';

export type Table = Extract<Block, { kind: 'table' }>;
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

type Align = TableColumn['align'];

interface RunCell extends PlacedCell {
  readonly runs: readonly Run[];
  readonly isHead: boolean;
  readonly style: TextStyle;
  /**
   * Width of what stands right of the place where a column of numbers aligns: behind the decimal point, or a
   * footnote's mark alone.
   */
  readonly tail: Pt | null;
}
interface Part {
  readonly rows: readonly TableRow<Inline>[];
  readonly cells: readonly (readonly RunCell[])[];
  readonly isHead: boolean;
}

/** Words up to this many characters end where decimal points align; longer ones take the column's whole width. */
const shortWords = 3;

const marksWidth = (runs: readonly Run[], context: BlockContext): Pt => {
  const marks = runs.filter((run) => run.note !== undefined);
  return marks.length === 0 ? 0 : measureRuns(marks, context.fonts);
};

/** What stands right of the place where decimal points align; null for words that do not mind it. */
const decimalTail = (all: readonly Run[], context: BlockContext): Pt | null => {
  const runs = all.filter((run) => run.note === undefined);
  const text = runs.map((run) => run.text).join('');
  const match = /\d[\d,]*/u.exec(text);
  if (match === null || runs[0] === undefined) return [...text].length <= shortWords ? 0 : null;
  return (
    measureText(text.slice(match.index + match[0].length), runs[0].style, context.fonts) + marksWidth(all, context)
  );
};

const tailWidth = (runs: readonly Run[], align: Align, isHead: boolean, context: BlockContext): Pt | null => {
  switch (align) {
    case 'decimal':
      // A head stands over the whole of its numbers.
      return isHead ? null : decimalTail(runs, context);
    case 'end':
      return marksWidth(runs, context);
    case 'start':
    case 'center':
      return null;
  }
};

const styleFor = (row: TableRow<Inline>, isHead: boolean, isSum: boolean, context: BlockContext): TextStyle => {
  const look = context.theme.tables ?? ruledTables;
  if (isHead) return inLook(styleOf(context, 'table-head', 'table'), look.head);
  if (row.emphasis === 'none') return inLook(styleOf(context, 'table'), look.body);
  const own = styleOf(context, `table-${row.emphasis}`, 'table-total', 'table');
  return inLook(own, isSum ? look.total : { ...look.body, bold: null });
};

const inLook = (style: TextStyle, { color, bold }: TableRowLook): TextStyle => ({
  ...style,
  color: color ?? style.color,
  bold: bold ?? style.bold,
});

/** The head and the body as runs, each cell with what it is aligned by. */
const runParts = (table: Table, context: BlockContext): { readonly head: Part; readonly body: Part } => {
  const aligns = numberAligns(table);
  const columns = table.columns.map((column, index) => ({ ...column, align: aligns[index]! }));
  return { head: runPart(columns, table.head, true, context), body: runPart(columns, table.rows, false, context) };
};

const runPart = (
  columns: readonly TableColumn[],
  rows: readonly TableRow<Inline>[],
  isHead: boolean,
  context: BlockContext,
): Part => {
  const states = isHead ? new Set<number>() : stateColumns(rows, columns.length);
  const look = context.theme.tables ?? ruledTables;
  const isSum = !isHead && rows.at(-1)?.emphasis === 'total';
  return {
    rows,
    isHead,
    cells: placeCells(rows, columns.length).map((cells, index) => {
      const isSumRow = isSum && index === rows.length - 1;
      const own = styleFor(rows[index]!, isHead, isSumRow, context);
      const grounds = groundsOf(look, isHead, isSumRow);
      return cells.map((placed): RunCell => {
        const isStrong = columns[placed.column]!.isEmphasised === true && placed.cell.across === 1;
        const style = isStrong ? { ...own, bold: true } : own;
        const plain = inlineRuns(placed.cell.inlines, runStyle(style), context);
        const stated = isHead || !states.has(placed.column) ? plain : withState(plain, context);
        const runs = readableRuns(stated, grounds, style, context);
        return {
          ...placed,
          runs,
          isHead,
          style,
          tail: placed.cell.across > 1 ? null : tailWidth(runs, columns[placed.column]!.align, isHead, context),
        };
      });
    }),
  };
};

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

const columnNeed = (
  table: Table,
  column: number,
  own: readonly RunCell[],
  tail: Pt,
  context: BlockContext,
): ColumnNeed => {
  const pad = Math.max(0, ...own.map((cell) => padding(cell.style, context).x));
  const around = pad + leftPadding(table, column, pad);
  // A paragraph set to its exact width may break for a rounding error; office programs round every glyph.
  const spareOf = (measured: Pt): Pt => (context.widestFonts === undefined ? 0.5 : Math.max(0.5, measured * 0.012));
  const isNumber = table.columns[column]!.align === 'end' || table.columns[column]!.align === 'decimal';
  const widthOf = (cell: RunCell, measured: Pt): Pt =>
    measured + (cell.tail === null ? 0 : tail - cell.tail) + around + spareOf(measured);
  const natural = own.map((cell) => widthOf(cell, widestMeasure(cell.runs, context)));
  const least = own.map((cell, index) =>
    isNumber && !cell.isHead
      ? Math.min(
          natural[index]!,
          Math.max(9 * cell.style.size, widestWord(cell.runs, context.widestFonts ?? context.fonts)) + around,
        )
      : widthOf(cell, unbreakableWidth(cell.runs, context.widestFonts ?? context.fonts)),
  );
  return { cells: natural, least: Math.max(around, ...least), weight: table.columns[column]!.weight };
};

/** A number with its unit stays on one line where it has room; else it parts at its spaces, never within a word. */
const parted = (runs: readonly Run[], inner: Pt, context: BlockContext): readonly Run[] =>
  runs.map((run) =>
    /[ \u00a0]/u.test(run.text) && widestMeasure([run], context) > inner
      ? { ...run, text: run.text.replaceAll('\u00a0', ' '), whole: false }
      : run,
  );

/** With the height that it needs, also where a viewer's fonts are wider. */
interface SetCell {
  readonly cell: TableItemCell;
  readonly height: Pt;
}

const setCell = (
  cell: RunCell,
  table: Table,
  widths: readonly Pt[],
  tails: readonly Pt[],
  row: number,
  part: Part,
  context: BlockContext,
): SetCell => {
  const column = table.columns[cell.column]!;
  const width = widths.slice(cell.column, cell.column + cell.cell.across).reduce((total, each) => total + each, 0);
  const pad = padding(cell.style, context);
  const shift = cell.tail === null ? 0 : tails[cell.column]! - cell.tail;
  const inset: Insets = {
    top: pad.y,
    bottom: pad.y,
    left: leftPadding(table, cell.column, pad.x),
    right: pad.x + shift,
  };
  const align = column.align === 'decimal' ? 'end' : column.align;
  const rowHead = !part.isHead && cell.column === 0 && table.columns.length > 1;
  const tag = context.structure.add(part.isHead || rowHead ? 'TH' : 'TD', row, {
    scope: part.isHead ? 'Column' : rowHead ? 'Row' : null,
    columnSpan: cell.cell.across,
    rowSpan: cell.cell.down,
  });
  const style = { ...cell.style, align, spaceBefore: 0, spaceAfter: 0, firstIndent: 0 };
  const inner = Math.max(width - inset.left - inset.right, cell.style.size);
  const paragraph = setRuns(parted(cell.runs, inner, context), style, inner, context, tag);
  const look = context.theme.tables ?? ruledTables;
  return {
    height: Math.max(paragraph.height, setWidest(paragraph, inner, context).height) + inset.top + inset.bottom,
    cell: {
      paragraphs: [paragraph],
      across: cell.cell.across,
      down: cell.cell.down,
      inset,
      valign: 'middle',
      tag,
      header: part.isHead,
      fill:
        part.rows[cell.row]!.emphasis === 'group'
          ? look.group
          : column.isEmphasised === true && cell.cell.across === 1 && !(part.isHead && look.head.fill !== null)
            ? look.strong
            : null,
      // That of the table's style, which knows the row's place among those of one page.
      rule: null,
    },
  };
};

const setPart = (
  part: Part,
  table: Table,
  widths: readonly Pt[],
  tails: readonly Pt[],
  parent: number,
  context: BlockContext,
): readonly SetRow[] => {
  const rows = part.cells.map((cells) => {
    const tag = context.structure.add('TR', parent);
    return cells.map((cell) => setCell(cell, table, widths, tails, tag, part, context));
  });
  const heights = rows.map((cells) =>
    Math.max(0, ...cells.filter(({ cell }) => cell.down === 1).map(({ height }) => height)),
  );
  rows.forEach((cells, index) =>
    cells.forEach(({ cell, height: needed }) => {
      const last = index + cell.down - 1;
      const covered = heights.slice(index, last + 1).reduce((total, height) => total + height, 0);
      if (needed > covered) heights[last]! += needed - covered;
    }),
  );
  let reach = 0; // the last row that a cell so far goes down to
  return rows.map((cells, index) => {
    for (const { cell } of cells) reach = Math.max(reach, index + cell.down - 1);
    return {
      cells: cells.map(({ cell }) => cell),
      height: heights[index]!,
      keepWithNext: part.rows[index]!.emphasis === 'group' || reach > index,
    };
  });
};

/** Rows by which a long table is judged first: where they alone are too wide, all of them are. */
const firstRows = 8;

/** What a table is before it has a width: its cells as runs, and what its columns ask for. */
interface MeasuredTable {
  readonly head: Part;
  readonly body: Part;
  readonly tails: readonly Pt[];
  /** In its own fonts, as an office program rounds. */
  readonly plain: readonly ColumnNeed[];
  /** In those of the context. */
  readonly needs: () => readonly ColumnNeed[];
  /** What measuring it told. */
  readonly told: readonly Diagnostic[];
}

const measureTable = (table: Table, context: BlockContext): MeasuredTable => {
  const told: Diagnostic[] = [];
  const { head, body } = runParts(table, { ...context, tell: (diagnostic) => void told.push(diagnostic) });
  const cells = cellsByColumn([...head.cells, ...body.cells].flat(), table.columns.length);
  const tails = cells.map(widestTail);
  const needsIn = (setting: BlockContext): readonly ColumnNeed[] =>
    cells.map((own, column) => columnNeed(table, column, own, tails[column]!, setting));
  let needs: readonly ColumnNeed[] | null = null;
  return {
    head,
    body,
    tails,
    plain: needsIn({ ...context, widestFonts: context.fonts }),
    needs: () => (needs ??= needsIn(context)),
    told,
  };
};

/** A slide tries a table at several widths: what does not depend on them is found once for each size of its text. */
const measuredTable = (table: Table, context: BlockContext): MeasuredTable => {
  const measured = context.measured?.get(table) ?? new Map<string, unknown>();
  context.measured?.set(table, measured);
  const sizes = [styleOf(context, 'table'), styleOf(context, 'table-head', 'table')].map(({ size }) => size);
  const key = `${sizes.join(' ')} ${context.tightTables === true}`;
  const known = measured.get(key) as MeasuredTable | undefined;
  const found = known ?? measureTable(table, context);
  measured.set(key, found);
  return found;
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
  const { head, body, tails, plain, needs, told } = measuredTable(table, context);
  told.forEach(context.tell);
  const { widths, fits } =
    context.widestFonts === undefined ? shareWidths(needs(), width) : shareForFonts(plain, needs(), width);
  return {
    widths,
    fits,
    head:
      head.rows.length === 0 ? [] : setPart(head, table, widths, tails, context.structure.add('THead', tag), context),
    body:
      body.rows.length === 0 ? [] : setPart(body, table, widths, tails, context.structure.add('TBody', tag), context),
  };
};
