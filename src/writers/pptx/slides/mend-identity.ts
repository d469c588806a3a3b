/** What a shape is called, what it is for those who cannot see it, and where it leads: `p:cNvPr`. */
import { creationIdMark, decorativeExtension } from '../parts/shape-extensions.js';
import type { ShapePlan } from '../plan/deck-plan.js';
import { element, type Xml } from '../../xml/element.js';
import { replaceElement } from './draft-elements.js';

/** pptxgenjs numbers tables apart from the rest, and calls a picture without words by its file's path. */
export function mendIdentity(xml: string, shape: ShapePlan, id: number, link: Xml | null): string {
  const { name, alt, decorative } = shape;
  const descr = decorative || alt === '' ? null : alt;
  const extensions = element('a:extLst', {}, creationIdMark(shape.guid), decorative && decorativeExtension);
  return replaceElement(xml, 'p:cNvPr', element('p:cNvPr', { id, name, descr }, link, extensions));
}
