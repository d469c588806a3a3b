/** JSON with places: checked by the strict parser, placed by YAML's, of which JSON is a part. */
import { syntaxError } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import type { SourceText } from '../source/source-text.js';
import type { DataDocument } from './data-document.js';
import { placedDocument } from './placed-node.js';
import { readYamlTree } from './yaml-tree.js';

/** Null where the file has a syntax error. */
export function readJson(source: SourceText, tell: Tell): DataDocument | null {
  let value: unknown;
  try {
    value = JSON.parse(source.text);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    tell(
      syntaxError(
        'JSON',
        shorten(message),
        source.at(positionOf(message, source.text)),
        'a comma, a quotation mark or a bracket is missing or too many near here',
      ),
    );
    return null;
  }
  const tree = readYamlTree(source, tell);
  return tree === null ? null : { ...placedDocument(source, tree), value };
}

const shorten = (message: string): string =>
  message.replace(/ in JSON at position .*$/s, '').replace(/, (?:\.\.\.)?"[^]*" is not valid JSON$/, '');

/** V8 says `at position 12`, or nothing where the text ends too soon. */
function positionOf(message: string, text: string): number {
  const position = /at position (\d+)/.exec(message);
  return position === null ? Math.max(0, text.trimEnd().length - 1) : Number(position[1]);
}
