/** Sections of a deck: an extension of PowerPoint 2010 that stands first in presentation.xml's list of them. */
import type { SectionPlan } from '../plan/deck-plan.js';
import { element, type Xml } from '../../xml/element.js';
import { guidOf } from '../../../powerpoint/identity/guid.js';

/** `idOf` gives the id of a slide of the plan. */
export function sectionsExtension(plans: readonly SectionPlan[], idOf: (slide: number) => number): Xml {
  const sections = plans.map(({ name, first, count }) =>
    element(
      'p14:section',
      { name, id: guidOf(`section ${first} ${name}`) },
      element(
        'p14:sldIdLst',
        {},
        Array.from({ length: count }, (_none, offset) => element('p14:sldId', { id: idOf(first + offset) })),
      ),
    ),
  );
  return element(
    'p:ext',
    { uri: '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}' },
    element('p14:sectionLst', { 'xmlns:p14': 'http://schemas.microsoft.com/office/powerpoint/2010/main' }, sections),
  );
}
