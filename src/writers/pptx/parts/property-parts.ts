/** docProps: what the file says of itself. The only date is the report's own. */
import type { DeckPlan } from '../plan/deck-plan.js';
import { element, textElement, xmlPart, type Xml } from '../../xml/element.js';

const coreNamespaces = {
  'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:dcmitype': 'http://purl.org/dc/dcmitype/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
};

export function corePart({ meta }: DeckPlan): string {
  const isDated = /^\d{4}-\d{2}-\d{2}$/.test(meta.date);
  const date = (name: string): Xml => textElement(name, `${meta.date}T00:00:00Z`, { 'xsi:type': 'dcterms:W3CDTF' });
  return xmlPart(
    element(
      'cp:coreProperties',
      coreNamespaces,
      textElement('dc:title', meta.title),
      textElement('dc:subject', meta.subject),
      textElement('dc:creator', meta.author),
      textElement('cp:keywords', meta.keywords.join(', ')),
      textElement('dc:description', meta.subtitle),
      textElement('cp:lastModifiedBy', meta.author),
      textElement('cp:revision', 1),
      isDated && [date('dcterms:created'), date('dcterms:modified')],
      textElement('dc:language', meta.language),
    ),
  );
}

const extendedNamespaces = {
  xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties',
  'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
};

export function appPart({ slides, theme }: DeckPlan): string {
  const titles = slides.map((slide, index) => slide.title || `Slide ${index + 1}`);
  return xmlPart(
    element(
      'Properties',
      extendedNamespaces,
      textElement('TotalTime', 0),
      textElement('Application', 'Microsoft Office PowerPoint'),
      textElement('PresentationFormat', 'Widescreen'),
      textElement('Slides', slides.length),
      textElement('Notes', slides.filter((slide) => slide.notes.length > 0).length),
      textElement('HiddenSlides', 0),
      textElement('ScaleCrop', 'false'),
      element(
        'HeadingPairs',
        {},
        headings([
          ['Theme', 1],
          ['Slide Titles', slides.length],
        ]),
      ),
      element(
        'TitlesOfParts',
        {},
        vector(
          'lpstr',
          [theme.name, ...titles].map((title) => textElement('vt:lpstr', title)),
        ),
      ),
      textElement('LinksUpToDate', 'false'),
      textElement('SharedDoc', 'false'),
      textElement('HyperlinksChanged', 'false'),
      textElement('AppVersion', '16.0000'),
    ),
  );
}

const vector = (baseType: string, items: readonly Xml[]): Xml =>
  element('vt:vector', { size: items.length, baseType }, items);

/** Pairs of a kind of part and how many there are. */
const headings = (pairs: readonly (readonly [string, number])[]): Xml =>
  vector(
    'variant',
    pairs.flatMap(([name, count]) => [
      element('vt:variant', {}, textElement('vt:lpstr', name)),
      element('vt:variant', {}, textElement('vt:i4', count)),
    ]),
  );
