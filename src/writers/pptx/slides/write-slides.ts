/**
 * The slides of a deck with their notes and charts: planned, written and packed some at a time, so that of what is
 * written neither the page stays in memory nor the plan nor the part.
 */
import type { Memo } from '../../../memo/memo.js';
import type { ChartItem, Page } from '../../../model/page.js';
import { PackedParts } from '../package/pack.js';
import { IdentityText } from '../parts/identity-parts.js';
import type { ChartParts, SlidePlan } from '../plan/deck-plan.js';
import type { DeckPlanner } from '../plan/plan-deck.js';
import { recallIdentity } from '../plan/plan-identity.js';
import type { ShownChart } from '../plan/plan-shape.js';
import type { MendedSlide } from './mend-slide.js';
import { signSlide } from './sign-slide.js';
import { eachSlide, slidesAtOnce } from './slide-parts.js';

/** Pages of a deck before they are slides. */
export interface WaitingDeck {
  readonly planner: DeckPlanner;
  /** Whoever writes one takes it out. */
  readonly waiting: Page[];
  readonly chartsOn: (pages: readonly Page[]) => Promise<ReadonlyMap<ChartItem, ShownChart>>;
}

/** The package that slides go into: how their parts are called there, and what of them is said otherwise. */
export interface SlideHome {
  readonly addSlide: (parts: PackedParts, written: MendedSlide, number: number, slide: SlidePlan) => void;
  readonly addNotes: (parts: PackedParts, slide: SlidePlan, number: number) => void;
  /** @param workbookId by which the chart leads to its workbook; null for one that has none. */
  readonly addChart: (parts: PackedParts, chart: ChartParts, number: number, workbookId: string | null) => void;
  /** What all of that depends on beside the slides, as `Memo.recallSame` takes it. */
  readonly madeOf: readonly unknown[];
}

export interface WrittenSlides {
  /** Without their shapes. */
  readonly slides: readonly SlidePlan[];
  readonly parts: PackedParts;
  readonly notes: PackedParts;
  /** Native charts and their workbooks. */
  readonly charts: PackedParts;
  readonly identity: DeckSaid;
}

/** What a deck says of itself: the mark of the build, and the part. */
export type DeckSaid = ReturnType<IdentityText['finish']>;

export async function writeSlides(
  { planner, waiting, chartsOn }: WaitingDeck,
  report: string,
  home: SlideHome,
  memo: Memo,
): Promise<WrittenSlides> {
  const { frame, planPage } = planner;
  const { language } = frame.meta;
  const slides: SlidePlan[] = [];
  const [parts, notes, charts] = [new PackedParts(memo), new PackedParts(memo), new PackedParts(memo)];
  const identity = new IdentityText({ format: 2, report, language }, memo);
  while (waiting.length > 0) {
    const first = slides.length;
    const firstChart = frame.charts.length;
    const batch = waiting.splice(0, slidesAtOnce);
    const shown = await chartsOn(batch);
    const planned = batch.map((page, index) => planPage(page, first + index + 1, shown));
    const identities = planned.map((slide, index) => recallIdentity(batch[index]!, slide, frame, memo));
    const said = identities.map((slide) => identity.add(slide));
    const take = (mended: MendedSlide, index: number): void => {
      const at = index - first;
      parts.setSame(`slide ${index + 1}`, [mended, identities[at]!, report, ...home.madeOf], (own) =>
        home.addSlide(own, { ...mended, xml: signSlide(mended.xml, said[at]!, report) }, index + 1, planned[at]!),
      );
    };
    await eachSlide({ ...frame, slides: planned }, memo, take, first);
    for (const [index, slide] of planned.entries()) {
      const number = first + index + 1;
      // A notes page only for a slide that has notes.
      if (slide.notes.length > 0)
        notes.setSame(`notes ${number}`, [slide, language, ...home.madeOf], (own) => home.addNotes(own, slide, number));
    }
    frame.charts
      .slice(firstChart)
      .forEach((chart, index) => home.addChart(charts, chart, firstChart + index + 1, workbookIdOf(chart)));
    planner.forgetCharts();
    slides.push(...planned.map((slide) => ({ ...slide, shapes: [], groups: [], builds: [] })));
  }
  return { slides, parts, notes, charts, identity: identity.finish() };
}

const workbookIdOf = ({ xml }: ChartParts): string | null =>
  /<c:externalData[^>]* r:id="([^"]+)"/.exec(xml)?.[1] ?? null;
