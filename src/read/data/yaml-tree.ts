/** The parser's tree of a YAML file as ours, with places. */
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document } from 'yaml';
import { syntaxError } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import type { SourceText } from '../source/source-text.js';
import type { PlacedNode, PlacedScalar } from './placed-node.js';

/** Aliases that a file may resolve: a small file must not become a large one. */
const mostAliases = 1000;

/** The tree, or null where the file has a syntax error; every error is reported. */
export function readYamlTree(source: SourceText, tell: Tell): PlacedNode | null {
  // The parser compares each key with all before it: in a map of thousands that is most of its time.
  const document = parseDocument(source.text, { prettyErrors: false, uniqueKeys: false });
  for (const problem of document.errors) {
    tell(syntaxError('YAML', problem.message.split('\n')[0]!, source.at(problem.pos[0]), hintFor(problem.code)));
  }
  if (document.errors.length > 0) return null;
  try {
    const { root, twins } = placedTree(document);
    for (const twin of twins)
      tell(syntaxError('YAML', 'Map keys must be unique', source.at(twin), 'each key may stand once in its map'));
    return twins.length > 0 ? null : root;
  } catch (cause) {
    if (!(cause instanceof TooManyAliases)) throw cause;
    tell(
      syntaxError(
        'YAML',
        `more than ${mostAliases} aliases, or one inside itself`,
        source.at(0),
        'write the values out instead of aliases',
      ),
    );
    return null;
  }
}

class TooManyAliases extends Error {}

/** The parser's tree as ours, and the places of keys that their map has already. */
function placedTree(document: Document): { readonly root: PlacedNode; readonly twins: readonly number[] } {
  let aliases = 0;
  const twins: number[] = [];
  const place = (node: unknown, otherwise: number): PlacedNode => {
    if (isAlias(node)) {
      if (++aliases > mostAliases) throw new TooManyAliases();
      return place(node.resolve(document), otherwise);
    }
    const range = (node as { range?: readonly number[] | null } | null)?.range;
    const start = range?.[0] ?? otherwise;
    if (isMap(node)) {
      const entries = new Map<string, { readonly keyStart: number; readonly value: PlacedNode }>();
      for (const { key, value } of node.items) {
        const keyStart = (key as { range?: readonly number[] | null } | null)?.range?.[0] ?? start;
        const name = isScalar(key) ? String(key.value ?? '') : String(key);
        if (entries.has(name)) twins.push(keyStart);
        entries.set(name, { keyStart, value: place(value, keyStart) });
      }
      return { kind: 'map', start, entries };
    }
    if (isSeq(node)) return { kind: 'list', start, items: node.items.map((item) => place(item, start)) };
    if (!isScalar(node)) return { kind: 'scalar', value: null, style: 'plain', start, end: start };
    const style: PlacedScalar['style'] = node.type?.startsWith('QUOTE')
      ? 'quoted'
      : node.type?.startsWith('BLOCK')
        ? 'block'
        : 'plain';
    return { kind: 'scalar', value: scalarValue(node.value), style, start, end: range?.[1] ?? start };
  };
  return { root: place(document.contents, 0), twins };
}

const scalarValue = (value: unknown): PlacedScalar['value'] =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : value === undefined
      ? null
      : String(value);

function hintFor(code: string): string | null {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'indent with spaces, not with tabs';
    case 'BAD_INDENT':
      return 'lines of one map or list start in the same column';
    case 'MISSING_CHAR':
      return 'a quotation mark, bracket or comma may be missing before this place';
    case 'UNEXPECTED_TOKEN':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'put a text that holds ": ", "#" or quotation marks between single quotes';
    default:
      return null;
  }
}
