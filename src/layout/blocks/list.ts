/** A list: bullets or numbers hang at the left of their items, lists below are set in further. */
import { partName } from '../../locale/part-words.js';
import type { Block, Inline, ListBlock } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { Bullet, RunStyle } from '../../model/page.js';
import { setParagraph } from '../../text/set-paragraph.js';
import { moveBlock, runStyle, styleOf, type BlockContext, type LaidBlock } from '../galley/block.js';
import { inlineRuns } from '../galley/inline-runs.js';
import { listMarker } from '../galley/list-marker.js';
import { stackBlocks } from '../galley/stack.js';
import { alignOn, paragraphBlock } from '../galley/text-block.js';

type List = Extract<Block, { kind: 'list' }>;

/** Room for the bullet or the number, in em. */
const hang = { bullet: 1.3, number: 1.9 } as const;

const layItem = (
  blocks: readonly Block[],
  list: List,
  index: number,
  level: number,
  width: Pt,
  context: BlockContext,
): LaidBlock => {
  const style = styleOf(context, 'bullet', 'body');
  const item = context.structure.add('LI', context.parent);
  context.structure.add('Lbl', item);
  const body = context.structure.add('LBody', item);
  const indent = (list.ordered ? hang.number : hang.bullet) * style.size;
  // A serif's dot is a speck.
  const markerStyle: RunStyle = {
    ...runStyle(style),
    ...(!list.ordered && { font: 'body' }),
    color: { slot: 'accent1' },
  };
  const bullet: Omit<Bullet, 'x'> = {
    text: listMarker(list, index, level, markerStyle, context),
    ordered: list.ordered,
    level,
    style: markerStyle,
  };
  const inside: BlockContext = { ...context, parent: body };
  const laid = blocks.map((block, place): LaidBlock => {
    if (block.kind === 'list') return moveBlock(layLevel(block, width - indent, { ...inside }, level + 1), indent);
    if (block.kind !== 'paragraph') return moveBlock(context.lay(block, width - indent, inside), indent);
    const paragraph = setParagraph(
      {
        runs: inlineRuns(block.inlines, runStyle(style), context),
        align: alignOn(width - indent, style, context.breaking.language),
        lineHeight: style.lineHeight,
        spaceBefore: place === 0 ? style.spaceBefore : 0,
        spaceAfter: style.spaceAfter,
        firstIndent: 0,
        indent,
        bullet: place === 0 ? bullet : null,
        tag: blocks.length > 1 ? context.structure.add('P', body) : body,
        breaking: context.breaking,
      },
      width,
      context.fonts,
    );
    return paragraphBlock(paragraph, width, partName('bullet', context.language));
  });
  return stackBlocks(laid);
};

const layLevel = (list: List, width: Pt, context: BlockContext, level: number): LaidBlock => {
  const tag = context.structure.add('L', context.parent);
  return stackBlocks(
    list.items.map((blocks, index) => layItem(blocks, list, index, level, width, { ...context, parent: tag })),
  );
};

export const layList = (
  list: ListBlock<Inline, Extract<Block, { kind: 'chart' | 'picture' | 'kpis' }>>,
  width: Pt,
  context: BlockContext,
): LaidBlock => layLevel(list, width, context, 0);
