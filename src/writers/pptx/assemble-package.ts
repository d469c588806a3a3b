/**
 * The last steps of the deck writer: slides written and mended, and a package around them.
 *
 * Every part around the slides is written from the plan, because there hardly anything of pptxgenjs' own can stay.
 * Nothing of the clock, the machine or an earlier deck comes in: same plan, same bytes.
 */
import type { Memo } from '../../memo/memo.js';
import { commentAuthorsPart, commentsPart, hasComments } from './parts/comment-parts.js';
import { customPropertiesPart, identityPropertiesPart } from './parts/identity-parts.js';
import { layoutLogoRelation, layoutPart } from './parts/layout-part.js';
import { logoRelationships } from './parts/logo-shapes.js';
import { masterLogoRelation, masterPart } from './parts/master-part.js';
import { notesLinks, notesMasterPart, notesPart } from './parts/notes-part.js';
import { hasNotes, notesMasterRelation, presentationPart, slideRelation } from './parts/presentation-part.js';
import { appPart, corePart } from './parts/property-parts.js';
import { themePart } from './parts/theme-part.js';
import { presPropsPart, viewPropsPart } from './parts/view-parts.js';
import { tableStylesPart } from './parts/table-styles-part.js';
import type { DeckPlan } from './plan/deck-plan.js';
import { relativeTarget } from '../../powerpoint/package/relations.js';
import { extendedFiles } from './extended-chart/extended-chart-parts.js';
import { contentTypesPart } from './package/content-types.js';
import { PackedParts } from './package/pack.js';
import { relationshipsPart, relationshipsPath } from './package/relationships.js';
import { writeSlides, type DeckSaid, type SlideHome, type WaitingDeck } from './slides/write-slides.js';

/** The whole package. */
export async function assemblePackage(deck: WaitingDeck, report: string, memo: Memo): Promise<Uint8Array> {
  const { frame } = deck.planner;
  const written = await writeSlides(deck, report, ownHome(frame.meta.language), memo);
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

/** Numbers of parts are those of slides and charts. */
const ownHome = (language: string): SlideHome => ({
  madeOf: [],
  addSlide: (parts, { xml, relationships }, number) => parts.add(`ppt/slides/slide${number}.xml`, xml, relationships),
  addNotes: (parts, slide, number) =>
    parts.add(`ppt/notesSlides/notesSlide${number}.xml`, notesPart(slide, language, { number, isOurs: true }), [
      { id: 'rId1', type: 'notesMaster', target: '../notesMasters/notesMaster1.xml' },
      { id: 'rId2', type: 'slide', target: `../slides/slide${number}.xml` },
      ...notesLinks(slide),
    ]),
  addChart(parts, { xml, workbook }, number, id) {
    const workbookName = `Microsoft_Excel_Worksheet${number}.xlsx`;
    const relation = id === null ? [] : [{ id, type: 'package', target: `../embeddings/${workbookName}` }];
    parts.add(`ppt/charts/chart${number}.xml`, xml, relation);
    if (id !== null) parts.set(`ppt/embeddings/${workbookName}`, workbook);
  },
});

function addDocument(parts: PackedParts, plan: DeckPlan, identity: DeckSaid): void {
  parts.set(
    '_rels/.rels',
    relationshipsPart([
      { id: 'rId1', type: 'officeDocument', target: 'ppt/presentation.xml' },
      { id: 'rId2', type: 'core-properties', target: 'docProps/core.xml' },
      { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
      { id: 'rId4', type: 'custom-properties', target: 'docProps/custom.xml' },
    ]),
  );
  parts.add('docProps/core.xml', corePart(plan));
  parts.add('docProps/app.xml', appPart(plan));
  const after = (offset: number): string => `rId${plan.slides.length + 2 + offset}`;
  parts.add('ppt/presentation.xml', presentationPart(plan), [
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
  parts.add('ppt/presProps.xml', presPropsPart);
  parts.add('ppt/viewProps.xml', viewPropsPart);
  parts.add('ppt/tableStyles.xml', tableStylesPart(plan.tableLook));
  parts.add('ppt/theme/theme1.xml', themePart(plan.theme));
}

function addIdentity(parts: PackedParts, { build, part }: DeckSaid): void {
  parts.set('docProps/custom.xml', customPropertiesPart({ build }));
  parts.add('customXml/item1.xml', part, [{ id: 'rId1', type: 'customXmlProps', target: 'itemProps1.xml' }]);
  parts.set('customXml/itemProps1.xml', identityPropertiesPart());
}

function addMasterAndLayouts(parts: PackedParts, plan: DeckPlan): void {
  parts.add('ppt/slideMasters/slideMaster1.xml', masterPart(plan), [
    ...plan.layouts.map((_layout, index) => ({
      id: `rId${index + 1}`,
      type: 'slideLayout',
      target: `../slideLayouts/slideLayout${index + 1}.xml`,
    })),
    { id: `rId${plan.layouts.length + 1}`, type: 'theme', target: '../theme/theme1.xml' },
    ...logoRelationships(plan.logo ?? [], plan.media, masterLogoRelation(plan)),
  ]);
  plan.layouts.forEach((layout, index) =>
    parts.add(`ppt/slideLayouts/slideLayout${index + 1}.xml`, layoutPart(layout, plan), [
      { id: 'rId1', type: 'slideMaster', target: '../slideMasters/slideMaster1.xml' },
      ...logoRelationships(layout.logo ?? [], plan.media, layoutLogoRelation),
    ]),
  );
}

/** Their master has a theme part of its own, or PowerPoint offers to repair the file. */
function addNotesMaster(parts: PackedParts, plan: DeckPlan): void {
  parts.add('ppt/notesMasters/notesMaster1.xml', notesMasterPart(plan), [
    { id: 'rId1', type: 'theme', target: '../theme/theme2.xml' },
  ]);
  parts.add('ppt/theme/theme2.xml', themePart(plan.theme));
}

function addComments(parts: PackedParts, plan: DeckPlan): void {
  if (!hasComments(plan)) return;
  parts.add('ppt/commentAuthors.xml', commentAuthorsPart(plan));
  let next = 1;
  plan.slides.forEach(({ comments }, index) => {
    if (comments.length > 0) parts.add(`ppt/comments/comment${index + 1}.xml`, commentsPart(comments, next, plan));
    next += comments.length;
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
