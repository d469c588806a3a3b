/** The fill among the properties of a shape, a background or a table's cell; null where they name none. */
import type { XmlElement } from '../xml/parse-xml.js';

const fillNames: ReadonlySet<string> = new Set([
  'a:noFill',
  'a:solidFill',
  'a:gradFill',
  'a:blipFill',
  'a:pattFill',
  'a:grpFill',
]);

export const fillElement = (properties: XmlElement | null): XmlElement | null =>
  properties?.children.find(({ name }) => fillNames.has(name)) ?? null;
