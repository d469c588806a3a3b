/** The cells of a table as runs, at one size of its text after the other. */
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Block, Inline, TableColumn, TableRow } from '../../../model/document.js';
import type { Pt } from '../../../model/length.js';
import type { Run } from '../../../model/page.js';
import { ruledTables } from '../../../model/tables/row-look.js';
import type { TableRowLook, TextStyle } from '../../../model/theme.js';
import { measureRuns, measureText } from '../../../text/measure-text.js';
import { runStyle, styleOf, type BlockContext } from '../../galley/block.js';
import { inlineRuns } from '../../galley/inline-runs.js';
import { numberAligns } from './number-aligns.js';
import { groundsOf, readableRuns } from './readable-cells.js';
import { placeCells, type PlacedCell } from './table-grid.js';
import { stateColumns, withState } from './table-states.js';

export type Table = Extract<Block, { kind: 'table' }>;

type Align = TableColumn['align'];

export interface RunCell extends PlacedCell {
  readonly runs: readonly Run[];
  readonly isHead: boolean;
  readonly style: TextStyle;
  /**
   * Width of what stands right of the place where a column of numbers aligns: behind the decimal point, or a
   * footnote's mark alone.
   */
  readonly tail: Pt | null;
  /** Its width on one line in pt, in its own fonts and in those of a viewer, once somebody asked. */
  readonly onLine: { own?: Pt; widest?: Pt };
}

export interface Part {
  readonly rows: readonly TableRow<Inline>[];
  readonly cells: readonly (readonly RunCell[])[];
  readonly isHead: boolean;
  /** With their numbers aligned as they can be compared. */
  readonly columns: readonly TableColumn[];
  /** Columns, by index, that say whether targets were met. */
  readonly states: ReadonlySet<number>;
}

export interface RunParts {
  readonly head: Part;
  readonly body: Part;
  /** What was told of the cells. */
  readonly told: readonly Diagnostic[];
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
export const runParts = (table: Table, given: BlockContext): RunParts => {
  const told: Diagnostic[] = [];
  const context = { ...given, tell: (diagnostic: Diagnostic): void => void told.push(diagnostic) };
  const aligns = numberAligns(table);
  const columns = table.columns.map((column, index) => ({ ...column, align: aligns[index]! }));
  return {
    head: runPart(columns, table.head, true, context),
    body: runPart(columns, table.rows, false, context),
    told,
  };
};

const runPart = (
  columns: readonly TableColumn[],
  rows: readonly TableRow<Inline>[],
  isHead: boolean,
  context: BlockContext,
): Part => {
  const states = isHead ? new Set<number>() : stateColumns(rows, columns.length);
  const part = { rows, isHead, columns, states, cells: placeCells(rows, columns.length) };
  return { ...part, cells: styledCells(part, context, (cell, style) => freshRuns(cell, style, part, context)) };
};

const isSumRow = ({ rows, isHead }: Pick<Part, 'rows' | 'isHead'>, row: number): boolean =>
  !isHead && row === rows.length - 1 && rows[row]!.emphasis === 'total';

const freshRuns = (
  { cell, row, column }: PlacedCell,
  style: TextStyle,
  part: Pick<Part, 'rows' | 'isHead' | 'states'>,
  context: BlockContext,
): readonly Run[] => {
  const plain = inlineRuns(cell.inlines, runStyle(style), context);
  const stated = part.isHead || !part.states.has(column) ? plain : withState(plain, context);
  const grounds = groundsOf(context.theme.tables ?? ruledTables, part.isHead, isSumRow(part, row));
  return readableRuns(stated, grounds, style, context);
};

/** The cells of a part in the styles of the context, whose runs come from `runsOf`. */
const styledCells = <Cell extends PlacedCell>(
  part: Omit<Part, 'cells'> & { readonly cells: readonly (readonly Cell[])[] },
  context: BlockContext,
  runsOf: (cell: Cell, style: TextStyle) => readonly Run[],
): Part['cells'] =>
  part.cells.map((cells, index) => {
    const own = styleFor(part.rows[index]!, part.isHead, isSumRow(part, index), context);
    const strong = { ...own, bold: true };
    return cells.map((placed): RunCell => {
      const { cell, row, column } = placed;
      const { align, isEmphasised } = part.columns[column]!;
      const style = isEmphasised === true && cell.across === 1 ? strong : own;
      const runs = runsOf(placed, style);
      return {
        cell,
        row,
        column,
        runs,
        isHead: part.isHead,
        style,
        tail: cell.across > 1 ? null : tailWidth(runs, align, part.isHead, context),
        onLine: {},
      };
    });
  });

/**
 * The same cells in a medium whose tables have another size of text: nothing else of it may differ. What they say,
 * where they stand and what is told of them is the same, and found once: a table is tried at three sizes or so.
 */
export const resizedParts = ({ head, body, told }: RunParts, given: BlockContext): RunParts => {
  const context = { ...given, tell: () => undefined };
  return { head: resizedPart(head, context), body: resizedPart(body, context), told };
};

const resizedPart = (part: Part, context: BlockContext): Part => ({
  ...part,
  cells: styledCells(part, context, (cell: RunCell, style) => {
    const { runs } = cell;
    const { size } = style;
    if (cell.style.size === size) return runs;
    // A dot before a word, or a struck value, has a share of the size: such a cell is made anew.
    return runs.every((run) => run.style.size === cell.style.size)
      ? runs.map((run) => ({ ...run, style: { ...run.style, size } }))
      : freshRuns(cell, style, part, context);
  }),
});
