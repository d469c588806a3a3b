/**
 * Templates whose tags are all of the form `{{figure "id" part="number"}}`: a report's words and narratives, by the hundred. They are
 * read without Handlebars' parser, which would take longer over them than everything else in `read`; a test holds the two to the same tree.
 */
import type { SourceText } from './source-text.js';
import type { Call, Expression, Program, TemplateNode } from './template-nodes.js';

const tag = /\{\{([a-z]+) "([^"\\{}\n]*)"((?: [a-z]+=(?:"[^"\\{}\n]*"|true|false|\d{1,9}))*)\}\}/g;
const option = / ([a-z]+)=("[^"]*"|true|false|\d+)/g;
/** Words that mean something else to Handlebars. */
const reserved = new Set(['else', 'as', 'true', 'false', 'null', 'undefined', 'this']);

/** Null where there is any other tag. */
export function simpleProgram(source: SourceText): Program | null {
  const { text } = source;
  const nodes: TemplateNode[] = [];
  let from = 0;
  const addText = (to: number): boolean => {
    const part = text.slice(from, to);
    if (part.includes('{{') || part.endsWith('\\') || part.endsWith('{') || part.includes('\0') || (from > 0 && part.startsWith('}'))) return false;
    if (part !== '') nodes.push({ kind: 'text', text: part, offset: from });
    return true;
  };
  for (const found of text.matchAll(tag)) {
    const [whole, name = '', id = '', options = ''] = found;
    if (reserved.has(name) || !addText(found.index)) return null;
    nodes.push({ kind: 'mustache', call: simpleCall(source, found.index, name, id, options) });
    from = found.index + whole.length;
  }
  return addText(text.length) ? { nodes, blockParams: [] } : null;
}

function simpleCall(source: SourceText, start: number, name: string, id: string, options: string): Call {
  const span = source.at(start);
  const nameStart = start + 2;
  const idStart = nameStart + name.length + 1;
  const optionsStart = idStart + id.length + 2;
  return {
    kind: 'call', span,
    callee: { kind: 'path', depth: 0, data: false, parts: [name], name, scoped: false, span: source.at(nameStart) },
    params: [{ kind: 'literal', value: id, span: source.at(idStart) }],
    hash: new Map([...options.matchAll(option)].map((found) => {
      const [, key = '', written = ''] = found;
      const keyStart = optionsStart + found.index + 1;
      const value: Expression = { kind: 'literal', value: literal(written), span: source.at(keyStart + key.length + 1) };
      return [key, { value, span: source.at(keyStart) }];
    })),
  };
}

function literal(written: string): string | number | boolean {
  if (written.startsWith('"')) return written.slice(1, -1);
  return written === 'true' ? true : written === 'false' ? false : Number(written);
}
