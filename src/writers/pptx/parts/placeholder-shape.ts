/** A placeholder as it stands in a slide layout or in the master. */
import { placeholderName } from '../../../locale/part-words.js';
import type { Box, Insets } from '../../../model/length.js';
import type { Theme } from '../../../model/theme.js';
import type { PlaceholderPlan, PlaceholderType } from '../plan/deck-plan.js';
import { emu, placeXml, presetGeometry } from '../../xml/drawing-ml.js';
import { asXml, element, textElement, type Xml } from '../../xml/element.js';
import { listLevels, plainLevel } from './level-properties.js';

export function placeholderShape(
  placeholder: PlaceholderPlan,
  id: number,
  language: string,
  fonts: Theme['fonts'],
): Xml {
  const { type, box, inset, valign, style, bulleted, prompt } = placeholder;
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id, name: placeholderName(type, id - 1, language) }),
      groupLock,
      element('p:nvPr', {}, placeholderReference(placeholder)),
    ),
    element('p:spPr', {}, transform(box), presetGeometry('rect')),
    element(
      'p:txBody',
      {},
      bodyProperties(inset, valign),
      element('a:lstStyle', {}, bulleted ? listLevels(style, 3, fonts) : plainLevel(style, fonts)),
      element('a:p', {}, content(type, prompt, language)),
    ),
  );
}

/** A placeholder cannot be grouped. */
export const groupLock = element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: 1 }));

export function placeholderReference({
  type,
  index,
  foreign,
}: Pick<PlaceholderPlan, 'type' | 'index' | 'foreign'>): Xml {
  if (foreign !== undefined) return asXml(foreign.reference);
  const isQuarter = type === 'dt' || type === 'ftr' || type === 'sldNum';
  return element('p:ph', { type, sz: isQuarter ? 'quarter' : null, idx: index });
}

export const transform = (box: Box): Xml => placeXml(emu(box.x), emu(box.y), emu(box.width), emu(box.height));

const anchors = { top: 't', middle: 'ctr', bottom: 'b' } as const;

/** Text that stays as it was set: no program makes it smaller to fit. */
export const bodyProperties = (
  inset: Insets,
  valign: keyof typeof anchors,
  wrap: 'square' | 'none' = 'square',
  shrinks = false,
): Xml =>
  element(
    'a:bodyPr',
    {
      vert: 'horz',
      wrap,
      lIns: emu(inset.left),
      tIns: emu(inset.top),
      rIns: emu(inset.right),
      bIns: emu(inset.bottom),
      rtlCol: 0,
      anchor: anchors[valign],
    },
    element(shrinks ? 'a:normAutofit' : 'a:noAutofit'),
  );

function content(type: PlaceholderType, prompt: string, lang: string): Xml {
  const properties = element('a:rPr', { lang });
  if (type === 'sldNum') return slideNumberField('‹#›', properties);
  if (prompt === '') return element('a:endParaRPr', { lang });
  return element('a:r', {}, properties, textElement('a:t', prompt));
}

/** The field's own GUID is free; all of one kind share it. */
export const slideNumberField = (text: string, runProperties: Xml): Xml =>
  element(
    'a:fld',
    { id: '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}', type: 'slidenum' },
    runProperties,
    textElement('a:t', text),
  );
