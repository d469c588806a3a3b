/** The identity that a deck carries, read back from whoever saved it last. */
import { targetsOf } from '../package/relations.js';
import type { OpenedPackage } from '../package/open-package.js';
import { parseXml } from '../xml/parse-xml.js';
import { identityNamespace, type DeckIdentity } from './deck-identity.js';

/** The identity, and the path of the part that holds it. */
export interface FoundIdentity {
  readonly identity: DeckIdentity | null;
  readonly identityPart: string | null;
}

/** Null for a deck that carries none, or one of a later format. */
export const readIdentity = (pack: OpenedPackage): DeckIdentity | null => findIdentity(pack).identity;

/** LibreOffice relates the part from the package instead of the presentation. */
export function findIdentity(pack: OpenedPackage): FoundIdentity {
  const main = targetsOf(pack, '', 'officeDocument')[0] ?? '';
  for (const path of [...targetsOf(pack, main, 'customXml'), ...targetsOf(pack, '', 'customXml')]) {
    const xml = pack.text(path);
    if (xml === null || !xml.includes(identityNamespace)) continue;
    const identity = parseIdentity(parseXml(xml)?.text ?? '');
    if (identity !== null) return { identity, identityPart: path };
  }
  return { identity: null, identityPart: null };
}

function parseIdentity(text: string): DeckIdentity | null {
  try {
    const identity = JSON.parse(text) as DeckIdentity;
    return identity.format === 2 && Array.isArray(identity.slides) ? identity : null;
  } catch {
    return null;
  }
}
