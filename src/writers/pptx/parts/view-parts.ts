/** The small parts that are the same in every deck. */
import { element, xmlPart } from '../../xml/element.js';
import { namespaces } from '../../xml/presentation-ml.js';

export const presPropsPart = xmlPart(element('p:presentationPr', namespaces));

export const viewPropsPart = xmlPart(
  element('p:viewPr', namespaces, element('p:gridSpacing', { cx: 76_200, cy: 76_200 })),
);
