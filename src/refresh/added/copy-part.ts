/** Parts of the report's deck taken over into an edited one, under names that are free there. */
import type { EditedDeck } from '../../powerpoint/edited/edited-deck.js';
import { relationsOf, relationsPath, relativeTarget } from '../../powerpoint/package/relations.js';
import { partType } from '../../writers/pptx/package/content-types.js';
import { relationshipsPart, type Relationship } from '../../writers/pptx/package/relationships.js';
import { editContentTypes } from '../../writers/pptx/template/edit-package-lists.js';

export interface PartsTarget {
  readonly deck: EditedDeck;
  /** New contents by path. */
  readonly parts: Map<string, string | Uint8Array>;
  /** A path that no part has, like the one given: `ppt/charts/chart7.xml`. */
  fresh(path: string): string;
}

/** @param parts what is new or another already; added to */
export function partsTarget(deck: EditedDeck, parts: Map<string, string | Uint8Array>): PartsTarget {
  const taken = new Set([...deck.pack.parts.keys(), ...parts.keys()].map((path) => path.toLowerCase()));
  return {
    deck,
    parts,
    fresh(path) {
      const [, stem = path, extension = ''] = /^(.*?)\d*(\.\w+)$/.exec(path) ?? [];
      let number = 1;
      while (taken.has(`${stem}${number}${extension}`.toLowerCase())) number += 1;
      const name = `${stem}${number}${extension}`;
      taken.add(name.toLowerCase());
      return name;
    },
  };
}

/** A part and what it leads to: a chart and its workbook, a picture. Its path in the target. */
export function copyPart(from: string, source: EditedDeck, target: PartsTarget): string {
  const path = target.fresh(from);
  target.parts.set(path, /\.xml$/i.test(from) ? source.pack.text(from)! : source.pack.bytes(from)!);
  const relations = relationsOf(source.pack, from).map(
    ({ id, type, external, target: to }): Relationship =>
      external
        ? { id, type, target: to, external }
        : { id, type, target: relativeTarget(path, copyPart(to, source, target)) },
  );
  if (relations.length > 0) target.parts.set(relationsPath(path), relationshipsPart(relations));
  return path;
}

const typesPath = '[Content_Types].xml';

/** The package's list says of each new part what it is. */
export function listTypes({ deck: { pack }, parts }: PartsTarget): void {
  const added = [...parts.keys()].filter((path) => !pack.parts.has(path) && !path.endsWith('.rels'));
  parts.set(
    typesPath,
    editContentTypes(pack.text(typesPath)!, {
      main: null,
      added: added.flatMap((path) => {
        const type = partType(path);
        return type === null ? [] : [{ path, type }];
      }),
      parts: new Set([...pack.parts.keys(), ...added]),
    }),
  );
}
