/**
 * Relationships of a part, always by relative targets: some readers crash on absolute ones, others take parts twice.
 */
import { element, xmlPart, type Xml } from '../../xml/element.js';
import { relationshipsNamespace as office } from '../../xml/presentation-ml.js';

export interface Relationship {
  readonly id: string;
  /** The last word of the type's URI: slide, image, notesMaster … */
  readonly type: string;
  /** Relative to the folder of the part that has it, or a URI. */
  readonly target: string;
  readonly external?: boolean;
}

const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const outsiders: Readonly<Record<string, string>> = {
  'core-properties': `${packageRelationships}/metadata/core-properties`,
  chartEx: 'http://schemas.microsoft.com/office/2014/relationships/chartEx',
  chartStyle: 'http://schemas.microsoft.com/office/2011/relationships/chartStyle',
  chartColorStyle: 'http://schemas.microsoft.com/office/2011/relationships/chartColorStyle',
};

export const relationshipElement = ({ id, type, target, external }: Relationship): Xml =>
  element('Relationship', {
    Id: id,
    Type: outsiders[type] ?? `${office}/${type}`,
    Target: target,
    TargetMode: external ? 'External' : null,
  });

export const relationshipsPart = (relationships: readonly Relationship[]): string =>
  xmlPart(element('Relationships', { xmlns: packageRelationships }, relationships.map(relationshipElement)));

const spellings = {
  id: /\bId="([^"]*)"/,
  type: /\bType="([^"]*)"/,
  target: /\bTarget="([^"]*)"/,
  mode: /\bTargetMode="([^"]*)"/,
} as const;

const attribute = (element: string, name: keyof typeof spellings): string =>
  (spellings[name].exec(element)?.[1] ?? '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

export const readRelationships = (xml: string): readonly Relationship[] =>
  [...xml.matchAll(/<Relationship\s[^>]*>/g)].map(([element]) => ({
    id: attribute(element, 'id'),
    type: attribute(element, 'type').split('/').at(-1)!,
    target: attribute(element, 'target'),
    ...(attribute(element, 'mode') === 'External' ? { external: true } : {}),
  }));

/** The path of the part that holds a part's relationships. */
export const relationshipsPath = (part: string): string => {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
};
