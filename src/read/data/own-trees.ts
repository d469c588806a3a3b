/**
 * Trees of briefkit's own themes, bundles and layouts, found by their text: one that somebody has edited has another,
 * and is parsed.
 */
import { markOfBytes } from '../../memo/content-mark.js';
import { ownTreesText } from '../../project/package-folder.js';
import { unpackTree, type PackedTree } from './packed-tree.js';
import type { PlacedNode } from './placed-node.js';

/** By the mark of the text. Read once: it is a part of the program. */
let known: ReadonlyMap<string, PackedTree> | null = null;

/** No text of ours is longer, in UTF-16 units: a report's own files are not even marked. */
const longest = 32_768;

/** Null for any other text, and where the program runs from source. */
export function ownTree(text: string): PlacedNode | null {
  if (text.length > longest) return null;
  known ??= new Map(Object.entries(JSON.parse(ownTreesText() ?? '{}') as Record<string, PackedTree>));
  const packed = known.size === 0 ? undefined : known.get(markOfBytes(text));
  return packed === undefined ? null : unpackTree(packed);
}
