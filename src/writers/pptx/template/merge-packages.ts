/** The new package: the template's parts as they are packed there, with what is new, without what nothing leads to. */
import type { Memo } from '../../../memo/memo.js';
import { relationsOf, relationsPath } from '../../../powerpoint/package/relations.js';
import type { DeckTemplate } from '../../../powerpoint/template/landing.js';
import { partType } from '../package/content-types.js';
import { packPart, type PackedParts, type Parts } from '../package/pack.js';
import { writeZip, type ZipEntry } from '../package/zip.js';
import { editContentTypes, type TypedPart } from './edit-package-lists.js';

interface MergedPackage {
  /** Parts of the deck. Where one is called as a part of the template, that one goes. */
  readonly added: PackedParts;
  /** The template's own, changed, and what it lacks. */
  readonly edited: Parts;
  /** Parts of the template that new ones lead to. */
  readonly leads: Iterable<string>;
}

const contentTypes = '[Content_Types].xml';

/** In the template's order, with what is new behind. */
export function mergePackages(merged: MergedPackage, { template }: DeckTemplate, memo: Memo): Uint8Array {
  const { package: pack, main } = template;
  const { added, edited } = merged;
  const written = new Set([...edited.keys(), ...added.paths()]);
  const reached = reachable(merged, pack);
  const stays = [...pack.parts.keys()].filter(
    (path) => path === contentTypes || (reached.has(path) && !written.has(path)),
  );
  const paths = new Set([...stays, ...written]);
  const typed = [...written].flatMap((path): readonly TypedPart[] => {
    const type = partType(path);
    return type === null || path === main || (pack.parts.has(path) && !added.has(path)) ? [] : [{ path, type }];
  });
  const types = editContentTypes(pack.text(contentTypes)!, { main, added: typed, parts: paths });
  const packed = (path: string): ZipEntry => added.packed(path) ?? { path, ...packPart(path, edited.get(path)!, memo) };
  const old = [...pack.parts.values()].flatMap((part): readonly ZipEntry[] => {
    if (part.path === contentTypes) return [{ path: part.path, ...packPart(part.path, types, memo) }];
    if (written.has(part.path)) return [packed(part.path)];
    return paths.has(part.path) ? [part] : [];
  });
  return writeZip([...old, ...[...written].filter((path) => !pack.parts.has(path)).map(packed)]);
}

/** Parts of the template that relationships lead to, from the package's own in their new state and from new parts. */
function reachable(
  { added, edited, leads }: MergedPackage,
  pack: DeckTemplate['template']['package'],
): ReadonlySet<string> {
  const now = {
    ...pack,
    text: (path: string): string | null => {
      const content = edited.get(path);
      return typeof content === 'string' ? content : pack.text(path);
    },
  };
  const seen = new Set<string>(leads);
  const waiting = ['', ...seen];
  while (waiting.length > 0) {
    const part = waiting.pop()!;
    const list = relationsPath(part);
    // What a new part leads to is said by `leads`.
    if (added.has(part) || (!pack.parts.has(list) && !edited.has(list))) continue;
    seen.add(list);
    for (const { external, target } of relationsOf(now, part)) {
      if (external || seen.has(target)) continue;
      seen.add(target);
      waiting.push(target);
    }
  }
  return seen;
}
