/** The deck writer: positioned pages to a PowerPoint file, in three steps: plan, slides, package. */
import { noMemo } from '../../memo/memo.js';
import type { PageSet } from '../../model/page.js';
import type { WriteContext } from '../job/write-context.js';
import { fitPictures } from '../job/fit-pictures.js';
import { drawCharts } from './draw-charts.js';
import { assemblePackage } from './assemble-package.js';
import { planDeck } from './plan/plan-deck.js';
import type { DeckPlan } from './plan/deck-plan.js';

export const writeDeck = (pages: PageSet, context: WriteContext): Promise<Uint8Array> =>
  // From the plan on nothing holds the pages, which are as large again.
  planPages(pages, context).then((plan) => writePlan(plan, context));

async function planPages(pages: PageSet, context: WriteContext): Promise<DeckPlan> {
  const charts = await drawCharts(pages, context);
  const { template, report, memo } = context;
  return planDeck(pages, charts, await fitPictures(pages, context, false), context.tell, {
    ...(template && { template }),
    ...(report !== undefined && { report }),
    ...(memo && { memo }),
  });
}

async function writePlan(plan: DeckPlan, context: WriteContext): Promise<Uint8Array> {
  context.trace?.('deck', plan);
  const deck = await assemble(plan, context);
  if (context.embed !== true) return deck;
  const { chooseFonts } = await import('./fonts/choose-fonts.js');
  const { embedFonts } = await import('./fonts/embed-fonts.js');
  return embedFonts(deck, chooseFonts(plan.theme, context.fonts, context.tell));
}

async function assemble(plan: DeckPlan, { template, memo = noMemo }: WriteContext): Promise<Uint8Array> {
  if (template === undefined) return assemblePackage(plan, memo);
  const { assembleIntoTemplate } = await import('./template/assemble-into-template.js');
  return assembleIntoTemplate(plan, template, memo);
}
