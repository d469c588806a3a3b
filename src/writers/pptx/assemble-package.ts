/**
 * The last steps of the deck writer: slides written and mended, and a package around them.
 *
 * Every part around the slides is written from the plan, because there hardly anything of pptxgenjs' own can stay.
 * Nothing of the clock, the machine or an earlier deck comes in: same plan, same bytes.
 */
import type { Memo } from '../../memo/memo.js';
import { commentAuthorsPart, commentsPart, hasComments } from './parts/comment-parts.js';
import { customPropertiesPart, IdentityText, identityPropertiesPart } from './parts/identity-parts.js';
import { layoutLogoRelation, layoutPart } from './parts/layout-part.js';
import { logoRelationships } from './parts/logo-shapes.js';
import { masterLogoRelation, masterPart } from './parts/master-part.js';
import { notesLinks, notesMasterPart, notesPart } from './parts/notes-part.js';
import { hasNotes, notesMasterRelation, presentationPart, slideRelation } from './parts/presentation-part.js';
import { appPart, corePart } from './parts/property-parts.js';
import { themePart } from './parts/theme-part.js';
import { presPropsPart, viewPropsPart } from './parts/view-parts.js';
import { tableStylesPart } from './parts/table-styles-part.js';
import type { ChartItem, Page } from '../../model/page.js';
import type { ChartParts, DeckPlan, SlidePlan } from './plan/deck-plan.js';
import type { DeckPlanner } from './plan/plan-deck.js';
import { recallIdentity } from './plan/plan-identity.js';
import type { ShownChart } from './plan/plan-shape.js';
import { relativeTarget } from '../../powerpoint/package/relations.js';
import { extendedFiles } from './extended-chart/extended-chart-parts.js';
import { contentTypesPart } from './package/content-types.js';
import { PackedParts } from './package/pack.js';
import { relationshipsPart, relationshipsPath } from './package/relationships.js';
import type { Relationship } from './package/relationships.js';
import type { MendedSlide } from './slides/mend-slide.js';
import { signSlide } from './slides/sign-slide.js';
import { eachSlide, slidesAtOnce } from './slides/slide-parts.js';

/** Pages of a deck before they are slides. */
export interface WaitingDeck {
  readonly planner: DeckPlanner;
  /** Whoever writes one takes it out. */
  readonly waiting: Page[];
  readonly chartsOn: (pages: readonly Page[]) => Promise<ReadonlyMap<ChartItem, ShownChart>>;
}

/**
 * The whole package. Slides are planned and written some at a time, with their charts, and packed at once: of what is
 * written neither the page stays in memory nor the plan nor the part.
 */
export async function assemblePackage(deck: WaitingDeck, report: string, memo: Memo): Promise<Uint8Array> {
  const { frame } = deck.planner;
  const written = await writeSlides(deck, report, memo);
  const plan: DeckPlan = { ...frame, slides: written.slides };
  const parts = new PackedParts(memo);
  addDocument(parts, plan, written.identity);
  const { layouts, theme, meta, size, watermark, logo } = plan;
  // A logo's parts name its picture by the number that it has in the deck.
  const logos = logo === undefined ? [] : [logo, plan.media];
  parts.setSame('master', [layouts, theme, meta, size.width, size.height, watermark, ...logos], (own) =>
    addMasterAndLayouts(own, plan),
  );
  parts.append(written.parts);
  if (hasNotes(plan)) addNotesMaster(parts, plan);
  parts.append(written.notes);
  addComments(parts, plan);
  parts.append(written.charts);
  addExtendedCharts(parts, plan);
  plan.media.forEach((media, index) => parts.set(`ppt/media/image${index + 1}.${media.extension}`, media.bytes));
  return parts.zip('[Content_Types].xml', contentTypesPart(parts.paths()));
}

