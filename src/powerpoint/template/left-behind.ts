/** Parts of a template that no deck made of it keeps, by rule: they would be broken, or speak of another document. */
import type { OpenedPackage } from '../package/open-package.js';
import { allRelationsOf, type Relation } from '../package/relations.js';
import { childOf, parseXml } from '../xml/parse-xml.js';
import type { Template } from './template.js';

/** By the last word of a relationship's type. */
const types: ReadonlySet<string> = new Set([
  // Macros: a .pptx may hold none.
  'vbaProject',
  // Who edited another deck when, with names of people and of slides that are gone.
  'revisionInfo',
  'changesInfo',
  // A picture of the template's own first slide.
  'thumbnail',
  // Signatures do not outlive a change.
  'origin',
]);

export const isLeftBehind = ({ type }: Relation): boolean => types.has(type);

/** What of that a user should know of. */
export function leftBehind({ package: pack, main }: Pick<Template, 'package' | 'main'>): readonly string[] {
  const relations = [...allRelationsOf(pack, ''), ...allRelationsOf(pack, main)];
  return [
    ...(relations.some(({ type }) => type === 'vbaProject') ? ['macros'] : []),
    ...(relations.some(({ type }) => type === 'origin') ? ['a digital signature'] : []),
    ...(hasWritePassword(pack, main) ? ['a password against changes'] : []),
  ];
}

const hasWritePassword = (pack: OpenedPackage, main: string): boolean =>
  childOf(parseXml(pack.text(main) ?? ''), 'p:modifyVerifier') !== null;
