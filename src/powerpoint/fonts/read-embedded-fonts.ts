/** The fonts that travel in a presentation: `p:embeddedFontLst` with the parts that it names. */
import type { OpenedPackage } from '../package/open-package.js';
import { relationsOf } from '../package/relations.js';
import { childOf, childrenOf, parseXml } from '../xml/parse-xml.js';
import { readEot, type EotFault } from './embedded-open-type.js';

export interface EmbeddedFonts {
  /** Fonts by face and weight: `Brand Sans:400`. */
  readonly fonts: ReadonlyMap<string, Uint8Array>;
  /** Faces of which no font could be read, with the reason. */
  readonly unread: ReadonlyMap<string, EotFault>;
}

/** @param main path of the presentation's own part. */
export function readEmbeddedFonts(pack: OpenedPackage, main: string): EmbeddedFonts {
  const relations = relationsOf(pack, main);
  const fonts = new Map<string, Uint8Array>();
  const unread = new Map<string, EotFault>();
  const list = childOf(parseXml(pack.text(main) ?? ''), 'p:embeddedFontLst');
  for (const font of childrenOf(list, 'p:embeddedFont')) {
    const face = childOf(font, 'p:font')?.attributes['typeface'] ?? '';
    for (const [style, weight] of [
      ['p:regular', '400'],
      ['p:bold', '700'],
    ] as const) {
      const id = childOf(font, style)?.attributes['r:id'];
      const path = relations.find((relation) => relation.id === id)?.target;
      const bytes = path === undefined ? null : pack.bytes(path);
      if (bytes === null) continue;
      const read = readEot(bytes);
      if (typeof read === 'string') unread.set(face, read);
      else fonts.set(`${face}:${weight}`, read);
    }
    if (fonts.has(`${face}:400`)) unread.delete(face);
  }
  return { fonts, unread };
}
