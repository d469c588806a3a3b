/** What a deck would hold, without its file: its plan, with the identity that it would carry, and its native charts. */
import { noMemo } from '../../memo/memo.js';
import type { PageSet } from '../../model/page.js';
import { fitPictures } from '../job/fit-pictures.js';
import type { WriteContext } from '../job/write-context.js';
import { drawCharts } from './draw-charts.js';
import type { DeckPlan } from './plan/deck-plan.js';
import { planDeck } from './plan/plan-deck.js';

/**
 * @param withPictures whether charts that PowerPoint lacks are drawn: without, their shapes are there and their pixels
 *     are not.
 */
export async function describeDeck(pages: PageSet, context: WriteContext, withPictures: boolean): Promise<DeckPlan> {
  const charts = await drawCharts(pages, { ...context, memo: context.memo ?? noMemo }, withPictures);
  const { template, report } = context;
  return planDeck(pages, charts, await fitPictures(pages, context, false), context.tell, {
    ...(template && { template }),
    ...(report !== undefined && { report }),
  });
}
