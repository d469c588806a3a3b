/**
 * Which of several layouts suits a slide's content: all that can take it are laid, and the one of the least cost is
 * taken.
 */
import type { SlideLayout } from '../../model/slide-layout.js';
import { layoutCost, type LaidTrial, type LayoutCost } from './layout-cost.js';

export interface Choice extends LayoutCost {
  readonly layout: SlideLayout;
}

/**
 * The first of those that cost least, so that the bundle's order decides between equals. Null without any.
 *
 * @param lay what a layout makes of the content; null where it cannot take any of it.
 */
export const chooseLayout = (
  layouts: readonly SlideLayout[],
  lay: (layout: SlideLayout) => LaidTrial | null,
): Choice | null => {
  let best: Choice | null = null;
  for (const layout of layouts) {
    const trial = lay(layout);
    if (trial === null) continue;
    const found = layoutCost(trial, best === null ? Infinity : best.cost - 1e-6);
    if (found !== null) best = { ...found, layout };
  }
  return best;
};
