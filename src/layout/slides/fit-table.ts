/**
 * Fits a table into a region of a slide: at the largest size of text that the layout allows and at which it fits whole,
 * else at the smallest.
 */
import type { Block } from '../../model/document.js';
import type { Region } from '../../model/slide-layout.js';
import type { Medium, TextStyle } from '../../model/theme.js';
import { styleOf, type BlockContext, type LaidBlock } from '../galley/block.js';
import { attempt, regionScales } from './fit-region.js';

const tableStyles = ['table', 'table-head', 'table-group', 'table-total'] as const;

const scaledMedium = (medium: Medium, scale: number, context: BlockContext): Medium => {
  const scaled = tableStyles.map((name): [string, TextStyle] => {
    const style = styleOf(context, name);
    return [name, { ...style, size: style.size * scale, lineHeight: style.lineHeight * scale }];
  });
  return { ...medium, styles: { ...medium.styles, ...Object.fromEntries(scaled) } };
};

export const fitTable = (
  table: Extract<Block, { kind: 'table' }>,
  region: Region,
  context: BlockContext,
): LaidBlock => {
  const scales = regionScales(region, context);
  const at = (scale: number, base: BlockContext): LaidBlock =>
    base.lay(table, region.box.width, { ...base, medium: scaledMedium(context.medium, scale, context) });
  for (const scale of scales.slice(0, -1)) {
    const laid = attempt(
      context,
      (trial) => at(scale, trial),
      ({ height }) => height <= region.box.height,
    );
    if (laid !== null) return laid;
  }
  return at(scales.at(-1) ?? 1, context);
};
