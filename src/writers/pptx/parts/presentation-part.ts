/** presentation.xml: masters, notes master and slides in the order that the schema demands, sizes, text defaults, sections. */
import { createHash } from 'node:crypto';
import type { DeckPlan } from '../plan/deck-plan.js';
import { emu, escapeXml, namespaces, xmlHeader } from '../../xml/presentation-xml.js';
import { otherLevels } from './master-part.js';

/** Ids of slides count from 256 (ISO 29500-1, 19.7.13). */
const slideId = (index: number): number => 256 + index;

/** Relationship ids: 1 the master, then the slides, then the notes master and the rest. */
export const slideRelation = (index: number): string => `rId${index + 2}`;
export const notesMasterRelation = (plan: DeckPlan): string => `rId${plan.slides.length + 2}`;

export const hasNotes = (plan: DeckPlan): boolean => plan.slides.some((slide) => slide.notes.length > 0);

export function presentationPart(plan: DeckPlan): string {
  const slides = plan.slides
    .map((_slide, index) => `<p:sldId id="${slideId(index)}" r:id="${slideRelation(index)}"/>`)
    .join('');
  const notesMaster = hasNotes(plan)
    ? `<p:notesMasterIdLst><p:notesMasterId r:id="${notesMasterRelation(plan)}"/></p:notesMasterIdLst>`
    : '';
  return (
    `${xmlHeader}<p:presentation ${namespaces} saveSubsetFonts="1" autoCompressPictures="0">` +
    `<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>${notesMaster}` +
    (slides === '' ? '' : `<p:sldIdLst>${slides}</p:sldIdLst>`) +
    `<p:sldSz cx="${emu(plan.size.width)}" cy="${emu(plan.size.height)}"/><p:notesSz cx="6858000" cy="9144000"/>` +
    `<p:defaultTextStyle><a:defPPr><a:defRPr lang="${plan.meta.language}"/></a:defPPr>${otherLevels}</p:defaultTextStyle>` +
    `${sectionList(plan)}</p:presentation>`
  );
}

function sectionList(plan: DeckPlan): string {
  if (plan.sections.length === 0) return '';
  const sections = plan.sections
    .map(({ name, first, count }) => {
      const slides = Array.from(
        { length: count },
        (_none, offset) => `<p14:sldId id="${slideId(first + offset)}"/>`,
      ).join('');
      return `<p14:section name="${escapeXml(name)}" id="${guidOf(`section ${first} ${name}`)}"><p14:sldIdLst>${slides}</p14:sldIdLst></p14:section>`;
    })
    .join('');
  return (
    '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">' +
    `${sections}</p14:sectionLst></p:ext></p:extLst>`
  );
}

/** A GUID of version 5's form, upper case, the same for the same seed. */
function guidOf(seed: string): string {
  const hex = createHash('sha1').update(seed).digest('hex').toUpperCase();
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-A${hex.slice(17, 20)}-${hex.slice(20, 32)}}`;
}