interface WrittenSlides {
  /** Without their shapes. */
  readonly slides: readonly SlidePlan[];
  readonly parts: PackedParts;
  readonly notes: PackedParts;
  /** Native charts and their workbooks. */
  readonly charts: PackedParts;
  readonly identity: ReturnType<IdentityText['finish']>;
}

async function writeSlides(deck: WaitingDeck, report: string, memo: Memo): Promise<WrittenSlides> {
  const { planner, waiting, chartsOn } = deck;
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
      const path = `ppt/slides/slide${index + 1}.xml`;
      parts.setSame(path, [mended, identities[index - first]!, report], (own) =>
        addPart(own, path, signSlide(mended.xml, said[index - first]!, report), mended.relationships),
      );
    };
    await eachSlide({ ...frame, slides: planned }, memo, take, first);
    planned.forEach((slide, index) => addNotes(notes, slide, first + index + 1, language));
    addCharts(charts, frame.charts.slice(firstChart), firstChart);
    planner.forgetCharts();
    slides.push(...planned.map((slide) => ({ ...slide, shapes: [], groups: [], builds: [] })));
  }
  return { slides, parts, notes, charts, identity: identity.finish() };
}

function addPart(
  parts: PackedParts,
  path: string,
  content: string | Uint8Array,
  relationships: readonly Relationship[] = [],
): void {
  parts.set(path, content);
  if (relationships.length > 0) parts.set(relationshipsPath(path), relationshipsPart(relationships));
}

