/** YAML with places. */
import { LineCounter, isAlias, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document, Node, Scalar } from 'yaml';
import { syntaxError } from '../../diagnostics/messages.js';
import type { Reporter } from '../../diagnostics/diagnostic.js';
import { passage, writtenPassage } from '../source-text.js';
import type { SourceText } from '../source-text.js';
import type { DataDocument, DataPath } from './data-document.js';

/** Null where the file has a syntax error; every error is reported. */
export function readYaml(source: SourceText, report: Reporter): DataDocument | null {
  const document = parseDocument(source.text, { lineCounter: new LineCounter(), prettyErrors: false, keepSourceTokens: false });
  for (const problem of document.errors) {
    report(syntaxError('YAML', problem.message.split('\n')[0]!, source.at(problem.pos[0]), hintFor(problem.code)));
  }
  if (document.errors.length > 0) return null;
  try {
    return positioned(source, document, document.toJS({ maxAliasCount: 100 }));
  } catch (cause) {
    report(syntaxError('YAML', cause instanceof Error ? cause.message : String(cause), source.at(0), 'write the values out instead of aliases'));
    return null;
  }
}

/** Places of a document's values; `value` may come from a stricter parser of the same text. */
export function positioned(source: SourceText, document: Document, value: unknown): DataDocument {
  const nodeAt = (path: DataPath): Node | null => findNode(document, path);
  const spanOfNode = (node: Node | null | undefined) => source.at(node?.range?.[0] ?? 0);
  return {
    value,
    spanAt(path) {
      for (let length = path.length; length > 0; length--) {
        const node = nodeAt(path.slice(0, length));
        if (node !== null) return spanOfNode(node);
      }
      return spanOfNode(document.contents as Node | null);
    },
    keySpanAt(path) {
      const parent = nodeAt(path.slice(0, -1));
      const last = path[path.length - 1];
      if (isMap(parent)) {
        const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(last));
        if (pair !== undefined) return spanOfNode(pair.key as Node);
      }
      return this.spanAt(path);
    },
    textAt(path) {
      const node = nodeAt(path);
      return isScalar(node) && node.value !== null && node.range ? scalarText(source, node) : null;
    },
  };
}

function scalarText(source: SourceText, node: Scalar): SourceText {
  const [start, end] = node.range!;
  const written = source.text.slice(start, end);
  const text = typeof node.value === 'string' ? node.value : written;
  if (node.type === 'PLAIN' && written === text) return passage(text, source.at(start));
  const quoted = node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE';
  if (quoted && written.length === text.length + 2) return passage(text, source.at(start + 1));
  const header = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED' ? written.indexOf('\n') + 1 : quoted ? 1 : 0;
  return writtenPassage(text, source, skipIndent(source.text, start + header), end);
}

function skipIndent(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}

function findNode(document: Document, path: DataPath): Node | null {
  let node: unknown = document.contents;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) node = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step))?.value;
    else if (isSeq(node)) node = node.items[Number(step)];
    else return null;
  }
  if (isAlias(node)) node = node.resolve(document);
  return (node as Node | null | undefined) ?? null;
}

function hintFor(code: string): string | null {
  switch (code) {
    case 'DUPLICATE_KEY': return 'each key may stand once in its map';
    case 'TAB_AS_INDENT': return 'indent with spaces, not with tabs';
    case 'BAD_INDENT': return 'lines of one map or list start in the same column';
    case 'MISSING_CHAR': return 'a quotation mark, bracket or comma may be missing before this place';
    case 'UNEXPECTED_TOKEN': case 'BLOCK_AS_IMPLICIT_KEY': case 'MULTILINE_IMPLICIT_KEY':
      return 'put a text that holds ": ", "#" or quotation marks between single quotes';
    default: return null;
  }
}
