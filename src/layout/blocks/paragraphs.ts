/** A paragraph of prose, in the style of its role. */
import { partName, type PartName } from '../../locale/part-words.js';
import type { Inline, ParagraphBlock, ParagraphRole } from '../../model/document.js';
import { runStyle, styleOf, type LayBlock } from '../galley/block.js';
import { inlineRuns } from '../galley/inline-runs.js';
import { paragraphBlock, setRuns } from '../galley/text-block.js';

const names: Readonly<Record<ParagraphRole, PartName>> = {
  body: 'body',
  lead: 'lead',
  note: 'note',
  caption: 'caption',
  source: 'source',
  kicker: 'kicker',
};

export const layParagraph: LayBlock<ParagraphBlock<Inline>> = (block, width, context) => {
  const style = styleOf(context, block.style ?? block.role, 'body');
  const tag = context.structure.add('P', context.parent);
  const laid = paragraphBlock(
    setRuns(inlineRuns(block.inlines, runStyle(style), context), style, width, context, tag),
    width,
    partName(names[block.role], context.language),
  );
  return block.role === 'kicker' ? { ...laid, keepWithNext: true } : laid;
};
