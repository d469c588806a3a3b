/**
 * The YAML that people write: block maps and lists, flow collections, quoted and plain scalars of one line, block scalars, aliases.
 * It is read some thirty times faster than by the full parser, which a build would otherwise spend half its time in. Whatever lies beyond,
 * or is not right, gives null: then the full parser reads the file and tells what is wrong. A test holds the two to the same result.
 */
import type { PlacedMap, PlacedNode, PlacedScalar } from './placed-node.js';

/** Null where the text is not plain YAML. */
export function readPlainYaml(text: string): PlacedNode | null {
  // Control characters, directives, several documents: rare, and full of rules.
  if (/[^\n\x20-\x7e\xa0-\ufefe\uff00-\uffff]|^(?:---|\.\.\.|%)/m.test(text)) return null;
  try {
    return new Reader(text).document();
  } catch (cause) {
    if (cause instanceof NotPlain) return null;
    throw cause;
  }
}

class NotPlain extends Error {}

const beyond = (): never => {
  throw new NotPlain();
};

/** A line with content: comments and empty lines are none. */
interface Line { readonly start: number; readonly end: number; readonly indent: number }

class Reader {
  private readonly anchors = new Map<string, PlacedNode>();
  /** Offset at which reading goes on. */
  private at = 0;

  constructor(private readonly text: string) {}

  document(): PlacedNode {
    const line = this.nextLine();
    if (line === null) return beyond();
    this.at = line.start + line.indent;
    const node = this.block(line.indent, -1);
    return this.nextLine() === null ? node : beyond();
  }

  /** The next line with content that starts at or behind `at`; `at` must stand at a line's start, or at the end of what was read on a line. */
  private nextLine(): Line | null {
    let { at } = this;
    if (at > 0 && this.text[at - 1] !== '\n') at = this.lineEnd(at) + 1;
    while (at < this.text.length) {
      const end = this.lineEnd(at);
      let indent = 0;
      while (this.text[at + indent] === ' ') indent++;
      if (at + indent < end && this.text[at + indent] !== '#') return { start: at, end, indent };
      at = end + 1;
    }
    return null;
  }

  private lineEnd(from: number): number {
    const end = this.text.indexOf('\n', from);
    return end === -1 ? this.text.length : end;
  }

  /** A block node whose first character is at `at`, in column `indent`. */
  private block(indent: number, parent: number): PlacedNode {
    if (this.text[this.at] === '-' && isSpace(this.text[this.at + 1])) return this.list(indent);
    return this.keyHere() === null ? this.inline(parent) : this.map(indent);
  }

  private list(indent: number): PlacedNode {
    const { at: start } = this;
    const items: PlacedNode[] = [];
    for (;;) {
      this.at++;
      items.push(this.value(indent, indent + 1, false));
      const line = this.nextLine();
      if (line === null || line.indent < indent) break;
      const dash = line.start + indent;
      const goesOn = line.indent === indent && this.text[dash] === '-' && isSpace(this.text[dash + 1]);
      // A list may stand in the column of the key that it belongs to; then the map goes on.
      if (!goesOn) {
        if (line.indent === indent) break;
        return beyond();
      }
      this.at = dash;
    }
    return { kind: 'list', start, items };
  }

  private map(indent: number): PlacedMap {
    const { at: start } = this;
    const entries = new Map<string, { keyStart: number; value: PlacedNode }>();
    for (;;) {
      const key = this.keyHere() ?? beyond();
      if (entries.has(key.name) || key.name === '__proto__') return beyond();
      const keyStart = this.at;
      this.at = key.end;
      entries.set(key.name, { keyStart, value: this.value(indent, indent + 1, true) });
      const line = this.nextLine();
      if (line === null || line.indent < indent) break;
      if (line.indent > indent) return beyond();
      this.at = line.start + indent;
    }
    return { kind: 'map', start, entries };
  }

  /** What follows `key:` or `-`: on the same line, or below and further in than `indent`. */
  private value(indent: number, least: number, ofMap: boolean): PlacedNode {
    this.skipSpaces();
    let anchor: string | null = null;
    if (this.text[this.at] === '&') {
      anchor = this.word();
      this.skipSpaces();
    }
    const node = this.isLineEnd() ? this.below(indent, least, ofMap) : this.beside(indent, ofMap, anchor !== null);
    if (anchor !== null) this.anchors.set(anchor, node);
    return node;
  }

