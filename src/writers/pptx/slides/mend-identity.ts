/** What a shape is called, what it is for those who cannot see it, and where it leads: `p:cNvPr`. */
import { decorativeMark } from '../parts/layout-part.js';
import type { ShapePlan } from '../plan/deck-plan.js';
import { escapeXml } from '../../xml/presentation-xml.js';

const identityElement = /<p:cNvPr [^>]*?(?:\/>|>[\s\S]*?<\/p:cNvPr>)/;

/** pptxgenjs numbers tables apart from the rest, and calls a picture without words by its file's path. */
export function mendIdentity(xml: string, shape: ShapePlan, id: number, link: string): string {
  const described = !shape.decorative && shape.alt !== '' ? ` descr="${escapeXml(shape.alt)}"` : '';
  const content = `${link}${shape.decorative ? decorativeMark : ''}`;
  const opening = `<p:cNvPr id="${id}" name="${escapeXml(shape.name)}"${described}`;
  return xml.replace(identityElement, () => (content === '' ? `${opening}/>` : `${opening}>${content}</p:cNvPr>`));
}
