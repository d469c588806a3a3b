/**
 * `gdp / population * 100` to a tree. The grammar:
 *
 *     sum     = product { ("+" | "-") product }
 *     product = signed { ("*" | "/") signed }
 *     signed  = [ "-" | "+" ] atom
 *     atom    = number [ "%" ] | name [ "@" period ] | name "(" [ sum { "," sum } ] ")" | "text" | "(" sum ")"
 */
import type { Expression } from './expression.js';

/** What is wrong, and where in the text, from 0. */
export interface ExpressionFault {
  readonly fault: string;
  readonly at: number;
}

/** More is no formula but a mistake. */
const limits = { length: 1000, nodes: 500, depth: 40 } as const;

interface Token {
  readonly kind: 'number' | 'name' | 'text' | 'period' | 'mark' | 'end';
  readonly text: string;
  readonly at: number;
}

/**
 * @param isKnown whether the report has a figure of this id: one with a hyphen in it is a name where it is known, else
 * a difference.
 */
export function parseExpression(text: string, isKnown: (id: string) => boolean): Expression | ExpressionFault {
  if (text.length > limits.length) return { fault: `it is longer than ${limits.length} characters`, at: 0 };
  try {
    return new Parser(tokensOf(text, isKnown)).whole();
  } catch (cause) {
    if (cause instanceof Fault) return { fault: cause.message, at: cause.at };
    throw cause;
  }
}

class Fault extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

const marks: Readonly<Record<string, string>> = {
  '+': '+',
  '＋': '+',
  '-': '-',
  '−': '-',
  '–': '-',
  '*': '*',
  '×': '*',
  '·': '*',
  '/': '/',
  '÷': '/',
  '(': '(',
  '（': '(',
  ')': ')',
  '）': ')',
  ',': ',',
  '，': ',',
  '%': '%',
};
const quotes: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”', '‘': '’' };

const numberPattern = /\d+(?:\.\d+)?/y;
// Made when a report first has an expression: V8 takes 8 ms to read the sets of letters in it.
const namePattern = (): RegExp => /[\p{L}_][\p{L}\p{N}_]*(?:\.(?:[\p{L}\p{N}_]+|\*(?=[.\s,)，）+\-−*/@]|$)))*/uy;
const hyphenPattern = /[\p{L}_][\p{L}\p{N}_.-]*[\p{L}\p{N}_]/uy;
const periodPattern =
  /[-+−]\d+|"[^"]*"|[\p{L}\p{N}]+(?:[-/]\d{1,2}(?!\d)){0,2}(?:\.\.[\p{L}\p{N}]+(?:-\d{1,2}(?!\d))*)?/uy;

const match = (pattern: RegExp, text: string, at: number): string | null => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
};

function tokensOf(text: string, isKnown: (id: string) => boolean): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text[at]!;
    if (/\s/.test(character)) {
      at += 1;
      continue;
    }
    const token = quoted(text, at) ?? word(text, at, isKnown) ?? marked(text, at);
    if (token === null) throw new Fault(`"${character}" has no meaning here`, at);
    tokens.push(token.token);
    at = token.end;
    if (text[at] === '@' && (token.token.kind === 'name' || token.token.kind === 'text')) {
      const period = match(periodPattern, text, at + 1);
      if (period === null) throw new Fault('a period is missing behind @', at);
      tokens.push({ kind: 'period', text: period.replace(/^"|"$/g, ''), at: at + 1 });
      at += 1 + period.length;
    }
  }
  return [...tokens, { kind: 'end', text: '', at: text.length }];
}

interface Read {
  readonly token: Token;
  readonly end: number;
}

function quoted(text: string, at: number): Read | null {
  const close = quotes[text[at]!];
  if (close === undefined) return null;
  const end = text.indexOf(close, at + 1);
  if (end < 0) throw new Fault('this quotation mark is never closed', at);
  return { token: { kind: 'text', text: text.slice(at + 1, end), at }, end: end + 1 };
}

