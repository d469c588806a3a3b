/**
 * Prose with one figure: beside each other where both have room and are about as high, what is left of the prose below;
 * else one after the other.
 */
import type { Block } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import { silently, type BlockContext, type LaidBlock } from '../galley/block.js';
import { fullWidthHeight } from '../galley/figure-height.js';
import { isCrowdedAt, leastPaperPlot } from '../galley/least-plot.js';
import { stackBlocks } from '../galley/stack.js';

export interface ProseWithFigure {
  readonly prose: readonly Block[];
  readonly figure: Block;
  readonly figureFirst: boolean;
  /** The figure's share of the width, as its author wishes. */
  readonly share: number;
}

/** Prose is set no narrower beside a figure, in em of the body. */
const leastProse = 16;
/** Prose lower than this share of its figure leaves a hole beside it. */
const leastFill = 0.7;

const isProse = (block: Block): boolean => block.kind === 'paragraph' || block.kind === 'list';

/** Null where the columns are something else. */
export const proseWithFigure = (
  columns: readonly { readonly weight: number; readonly blocks: readonly Block[] }[],
): ProseWithFigure | null => {
  if (columns.length !== 2) return null;
  const isFigure = ({ blocks }: { readonly blocks: readonly Block[] }): boolean =>
    blocks.length === 1 && (blocks[0]!.kind === 'chart' || blocks[0]!.kind === 'picture');
  const at = columns.findIndex(isFigure);
  const other = columns[1 - at];
  if (at < 0 || other === undefined || !other.blocks.every(isProse)) return null;
  const weights = columns[0]!.weight + columns[1]!.weight;
  return {
    prose: other.blocks,
    figure: columns[at]!.blocks[0]!,
    figureFirst: at === 0,
    share: columns[at]!.weight / weights,
  };
};

/** How many of the blocks stand beside a figure of at most this height, and how high they are together. */
const fitBeside = (prose: readonly LaidBlock[], most: Pt): { readonly count: number; readonly height: Pt } => {
  for (let count = prose.length; ; count -= 1) {
    const { height } = stackBlocks(prose.slice(0, count));
    if (count === 0 || height <= most) return { count, height };
  }
};

export interface BesideFigure {
  /**
   * Prose and figure in the order in which they are read, set to their columns' widths; null where they do not stand
   * side by side.
   */
  readonly row: {
    readonly prose: LaidBlock;
    readonly figure: LaidBlock;
    readonly proseWidth: Pt;
    readonly figureWidth: Pt;
  } | null;
  /** What stands below, or all of it, over the whole width. */
  readonly below: readonly LaidBlock[];
}

/** A figure as high as it is alone over the width. */
export const layAlone = (block: Block, width: Pt, context: BlockContext): LaidBlock =>
  context.lay(block, width, { ...context, figureHeight: fullWidthHeight(block, width, context) });

/** A chart or a picture as high as it may be made, up to this height. Its least height is no more than its own. */
export const stretchedTo = (height: Pt, figure: LaidBlock): LaidBlock => {
  const { stretch } = figure;
  if (stretch === undefined) return figure;
  return stretch.to(Math.min(stretch.most, height >= figure.height ? height : Math.max(stretch.least, height)));
};

/**
 * Whether a chart leaves out names where it was laid, and none over the whole width.
 *
 * @param laid with the chart as one of its items.
 */
export function isBetterAlone(block: Block, laid: LaidBlock, width: Pt, context: BlockContext): boolean {
  const box = laid.items.find((item) => item.kind === 'chart')?.box;
  if (box === undefined || !isCrowdedAt(block, box, context)) return false;
  const height = fullWidthHeight(block, width, context);
  return height !== null && !isCrowdedAt(block, { width, height }, context);
}

export const layBesideFigure = (
  { prose, figure, share }: ProseWithFigure,
  width: Pt,
  gap: Pt,
  context: BlockContext,
): BesideFigure => {
  const em = context.medium.styles.body?.size ?? 10;
  const room = width - gap;
  const figureWidth = figure.kind === 'chart' ? Math.max(leastPaperPlot.width, room * share) : room * share;
  const proseWidth = room - figureWidth;
  const alone = (): BesideFigure => ({
    row: null,
    below: [...prose.map((block) => context.lay(block, width, context)), layAlone(figure, width, context)],
  });
  if (proseWidth < leastProse * em || prose.length === 0) return alone();
  const silent = silently(context);
  const trial = context.lay(figure, figureWidth, silent);
  const { count, height } = fitBeside(
    prose.map((block) => context.lay(block, proseWidth, silent)),
    trial.stretch?.most ?? trial.height,
  );
  if (count === 0) return alone();
  const isLow = height < trial.height * leastFill && height < (trial.stretch?.least ?? trial.height) * 1.15 * leastFill;
  if (isLow || isBetterAlone(figure, stretchedTo(height, trial), width, context)) return alone();
  const words = stackBlocks(prose.slice(0, count).map((block) => context.lay(block, proseWidth, context)));
  const drawn = context.lay(figure, figureWidth, context);
  return {
    row: {
      prose: words,
      figure: stretchedTo(words.height, drawn),
      proseWidth,
      figureWidth,
    },
    below: prose.slice(count).map((block) => context.lay(block, width, context)),
  };
};
