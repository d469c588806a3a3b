/**
 * Handlebars source to a tree with places. Only the parser of Handlebars is used: briefkit walks the tree itself
 * (`run-template.ts`), so that every mistake of a run is collected, every printed number knows its place, and no code
 * is made from text.
 */
import base from 'handlebars/dist/cjs/handlebars/compiler/base.js';
import { nestedTooDeep, syntaxError } from '../../diagnostics/messages.js';
import type { Diagnostic, Tell } from '../../diagnostics/diagnostic.js';
import { noMemo, type Memo } from '../../memo/memo.js';
import type { Span } from '../../model/span.js';
import { deepestTemplate } from '../../model/limits.js';
import { readPlainCalls } from './plain-calls.js';
import type { SourceText } from '../source/source-text.js';
import type { Call, Expression, PathExpression, Program, TemplateNode } from './template-nodes.js';

/** A template and the text that its nodes' offsets point into. */
export interface Template {
  readonly source: SourceText;
  readonly program: Program;
}

/** Null and a diagnostic at the place where the syntax breaks. */
export function parseTemplate(source: SourceText, tell: Tell, memo: Memo = noMemo): Template | null {
  if (!source.text.includes('{{'))
    return { source, program: { nodes: [{ kind: 'text', text: source.text, offset: 0 }], blockParams: [] } };
  const program =
    readPlainCalls(source) ??
    memo.recall('template', [source.mark, source.text], (told) => parseProgram(source, told), tell);
  return program === null ? null : { source, program };
}

function parseProgram(source: SourceText, tell: Tell): Program | null {
  const tree = parseTree(source, tell);
  if (tree === null) return null;
  try {
    return new Converter(source).program(tree);
  } catch (cause) {
    if (!(cause instanceof UnknownDecorator)) throw cause;
    tell(syntaxError('Handlebars', cause.message, source.at(cause.offset), null));
    return null;
  }
}

function parseTree(source: SourceText, tell: Tell): hbs.AST.Program | null {
  const deep = findTooDeep(source.text);
  if (deep !== null) {
    tell(nestedTooDeep('blocks of a template', deepestTemplate, source.at(deep)));
    return null;
  }
  const masked = maskSpaces(source.text);
  try {
    return base.parse(masked);
  } catch (cause) {
    tell(templateError(cause, source));
    return null;
  }
}

/**
 * Where blocks or parentheses stand deeper than the limit: Handlebars' parser and whoever walks its tree go down one
 * call a level.
 */
