/** The deck writer: positioned pages to a PowerPoint file, in three steps: plan, slides, package. */
import { noMemo } from '../../memo/memo.js';
import type { PageSet } from '../../model/page.js';
import type { Theme } from '../../model/theme.js';
import type { WriteContext } from '../job/write-context.js';
import { fitPictures } from '../job/fit-pictures.js';
import type { FittedPictures } from '../job/fitted-pictures.js';
import { assemblePackage } from './assemble-package.js';
import { drawCharts } from './draw-charts.js';
import type { DeckPlan } from './plan/deck-plan.js';
import { beginDeck, planDeck, type DeckOptions } from './plan/plan-deck.js';
import type { WaitingDeck } from './slides/write-slides.js';

export const writeDeck = (pages: PageSet, context: WriteContext): Promise<Uint8Array> => {
  const { theme } = pages;
  // From here on nothing holds the pages but those that wait.
  const deck = takeApart(pages, context).then((waiting) => assemble(waiting, context));
  return deck.then((bytes) => withFonts(bytes, theme, context));
};

async function assemble(
  deck: WaitingDeck,
  { report = '', template, memo = noMemo }: WriteContext,
): Promise<Uint8Array> {
  if (template === undefined) return assemblePackage(deck, report, memo);
  const { assembleIntoTemplate } = await import('./template/assemble-into-template.js');
  return assembleIntoTemplate(deck, report, template, memo);
}

async function takeApart(pages: PageSet, context: WriteContext): Promise<WaitingDeck> {
  const { tell, trace } = context;
  if (trace !== undefined) trace('deck', await planPages(pages, { ...context, tell: () => undefined }));
  return {
    planner: beginDeck(pages, await picturesOf(pages, context), tell, optionsOf(context)),
    waiting: [...pages.pages],
    chartsOn: chartDrawer(pages.theme, context),
  };
}

const picturesOf = (pages: PageSet, context: WriteContext): Promise<FittedPictures> =>
  context.pictures?.all() ?? fitPictures(pages, context, false);

const optionsOf = ({ template, report, memo }: WriteContext): DeckOptions => ({
  ...(template && { template }),
  ...(report !== undefined && { report }),
  ...(memo && { memo }),
});

const chartDrawer =
  (theme: Theme, context: WriteContext): WaitingDeck['chartsOn'] =>
  (pages) =>
    drawCharts({ pages, theme }, context);

async function planPages(pages: PageSet, context: WriteContext): Promise<DeckPlan> {
  const charts = await drawCharts(pages, context);
  return planDeck(pages, charts, await picturesOf(pages, context), context.tell, optionsOf(context));
}

async function withFonts(deck: Uint8Array, theme: Theme, context: WriteContext): Promise<Uint8Array> {
  if (context.embed !== true) return deck;
  const { chooseFonts } = await import('./fonts/choose-fonts.js');
  const { embedFonts } = await import('./fonts/embed-fonts.js');
  return embedFonts(deck, chooseFonts(theme, context.fonts, context.tell));
}