function addDocument(parts: PackedParts, plan: DeckPlan, identity: WrittenSlides['identity']): void {
  parts.set(
    '_rels/.rels',
    relationshipsPart([
      { id: 'rId1', type: 'officeDocument', target: 'ppt/presentation.xml' },
      { id: 'rId2', type: 'core-properties', target: 'docProps/core.xml' },
      { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
      { id: 'rId4', type: 'custom-properties', target: 'docProps/custom.xml' },
    ]),
  );
  addPart(parts, 'docProps/core.xml', corePart(plan));
  addPart(parts, 'docProps/app.xml', appPart(plan));
  const after = (offset: number): string => `rId${plan.slides.length + 2 + offset}`;
  addPart(parts, 'ppt/presentation.xml', presentationPart(plan), [
    { id: 'rId1', type: 'slideMaster', target: 'slideMasters/slideMaster1.xml' },
    ...plan.slides.map((_slide, index) => ({
      id: slideRelation(index),
      type: 'slide',
      target: `slides/slide${index + 1}.xml`,
    })),
    ...(hasNotes(plan)
      ? [{ id: notesMasterRelation(plan), type: 'notesMaster', target: 'notesMasters/notesMaster1.xml' }]
      : []),
    { id: after(1), type: 'presProps', target: 'presProps.xml' },
    { id: after(2), type: 'viewProps', target: 'viewProps.xml' },
    { id: after(3), type: 'theme', target: 'theme/theme1.xml' },
    { id: after(4), type: 'tableStyles', target: 'tableStyles.xml' },
    { id: after(6), type: 'customXml', target: '../customXml/item1.xml' },
    ...(hasComments(plan) ? [{ id: after(5), type: 'commentAuthors', target: 'commentAuthors.xml' }] : []),
  ]);
  addIdentity(parts, identity);
  addPart(parts, 'ppt/presProps.xml', presPropsPart);
  addPart(parts, 'ppt/viewProps.xml', viewPropsPart);
  addPart(parts, 'ppt/tableStyles.xml', tableStylesPart(plan.tableLook));
  addPart(parts, 'ppt/theme/theme1.xml', themePart(plan.theme));
}

function addIdentity(parts: PackedParts, { build, part }: WrittenSlides['identity']): void {
  parts.set('docProps/custom.xml', customPropertiesPart({ build }));
  addPart(parts, 'customXml/item1.xml', part, [{ id: 'rId1', type: 'customXmlProps', target: 'itemProps1.xml' }]);
  parts.set('customXml/itemProps1.xml', identityPropertiesPart());
}

function addMasterAndLayouts(parts: PackedParts, plan: DeckPlan): void {
  addPart(parts, 'ppt/slideMasters/slideMaster1.xml', masterPart(plan), [
    ...plan.layouts.map((_layout, index) => ({
      id: `rId${index + 1}`,
      type: 'slideLayout',
      target: `../slideLayouts/slideLayout${index + 1}.xml`,
    })),
    { id: `rId${plan.layouts.length + 1}`, type: 'theme', target: '../theme/theme1.xml' },
    ...logoRelationships(plan.logo ?? [], plan.media, masterLogoRelation(plan)),
  ]);
  plan.layouts.forEach((layout, index) =>
    addPart(parts, `ppt/slideLayouts/slideLayout${index + 1}.xml`, layoutPart(layout, plan), [
      { id: 'rId1', type: 'slideMaster', target: '../slideMasters/slideMaster1.xml' },
      ...logoRelationships(layout.logo ?? [], plan.media, layoutLogoRelation),
    ]),
  );
}

/** Their master has a theme part of its own, or PowerPoint offers to repair the file. */
function addNotesMaster(parts: PackedParts, plan: DeckPlan): void {
  addPart(parts, 'ppt/notesMasters/notesMaster1.xml', notesMasterPart(plan), [
    { id: 'rId1', type: 'theme', target: '../theme/theme2.xml' },
  ]);
  addPart(parts, 'ppt/theme/theme2.xml', themePart(plan.theme));
}

/** A notes page only for a slide that has notes. @param number of the slide, from 1. */
function addNotes(parts: PackedParts, slide: SlidePlan, number: number, language: string): void {
  if (slide.notes.length === 0) return;
  const path = `ppt/notesSlides/notesSlide${number}.xml`;
  parts.setSame(path, [slide, language], (own) =>
    addPart(own, path, notesPart(slide, language, { number, isOurs: true }), [
      { id: 'rId1', type: 'notesMaster', target: '../notesMasters/notesMaster1.xml' },
      { id: 'rId2', type: 'slide', target: `../slides/slide${number}.xml` },
      ...notesLinks(slide),
    ]),
  );
}

function addComments(parts: PackedParts, plan: DeckPlan): void {
  if (!hasComments(plan)) return;
  addPart(parts, 'ppt/commentAuthors.xml', commentAuthorsPart(plan));
  let next = 1;
  plan.slides.forEach(({ comments }, index) => {
    if (comments.length > 0) addPart(parts, `ppt/comments/comment${index + 1}.xml`, commentsPart(comments, next, plan));
    next += comments.length;
  });
}

/** @param first how many charts of the deck stand before these. */
function addCharts(parts: PackedParts, charts: readonly ChartParts[], first: number): void {
  charts.forEach(({ xml, workbook }, index) => {
    const id = /<c:externalData[^>]* r:id="([^"]+)"/.exec(xml)?.[1];
    const number = first + index + 1;
    const workbookName = `Microsoft_Excel_Worksheet${number}.xlsx`;
    addPart(
      parts,
      `ppt/charts/chart${number}.xml`,
      xml,
      id === undefined ? [] : [{ id, type: 'package', target: `../embeddings/${workbookName}` }],
    );
    if (id !== undefined) parts.set(`ppt/embeddings/${workbookName}`, workbook);
  });
}

function addExtendedCharts(parts: PackedParts, plan: DeckPlan): void {
  plan.extended.forEach((extended, index) => {
    const number = index + 1;
    const paths = {
      chart: `ppt/charts/chartEx${number}.xml`,
      workbook: `ppt/embeddings/Microsoft_Excel_Worksheet${plan.charts.length + number}.xlsx`,
      style: `ppt/charts/style${number}.xml`,
      colors: `ppt/charts/colors${number}.xml`,
    };
    const place = { relative: relativeTarget, relationshipsPath };
    for (const [path, content] of extendedFiles(extended, paths, place)) parts.set(path, content);
  });
}
