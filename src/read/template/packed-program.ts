/**
 * A parsed template as JSON and back: briefkit's own are parsed when it is bundled. Places are offsets there, for only
 * who reads the file knows its path.
 */
import type { Span } from '../../model/span.js';
import type { SourceText } from '../source/source-text.js';
import { parseTemplate } from './parse-template.js';
import type { Call, Expression, PathExpression, Program, TemplateNode } from './template-nodes.js';

/** With an offset in place of each span, and pairs in place of each map. */
type Packed<Node> = Node extends { readonly kind: 'call' }
  ? PackedCall
  : Node extends { readonly span: Span }
    ? Omit<Node, 'span'> & { readonly at: number }
    : never;
type PackedExpression = Packed<Expression>;
interface PackedCall {
  readonly kind: 'call';
  readonly callee: PackedExpression;
  readonly params: readonly PackedExpression[];
  readonly hash: readonly (readonly [key: string, value: PackedExpression, at: number])[];
  readonly at: number;
}
type PackedNode =
  | Extract<TemplateNode, { readonly kind: 'text' }>
  | { readonly kind: 'mustache'; readonly call: PackedCall }
  | {
      readonly kind: 'block';
      readonly call: PackedCall;
      readonly body: PackedProgram;
      readonly otherwise: PackedProgram | null;
    }
  | { readonly kind: 'partial'; readonly call: PackedCall; readonly body: PackedProgram | null }
  | { readonly kind: 'inline-partial'; readonly name: string; readonly body: PackedProgram };

export interface PackedProgram {
  readonly nodes: readonly PackedNode[];
  readonly blockParams: readonly string[];
}

/** Null for a text of which something would be told. */
export function packedProgramOf(text: string): PackedProgram | null {
  let isSound = true;
  const byOffset: SourceText = { text, mark: '', at: (offset) => ({ file: '', line: 1, column: offset }) };
  const template = parseTemplate(byOffset, () => void (isSound = false));
  return isSound && template !== null ? packProgram(template.program) : null;
}

const packProgram = ({ nodes, blockParams }: Program): PackedProgram => ({ nodes: nodes.map(packNode), blockParams });

function packNode(node: TemplateNode): PackedNode {
  switch (node.kind) {
    case 'text':
      return node;
    case 'mustache':
      return { kind: 'mustache', call: packCall(node.call) };
    case 'block':
      return {
        kind: 'block',
        call: packCall(node.call),
        body: packProgram(node.body),
        otherwise: node.otherwise && packProgram(node.otherwise),
      };
    case 'partial':
      return { kind: 'partial', call: packCall(node.call), body: node.body && packProgram(node.body) };
    case 'inline-partial':
      return { kind: 'inline-partial', name: node.name, body: packProgram(node.body) };
  }
}

const packCall = ({ callee, params, hash, span }: Call): PackedCall => ({
  kind: 'call',
  callee: packExpression(callee),
  params: params.map(packExpression),
  hash: [...hash].map(([key, pair]) => [key, packExpression(pair.value), pair.span.column]),
  at: span.column,
});

function packExpression(node: Expression): PackedExpression {
  if (node.kind === 'call') return packCall(node);
  const { span, ...rest } = node;
  return { ...rest, at: span.column } as PackedExpression;
}

/** `source` has the text that was packed. */
export function unpackProgram({ nodes, blockParams }: PackedProgram, source: SourceText): Program {
  return { nodes: nodes.map((node) => unpackNode(node, source)), blockParams };
}

function unpackNode(node: PackedNode, source: SourceText): TemplateNode {
  switch (node.kind) {
    case 'text':
      return node;
    case 'mustache':
      return { kind: 'mustache', call: unpackCall(node.call, source) };
    case 'block':
      return {
        kind: 'block',
        call: unpackCall(node.call, source),
        body: unpackProgram(node.body, source),
        otherwise: node.otherwise && unpackProgram(node.otherwise, source),
      };
    case 'partial':
      return {
        kind: 'partial',
        call: unpackCall(node.call, source),
        body: node.body && unpackProgram(node.body, source),
      };
    case 'inline-partial':
      return { kind: 'inline-partial', name: node.name, body: unpackProgram(node.body, source) };
  }
}

const unpackCall = ({ callee, params, hash, at }: PackedCall, source: SourceText): Call => ({
  kind: 'call',
  callee: unpackExpression(callee, source),
  params: params.map((param) => unpackExpression(param, source)),
  hash: new Map(
    hash.map(([key, value, start]) => [key, { value: unpackExpression(value, source), span: source.at(start) }]),
  ),
  span: source.at(at),
});

function unpackExpression(node: PackedExpression, source: SourceText): Expression {
  if (node.kind === 'call') return unpackCall(node, source);
  const span = source.at(node.at);
  // JSON leaves out `undefined`, which is a literal's value too.
  if (node.kind === 'literal') return { kind: 'literal', value: node.value, span };
  const { depth, data, parts, name, scoped } = node;
  return { kind: 'path', depth, data, parts, name, span, scoped } satisfies PathExpression;
}
