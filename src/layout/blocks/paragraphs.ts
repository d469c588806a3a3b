/** A paragraph of prose, in the style of its role. */
import { partName, type PartName } from '../../locale/part-words.js';
import { unknownName } from '../../diagnostics/messages.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import type { Inline, ParagraphBlock, ParagraphRole } from '../../model/document.js';
import type { Span } from '../../model/span.js';
import { runStyle, styleOf, type BlockContext, type LayBlock } from '../galley/block.js';
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

/** A style that a template names must be one of the theme or of its document. */
export const checkStyle = (
  { style, span }: { readonly style?: string; readonly span: Span },
  context: BlockContext,
): void => {
  const { styles } = context.medium;
  if (style === undefined || Object.hasOwn(styles, style)) return;
  const nearest = nearestName(style, Object.keys(styles));
  context.tell(unknownName('style', style, span, nearest === null ? null : { name: nearest }, Object.keys(styles)));
};

export const layParagraph: LayBlock<ParagraphBlock<Inline>> = (block, width, context) => {
  checkStyle(block, context);
  const style = styleOf(context, block.style ?? block.role, 'body');
  const tag = context.structure.add('P', context.parent);
  const laid = paragraphBlock(
    setRuns(inlineRuns(block.inlines, runStyle(style), context), style, width, context, tag),
    width,
    partName(names[block.role], context.language),
  );
  return block.role === 'kicker' ? { ...laid, keepWithNext: true } : laid;
};
