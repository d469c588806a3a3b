/** A new paragraph that looks like another: its marks, its indents, the look of its first run. */
import { escapeText } from '../../powerpoint/edited/edit-xml.js';
import type { EditedParagraph } from '../../powerpoint/edited/paragraphs.js';
import { childOf } from '../../powerpoint/xml/parse-xml.js';

/** XML of `a:p`, or of whatever the file calls it. */
export function paragraphLike(xml: string, { element }: EditedParagraph, text: string): string {
  const prefix = /^<([\w-]+:)?/.exec(xml.slice(element.start, element.start + 40))?.[1] ?? '';
  const tag = (name: string, content: string): string => `<${prefix}${name}>${content}</${prefix}${name}>`;
  const properties = childOf(element, 'a:pPr');
  const run = element.children.find(({ name }) => name === 'a:r');
  const look = childOf(run, 'a:rPr');
  const raw = (part: { readonly start: number; readonly end: number } | null): string =>
    part === null ? '' : xml.slice(part.start, part.end);
  return tag('p', raw(properties) + tag('r', raw(look) + tag('t', escapeText(text))));
}
