/** Expressions over figures as a tree; each node knows where it stands in its text. */

export type Expression =
  | NumberNode
  | NameNode
  | TextNode
  | CallNode
  | { readonly kind: 'sign'; readonly of: Expression; readonly at: number }
  | {
      readonly kind: 'pair';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: Expression;
      readonly right: Expression;
      readonly at: number;
    };

export interface NumberNode {
  readonly kind: 'number';
  /** Digits as written: `0.5`. */
  readonly text: string;
  readonly at: number;
}

/** A figure, or all that a pattern names: `gdp`, `town.*.gdp`, `gdp@2023`, `gdp@-1`, `gdp@2020..2024`. */
export interface NameNode {
  readonly kind: 'name';
  readonly name: string;
  /** What stands behind the @; null for the period that is worked out. */
  readonly period: string | null;
  readonly at: number;
}

/** In quotation marks: a table, a row, a column. */
export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
  readonly at: number;
}

export interface CallNode {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
  readonly at: number;
}

/** Every name in it; a text in quotation marks may be one. */
export function* namesIn(expression: Expression): Generator<NameNode> {
  switch (expression.kind) {
    case 'name':
      yield expression;
      return;
    case 'call':
      for (const argument of expression.args) yield* namesIn(argument);
      return;
    case 'sign':
      yield* namesIn(expression.of);
      return;
    case 'pair':
      yield* namesIn(expression.left);
      yield* namesIn(expression.right);
      return;
    case 'text':
      yield { kind: 'name', name: expression.text, period: null, at: expression.at };
      return;
    case 'number':
      return;
    default:
      throw new Error(`no such node: ${JSON.stringify(expression satisfies never)}`);
  }
}
