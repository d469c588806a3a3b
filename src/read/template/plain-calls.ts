/**
 * Text that only calls helpers with a string, `{{figure "gdp"}}`: the words of most reports. Handlebars' grammar makes
 * the same of it, and costs more than all else that is done to a paragraph.
 */
import type { SourceText } from '../source/source-text.js';
import type { Program, TemplateNode } from './template-nodes.js';

/** Words that are no names to Handlebars do not match, nor does what it would unescape. */
const plainCall = /\{\{(?!(?:else|this|true|false|null|undefined|as)\b)([a-z][a-z\d]*) +"([^"\\{}\n]*)"\}\}(?!\})/y;

/** Null where there is anything else in double braces. */
export function readPlainCalls(source: SourceText): Program | null {
  const { text } = source;
  if (text.includes('\\{{') || text.includes('\0')) return null;
  const nodes: TemplateNode[] = [];
  let at = 0;
  for (let open = text.indexOf('{{'); open >= 0; open = text.indexOf('{{', at)) {
    plainCall.lastIndex = open;
    const match = plainCall.exec(text);
    if (match === null) return null;
    if (open > at) nodes.push({ kind: 'text', text: text.slice(at, open), offset: at });
    const [whole, name, value] = match as unknown as [string, string, string];
    const span = source.at(open);
    nodes.push({
      kind: 'mustache',
      call: {
        kind: 'call',
        span,
        hash: new Map(),
        callee: { kind: 'path', depth: 0, data: false, parts: [name], name, scoped: false, span: source.at(open + 2) },
        params: [{ kind: 'literal', value, span: source.at(open + whole.length - value.length - 4) }],
      },
    });
    at = open + whole.length;
  }
  if (at < text.length) nodes.push({ kind: 'text', text: text.slice(at), offset: at });
  return { nodes, blockParams: [] };
}
