/** Speaker notes: the notes master, and a notes page for each slide that has some, a paragraph each. */
import { placeholderName } from '../../../locale/part-words.js';
import type { DeckPlan, SlidePlan } from '../plan/deck-plan.js';
import { fillXml, noFill, placeXml, presetGeometry } from '../../xml/drawing-ml.js';
import { element, textElement, xmlPart, type Attributes, type Xml } from '../../xml/element.js';
import { backgroundXml, colorMap, emptyGroup, mastersColors, namespaces } from '../../xml/presentation-ml.js';
import { defaultLevels } from './level-properties.js';

/** A placeholder of the notes page or of its master: the picture of the slide, or the notes themselves. */
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
  return xmlPart(
    element(
      'p:notesMaster',
      namespaces,
      element('p:cSld', {}, backgroundXml({ slot: 'lt1' }), element('p:spTree', {}, emptyGroup, image, text)),
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

export function notesPart({ notes }: SlidePlan, language: string): string {
  const image = placeholder({ ...slideImage(language), reference: { type: 'sldImg' } });
  const paragraphs = notes.map(({ text, lang }) =>
    element(
      'a:p',
      {},
      text === ''
        ? element('a:endParaRPr', { lang })
        : element('a:r', {}, element('a:rPr', { lang }), textElement('a:t', text)),
    ),
  );
  const body = element('p:txBody', {}, element('a:bodyPr'), element('a:lstStyle'), paragraphs);
  const text = placeholder({ ...notesText(language), reference: { type: 'body', idx: 1 }, body });
  return xmlPart(
    element(
      'p:notes',
      namespaces,
      element('p:cSld', {}, element('p:spTree', {}, emptyGroup, image, text)),
      mastersColors,
    ),
  );
}
