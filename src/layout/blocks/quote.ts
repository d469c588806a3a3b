/** A quotation: its paragraphs in the quote's style beside a thin rule. */
import { partName } from '../../locale/part-words.js';
import type { Block } from '../../model/document.js';
import { runStyle, styleOf, type LayBlock } from '../galley/block.js';
import { inlineRuns } from '../galley/inline-runs.js';
import { onPanel } from '../galley/panel.js';
import { stackBlocks } from '../galley/stack.js';
import { paragraphBlock, setRuns } from '../galley/text-block.js';

export const layQuote: LayBlock<Extract<Block, { kind: 'quote' }>> = (block, width, context) => {
  const style = styleOf(context, 'quote', 'body');
  const parent = context.structure.add('BlockQuote', context.parent);
  const inside = { ...context, parent };
  const left = 1.4 * style.size;
  const children = block.blocks.map((child) => {
    if (child.kind !== 'paragraph') return context.lay(child, width - left, inside);
    const tag = context.structure.add('P', parent);
    return paragraphBlock(
      setRuns(inlineRuns(child.inlines, runStyle(style), context), style, width - left, context, tag),
      width - left,
      partName('quote', context.language),
    );
  });
  const space = 0.8 * style.size;
  return onPanel(
    stackBlocks(children),
    {
      inset: { top: 0, right: 0, bottom: 0, left },
      fill: null,
      rule: { color: { slot: 'accent1' }, width: 1.5 },
      space: { before: space, after: space },
    },
    width,
    context.language,
  );
};
