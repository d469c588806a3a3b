/** A callout: a title and a few blocks on a tinted panel. */
import { partName } from '../../locale/part-words.js';
import type { Block } from '../../model/document.js';
import { runStyle, styleOf, type LaidBlock, type LayBlock } from '../galley/block.js';
import { inlineRuns } from '../galley/inline-runs.js';
import { onPanel } from '../galley/panel.js';
import { stackBlocks } from '../galley/stack.js';
import { paragraphBlock, setRuns } from '../galley/text-block.js';

export const layCallout: LayBlock<Extract<Block, { kind: 'callout' }>> = (block, width, context) => {
  const style = styleOf(context, 'callout', 'body');
  const titleStyle = styleOf(context, 'callout-title', 'heading-3');
  const parent = context.structure.add('Div', context.parent);
  const inside = { ...context, parent };
  const pad = 1.2 * style.size;
  const room = width - 2 * pad;
  const children: LaidBlock[] = [];
  if (block.title.length > 0) {
    const tag = context.structure.add('P', parent);
    const title = setRuns(inlineRuns(block.title, runStyle(titleStyle), context), titleStyle, room, context, tag);
    children.push({
      ...paragraphBlock(title, room, partName('callout-title', context.language)),
      keepWithNext: true,
      spaceAfter: Math.max(title.spaceAfter, 0.3 * style.size),
    });
  }
  for (const child of block.blocks) {
    if (child.kind !== 'paragraph') {
      children.push(context.lay(child, room, inside));
      continue;
    }
    const tag = context.structure.add('P', parent);
    children.push(
      paragraphBlock(
        setRuns(inlineRuns(child.inlines, runStyle(style), context), style, room, context, tag),
        room,
        partName('callout', context.language),
      ),
    );
  }
  return onPanel(
    stackBlocks(children),
    {
      inset: { top: pad, right: pad, bottom: pad, left: pad },
      fill: { slot: 'lt2' },
      rule: null,
      space: { before: style.size, after: style.size },
    },
    width,
    context.language,
  );
};
