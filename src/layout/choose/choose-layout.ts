/**
 * Which of several layouts suits a slide's content: all that can take it are laid, and the one of the least cost is
 * taken.
 */
import type { SlideLayout } from '../../model/slide-layout.js';
import { layoutCost, type LaidTrial } from './layout-cost.js';

export interface Choice {
  readonly layout: SlideLayout;
  readonly trial: LaidTrial;
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
  let best: (Choice & { readonly cost: number }) | null = null;
  for (const layout of layouts) {
    const trial = lay(layout);
    if (trial === null) continue;
    const cost = layoutCost(trial);
    if (best === null || cost < best.cost - 1e-6) best = { layout, trial, cost };
  }
  return best;
};
