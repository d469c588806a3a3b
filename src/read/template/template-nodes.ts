/** A parsed template: what `template.ts` makes of Handlebars' tree and `run-template.ts` walks. */
import type { Span } from '../../model/span.js';

export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null | undefined; readonly span: Span }
  | PathExpression
  | Call;

/** `../title`, `this.figures`, `@index`. */
export interface PathExpression {
  readonly kind: 'path';
  /** Steps up: 1 for `../`. */
  readonly depth: number;
  /** `@index` and its like. */
  readonly data: boolean;
  readonly parts: readonly string[];
  /** As written. */
  readonly name: string;
  /** Whether it began with `this` or `./`: then it never names a helper. */
  readonly scoped: boolean;
  readonly span: Span;
}

/** A helper or a variable with what it is given: `chart "growth" wide=true`. */
export interface Call {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly params: readonly Expression[];
  readonly hash: ReadonlyMap<string, { readonly value: Expression; readonly span: Span }>;
  /** Where its opening braces stand. */
  readonly span: Span;
}

export type TemplateNode =
  /** `offset` is that of its first character in the file's text. */
  | { readonly kind: 'text'; readonly text: string; readonly offset: number }
  | { readonly kind: 'mustache'; readonly call: Call }
  | { readonly kind: 'block'; readonly call: Call; readonly body: Program; readonly otherwise: Program | null }
  | { readonly kind: 'partial'; readonly call: Call; readonly body: Program | null }
  /** `{{#*inline "name"}}`: a partial of this template alone. */
  | { readonly kind: 'inline-partial'; readonly name: string; readonly body: Program };

export interface Program {
  readonly nodes: readonly TemplateNode[];
  /** `as |item index|`. */
  readonly blockParams: readonly string[];
}
