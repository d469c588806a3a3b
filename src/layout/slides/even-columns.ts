/** Texts in columns beside each other are set at one size: that of the column with the most to say. */
import type { Pt } from '../../model/length.js';
import type { Region, SlideLayout } from '../../model/slide-layout.js';
import type { BlockContext } from '../galley/block.js';
import { fillRegion, type Piece } from './fill-region.js';
import { isTextBlock } from './text-blocks.js';

const isBeside = (one: Region, other: Region): boolean =>
  one.style === other.style &&
  one.box.y === other.box.y &&
  one.box.width === other.box.width &&
  one.largest === other.largest &&
  one.smallest === other.smallest;

/**
 * The layout with columns that grow no larger than the smallest of them needs.
 *
 * @param taken what each region takes of the slide's pieces, by its name
 */
export function evenColumns(
  layout: SlideLayout,
  taken: ReadonlyMap<string, readonly Piece[]>,
  context: BlockContext,
): SlideLayout {
  const texts = layout.regions.filter(({ name }) => {
    const pieces = taken.get(name) ?? [];
    return pieces.length > 0 && pieces.every(({ block }) => isTextBlock(block));
  });
  const sizes = new Map<Region, readonly Pt[]>();
  const sizesOf = (region: Region): readonly Pt[] => {
    const known = sizes.get(region) ?? sizesIn(region, taken.get(region.name)!, context);
    sizes.set(region, known);
    return known;
  };
  const regions = layout.regions.map((region) => {
    const beside = texts.includes(region) ? texts.filter((other) => isBeside(region, other)) : [];
    const known = beside.length < 2 ? [] : beside.flatMap(sizesOf);
    return known.length === 0 ? region : { ...region, largest: Math.min(...known) };
  });
  return { ...layout, regions };
}

/** Sizes in pt at which the pieces are set; none where the region is too low for a first line and all goes on. */
const sizesIn = (region: Region, pieces: readonly Piece[], context: BlockContext): readonly Pt[] =>
  fillRegion(region, pieces, context).sizes.map(({ size }) => size);
