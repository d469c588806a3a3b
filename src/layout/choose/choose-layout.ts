/**
 * Which of several layouts suits a slide's content: those that can take it are laid, and the one of the least cost is
 * taken.
 */
import type { SlideLayout } from '../../model/slide-layout.js';
import { layoutCost, type LaidTrial, type LayoutCost } from './layout-cost.js';

export interface Choice extends LayoutCost {
  readonly layout: SlideLayout;
}

/** Costs that differ by no more are equal. */
const tie = 1e-6;

/**
 * The first of those that cost least, so that the bundle's order decides between equals. Null without any.
 *
 * @param leastCost what a layout costs at the least, by its regions alone: those of the least are laid first, and none
 * that costs more than the best of them. Of the trials of a report that is half.
 * @param lay what a layout makes of the content; null where it cannot take any of it.
 */
export const chooseLayout = (
  layouts: readonly SlideLayout[],
  leastCost: (layout: SlideLayout) => number,
  lay: (layout: SlideLayout) => LaidTrial | null,
): Choice | null => {
  const found = new Map<SlideLayout, LayoutCost>();
  let lowest = Infinity;
  const promising = layouts
    .map((layout) => ({ layout, least: leastCost(layout) }))
    .sort((one, other) => one.least - other.least);
  for (const { layout, least } of promising) {
    const most = lowest + 2 * tie;
    const trial = least >= most ? null : lay(layout);
    const cost = trial === null ? null : layoutCost(trial, most);
    if (cost === null) continue;
    found.set(layout, cost);
    lowest = Math.min(lowest, cost.cost);
  }
  return layouts.reduce<Choice | null>((best, layout) => {
    const cost = found.get(layout);
    return cost !== undefined && (best === null || cost.cost < best.cost - tie) ? { ...cost, layout } : best;
  }, null);
};
