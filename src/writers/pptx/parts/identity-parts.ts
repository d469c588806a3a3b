/**
 * The parts that carry a deck's identity: a custom XML part with its properties, and one custom property of the
 * document.
 */
import { buildProperty, identityNamespace, type DeckIdentity } from '../../../powerpoint/identity/deck-identity.js';
import { identityJson } from '../../../powerpoint/identity/identity-json.js';
import { guidOf } from '../../../powerpoint/identity/guid.js';
import { element, text, textElement, xmlPart, type Xml } from '../../xml/element.js';

/** In UTF-8, encoded slide by slide. */
export function identityPart(identity: DeckIdentity): Uint8Array {
  // An element around a mark, for its two ends.
  const mark = '\u007f';
  const [opening = '', closing = ''] = xmlPart(textElement('deck', mark, { xmlns: identityNamespace })).split(mark);
  const pieces = [Buffer.from(opening)];
  for (const piece of identityJson(identity)) pieces.push(Buffer.from(text(piece)));
  return Buffer.concat([...pieces, Buffer.from(closing)]);
}

/** ISO 29500-1, 22.5: who reads the part knows it by its schema. */
export const identityPropertiesPart = (): string =>
  xmlPart(
    element(
      'ds:datastoreItem',
      {
        'ds:itemID': guidOf(identityNamespace),
        'xmlns:ds': 'http://schemas.openxmlformats.org/officeDocument/2006/customXml',
      },
      element('ds:schemaRefs', {}, element('ds:schemaRef', { 'ds:uri': identityNamespace })),
    ),
  );

/** Properties of a document count from 2 (ISO 29500-1, 22.3.2.2). */
export const buildPropertyElement = ({ build }: DeckIdentity, pid = 2): Xml =>
  element(
    'property',
    { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid, name: buildProperty },
    textElement('vt:lpwstr', build, {
      'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
    }),
  );

export const customPropertiesPart = (identity: DeckIdentity): string =>
  xmlPart(
    element(
      'Properties',
      { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties' },
      buildPropertyElement(identity),
    ),
  );
