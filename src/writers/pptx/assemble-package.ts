/**
 * The last steps of the deck writer: slides written and mended, and a package around them.
 *
 * Every part around the slides is written from the plan, because there hardly anything of pptxgenjs' own can stay.
 * Nothing of the clock, the machine or an earlier deck comes in: same plan, same bytes.
 */
import type { Memo } from '../../memo/memo.js';
import { commentAuthorsPart, commentsPart, hasComments } from './parts/comment-parts.js';
import type { DeckIdentity } from '../../powerpoint/identity/deck-identity.js';
import { customPropertiesPart, identityPart, identityPropertiesPart } from './parts/identity-parts.js';
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
import type { Relationship } from './package/relationships.js';
import { eachSlide } from './slides/slide-parts.js';

/** The whole package; each part is packed as soon as it is there. */
export async function assemblePackage(plan: DeckPlan, memo: Memo): Promise<Uint8Array> {
  const parts = new PackedParts(memo);
  addDocument(parts, plan);
  const { layouts, theme, meta, size, watermark, logo } = plan;
  // A logo's parts name its picture by the number that it has in the deck.
  const logos = logo === undefined ? [] : [logo, plan.media];
  parts.setSame('master', [layouts, theme, meta, size.width, size.height, watermark, ...logos], (own) =>
    addMasterAndLayouts(own, plan),
  );
  await eachSlide(plan, memo, (slide, index) => {
    const path = `ppt/slides/slide${index + 1}.xml`;
    parts.setSame(path, [slide], (own) => addPart(own, path, slide.xml, slide.relationships));
  });
  addNotes(parts, plan);
  addComments(parts, plan);
  addCharts(parts, plan);
  plan.media.forEach((media, index) => parts.set(`ppt/media/image${index + 1}.${media.extension}`, media.bytes));
  return parts.zip('[Content_Types].xml', contentTypesPart(parts.paths()));
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

function addDocument(parts: PackedParts, plan: DeckPlan): void {
  parts.set(
    '_rels/.rels',
    relationshipsPart([
      { id: 'rId1', type: 'officeDocument', target: 'ppt/presentation.xml' },
      { id: 'rId2', type: 'core-properties', target: 'docProps/core.xml' },
      { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
      ...(plan.identity === null ? [] : [{ id: 'rId4', type: 'custom-properties', target: 'docProps/custom.xml' }]),
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
    ...(plan.identity === null ? [] : [{ id: after(6), type: 'customXml', target: '../customXml/item1.xml' }]),
    ...(hasComments(plan) ? [{ id: after(5), type: 'commentAuthors', target: 'commentAuthors.xml' }] : []),
  ]);
  if (plan.identity !== null) addIdentity(parts, plan.identity);
  addPart(parts, 'ppt/presProps.xml', presPropsPart);
  addPart(parts, 'ppt/viewProps.xml', viewPropsPart);
  addPart(parts, 'ppt/tableStyles.xml', tableStylesPart(plan.tableLook));
  addPart(parts, 'ppt/theme/theme1.xml', themePart(plan.theme));
}

function addIdentity(parts: PackedParts, identity: DeckIdentity): void {
  parts.set('docProps/custom.xml', customPropertiesPart(identity));
  addPart(parts, 'customXml/item1.xml', identityPart(identity), [
    { id: 'rId1', type: 'customXmlProps', target: 'itemProps1.xml' },
  ]);
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

/**
 * A notes page only for a slide that has notes; their master has a theme part of its own, or PowerPoint offers to
 * repair the file.
 */
function addNotes(parts: PackedParts, plan: DeckPlan): void {
  if (!hasNotes(plan)) return;
  addPart(parts, 'ppt/notesMasters/notesMaster1.xml', notesMasterPart(plan), [
    { id: 'rId1', type: 'theme', target: '../theme/theme2.xml' },
  ]);
  addPart(parts, 'ppt/theme/theme2.xml', themePart(plan.theme));
  plan.slides.forEach((slide, index) => {
    if (slide.notes.length === 0) return;
    const { language } = plan.meta;
    const path = `ppt/notesSlides/notesSlide${index + 1}.xml`;
    parts.setSame(path, [slide, language], (own) =>
      addPart(own, path, notesPart(slide, language, { number: index + 1, isOurs: true }), [
        { id: 'rId1', type: 'notesMaster', target: '../notesMasters/notesMaster1.xml' },
        { id: 'rId2', type: 'slide', target: `../slides/slide${index + 1}.xml` },
        ...notesLinks(slide),
      ]),
    );
  });
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

function addCharts(parts: PackedParts, plan: DeckPlan): void {
  plan.charts.forEach(({ xml, workbook }, index) => {
    const id = /<c:externalData[^>]* r:id="([^"]+)"/.exec(xml)?.[1];
    const workbookName = `Microsoft_Excel_Worksheet${index + 1}.xlsx`;
    addPart(
      parts,
      `ppt/charts/chart${index + 1}.xml`,
      xml,
      id === undefined ? [] : [{ id, type: 'package', target: `../embeddings/${workbookName}` }],
    );
    if (id !== undefined) parts.set(`ppt/embeddings/${workbookName}`, workbook);
  });
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
