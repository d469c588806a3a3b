/**
 * Templates as people write them: tags, blocks, partials and expressions, without `~`, `{{{`, decorators and escapes. They are read in a
 * fifth of the time that Handlebars' parser needs to start, which would be most of reading a report. Whatever lies beyond, or is not
 * right, gives null: then Handlebars reads it and tells what is wrong. A test holds the two to the same tree.
 */
import type { SourceText } from './source-text.js';
import { cutStandaloneTags } from './standalone-tags.js';
import type { DraftNode } from './standalone-tags.js';
import type { Call, Expression, PathExpression, Program, TemplateNode } from './template-nodes.js';

/** Null where the template is beyond the short way. */
export function readShortTemplate(source: SourceText): Program | null {
  if (/[\0\ufdd0-\ufdef]|\\\{\{|\{\{[~{&*^]|~\}\}|\}\}\}/.test(source.text)) return null;
  try {
    return new Reader(source).template();
  } catch (cause) {
    if (cause instanceof Beyond) return null;
    throw cause;
  }
}

class Beyond extends Error {}

const beyond = (): never => {
  throw new Beyond();
};

/** A node with what it becomes; text is made when its white space has been cut. */
interface Read { readonly draft: DraftNode; readonly node: (draft: DraftNode) => TemplateNode | null }
interface ReadProgram { readonly reads: readonly Read[]; readonly blockParams: readonly string[]; readonly chained: boolean; /** Of the tag that ended it. */ readonly end: Tag | null }

type Tag =
  | { readonly kind: 'else'; readonly start: number; /** Of `{{else if …}}`. */ readonly call: Call | null; readonly blockParams: readonly string[] }
  | { readonly kind: 'close'; readonly name: string };

class Reader {
  private at = 0;
  private readonly text: string;

  constructor(private readonly source: SourceText) {
    this.text = source.text;
  }

  template(): Program {
    const read = this.program([], false);
    if (read.end !== null) return beyond();
    const drafts = read.reads.map(({ draft }) => draft);
    cutStandaloneTags({ nodes: drafts, chained: false });
    return finish(read);
  }

  /** Up to `{{else}}`, `{{/…}}` or the end. */
  private program(blockParams: readonly string[], chained: boolean): ReadProgram {
    const reads: Read[] = [];
    for (;;) {
      const open = this.text.indexOf('{{', this.at);
      this.addText(reads, open === -1 ? this.text.length : open);
      if (open === -1) return { reads, blockParams, chained, end: null };
      const end = this.tag(reads, open);
      if (end !== null) return { reads, blockParams, chained, end };
    }
  }

  private addText(reads: Read[], end: number): void {
    const offset = this.at;
    const original = this.text.slice(offset, end);
    this.at = end;
    if (original === '') return;
    reads.push({
      draft: { kind: 'text', original, value: original, leftCut: false, rightCut: false },
      node: (draft) => (draft.kind !== 'text' || draft.value === '' ? null : { kind: 'text', text: draft.value, offset: offset + Math.max(0, original.indexOf(draft.value)) }),
    });
  }

  /** One tag; those that end a program are given back. */
  private tag(reads: Read[], start: number): Tag | null {
    this.at = start + 2;
    switch (this.text[this.at]) {
      case '!': return this.comment(reads);
      case '>': {
        this.at++;
        const call = this.call(start, true);
        this.close();
        reads.push({ draft: { kind: 'lone' }, node: () => ({ kind: 'partial', call, body: null }) });
        return null;
      }
      case '#': {
        this.at++;
        if ('*>'.includes(this.text[this.at] ?? '')) return beyond();
        const call = this.call(start, false);
        const blockParams = this.blockParams();
        this.close();
        reads.push(this.block(call, blockParams));
        return null;
      }
      case '/': {
        this.at++;
        const path = this.path();
        this.close();
        return { kind: 'close', name: path.name };
      }
      default: return this.plainTag(reads, start);
    }
  }

  private plainTag(reads: Read[], start: number): Tag | null {
    const isElse = /^\s*else\b(?![\w.=/-])/.exec(this.text.slice(this.at, this.at + 40));
    if (isElse !== null) {
      this.at += isElse[0].length;
      this.skip();
      const chains = !this.text.startsWith('}}', this.at);
      const call = chains ? this.call(start, false) : null;
      const blockParams = chains ? this.blockParams() : [];
      this.close();
      return { kind: 'else', start, call, blockParams };
    }
    const call = this.call(start, false);
    this.close();
    reads.push({ draft: { kind: 'mustache' }, node: () => ({ kind: 'mustache', call }) });
    return null;
  }

  private comment(reads: Read[]): null {
    const dashed = this.text.startsWith('!--', this.at);
    const close = dashed ? '--}}' : '}}';
    const end = this.text.indexOf(close, this.at);
    // A comment without dashes ends where Handlebars says; with a tag in it that takes rules.
    if (end === -1 || (!dashed && this.text.slice(this.at, end).includes('{'))) return beyond();
    this.at = end + close.length;
    reads.push({ draft: { kind: 'lone' }, node: () => null });
    return null;
  }

  private block(call: Call, blockParams: readonly string[]): Read {
    const body = this.program(blockParams, false);
    const { otherwise, end } = this.otherwise(body.end ?? beyond());
    if (call.callee.kind !== 'path' || call.callee.name !== end.name) return beyond();
    return blockOf(call, body, otherwise);
  }