  private below(indent: number, least: number, ofMap: boolean): PlacedNode {
    const end = this.at;
    const line = this.nextLine();
    const isList = line !== null && this.text[line.start + line.indent] === '-' && isSpace(this.text[line.start + line.indent + 1]);
    if (line === null || line.indent < (ofMap && isList ? indent : least)) return { kind: 'scalar', value: null, style: 'plain', start: end, end };
    this.at = line.start + line.indent;
    return this.block(line.indent, indent);
  }

  private beside(indent: number, ofMap: boolean, anchored: boolean): PlacedNode {
    const first = this.text[this.at];
    if (first === '|' || first === '>') return this.blockScalar(indent);
    const column = this.at - (this.text.lastIndexOf('\n', this.at - 1) + 1);
    if (!ofMap && !anchored) return this.block(column, indent);
    return this.inline(indent);
  }

  /** `name:` at `at`; `end` is behind the colon. */
  private keyHere(): { readonly name: string; readonly end: number } | null {
    const first = this.text[this.at];
    if (first === '"' || first === "'") {
      const key = this.quoted();
      const end = this.at;
      this.at = key.start;
      return this.text[end] === ':' && isSpace(this.text[end + 1]) ? { name: String(key.value), end: end + 1 } : null;
    }
    if (first === undefined || '[{&*!|>%@`#,]}?'.includes(first)) return null;
    const lineEnd = this.lineEnd(this.at);
    for (let colon = this.text.indexOf(':', this.at); colon !== -1 && colon < lineEnd; colon = this.text.indexOf(':', colon + 1)) {
      if (!isSpace(this.text[colon + 1])) continue;
      const name = this.text.slice(this.at, colon);
      if (name === '' || name.includes(' #') || name.endsWith(' ') || typeof plainScalar(name) !== 'string' || name === '<<') return beyond();
      return { name, end: colon + 1 };
    }
    return null;
  }

  /** A scalar or flow collection that ends on its line, or a flow collection over lines further in than `indent`. */
  private inline(indent: number): PlacedNode {
    const node = this.flowNode(false, indent);
    this.skipSpaces();
    if (!this.isLineEnd()) return beyond();
    const end = this.at;
    const line = this.nextLine();
    this.at = end;
    // A plain scalar goes on on the next line.
    if (node.kind === 'scalar' && line !== null && line.indent > indent) return beyond();
    return node;
  }

  private flowNode(inFlow: boolean, indent: number): PlacedNode {
    switch (this.text[this.at]) {
      case '[': return this.flowList(indent);
      case '{': return this.flowMap(indent);
      case '"': case "'": return this.quoted();
      case '*': return this.anchors.get(this.word()) ?? beyond();
      default: return this.plain(inFlow);
    }
  }

  private flowList(indent: number): PlacedNode {
    const start = this.at++;
    const items: PlacedNode[] = [];
    for (;;) {
      this.skipFlow(indent);
      if (this.text[this.at] === ']') break;
      items.push(this.flowNode(true, indent));
      this.skipFlow(indent);
      if (this.text[this.at] === ':') return beyond();
      if (!this.flowComma(']')) break;
    }
    this.at++;
    return { kind: 'list', start, items };
  }

  private flowMap(indent: number): PlacedNode {
    const start = this.at++;
    const entries = new Map<string, { keyStart: number; value: PlacedNode }>();
    for (;;) {
      this.skipFlow(indent);
      if (this.text[this.at] === '}') break;
      const keyStart = this.at;
      const key = this.flowNode(true, indent);
      if (key.kind !== 'scalar' || typeof key.value !== 'string' || entries.has(key.value) || key.value === '__proto__' || key.value === '<<') return beyond();
      if (this.text[this.at] !== ':' || !isSpace(this.text[this.at + 1])) return beyond();
      this.at++;
      this.skipFlow(indent);
      if (this.text[this.at] === ',' || this.text[this.at] === '}') return beyond();
      entries.set(key.value, { keyStart, value: this.flowNode(true, indent) });
      this.skipFlow(indent);
      if (!this.flowComma('}')) break;
    }
    this.at++;
    return { kind: 'map', start, entries };
  }

  /** Past a comma; false at the closing mark. */
  private flowComma(close: string): boolean {
    if (this.text[this.at] === close) return false;
    if (this.text[this.at] !== ',') return beyond();
    this.at++;
    return true;
  }

  /** Spaces, line ends and comments between the parts of a flow collection. */
  private skipFlow(indent: number): void {
    for (;;) {
      this.skipSpaces();
      if (!this.isLineEnd()) return;
      const line = this.nextLine();
      if (line === null || line.indent <= indent) return beyond();
      this.at = line.start + line.indent;
    }
  }

