/**
 * Regions that yield what they leave free: a title of one line to what stands below it, a short text to the chart above
 * it.
 */
import type { Box, Pt } from '../../model/length.js';
import type { Region, SlideLayout } from '../../model/slide-layout.js';

/** Height in pt that a region's content takes of this box; 0 where it stays empty. */
export type MeasureRegion = (region: Region) => Pt;

const bottomOf = ({ y, height }: Box): Pt => y + height;

/** `below` names the regions whose tops are next under it; anything else is a region's name. */
const takersOf = (region: Region, regions: readonly Region[]): readonly Region[] => {
  const { yields = [] } = region;
  if (!yields.includes('below')) return regions.filter(({ name }) => yields.includes(name));
  const under = regions.filter(({ box, bleed }) => !bleed && box.y >= bottomOf(region.box));
  const top = Math.min(...under.map(({ box }) => box.y));
  return under.filter(({ box }) => box.y === top);
};

/** A pt for rounding: what was measured has to fit again. */
const slack = 1;

const grown = (taker: Region, giver: Region, used: Pt): Region => {
  const { box } = taker;
  const isAbove = box.y < giver.box.y;
  const spare = giver.box.height - used;
  if (isAbove)
    return { ...taker, box: { ...box, height: used === 0 ? bottomOf(giver.box) - box.y : box.height + spare } };
  const top = box.y - spare;
  return { ...taker, box: { ...box, y: top, height: bottomOf(box) - top } };
};

const shrunk = (giver: Region, takers: readonly Region[], used: Pt): Region => {
  const isBelow = takers.some(({ box }) => box.y < giver.box.y);
  const { box } = giver;
  return { ...giver, box: { ...box, y: isBelow ? bottomOf(box) - used : box.y, height: used } };
};

/**
 * The layout with the boxes that its regions then have. Givers are settled from the top down, so that what one yields
 * another may pass on.
 */
export const settleRegions = (layout: SlideLayout, measure: MeasureRegion): SlideLayout => {
  const givers = layout.regions
    .filter(({ yields = [] }) => yields.length > 0)
    .sort((one, other) => one.box.y - other.box.y)
    .map(({ name }) => name);
  let { regions } = layout;
  for (const name of givers) {
    const giver = regions.find((region) => region.name === name)!;
    const takers = takersOf(giver, regions);
    if (takers.length === 0) continue;
    const needed = measure(giver);
    const used = needed === 0 ? 0 : Math.min(giver.box.height, needed + slack);
    regions = regions.map((region) => {
      if (region.name === name) return shrunk(giver, takers, used);
      return takers.some((taker) => taker.name === region.name) ? grown(region, giver, used) : region;
    });
  }
  return { ...layout, regions };
};
