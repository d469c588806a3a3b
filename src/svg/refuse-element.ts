/**
 * What an SVG may not hold: whatever runs, or leads out of the file. Decks carry the file as it is, so what is merely
 * not drawn on paper is no excuse.
 */
import type { SvgElement } from './svg-element.js';

const active = new Set([
  'script',
  'foreignobject',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'handler',
  'listener',
]);

/** Pixels inside the file; an SVG inside an SVG would be read by nobody. */
const innerPicture = /^\s*data:image\/(?:png|jpe?g);base64,/i;

/** Says what of an element is refused, as in `a script`; null where nothing is. */
export function refusalOf(name: string, attributes: SvgElement['attributes']): string | null {
  if (active.has(name.toLowerCase())) return `<${name}>`;
  for (const attribute in attributes) {
    const value = attributes[attribute]!;
    const local = attribute.slice(attribute.indexOf(':') + 1).toLowerCase();
    if (local.startsWith('on')) return `the event handler "${attribute}"`;
    if (attribute === 'xml:base') return '"xml:base", which leads out of the file';
    const leads = local === 'href' || local === 'src';
    if (leads && !/^\s*#/.test(value) && !(name === 'image' && innerPicture.test(value)))
      return `a reference to "${beginningOf(value)}", outside the file`;
    if (value.includes('(') || value.includes('\\')) {
      const refused = refusalInStyle(value);
      if (refused !== null) return refused;
    }
  }
  return null;
}

/** What is refused in a `style` element or attribute: CSS may name other files, and write their names with escapes. */
export function refusalInStyle(style: string): string | null {
  if (style.includes('\\')) return 'an escape in a style';
  if (/@import/i.test(style)) return '"@import", which leads out of the file';
  const outside = [...style.matchAll(/(?:url|src|image|image-set)\(\s*['"]?([^'")]*)/gi)].find(
    ([, target]) => !target!.trim().startsWith('#'),
  );
  return outside === undefined ? null : `a reference to "${beginningOf(outside[1]!)}", outside the file`;
}

/** No more than a message has room for. */
export const beginningOf = (value: string): string => {
  const characters = [...value.trim()];
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : characters.join('');
};
