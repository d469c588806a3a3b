/** The deck writer: positioned pages to a PowerPoint file, in three steps: plan, emit, normalize. */
import type { PageSet } from '../../model/page.js';
import type { WriteContext } from '../write-context.js';
import { fitPictures } from '../fit-pictures.js';
import { drawCharts } from './draw-charts.js';
import { emitDeck } from './emit-deck.js';
import { normalizeDeck } from './normalize/normalize-deck.js';
import { planDeck } from './plan/plan-deck.js';

export async function writeDeck(pages: PageSet, context: WriteContext): Promise<Uint8Array> {
  const charts = await drawCharts(pages, context);
  const pictures = await fitPictures(pages, context.resolution ?? 'original', false);
  const plan = planDeck(pages, charts, pictures, context.report);
  return normalizeDeck(await emitDeck(plan), plan);
}