function findTooDeep(text: string): number | null {
  let blocks = 0;
  let parentheses = 0;
  for (const { 0: sign, index } of text.matchAll(/\{\{~?[#^](?![}~])|\{\{~?\/|\{\{|[()]/g)) {
    if (sign === '(') parentheses += 1;
    else if (sign === ')') parentheses -= 1;
    else {
      parentheses = 0;
      blocks = sign.endsWith('/') ? Math.max(0, blocks - 1) : blocks + (sign.length > 2 && /[#^]$/.test(sign) ? 1 : 0);
    }
    if (blocks > deepestTemplate || parentheses > deepestTemplate) return index;
  }
  return null;
}

// Handlebars takes U+3000 and NBSP for white space and eats them at `~` and around lone tags. Noncharacters stand in
// for them meanwhile.
const wideSpaces =
  '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
const firstMask = 0xfdd0;
const maskable = new RegExp(`[${wideSpaces}\\ufdd0-\\ufdef]`, 'g');

const maskSpaces = (text: string): string =>
  text.replace(maskable, (found) => {
    const index = wideSpaces.indexOf(found);
    return index === -1 ? '\ufffd' : String.fromCharCode(firstMask + index);
  });
const unmaskSpaces = (text: string): string =>
  text.replace(/[\ufdd0-\ufdef]/g, (mask) => wideSpaces[mask.charCodeAt(0) - firstMask] ?? '\ufffd');

/** Handlebars' tree to ours. Its lines count from 1 and its columns from 0. */
class Converter {
  private readonly lines: readonly number[];

  constructor(private readonly source: SourceText) {
    const starts = [0];
    for (let at = source.text.indexOf('\n'); at !== -1; at = source.text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.lines = starts;
  }

  program(program: hbs.AST.Program | undefined): Program {
    if (program === undefined) return { nodes: [], blockParams: [] };
    return {
      nodes: program.body.flatMap((statement) => this.statement(statement)),
      blockParams: program.blockParams ?? [],
    };
  }

  private statement(statement: hbs.AST.Statement): TemplateNode[] {
    switch (statement.type) {
      case 'ContentStatement':
        return this.text(statement as hbs.AST.ContentStatement);
      case 'CommentStatement':
        return [];
      case 'MustacheStatement':
        return [{ kind: 'mustache', call: this.call(statement as hbs.AST.MustacheStatement) }];
      case 'BlockStatement': {
        const block = statement as hbs.AST.BlockStatement;
        // `{{^if x}}…{{/if}}` has its body in `inverse` alone.
        return [
          {
            kind: 'block',
            call: this.call(block),
            body: this.program(block.program),
            otherwise: block.inverse ? this.program(block.inverse) : null,
          },
        ];
      }
      case 'PartialStatement': {
        const partial = statement as hbs.AST.PartialStatement;
        return [{ kind: 'partial', call: this.call({ ...partial, path: partial.name }), body: null }];
      }
      case 'PartialBlockStatement': {
        const partial = statement as hbs.AST.PartialBlockStatement;
        return [
          { kind: 'partial', call: this.call({ ...partial, path: partial.name }), body: this.program(partial.program) },
        ];
      }
      case 'DecoratorBlock': {
        const block = statement as hbs.AST.DecoratorBlock;
        const [name] = block.params;
        const isInline = (block.path as hbs.AST.PathExpression).original === 'inline' && name?.type === 'StringLiteral';
        if (!isInline) throw new UnknownDecorator(this.offset(block.loc.start));
        return [
          { kind: 'inline-partial', name: (name as hbs.AST.StringLiteral).value, body: this.program(block.program) },
        ];
      }
      default:
        throw new UnknownDecorator(this.offset(statement.loc.start));
    }
  }

  private text(content: hbs.AST.ContentStatement): TemplateNode[] {
    if (content.value === '') return [];
    const original = String(content.original);
    const start = this.offset(content.loc.start);
    return [
      { kind: 'text', text: unmaskSpaces(content.value), offset: start + Math.max(0, original.indexOf(content.value)) },
    ];
  }

  private call(node: {
    path: hbs.AST.Node;
    params: hbs.AST.Expression[];
    hash?: hbs.AST.Hash;
    loc: hbs.AST.SourceLocation;
  }): Call {
    const pairs = node.hash?.pairs ?? [];
    return {
      kind: 'call',
      callee: this.expression(node.path),
      params: node.params.map((param) => this.expression(param)),
      hash: new Map(pairs.map((pair) => [pair.key, { value: this.expression(pair.value), span: this.span(pair.loc) }])),
      span: this.span(node.loc),
    };
  }

  private expression(node: hbs.AST.Node): Expression {
    const span = this.span(node.loc);
    switch (node.type) {
      case 'PathExpression':
        return this.path(node as hbs.AST.PathExpression, span);
      case 'SubExpression':
        return this.call(node as hbs.AST.SubExpression);
      case 'StringLiteral':
        return { kind: 'literal', value: unmaskSpaces((node as hbs.AST.StringLiteral).value), span };
      case 'NumberLiteral':
        return { kind: 'literal', value: (node as hbs.AST.NumberLiteral).value, span };
      case 'BooleanLiteral':
        return { kind: 'literal', value: (node as hbs.AST.BooleanLiteral).value, span };
      case 'NullLiteral':
        return { kind: 'literal', value: null, span };
      default:
        return { kind: 'literal', value: undefined, span };
    }
  }

  private path(node: hbs.AST.PathExpression, span: Span): PathExpression {
    const name = unmaskSpaces(node.original);
    return {
      kind: 'path',
      depth: node.depth,
      data: node.data,
      parts: node.parts.map(unmaskSpaces),
      name,
      span,
      scoped: /^(?:this\b|\.)/.test(name),
    };
  }

  private offset(place: hbs.AST.Position): number {
    return (this.lines[place.line - 1] ?? 0) + place.column;
  }

  private span(location: hbs.AST.SourceLocation): Span {
    return this.source.at(this.offset(location.start));
  }
}

class UnknownDecorator extends Error {
  constructor(readonly offset: number) {
    super('only {{#*inline "name"}} is known of the decorators');
  }
}

function templateError(cause: unknown, source: SourceText): Diagnostic {
  const message = cause instanceof Error ? cause.message : String(cause);
  const mismatch = /^(.+) doesn't match (.+) - (\d+):(\d+)$/s.exec(message);
  if (mismatch !== null) {
    const [, open, close, line, column] = mismatch;
    const starts = source.text
      .split('\n')
      .slice(0, Number(line) - 1)
      .reduce((sum, text) => sum + text.length + 1, 0);
    return syntaxError(
      'Handlebars',
      `{{#${open}}} is closed by {{/${close}}}`,
      source.at(starts + Number(column)),
      `close it with {{/${open}}}`,
    );
  }
  const { matched, match } = base.parser.lexer;
  const got = /got '([^']*)'/.exec(message)?.[1] ?? '';
  const offset = Math.min(Math.max(0, matched.length - match.length), source.text.length);
  const unclosed = got === 'EOF' ? lastUnclosedBlock(source.text) : null;
  if (unclosed !== null)
    return syntaxError(
      'Handlebars',
      `{{#${unclosed.name}}} is never closed`,
      source.at(unclosed.offset),
      `close it with {{/${unclosed.name}}}`,
    );
  return syntaxError('Handlebars', sayUnexpected(got, source.text, offset), source.at(offset), hintFor(got));
}

function sayUnexpected(got: string, text: string, offset: number): string {
  if (got === 'EOF') return 'the template ends inside a tag';
  const near = text.slice(offset, offset + 12).split('\n')[0]!;
  return near === '' ? 'this tag is not closed' : `"${near}" cannot stand here`;
}

function hintFor(got: string): string | null {
  switch (got) {
    case 'INVALID':
      return 'a quotation mark or "}}" may be missing in this tag';
    case 'CLOSE_UNESCAPED':
      return 'a tag opens with {{ and closes with }}';
    case 'INVERSE':
    case 'OPEN_INVERSE_CHAIN':
      return '{{else}} stands only inside a block such as {{#if}}';
    case 'OPEN_ENDBLOCK':
      return 'this closes a block that was not opened';
    case 'CLOSE':
      return 'something is missing before "}}"';
    default:
      return null;
  }
}

/** The innermost `{{#name` that has no `{{/name}}`. */
function lastUnclosedBlock(text: string): { name: string; offset: number } | null {
  const open: { name: string; offset: number }[] = [];
  for (const tag of text.matchAll(/\{\{~?(?:(#[*>]?|\^)\s*([^\s}~|]+)|(\/)\s*([^\s}~]+)|!--[^]*?--~?\}\})/g)) {
    if (tag[2] !== undefined) open.push({ name: tag[2], offset: tag.index });
    else if (tag[4] !== undefined && open[open.length - 1]?.name === tag[4]) open.pop();
  }
  return open.pop() ?? null;
}
