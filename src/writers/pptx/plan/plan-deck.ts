/** The first step of the deck writer, and a pure one: positioned pages to a plan of slides. */
import type { Tell } from '../../../diagnostics/diagnostic.js';
import { noMemo, type Memo } from '../../../memo/memo.js';
import type { DocumentMeta } from '../../../model/document.js';
import type { ChartItem, Page, PageSet } from '../../../model/page.js';
import type { FittedPictures } from '../../job/fitted-pictures.js';
import type { DeckTemplate } from '../../../powerpoint/template/landing.js';
import { cleanText } from './plain-xml-text.js';
import type { ChartParts, DeckPlan, SlidePlan } from './deck-plan.js';
import { planIdentity } from './plan-identity.js';
import { planLogos } from './plan-logos.js';
import { planLayouts } from './plan-layouts.js';
import { planTemplateLayouts } from './plan-template-layouts.js';
import { planSections } from './plan-sections.js';
import type { Collected, ShownChart } from './plan-shape.js';
import { recallSlide } from './recall-slide.js';
import { ownTables } from './own-tables.js';

/** A deck before its slides: what they share, and how each page becomes one of them. */
export interface DeckPlanner {
  /** Without a slide, and without an identity. Charts and pictures of slides are added as these are planned. */
  readonly frame: DeckPlan;
  /** @param number from 1; pages are planned in their order, each once. */
  readonly planPage: (page: Page, number: number, shown: ReadonlyMap<ChartItem, ShownChart>) => SlidePlan;
  /** Lets go of the charts of slides so far, which are written; those that follow keep their numbers. */
  readonly forgetCharts: () => void;
}

export interface DeckOptions {
  readonly template?: DeckTemplate;
  /** The report's id. */
  readonly report?: string;
  readonly memo?: Memo;
}

/** Nothing holds the content of the pages afterwards. */
export function beginDeck(
  given: PageSet,
  pictures: FittedPictures,
  tell: Tell,
  { template, report = '', memo = noMemo }: DeckOptions = {},
): DeckPlanner {
  const pages: PageSet = { ...given, pages: given.pages.map((page) => ({ ...page, items: [] })) };
  const collected: Collected = { charts: [], extended: [], media: [], mediaOf: new Map() };
  const bare =
    template === undefined
      ? planLayouts(pages.layouts, given.pages, pages.theme, pages.meta)
      : planTemplateLayouts(pages.layouts, template, pages.theme);
  const logos = template === undefined ? planLogos(pages, { collected, shown: new Map(), pictures, report }) : null;
  const layouts = memo.sameAsBefore(
    'planned layouts',
    bare.map((layout, index) => ({ ...layout, ...logos?.layouts[index] })),
  );
  const tables = template?.tables ?? ownTables;
  const meta = memo.sameAsBefore('planned meta', cleanMeta(pages.meta));
  return {
    frame: {
      meta,
      theme: pages.theme,
      size: pages.pages[0]?.size ?? pages.theme.deck.page,
      layouts,
      tableLook: tables === ownTables ? ownTables.said : null,
      ...(logos && { logo: logos.master }),
      slides: [],
      sections: planSections(pages.pages, meta.title),
      media: collected.media,
      charts: collected.charts,
      extended: collected.extended,
      watermark: pages.watermark === undefined ? null : { ...pages.watermark, text: clean(pages.watermark.text) },
      identity: null,
    },
    planPage: (page, number, shown) =>
      recallSlide(page, number, { pages, layouts, collected, shown, pictures, report, tell, tables }, memo),
    forgetCharts: () => void collected.charts.fill(writtenChart),
  };
}

/** In the place of one that is in the package: 10 kB of XML each, and a workbook. */
const writtenChart: ChartParts = {
  xml: '',
  workbook: new Uint8Array(),
  data: { mark: '', categories: [], series: [], axes: [] },
  series: 0,
};

const clean = (text: string): string => cleanText(text).text;

const cleanMeta = (meta: DocumentMeta): DocumentMeta => ({
  ...meta,
  title: clean(meta.title),
  subtitle: clean(meta.subtitle),
  author: clean(meta.author),
  subject: clean(meta.subject),
  keywords: meta.keywords.map(clean),
  footer: clean(meta.footer),
});

/** All slides at once, for whoever looks at them side by side. */
export function planDeck(
  pages: PageSet,
  shown: ReadonlyMap<ChartItem, ShownChart>,
  pictures: FittedPictures,
  tell: Tell,
  options: DeckOptions = {},
): DeckPlan {
  const { frame, planPage } = beginDeck(pages, pictures, tell, options);
  const plan = { ...frame, slides: pages.pages.map((page, index) => planPage(page, index + 1, shown)) };
  const { report = '', memo = noMemo } = options;
  return { ...plan, identity: planIdentity(pages, plan, report, memo) };
}
