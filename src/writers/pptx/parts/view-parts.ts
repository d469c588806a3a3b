/** The small parts that are the same in every deck. */
import { element, xmlPart } from '../../xml/element.js';
import { drawingNamespace, namespaces } from '../../xml/presentation-ml.js';

export const presPropsPart = xmlPart(element('p:presentationPr', namespaces));

export const viewPropsPart = xmlPart(
  element('p:viewPr', namespaces, element('p:gridSpacing', { cx: 76_200, cy: 76_200 })),
);

/** The default style, by its GUID, is PowerPoint's own. */
export const tableStylesPart = xmlPart(
  element('a:tblStyleLst', { 'xmlns:a': drawingNamespace, def: '{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}' }),
);