function word(text: string, at: number, isKnown: (id: string) => boolean): Read | null {
  const number = match(numberPattern, text, at);
  if (number !== null) return { token: { kind: 'number', text: number, at }, end: at + number.length };
  let long = match(hyphenPattern, text, at);
  while (long !== null && long.includes('-') && !isKnown(long)) long = /^(.*)-/.exec(long)?.[1] ?? null;
  const name = long?.includes('-') ? long : match(namePattern(), text, at);
  return name === null ? null : { token: { kind: 'name', text: name, at }, end: at + name.length };
}

function marked(text: string, at: number): Read | null {
  const mark = marks[text[at]!];
  return mark === undefined ? null : { token: { kind: 'mark', text: mark, at }, end: at + 1 };
}

class Parser {
  private next = 0;
  private nodes = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Expression {
    if (this.isEnd()) throw new Fault('nothing stands here', this.token.at);
    const expression = this.sum();
    if (!this.isEnd()) throw new Fault(`"${this.token.text}" is one too many`, this.token.at);
    return expression;
  }

  private get token(): Token {
    return this.tokens[this.next]!;
  }

  private isEnd(): boolean {
    return this.token.kind === 'end';
  }

  private take(): Token {
    this.nodes += 1;
    if (this.nodes > limits.nodes) throw new Fault(`it has more than ${limits.nodes} parts`, this.token.at);
    return this.tokens[this.next++]!;
  }

  private isMark(...marks: readonly string[]): boolean {
    return this.token.kind === 'mark' && marks.includes(this.token.text);
  }

  private sum(): Expression {
    this.depth += 1;
    if (this.depth > limits.depth) throw new Fault(`brackets stand more than ${limits.depth} deep`, this.token.at);
    let left = this.product();
    while (this.isMark('+', '-')) left = this.pair(left, () => this.product());
    this.depth -= 1;
    return left;
  }

  private product(): Expression {
    let left = this.signed();
    while (this.isMark('*', '/')) left = this.pair(left, () => this.signed());
    return left;
  }

  private pair(left: Expression, right: () => Expression): Expression {
    const { text, at } = this.take();
    return { kind: 'pair', operator: text as '+' | '-' | '*' | '/', left, right: right(), at };
  }

  private signed(): Expression {
    if (!this.isMark('+', '-')) return this.atom();
    const { text, at } = this.take();
    const of = this.atom();
    return text === '-' ? { kind: 'sign', of, at } : of;
  }

  private atom(): Expression {
    const token = this.token;
    switch (token.kind) {
      case 'number':
        return this.number();
      case 'text':
      case 'name':
        return this.named();
      case 'mark':
        if (token.text === '(') return this.bracket();
        throw new Fault(`a number or a name is missing before "${token.text}"`, token.at);
      case 'period':
        throw new Fault('a period stands behind a name', token.at);
      case 'end':
        throw new Fault('something is missing at the end', token.at);
      default:
        throw new Error(`no such token: ${String(token.kind satisfies never)}`);
    }
  }

  private number(): Expression {
    const { text, at } = this.take();
    const number: Expression = { kind: 'number', text, at };
    if (!this.isMark('%')) return number;
    this.take();
    return { kind: 'pair', operator: '/', left: number, right: { kind: 'number', text: '100', at }, at };
  }

  private named(): Expression {
    const { kind, text, at } = this.take();
    if (this.token.kind === 'period') return { kind: 'name', name: text, period: this.take().text, at };
    if (kind === 'text') return { kind: 'text', text, at };
    if (!this.isMark('(')) return { kind: 'name', name: text, period: null, at };
    this.take();
    const args: Expression[] = [];
    while (!this.isMark(')')) {
      if (args.length > 0) this.expect(',');
      args.push(this.sum());
    }
    this.expect(')');
    return { kind: 'call', name: text.toLowerCase(), args, at };
  }

  private bracket(): Expression {
    this.take();
    const inside = this.sum();
    this.expect(')');
    return inside;
  }

  private expect(mark: string): void {
    if (!this.isMark(mark)) throw new Fault(`"${mark}" is missing`, this.token.at);
    this.take();
  }
}
