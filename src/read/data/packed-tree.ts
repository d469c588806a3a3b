/** A tree of YAML as JSON and back: briefkit's own templates are parsed when it is bundled. */
import { fileText } from '../source/source-text.js';
import type { PlacedNode, PlacedScalar } from './placed-node.js';
import { readYamlTree } from './yaml-tree.js';

/** A node that is no scalar: JSON has no maps. */
interface PackedList {
  readonly kind: 'list';
  readonly start: number;
  readonly items: readonly PackedTree[];
}
interface PackedMap {
  readonly kind: 'map';
  readonly start: number;
  readonly entries: readonly PackedEntry[];
}
type PackedEntry = readonly [name: string, keyStart: number, value: PackedTree];
export type PackedTree = PlacedScalar | PackedList | PackedMap;

/** Null for a text of which something would be told. */
export function packedTreeOf(text: string): PackedTree | null {
  let isSound = true;
  const tree = readYamlTree(fileText('', text), () => void (isSound = false));
  return isSound && tree !== null ? packTree(tree) : null;
}

function packTree(node: PlacedNode): PackedTree {
  if (node.kind === 'scalar') return node;
  if (node.kind === 'list') return { ...node, items: node.items.map(packTree) };
  const entries = [...node.entries].map(([name, { keyStart, value }]) => [name, keyStart, packTree(value)] as const);
  return { ...node, entries };
}

export function unpackTree(packed: PackedTree): PlacedNode {
  if (packed.kind === 'scalar') return packed;
  if (packed.kind === 'list') return { ...packed, items: packed.items.map(unpackTree) };
  const entries = packed.entries.map(
    ([name, keyStart, value]) => [name, { keyStart, value: unpackTree(value) }] as const,
  );
  return { ...packed, entries: new Map(entries) };
}
