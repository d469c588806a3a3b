/** The first step of the deck writer, and a pure one: positioned pages to a plan of slides. */
import type { Tell } from '../../../diagnostics/diagnostic.js';
import { noMemo, type Memo } from '../../../memo/memo.js';
import type { ChartItem, PageSet } from '../../../model/page.js';
import type { FittedPictures } from '../../job/fit-pictures.js';
import type { DeckTemplate } from '../../../powerpoint/template/landing.js';
import { cleanText } from './plain-xml-text.js';
import type { DeckPlan } from './deck-plan.js';
import { planIdentity } from './plan-identity.js';
import { planLogos } from './plan-logos.js';
import { planLayouts } from './plan-layouts.js';
import { planTemplateLayouts } from './plan-template-layouts.js';
import { planSections } from './plan-sections.js';
import type { Collected, ShownChart } from './plan-shape.js';
import { recallSlide } from './recall-slide.js';
import { ownTables } from './own-tables.js';

export function planDeck(
  pages: PageSet,
  shown: ReadonlyMap<ChartItem, ShownChart>,
  pictures: FittedPictures,
  tell: Tell,
  {
    template,
    report = '',
    memo = noMemo,
  }: { readonly template?: DeckTemplate; readonly report?: string; readonly memo?: Memo } = {},
): DeckPlan {
  const collected: Collected = { charts: [], extended: [], media: [], mediaOf: new Map() };
  const bare =
    template === undefined
      ? planLayouts(pages.layouts, pages.pages, pages.theme, pages.meta)
      : planTemplateLayouts(pages.layouts, template, pages.theme);
  const logos = template === undefined ? planLogos(pages, { collected, shown, pictures, report }) : null;
  const layouts = memo.sameAsBefore(
    'planned layouts',
    bare.map((layout, index) => ({ ...layout, ...logos?.layouts[index] })),
  );
  const tables = template?.tables ?? ownTables;
  const context = { pages, layouts, collected, shown, pictures, report, tell, tables };
  const slides = pages.pages.map((page, index) => recallSlide(page, index + 1, context, memo));
  const meta = pages.meta;
  const clean = (text: string): string => cleanText(text).text;
  const plan: DeckPlan = {
    meta: memo.sameAsBefore('planned meta', {
      ...meta,
      title: clean(meta.title),
      subtitle: clean(meta.subtitle),
      author: clean(meta.author),
      subject: clean(meta.subject),
      keywords: meta.keywords.map(clean),
      footer: clean(meta.footer),
    }),
    theme: pages.theme,
    size: pages.pages[0]?.size ?? pages.theme.deck.page,
    layouts,
    tableLook: tables === ownTables ? ownTables.said : null,
    ...(logos && { logo: logos.master }),
    slides,
    sections: planSections(pages.pages, clean(meta.title)),
    media: collected.media,
    charts: collected.charts,
    extended: collected.extended,
    watermark: pages.watermark === undefined ? null : { ...pages.watermark, text: clean(pages.watermark.text) },
    identity: null,
  };
  return { ...plan, identity: planIdentity(pages, plan, report, memo) };
}
