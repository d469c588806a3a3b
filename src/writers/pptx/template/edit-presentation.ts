/**
 * presentation.xml of a template for the deck that is made in it: other slides, its own sections, no password against
 * changes; all else as it was.
 */
import {
  childOf,
  childrenOf,
  everyElement,
  numberOf,
  parseXml,
  type XmlElement,
} from '../../../powerpoint/xml/parse-xml.js';
import { element, type Xml } from '../../xml/element.js';
import { namespaces } from '../../xml/presentation-ml.js';
import { splice, type Splice } from '../../../powerpoint/edited/edit-xml.js';

export interface ShownSlide {
  /** The id of the relationship that leads to it: `rId7`. */
  readonly relation: string;
  /** `p:sldId`'s; null for a new one. */
  readonly id: number | null;
}

export interface PresentationEdit {
  readonly slides: readonly ShownSlide[];
  /** Relationship of a notes master that the template lacks; null where none is added. */
  readonly notesMaster: string | null;
  /** `p:ext` of sections, made of the slides' ids in their order; null without any. */
  sections(ids: readonly number[]): Xml | null;
  /** A finished deck keeps its sections and its shows: new slides join the section of the slide before them. */
  readonly isHost: boolean;
}

/** Where a list of slides goes, where there is none: behind the last of these (ISO 29500-1, 19.2.1.26). */
const before = ['p:sldMasterIdLst', 'p:notesMasterIdLst', 'p:handoutMasterIdLst'] as const;
const powerpoint2010 = 'http://schemas.microsoft.com/office/powerpoint/2010/main';
const sectionsUri = '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}';

export function editPresentation(xml: string, edit: PresentationEdit): string {
  const root = parseXml(xml);
  if (root === null) throw new Error('a template was opened that has no presentation');
  const list = childOf(root, 'p:sldIdLst');
  const ids = numberSlides(list, edit.slides);
  const { 'xmlns:p': presentation, 'xmlns:r': relationships } = namespaces;
  const slides = element(
    'p:sldIdLst',
    { 'xmlns:p': presentation, 'xmlns:r': relationships },
    edit.slides.map(({ relation }, index) => element('p:sldId', { id: ids[index]!, 'r:id': relation })),
  );
  const behind = (name: (typeof before)[number][]): number =>
    Math.max(root.contentStart, ...name.map((each) => childOf(root, each)?.end ?? 0));
  const notes =
    edit.notesMaster === null
      ? []
      : [
          insertion(
            behind(['p:sldMasterIdLst']),
            element(
              'p:notesMasterIdLst',
              { 'xmlns:p': presentation, 'xmlns:r': relationships },
              element('p:notesMasterId', { 'r:id': edit.notesMaster }),
            ),
          ),
        ];
  const shown =
    list === null ? insertion(behind([...before]), slides) : { start: list.start, end: list.end, text: slides };
  const dropped = (edit.isHost ? ['p:modifyVerifier'] : ['p:custShowLst', 'p:modifyVerifier']).flatMap((name) =>
    childrenOf(root, name).map(removal),
  );
  const sections = edit.isHost ? joinSections(root, edit.slides, ids) : sectionChanges(xml, root, edit.sections(ids));
  return splice(xml, [...notes, shown, ...dropped, ...sections]);
}

const insertion = (at: number, text: string): Splice => ({ start: at, end: at, text });
const removal = ({ start, end }: XmlElement): Splice => ({ start, end, text: '' });

/** New ids lie above all old ones, those of dropped slides too: links and shows may still name them. */
function numberSlides(list: XmlElement | null, slides: readonly ShownSlide[]): readonly number[] {
  const old = childrenOf(list, 'p:sldId').map((slide) => numberOf(slide, 'id') ?? 0);
  let next = Math.max(255, ...old.filter((id) => id < 2 ** 31 - slides.length - 1));
  return slides.map(({ id }) => id ?? (next += 1));
}

/** New slides behind the one that they follow, before the one that follows them where they are the first. */
function joinSections(root: XmlElement, slides: readonly ShownSlide[], ids: readonly number[]): readonly Splice[] {
  const first = slides.findIndex(({ id }) => id === null);
  const added = ids.filter((_, index) => slides[index]!.id === null);
  const neighbour = first > 0 ? ids[first - 1] : ids.find((_, index) => slides[index]!.id !== null);
  const place = [...everyElement(root)].find(
    ({ name, attributes }) => name === 'p14:sldId' && attributes['id'] === String(neighbour),
  );
  if (place === undefined || first < 0) return [];
  const put = added.map((id) => element('p14:sldId', { 'xmlns:p14': powerpoint2010, id })).join('');
  return [insertion(first > 0 ? place.end : place.start, put)];
}

/** Sections go first among the extensions, in the place of the template's own. */
function sectionChanges(xml: string, root: XmlElement, sections: Xml | null): readonly Splice[] {
  const extensions = childOf(root, 'p:extLst');
  const old = childrenOf(extensions, 'p:ext').filter(({ attributes }) => attributes['uri'] === sectionsUri);
  const isAlone = old.length > 0 && old.length === extensions?.children.length;
  if (sections === null) return isAlone ? [removal(extensions!)] : old.map(removal);
  if (extensions === null) {
    const closing = xml.lastIndexOf('</');
    const { 'xmlns:p': presentation } = namespaces;
    return [insertion(closing, element('p:extLst', { 'xmlns:p': presentation }, sections))];
  }
  return [insertion(extensions.contentStart, sections), ...old.map(removal)];
}
