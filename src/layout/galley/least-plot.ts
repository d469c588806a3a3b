/** The least room of a chart's drawing, in pt: below it, labels run into each other, or names are left out. */
import { isCrowded } from '../../charts/is-crowded.js';
import type { Block } from '../../model/document.js';
import type { Size } from '../../model/length.js';
import { styleOf, type BlockContext } from './block.js';

/** On a slide. */
export const leastPlot: Size = { width: 320, height: 180 };
/** On paper. */
export const leastPaperPlot: Size = { width: 240, height: 110 };

/**
 * Whether a chart would have to leave out names in a place: another place is then looked for.
 *
 * @param size of its drawing, in pt.
 */
export const isCrowdedAt = (block: Block, size: Size, context: BlockContext): boolean =>
  block.kind === 'chart' &&
  isCrowded(block.chart, {
    theme: context.theme,
    size,
    fontSize: styleOf(context, 'chart-label', 'caption').size,
  });
