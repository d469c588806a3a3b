/**
 * Fits a table into a region of a slide: at the largest size of text at which it fits whole, else at which it takes
 * the fewest slides.
 */
import type { Block } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { Region } from '../../model/slide-layout.js';
import { scaleTables } from '../blocks/table/scale-tables.js';
import { silently, styleOf, type BlockContext, type LaidBlock } from '../galley/block.js';
import { countParts } from './count-parts.js';
import { attempt, regionScales } from './fit-region.js';

export interface FittedTable {
  readonly laid: LaidBlock;
  /** The size at which its text is set, in pt. */
  readonly size: Pt;
}

export const fitTable = (
  table: Extract<Block, { kind: 'table' }>,
  region: Region,
  context: BlockContext,
): FittedTable => {
  const scales = regionScales(region, context);
  const smallest = scales.at(-1) ?? 1;
  const at = (scale: number, base: BlockContext): LaidBlock =>
    base.lay(table, region.box.width, {
      ...base,
      room: region.box.height,
      medium: scaleTables(context.medium, scale),
    });
  const sized = (laid: LaidBlock, scale: number): FittedTable => ({
    laid,
    size: styleOf(context, 'table').size * scale,
  });
  const { height } = region.box;
  let known: { readonly fewest: number | null } | null = null;
  // How many parts it makes at the least is known at the smallest size: a larger one must make no more.
  const isAsFew = (block: LaidBlock): boolean => {
    const { fewest } = (known ??= { fewest: countParts(at(smallest, silently(context)), height) });
    return fewest !== null && fewest > 1 && (countParts(block, height) ?? Infinity) <= fewest;
  };
  for (const scale of scales.slice(0, -1)) {
    let told = 0;
    const laid = attempt(
      context,
      (trial) => at(scale, { ...trial, tell: (diagnostic) => void (told++, trial.tell(diagnostic)) }),
      (block) => told === 0 && (block.height <= height || isAsFew(block)),
    );
    if (laid !== null) return sized(laid, scale);
  }
  return sized(at(smallest, context), smallest);
};
