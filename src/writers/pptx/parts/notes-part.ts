/**
 * Speaker notes: the notes master, and a notes page for each slide that has some, a paragraph each. Addresses in them
 * are links; each page has its slide's number.
 */
import { guidOf } from '../../../powerpoint/identity/guid.js';
import { placeholderName } from '../../../locale/part-words.js';
import type { DeckPlan, SlidePlan } from '../plan/deck-plan.js';
import { fillXml, noFill, placeXml, presetGeometry } from '../../xml/drawing-ml.js';
import { element, textElement, xmlPart, type Attributes, type Xml } from '../../xml/element.js';
import { backgroundXml, colorMap, emptyGroup, mastersColors, namespaces } from '../../xml/presentation-ml.js';
import type { Relationship } from '../package/relationships.js';
import { defaultLevels } from './level-properties.js';

/** A placeholder of the notes page or of its master: the picture of the slide, the notes themselves, the number. */
interface NotesPlaceholder {
  readonly id: number;
  readonly name: string;
  /** Attributes of `p:ph`. */
  readonly reference: Attributes;
  readonly locks: Attributes;
  /** Nothing where the master's hold. */
  readonly properties?: readonly Xml[];
  readonly body?: Xml;
}

const placeholder = ({ id, name, reference, locks, properties = [], body }: NotesPlaceholder): Xml =>
  element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id, name }),
      element('p:cNvSpPr', {}, element('a:spLocks', locks)),
      element('p:nvPr', {}, element('p:ph', reference)),
    ),
    element('p:spPr', {}, properties),
    body ?? null,
  );

const slideImage = (language: string) => ({
  id: 2,
  name: placeholderName('sldImg', 1, language),
  locks: { noGrp: 1, noRot: 1, noChangeAspect: 1 },
});
const notesText = (language: string) => ({ id: 3, name: placeholderName('notes', 2, language), locks: { noGrp: 1 } });

const slideNumber = (language: string) => ({
  id: 4,
  name: placeholderName('sldNum', 3, language),
  reference: { type: 'sldNum', sz: 'quarter', idx: 5 },
  locks: { noGrp: 1 },
});

/** The number of the slide, which PowerPoint writes anew. */
const numberBody = (lang: string, shown: string, align: 'r' | null): Xml =>
  element(
    'p:txBody',
    {},
    element('a:bodyPr', align === null ? {} : { anchor: 'b' }),
    element('a:lstStyle'),
    element(
      'a:p',
      {},
      align !== null && element('a:pPr', { algn: align }),
      element(
        'a:fld',
        { id: guidOf('number of a notes page'), type: 'slidenum' },
        element('a:rPr', { lang }),
        textElement('a:t', shown),
      ),
    ),
  );

/** Sizes in EMU of an upright page of 190.5 by 254 mm, PowerPoint's own for notes. */
export function notesMasterPart(plan: DeckPlan): string {
  const image = placeholder({
    ...slideImage(plan.meta.language),
    reference: { type: 'sldImg', idx: 2 },
    properties: [
      placeXml(685_800, 1_143_000, 5_486_400, 3_086_100),
      presetGeometry('rect'),
      noFill,
      element('a:ln', { w: 12_700 }, fillXml({ slot: 'dk1' })),
    ],
  });
  const text = placeholder({
    ...notesText(plan.meta.language),
    reference: { type: 'body', sz: 'quarter', idx: 3 },
    properties: [placeXml(685_800, 4_400_550, 5_486_400, 3_600_450), presetGeometry('rect')],
    body: masterBody(plan.meta.language),
  });
  const number = placeholder({
    ...slideNumber(plan.meta.language),
    properties: [placeXml(3_884_613, 8_685_213, 2_971_800, 458_787), presetGeometry('rect')],
    body: numberBody(plan.meta.language, '‹#›', 'r'),
  });
  return xmlPart(
    element(
      'p:notesMaster',
      namespaces,
      element('p:cSld', {}, backgroundXml({ slot: 'lt1' }), element('p:spTree', {}, emptyGroup, image, text, number)),
      colorMap,
      element('p:notesStyle', {}, defaultLevels(12)),
    ),
  );
}

const masterBody = (lang: string): Xml =>
  element(
    'p:txBody',
    {},
    element('a:bodyPr', { vert: 'horz', lIns: 91_440, tIns: 45_720, rIns: 91_440, bIns: 45_720, rtlCol: 0 }),
    element('a:lstStyle'),
    element('a:p', {}, element('a:pPr', { lvl: 0 }), element('a:endParaRPr', { lang })),
  );

/** An address of the web in plain words, without the mark that ends its sentence. */
const address = /https?:\/\/[^\s<>"'“”‘’（）()，。；：！？、]*[^\s<>"'“”‘’（）()，。；：！？、.,;:!?]/g;

/** The addresses in a slide's notes, each once, in the order in which they come. */
const addressesIn = ({ notes }: Pick<SlidePlan, 'notes'>): readonly string[] => [
  ...new Set(notes.flatMap(({ text }) => text.match(address) ?? [])),
];

/** The first relationships are those of the notes master and the slide. */
const linkId = (index: number): string => `rId${index + 3}`;

/** What a notes page's part leads to beside its master and its slide. */
export const notesLinks = (slide: Pick<SlidePlan, 'notes'>): readonly Relationship[] =>
  addressesIn(slide).map((target, index) => ({ id: linkId(index), type: 'hyperlink', target, external: true }));

/**
 * @param isOurs whether the notes master is ours: only then is it known to have a place for the number.
 */
export function notesPart(slide: SlidePlan, language: string, { number, isOurs }: NotesPage): string {
  const links = addressesIn(slide);
  const run = (text: string, lang: string): Xml => {
    const link = links.indexOf(text);
    const properties = element('a:rPr', { lang }, link >= 0 && element('a:hlinkClick', { 'r:id': linkId(link) }));
    return element('a:r', {}, properties, textElement('a:t', text));
  };
  const paragraphs = slide.notes.map(({ text, lang }) =>
    element('a:p', {}, text === '' ? element('a:endParaRPr', { lang }) : partsOf(text).map((part) => run(part, lang))),
  );
  const body = element('p:txBody', {}, element('a:bodyPr'), element('a:lstStyle'), paragraphs);
  const shapes = [
    placeholder({ ...slideImage(language), reference: { type: 'sldImg' } }),
    placeholder({ ...notesText(language), reference: { type: 'body', idx: 1 }, body }),
    isOurs && placeholder({ ...slideNumber(language), body: numberBody(language, String(number), null) }),
  ];
  return xmlPart(
    element('p:notes', namespaces, element('p:cSld', {}, element('p:spTree', {}, emptyGroup, shapes)), mastersColors),
  );
}

export interface NotesPage {
  /** Of its slide, from 1. */
  readonly number: number;
  readonly isOurs: boolean;
}

/** Addresses apart from the words around them. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    parts.push(text.slice(from, index), found);
    from = index + found.length;
  }
  return [...parts, text.slice(from)].filter((part) => part !== '');
}
