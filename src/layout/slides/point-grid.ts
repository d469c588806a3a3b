/** The points of a list as cells side by side, in even rows: what a slide of text alone makes of its width. */
import { partName } from '../../locale/part-words.js';
import type { Pt } from '../../model/length.js';
import type { SetParagraph, TextItem } from '../../model/page.js';
import type { Region } from '../../model/slide-layout.js';
import { silently, styleOf, type BlockContext, type LaidBlock } from '../galley/block.js';
import { gridColumns, layGrid } from '../galley/grid.js';
import { leastWaste } from '../galley/grid-waste.js';
import { regionScales } from './fit-region.js';
import { isTextBlock, textBlockParagraphs, type TextBlock } from './text-blocks.js';

/** Fewer points than this are a text, more are a list. */
const fewestPoints = 2;
const mostPoints = 12;

/** Each point as the blocks of its cell; null where the text is no list of points. */
const pointsOf = (blocks: readonly TextBlock[]): readonly (readonly TextBlock[])[] | null => {
  const points = blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.map((item) => item.filter(isTextBlock)) : [[block]],
  );
  const isPoints = blocks.every(({ kind }) => kind === 'list' || kind === 'paragraph');
  return isPoints && points.length >= fewestPoints && points.length <= mostPoints ? points : null;
};

/** Space inside a cell, in em of its text. */
const side = 0.9;

interface GridSetting {
  readonly region: Region;
  readonly scale: number;
  readonly across: number;
}

const layPoints = (
  points: readonly (readonly TextBlock[])[],
  { region, scale, across }: GridSetting,
  context: BlockContext,
): LaidBlock => {
  const em = styleOf(context, region.style).size * scale;
  // As far apart as cards of figures, which may stand above them.
  const columns = gridColumns(across, region.box.width, styleOf(context, 'kpi-label').size);
  const list = context.structure.add('L', context.parent);
  const cells = points.map((point): Omit<TextItem, 'box'> => {
    const item = context.structure.add('LI', list);
    const body = { ...context, parent: context.structure.add('LBody', item) };
    const width = columns.width - 2 * side * em;
    const paragraphs = point.flatMap((block): SetParagraph[] =>
      textBlockParagraphs(block, { style: region.style, scale, width, context: body }),
    );
    return {
      kind: 'text',
      name: partName('point', context.language),
      paragraphs,
      tag: 'artifact',
      inset: { top: side * em, right: side * em, bottom: side * em, left: side * em },
      valign: 'top',
      placeholder: null,
      fill: { slot: 'lt2' },
      link: null,
    };
  });
  return layGrid(cells, columns, { rule: { color: { slot: 'accent1' }, width: 2.25 } }, context);
};

/** How many stand side by side, those that leave no cell empty first. */
const acrossFor = (count: number): readonly number[] =>
  [1, 2, 3, 4]
    .filter((across) => across <= count && Math.ceil(count / across) * across - count <= Math.min(1, across - 1))
    .sort((one, other) => (count % one === 0 ? 0 : 1) - (count % other === 0 ? 0 : 1));

/** How much of the text's height a row may gain, so that no cell stands half empty. */
const mostStretch = 1.3;

/** A cell wider than this, in pt, is empty on its right. */
const widestCell = 440;

export interface PointGrid {
  readonly laid: LaidBlock;
  /** The size at which its text is set, in pt. */
  readonly size: Pt;
}

/**
 * The grid at the largest size that fits, and of those of one size the one that fills the height best; null where none
 * fits.
 */
export const fitPoints = (blocks: readonly TextBlock[], region: Region, context: BlockContext): PointGrid | null => {
  const points = pointsOf(blocks);
  if (points === null) return null;
  const height = region.box.height;
  const trial = silently(context);
  for (const scale of regionScales(region, context)) {
    const fitting = acrossFor(points.length)
      .map((across) => ({ across, height: layPoints(points, { region, scale, across }, trial).height }))
      .filter((grid) => grid.height <= height);
    if (fitting.length === 0) continue;
    const { across } = leastWaste(fitting, points.length, { box: region.box, widest: widestCell, mostStretch });
    const laid = layPoints(points, { region, scale, across }, context);
    const filled = laid.stretch?.to(Math.min(height, laid.height * mostStretch)) ?? laid;
    return { laid: filled, size: styleOf(context, region.style).size * scale };
  }
  return null;
};
