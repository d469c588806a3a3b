/**
 * Columns side by side. Where each holds one figure they are a row of figures: drawn at one height, so that tops and
 * captions align.
 */
import type { Block } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import {
  moveItem,
  silently,
  styleOf,
  type BlockContext,
  type LaidBlock,
  type LayBlock,
  type SplitBlock,
} from '../galley/block.js';
import { leastPaperPlot, leastPlot } from '../galley/least-plot.js';
import { stackBlocks } from '../galley/stack.js';
import { layTextColumns } from '../galley/text-columns.js';
import {
  isBetterAlone,
  layAlone,
  layBesideFigure,
  proseWithFigure,
  stretchedTo,
  type ProseWithFigure,
} from './beside-figure.js';

type Columns = Extract<Block, { kind: 'columns' }>;
interface Column {
  readonly x: Pt;
  readonly width: Pt;
  readonly blocks: readonly Block[];
}

const isFigure = (block: Block): boolean => block.kind === 'chart' || block.kind === 'picture';

/** The gutter, in em of the body. */
const gutter = 1.8;

const placeColumns = (block: Columns, width: Pt, context: BlockContext): readonly Column[] => {
  const gap = gutter * styleOf(context, 'body').size;
  const weights = block.columns.reduce((sum, column) => sum + column.weight, 0);
  const room = width - gap * (block.columns.length - 1);
  let x = 0;
  return block.columns.map((column) => {
    const placed = { x, width: (room * column.weight) / weights, blocks: column.blocks };
    x += placed.width + gap;
    return placed;
  });
};

/** Height of the drawn part that a figure would choose for itself, tried without leaving anything behind. */
const drawnHeight = (block: Block, width: Pt, context: BlockContext): Pt => {
  const trial = context.lay(block, width, silently(context));
  return Math.max(
    0,
    ...trial.items.filter((item) => item.kind === 'chart' || item.kind === 'picture').map((item) => item.box.height),
  );
};

const commonHeight = (columns: readonly Column[], context: BlockContext): Pt => {
  const charts = columns.filter((column) => column.blocks[0]!.kind === 'chart');
  // A picture is cropped to its neighbour, a chart is not squeezed.
  const asking = charts.length > 0 ? charts : columns;
  return Math.max(...asking.map((column) => drawnHeight(column.blocks[0]!, column.width, context)));
};

/** A row of laid columns that can be broken across, each column by itself. */
const besides = (columns: readonly LaidBlock[], xs: readonly Pt[]): LaidBlock => ({
  height: Math.max(0, ...columns.map((column) => column.height)),
  items: columns.flatMap((column, index) => column.items.map((item) => moveItem(item, xs[index]!, 0))),
  marks: columns.flatMap((column) => column.marks ?? []),
  keepWithNext: false,
  spaceBefore: Math.max(0, ...columns.map((column) => column.spaceBefore)),
  spaceAfter: Math.max(0, ...columns.map((column) => column.spaceAfter)),
  split: (available) => splitColumns(columns, xs, available),
});

const empty = stackBlocks([]);

const splitColumns = (columns: readonly LaidBlock[], xs: readonly Pt[], available: Pt): SplitBlock | null => {
  const parts = columns.map(
    (column): SplitBlock =>
      column.height <= available
        ? { head: column, rest: empty }
        : (column.split?.(available) ?? { head: empty, rest: column }),
  );
  // A page that would carry only short columns' ends, and none of the long one, is no fair break.
  const moved = parts.some(
    (part, index) => part.head === empty && columns[index] !== empty && columns[index]!.height > 0,
  );
  return moved
    ? null
    : {
        head: besides(
          parts.map((part) => part.head),
          xs,
        ),
        rest: besides(
          parts.map((part) => part.rest),
          xs,
        ),
      };
};

const figureRow = (columns: readonly LaidBlock[], xs: readonly Pt[]): LaidBlock => {
  const { split: _whole, ...row } = besides(columns, xs);
  const stretches = columns.map((column) => column.stretch);
  if (stretches.some((stretch) => stretch === undefined)) return { ...row, floats: true };
  const most = Math.min(...stretches.map((stretch, index) => stretch!.most - columns[index]!.height)) + row.height;
  return {
    ...row,
    floats: true,
    stretch: {
      get least() {
        return Math.max(...stretches.map((stretch, index) => stretch!.least - columns[index]!.height)) + row.height;
      },
      most,
      to: (height) =>
        figureRow(
          columns.map((column) => column.stretch!.to(column.height + height - row.height)),
          xs,
        ),
    },
  };
};

/** A figure beside a table or beside prose grows to their height. */
const matchHeights = (columns: readonly LaidBlock[], alone: readonly boolean[]): readonly LaidBlock[] => {
  const target = Math.max(0, ...columns.filter((_, index) => !alone[index]).map((column) => column.height));
  return columns.map((column, index) => (!alone[index] || target === 0 ? column : stretchedTo(target, column)));
};

/** Up to this share of the page a figure with its neighbour is not broken apart. */
const largestWhole = 0.45;