  /** What follows `{{else}}`, to the closing tag of the block. */
  private otherwise(tag: Tag): { readonly otherwise: ReadProgram | null; readonly end: Extract<Tag, { kind: 'close' }> } {
    if (tag.kind === 'close') return { otherwise: null, end: tag };
    if (tag.call === null) {
      const otherwise = this.program([], false);
      return { otherwise, end: otherwise.end?.kind === 'close' ? otherwise.end : beyond() };
    }
    const body = this.program(tag.blockParams, false);
    const rest = this.otherwise(body.end ?? beyond());
    return { otherwise: { reads: [blockOf(tag.call, body, rest.otherwise)], blockParams: [], chained: true, end: null }, end: rest.end };
  }

  /** A helper or variable with its arguments, up to the closing mark. */
  private call(start: number, isPartial: boolean): Call {
    this.skip();
    const callee = this.text[this.at] === '(' && isPartial ? beyond() : this.path(isPartial);
    const params: Expression[] = [];
    const hash = new Map<string, { value: Expression; span: Call['span'] }>();
    for (;;) {
      const before = this.at;
      this.skip();
      if (this.text.startsWith('}}', this.at) || this.text[this.at] === ')' || this.text.startsWith('as |', this.at)) break;
      if (this.at === before) return beyond();
      const key = /^[A-Za-z_][\w-]*(?==)/.exec(this.text.slice(this.at, this.at + 60))?.[0];
      if (key === undefined) {
        if (hash.size > 0) return beyond();
        params.push(this.expression());
        continue;
      }
      const span = this.source.at(this.at);
      this.at += key.length + 1;
      if (hash.has(key)) return beyond();
      hash.set(key, { value: this.expression(), span });
    }
    return { kind: 'call', callee, params, hash, span: this.source.at(start) };
  }

  private expression(): Expression {
    const start = this.at;
    const first = this.text[start];
    if (first === '"' || first === "'") {
      const end = this.text.indexOf(first, start + 1);
      const value = end === -1 ? beyond() : this.text.slice(start + 1, end);
      if (value.includes('\\')) return beyond();
      this.at = end + 1;
      return { kind: 'literal', value, span: this.source.at(start) };
    }
    if (first === '(') {
      this.at++;
      const call = this.call(start, false);
      if (this.text[this.at] !== ')') return beyond();
      this.at++;
      return call;
    }
    const word = /^(?:-?\d+(?:\.\d+)?|true|false|null|undefined)(?=[\s})])/.exec(this.text.slice(start, start + 40))?.[0];
    if (word === undefined) return this.path();
    this.at += word.length;
    return { kind: 'literal', value: literals.has(word) ? literals.get(word)! : word === 'undefined' ? undefined : Number(word), span: this.source.at(start) };
  }

  private path(isPartial = false): PathExpression {
    this.skip();
    const start = this.at;
    const rest = this.text.slice(start, start + 200);
    const found = (isPartial ? /^[A-Za-z_][\w-]*(?:\/[A-Za-z_][\w-]*)*(?=[\s}])/ : /^(?:@[A-Za-z_]\w*|(?:\.\.\/)*[A-Za-z_][\w-]*|(?:\.\.\/)*\.\.)(?:\.[A-Za-z_][\w-]*)*(?=[\s})])/).exec(rest);
    if (found === null) return beyond();
    const [name] = found;
    this.at += name.length;
    const data = name.startsWith('@');
    const steps = name.match(/\.\.(?=\/|$)/g)?.length ?? 0;
    const words = name.replace(/^@|^(?:\.\.\/?)+/g, '').split(/[./]/).filter((word) => word !== '');
    const parts = words[0] === 'this' && !data ? words.slice(1) : words;
    if (parts.includes('this') || (words[0] === 'this' && steps > 0) || (!data && keywords.has(name))) return beyond();
    return { kind: 'path', depth: steps, data, parts, name, scoped: /^(?:this\b|\.)/.test(name), span: this.source.at(start) };
  }

  private blockParams(): readonly string[] {
    const found = /^as \|([^|{}]*)\|/.exec(this.text.slice(this.at, this.at + 100));
    if (found === null) return [];
    this.at += found[0].length;
    const names = found[1]!.split(/\s+/).filter((name) => name !== '');
    return names.length > 0 && names.every((name) => /^[A-Za-z_]\w*$/.test(name)) ? names : beyond();
  }

  private close(): void {
    this.skip();
    if (!this.text.startsWith('}}', this.at)) beyond();
    this.at += 2;
  }

  private skip(): void {
    while (/[ \t\r\n]/.test(this.text[this.at] ?? '')) this.at++;
  }
}

const literals = new Map<string, boolean | null>([['true', true], ['false', false], ['null', null]]);
const keywords: ReadonlySet<string> = new Set(['else', 'as', 'true', 'false', 'null', 'undefined']);

const draftOf = ({ reads, chained }: ReadProgram) => ({ nodes: reads.map(({ draft }) => draft), chained });

function blockOf(call: Call, body: ReadProgram, otherwise: ReadProgram | null): Read {
  const draft: DraftNode = { kind: 'block', body: draftOf(body), otherwise: otherwise === null ? null : draftOf(otherwise) };
  return { draft, node: () => ({ kind: 'block', call, body: finish(body), otherwise: otherwise === null ? null : finish(otherwise) }) };
}

function finish({ reads, blockParams }: ReadProgram): Program {
  return { nodes: reads.flatMap(({ draft, node }) => node(draft) ?? []), blockParams };
}
