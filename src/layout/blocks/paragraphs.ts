/** A paragraph of prose, in the style of its role. */
import type { Inline, ParagraphBlock, ParagraphRole } from '../../model/document.js';
import { runStyle, styleOf, type LayBlock } from '../galley/block.js';
import { inlineRuns } from '../galley/inline-runs.js';
import { paragraphBlock, setRuns } from '../galley/text-block.js';

const names: Readonly<Record<ParagraphRole, string>> = {
  body: '正文',
  lead: '导语',
  note: '说明',
  caption: '题注',
  source: '来源',
  kicker: '眉题',
};

export const layParagraph: LayBlock<ParagraphBlock<Inline>> = (block, width, context) => {
  const style = styleOf(context, block.role, 'body');
  const tag = context.structure.add('P', context.parent);
  const laid = paragraphBlock(
    setRuns(inlineRuns(block.inlines, runStyle(style), context), style, width, context, tag),
    width,
    names[block.role],
  );
  return block.role === 'kicker' ? { ...laid, keepWithNext: true } : laid;
};