/** Less than this, in pt, is no width for a chart. */
const leastPlotWidth = ({ room, medium }: BlockContext): Pt =>
  (room === undefined ? leastPaperPlot.width : leastPlot.width * (medium.unit ?? 1)) - 0.5;

/** Blocks that stand in the place of one, each by itself. */
const asParts = (parts: readonly LaidBlock[]): LaidBlock => ({ ...stackBlocks(parts), parts });

const layBeside = (beside: ProseWithFigure, width: Pt, gap: Pt, context: BlockContext): LaidBlock => {
  const { row, below } = layBesideFigure(beside, width, gap, context);
  if (row === null) return asParts(below);
  const [left, right] = beside.figureFirst ? [row.figure, row.prose] : [row.prose, row.figure];
  const x = (beside.figureFirst ? row.figureWidth : row.proseWidth) + gap;
  // Prose begins as near to its heading beside a figure as it does alone.
  const { split: _whole, ...pair } = {
    ...besides([left, right], [0, x]),
    spaceBefore: Math.min(left.spaceBefore, right.spaceBefore),
  };
  return below.length === 0 ? pair : asParts([pair, ...below]);
};

/** Blocks that no page parts; what is higher than a page goes on as it would by itself. */
const layKept = (blocks: readonly Block[], width: Pt, context: BlockContext): LaidBlock => {
  const { page, margin } = context.medium;
  const whole = stackBlocks(blocks.map((block) => context.lay(block, width, context)));
  const { split: _whole, parts: _parts, ...kept } = whole;
  return whole.height > page.height - margin.top - margin.bottom ? whole : kept;
};

/** Whether a chart as high as what stands beside it leaves out names that it has room for over the whole width. */
function isBetterBelow(
  columns: readonly Column[],
  alone: readonly boolean[],
  width: Pt,
  context: BlockContext,
): boolean {
  const silent = silently(context);
  const beside = Math.max(
    0,
    ...columns.flatMap(({ blocks, width: own }, index) =>
      alone[index] ? [] : [stackBlocks(blocks.map((each) => context.lay(each, own, silent))).height],
    ),
  );
  return columns.some(({ blocks: [figure], width: own }, index) => {
    if (!alone[index] || figure!.kind !== 'chart') return false;
    const { stretch, ...laid } = context.lay(figure!, own, silent);
    return isBetterAlone(figure!, stretch?.to(Math.max(stretch.least, beside)) ?? laid, width, context);
  });
}

export const layColumns: LayBlock<Columns> = (block, width, context) => {
  if (block.columns.length === 0) return empty;
  if (block.flow !== undefined)
    return layTextColumns(block.columns[0]!.blocks, block.flow, gutter * styleOf(context, 'body').size, width, context);
  if (block.keep === true) return layKept(block.columns[0]!.blocks, width, context);
  const gap = gutter * styleOf(context, 'body').size;
  const beside = proseWithFigure(block.columns);
  if (beside !== null && context.room === undefined) return layBeside(beside, width, gap, context);
  const columns = placeColumns(block, width, context);
  const narrow = columns.some(
    (column) => column.blocks.some(({ kind }) => kind === 'chart') && column.width < leastPlotWidth(context),
  );
  if (narrow)
    return asParts(block.columns.flatMap(({ blocks }) => blocks.map((each) => layAlone(each, width, context))));
  const xs = columns.map((column) => column.x);
  const alone = columns.map(({ blocks }) => blocks.length === 1 && isFigure(blocks[0]!));
  if (alone.every((each) => each)) {
    const figureHeight = commonHeight(columns, context);
    const trial = { ...silently(context), figureHeight };
    const isBetterApart =
      context.room === undefined &&
      columns.some(({ blocks: [figure], width: own }) =>
        isBetterAlone(figure!, context.lay(figure!, own, trial), width, context),
      );
    if (isBetterApart) return asParts(columns.map(({ blocks }) => layAlone(blocks[0]!, width, context)));
    return figureRow(
      columns.map((column) => context.lay(column.blocks[0]!, column.width, { ...context, figureHeight })),
      xs,
    );
  }
  if (context.room === undefined && isBetterBelow(columns, alone, width, context))
    return asParts(columns.flatMap(({ blocks }) => blocks.map((each) => layAlone(each, width, context))));
  const laid = columns.map((column, index) => {
    const children = column.blocks.map((child) => context.lay(child, column.width, context));
    return alone[index] ? children[0]! : stackBlocks(children);
  });
  const matched = matchHeights(laid, alone);
  // Prose begins as near to its heading beside a figure as it does alone.
  const row = { ...besides(matched, xs), spaceBefore: Math.min(...matched.map((column) => column.spaceBefore)) };
  if (!alone.some((each) => each) || row.height > context.medium.page.height * largestWhole) return row;
  const { split: _whole, ...unbroken } = row;
  return columns.every(({ blocks }) => blocks.length === 1 && (isFigure(blocks[0]!) || blocks[0]!.kind === 'table'))
    ? { ...unbroken, floats: true }
    : unbroken;
};