  private plain(inFlow: boolean): PlacedScalar {
    const start = this.at;
    const first = this.text[start];
    if (first === undefined || '[]{},#&*!|>\'"%@`'.includes(first)) return beyond();
    if ('-?:'.includes(first) && (isSpace(this.text[start + 1]) || (inFlow && ',[]{}'.includes(this.text[start + 1]!)))) return beyond();
    let end = start;
    for (; end < this.text.length && this.text[end] !== '\n'; end++) {
      const character = this.text[end]!;
      if (character === '#' && this.text[end - 1] === ' ') break;
      if (inFlow && ',[]{}'.includes(character)) break;
      if (character === ':' && (isSpace(this.text[end + 1]) || (inFlow && ',[]{}'.includes(this.text[end + 1] ?? '')))) {
        if (!inFlow) return beyond();
        break;
      }
    }
    // In a flow collection a scalar may go on on the next line.
    if (inFlow && (end === this.text.length || this.text[end] === '\n')) return beyond();
    while (this.text[end - 1] === ' ') end--;
    this.at = end;
    return { kind: 'scalar', value: plainScalar(this.text.slice(start, end)), style: 'plain', start, end };
  }

  private quoted(): PlacedScalar {
    const start = this.at;
    const quote = this.text[start]!;
    const lineEnd = this.lineEnd(start);
    let close = start + 1;
    for (; close < lineEnd; close++) {
      if (quote === '"' && this.text[close] === '\\') { close++; continue; }
      if (this.text[close] !== quote) continue;
      if (quote === "'" && this.text[close + 1] === "'") { close++; continue; }
      break;
    }
    if (close >= lineEnd) return beyond();
    const inner = this.text.slice(start + 1, close);
    this.at = close + 1;
    const value = quote === "'" ? inner.replaceAll("''", "'") : inner.replace(/\\(.)/g, (_, mark: string) => escapes[mark] ?? beyond());
    return { kind: 'scalar', value, style: 'quoted', start, end: this.at };
  }

  private blockScalar(indent: number): PlacedScalar {
    const start = this.at;
    const header = /^([|>])(-?) *(?:#.*)?$/.exec(this.text.slice(start, this.lineEnd(start))) ?? beyond();
    const lines: string[] = [];
    let inner = -1;
    let at = this.lineEnd(start) + 1;
    let end = this.lineEnd(start);
    for (; at < this.text.length; at = this.lineEnd(at) + 1) {
      const line = this.text.slice(at, this.lineEnd(at));
      const spaces = line.length - line.trimStart().length;
      if (line.trim() === '') {
        if (inner === -1 || line.length > inner) return beyond();
        lines.push('');
        continue;
      }
      if (/^\s/.test(line.slice(spaces)) || line.slice(0, spaces).trim() !== '' || /[^ ]/.test(line.slice(0, spaces))) return beyond();
      if (inner === -1) inner = spaces;
      if (inner <= indent || spaces < inner) break;
      if (spaces > inner && header[1] === '>') return beyond();
      lines.push(line.slice(inner));
      end = at + line.length;
    }
    while (lines[lines.length - 1] === '') lines.pop();
    if (lines.length === 0) return beyond();
    this.at = end;
    const text = header[1] === '|' ? lines.join('\n') : foldLines(lines);
    return { kind: 'scalar', value: header[2] === '-' ? text : `${text}\n`, style: 'block', start, end };
  }

  /** `&name` or `*name`. */
  private word(): string {
    const [found] = /^[&*]([A-Za-z0-9_-]+)(?=[\s,\]}]|$)/.exec(this.text.slice(this.at, this.at + 80)) ?? beyond();
    this.at += found.length;
    return found.slice(1);
  }

  private skipSpaces(): void {
    while (this.text[this.at] === ' ') this.at++;
  }

  private isLineEnd(): boolean {
    const character = this.text[this.at];
    return character === undefined || character === '\n' || (character === '#' && /\s/.test(this.text[this.at - 1] ?? ' '));
  }
}

const isSpace = (character: string | undefined): boolean => character === undefined || character === ' ' || character === '\n';

const escapes: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', n: '\n', t: '\t' };

function foldLines(lines: readonly string[]): string {
  return lines.reduce((text, line, index) => {
    if (index === 0) return line;
    if (line === '') return `${text}\n`;
    return lines[index - 1] === '' ? text + line : `${text} ${line}`;
  }, '');
}

/** The core schema of YAML 1.2. */
function plainScalar(text: string): PlacedScalar['value'] {
  if (/^(?:~|null|Null|NULL)$/.test(text)) return null;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(text)) return Number(text);
  return /^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/.test(text) ? beyond() : text;
}
