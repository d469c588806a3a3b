/**
 * A data file's values with their places in its text: what every reader makes, and how a `DataDocument` is read from
 * it.
 */
import { passage, writtenPassage } from '../source/source-text.js';
import type { SourceText } from '../source/source-text.js';
import type { DataDocument, DataPath } from './data-document.js';

export type PlacedNode = PlacedMap | PlacedList | PlacedScalar;

export interface PlacedMap {
  readonly kind: 'map';
  readonly start: number;
  readonly entries: ReadonlyMap<string, { readonly keyStart: number; readonly value: PlacedNode }>;
}
export interface PlacedList {
  readonly kind: 'list';
  readonly start: number;
  readonly items: readonly PlacedNode[];
}
export interface PlacedScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly style: 'plain' | 'quoted' | 'block';
  readonly start: number;
  readonly end: number;
}

export function placedDocument(source: SourceText, root: PlacedNode): DataDocument {
  const nearest = (path: DataPath): PlacedNode => {
    let node = root;
    for (const step of path) {
      const next = stepInto(node, step);
      if (next === null) return node;
      node = next;
    }
    return node;
  };
  return {
    value: plainValue(root),
    spanAt: (path) => source.at(nearest(path).start),
    keySpanAt(path) {
      const parent = nearest(path.slice(0, -1));
      const entry = parent.kind === 'map' ? parent.entries.get(String(path[path.length - 1])) : undefined;
      return source.at(entry?.keyStart ?? nearest(path).start);
    },
    textAt(path) {
      let node: PlacedNode | null = root;
      for (const step of path) node = node === null ? null : stepInto(node, step);
      return node?.kind === 'scalar' && node.value !== null ? scalarText(source, node) : null;
    },
  };
}

function stepInto(node: PlacedNode, step: string | number): PlacedNode | null {
  switch (node.kind) {
    case 'map':
      return node.entries.get(String(step))?.value ?? null;
    case 'list':
      return node.items[Number(step)] ?? null;
    case 'scalar':
      return null;
    default:
      throw new Error(`no such node: ${JSON.stringify(node satisfies never)}`);
  }
}

function plainValue(node: PlacedNode): unknown {
  switch (node.kind) {
    case 'map':
      return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, plainValue(value)]));
    case 'list':
      return node.items.map(plainValue);
    case 'scalar':
      return node.value;
    default:
      throw new Error(`no such node: ${JSON.stringify(node satisfies never)}`);
  }
}

/**
 * As written: `5.0` stays so. Text with escapes or folded lines is found again in the file when a place in it is asked
 * for.
 */
function scalarText(source: SourceText, { value, style, start, end }: PlacedScalar): SourceText {
  const written = source.text.slice(start, end);
  const text = typeof value === 'string' ? value : written;
  if (style === 'plain' && written === text) return passage(text, source.at(start));
  if (style === 'quoted' && written.length === text.length + 2) return passage(text, source.at(start + 1));
  const header = style === 'block' ? written.indexOf('\n') + 1 : style === 'quoted' ? 1 : 0;
  let from = start + header;
  while (source.text[from] === ' ') from++;
  return writtenPassage(text, source, from, end);
}
