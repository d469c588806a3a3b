/**
 * presentation.xml: masters, notes master and slides in the order that the schema demands, sizes, text defaults,
 * sections.
 */
import type { DeckPlan } from '../plan/deck-plan.js';
import { emu } from '../../xml/drawing-ml.js';
import { element, xmlPart } from '../../xml/element.js';
import { namespaces } from '../../xml/presentation-ml.js';
import { sectionsExtension } from './sections-extension.js';
import { defaultLanguage, defaultLevels } from './level-properties.js';

/** Ids of slides count from 256 (ISO 29500-1, 19.7.13). */
const slideId = (index: number): number => 256 + index;

/** Relationship ids: 1 the master, then the slides, then the notes master and the rest. */
export const slideRelation = (index: number): string => `rId${index + 2}`;
export const notesMasterRelation = (plan: DeckPlan): string => `rId${plan.slides.length + 2}`;

export const hasNotes = (plan: DeckPlan): boolean => plan.slides.some((slide) => slide.notes.length > 0);

export function presentationPart(plan: DeckPlan): string {
  const slides = plan.slides.map((_slide, index) =>
    element('p:sldId', { id: slideId(index), 'r:id': slideRelation(index) }),
  );
  const notesMaster = element('p:notesMasterId', { 'r:id': notesMasterRelation(plan) });
  return xmlPart(
    element(
      'p:presentation',
      { ...namespaces, saveSubsetFonts: 1, autoCompressPictures: 0 },
      element('p:sldMasterIdLst', {}, element('p:sldMasterId', { id: 2_147_483_648, 'r:id': 'rId1' })),
      hasNotes(plan) && element('p:notesMasterIdLst', {}, notesMaster),
      slides.length > 0 && element('p:sldIdLst', {}, slides),
      element('p:sldSz', { cx: emu(plan.size.width), cy: emu(plan.size.height) }),
      element('p:notesSz', { cx: 6_858_000, cy: 9_144_000 }),
      element('p:defaultTextStyle', {}, defaultLanguage(plan.meta.language), defaultLevels(18)),
      plan.sections.length > 0 && element('p:extLst', {}, sectionsExtension(plan.sections, slideId)),
    ),
  );
}
