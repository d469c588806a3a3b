/** Relationships of a package's parts (ISO 29500-2, 9.3), with targets as paths of the package. */
import type { OpenedPackage } from './open-package.js';
import { parseXml } from '../xml/parse-xml.js';

export interface Relation {
  readonly id: string;
  /** The last word of its type: slideLayout, image, officeDocument … */
  readonly type: string;
  /** A path of the package, without a leading slash; a URI where it leads outside. */
  readonly target: string;
  readonly external: boolean;
}

/** The path of the part that holds a part's relationships; of the package's own for an empty path. */
export function relationsPath(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** Those that lead to a part that is not there are left out: a template may name what was taken out of it. */
export function relationsOf(pack: OpenedPackage, part: string): readonly Relation[] {
  return allRelationsOf(pack, part).filter(({ external, target }) => external || pack.parts.has(target));
}

export function allRelationsOf(pack: OpenedPackage, part: string): readonly Relation[] {
  const known = read.get(pack) ?? new Map<string, readonly Relation[]>();
  read.set(pack, known);
  const relations = known.get(part) ?? readRelations(pack, part);
  known.set(part, relations);
  return relations;
}

/** By package and part: what a package says never changes, and is asked for by many. */
const read = new WeakMap<OpenedPackage, Map<string, readonly Relation[]>>();

function readRelations(pack: OpenedPackage, part: string): readonly Relation[] {
  const root = parseXml(pack.text(relationsPath(part)) ?? '');
  return (root?.children ?? []).map(({ attributes }): Relation => {
    const external = attributes['TargetMode'] === 'External';
    const target = attributes['Target'] ?? '';
    return {
      id: attributes['Id'] ?? '',
      type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
      target: external ? target : resolveTarget(part, target),
      external,
    };
  });
}

/** The parts that a part leads to by relationships of this type. */
export const targetsOf = (pack: OpenedPackage, part: string, type: string): readonly string[] =>
  relationsOf(pack, part).flatMap((relation) =>
    relation.type === type && !relation.external ? [relation.target] : [],
  );

export function resolveTarget(owner: string, target: string): string {
  const segments = target.startsWith('/') ? [] : owner.split('/').slice(0, -1);
  for (const segment of decodeTarget(target).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

const decodeTarget = (target: string): string => {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
};

/** From one part to another, as a relationship names it. */
export function relativeTarget(from: string, to: string): string {
  const [own, other] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < own.length && shared < other.length - 1 && own[shared] === other[shared]) shared += 1;
  return [...own.slice(shared).map(() => '..'), ...other.slice(shared)].join('/');
}
