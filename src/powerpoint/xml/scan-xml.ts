/**
 * XML read tag by tag, for parts of PowerPoint files: one pass that looks for the next `<` and takes what stands before
 * it whole, for a deck of 300 slides has 30 MB of it. Of XML 1.0 with namespaces it takes what such parts may hold:
 * whoever names an entity of their own is refused, as is all that is not well-formed.
 */

export interface TagHandler {
  /**
   * @param start of its `<`
   * @param end behind its `>`, in UTF-16 units of the text
   */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>, start: number, end: number) => void;
  readonly text: (text: string) => void;
  /** @param end behind the `>` of its closing tag */
  readonly close: (end: number) => void;
  /** The name as the part writes it to the one that is handed on; null for a prefix that stands for nothing. */
  readonly named: (name: string, scope: Scope, isAttribute: boolean) => string | null;
}

/** Namespaces by their prefixes, the default one by none. */
export type Scope = ReadonlyMap<string, string>;

const outer: Scope = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);

const forbidden = /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const anyName = /[\p{L}_:][\p{L}\p{N}\p{M}._:·-]*/uy;
const declaration =
  /^\ufeff?<\?xml\s+version\s*=\s*(["'])1\.\d\1(?:\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*\?>/;

/** False where the text is not well-formed; what was handed on until then is worth nothing. */
export function scanXml(xml: string, handler: TagHandler): boolean {
  if (forbidden.test(xml)) return false;
  const open: { readonly name: string; readonly scope: Scope }[] = [];
  let at = declaration.exec(xml)?.[0].length ?? (xml.startsWith('\ufeff') ? 1 : 0);
  let isRootSeen = false;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const text = readText(xml.slice(at, next < 0 ? xml.length : next));
    if (text === null || (open.length === 0 && text.trim() !== '')) return false;
    if (open.length > 0 && text !== '') handler.text(text);
    if (next < 0) break;
    const second = xml[next + 1];
    if (second === '!' || second === '?') {
      const passed = pass(xml, next, open.length > 0 ? handler.text : null);
      if (passed === null) return false;
      at = passed;
      continue;
    }
    if (second === '/') {
      const closed = open.pop();
      const name = closed?.name ?? '';
      const end = skipSpace(xml, next + 2 + name.length);
      if (closed === undefined || !xml.startsWith(name, next + 2) || xml[end] !== '>') return false;
      at = end + 1;
      handler.close(at);
      continue;
    }
    if (open.length === 0 && isRootSeen) return false;
    isRootSeen = true;
    const tag = readTag(xml, next, open.at(-1)?.scope ?? outer, handler);
    if (tag === null) return false;
    at = tag.end;
    if (tag.isEmpty) handler.close(at);
    else open.push(tag);
  }
  return isRootSeen && open.length === 0;
}

interface OpenTag {
  readonly name: string;
  readonly scope: Scope;
  readonly end: number;
  readonly isEmpty: boolean;
}

function readTag(xml: string, start: number, around: Scope, handler: TagHandler): OpenTag | null {
  let at = nameEnd(xml, start + 1);
  const name = xml.slice(start + 1, at);
  const written: string[] = [];
  let scope = around;
  for (;;) {
    const from = skipSpace(xml, at);
    if (xml[from] === '>' || xml[from] === '/') break;
    const end = nameEnd(xml, from);
    const own = xml.slice(from, end);
    const [opened, closed] = quotesOf(xml, end);
    const value = from === at || own === '' || closed < 0 ? null : readValue(xml.slice(opened, closed));
    if (value === null || (written.length > 0 && isAmong(written, own))) return null;
    written.push(own, value);
    if (own.startsWith('xmlns') && (own.length === 5 || own[5] === ':'))
      scope = new Map(scope).set(own.slice(6), value);
    at = closed + 1;
  }
  at = skipSpace(xml, at);
  const isEmpty = xml[at] === '/';
  const end = isEmpty ? at + 2 : at + 1;
  const shown = handler.named(name, scope, false);
  if (name === '' || xml[end - 1] !== '>' || shown === null) return null;
  const attributes: Record<string, string> = {};
  for (let index = 0; index < written.length; index += 2) {
    const key = handler.named(written[index]!, scope, true);
    if (key === null) return null;
    attributes[key] = written[index + 1]!;
  }
  handler.open(shown, attributes, start, end);
  return { name, scope, end, isEmpty };
}

function isAmong(written: readonly string[], name: string): boolean {
  for (let index = 0; index < written.length; index += 2) if (written[index] === name) return true;
  return false;
}

function skipSpace(xml: string, from: number): number {
  let at = from;
  for (let code = xml.charCodeAt(at); code === 32 || code === 10 || code === 9 || code === 13; )
    code = xml.charCodeAt((at += 1));
  return at;
}

/** Behind the name that begins at `from`; `from` itself where none does. */
function nameEnd(xml: string, from: number): number {
  let at = from;
  let code = xml.charCodeAt(at);
  if (isLetter(code))
    do code = xml.charCodeAt((at += 1));
    while (isLetter(code) || isInName(code));
  if (!(code > 127)) return at;
  anyName.lastIndex = from;
  return anyName.test(xml) ? anyName.lastIndex : from;
}

/** `A` to `Z`, `a` to `z`, `_` and `:`. */
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58;
/** `0` to `9`, `-` and `.`. */
const isInName = (code: number): boolean => (code >= 48 && code <= 57) || code === 45 || code === 46;

/** Of the value behind a name: its first character, and the quote that closes it, or −1 where there is none. */
function quotesOf(xml: string, end: number): readonly [number, number] {
  const sign = skipSpace(xml, end);
  if (xml[sign] !== '=') return [0, -1];
  const quote = skipSpace(xml, sign + 1);
  const isQuote = xml[quote] === '"' || xml[quote] === "'";
  return [quote + 1, isQuote ? xml.indexOf(xml[quote]!, quote + 1) : -1];
}

/** Behind a comment, an instruction, a document type or a stretch of plain characters; null where none of it ends. */
function pass(xml: string, start: number, text: ((text: string) => void) | null): number | null {
  const behind = (end: string, from: number): number | null => {
    const at = xml.indexOf(end, from);
    return at < 0 ? null : at + end.length;
  };
  if (xml.startsWith('<!--', start)) {
    const end = behind('--', start + 4);
    return end !== null && xml[end] === '>' ? end + 1 : null;
  }
  if (xml.startsWith('<?', start)) return /^<\?xml\s/i.test(xml.slice(start, start + 6)) ? null : behind('?>', start);
  if (text !== null && xml.startsWith('<![CDATA[', start)) {
    const end = behind(']]>', start);
    if (end !== null) text(xml.slice(start + 9, end - 3).replaceAll(/\r\n?/g, '\n'));
    return end;
  }
  const type = /<!DOCTYPE\s[^<>["']*(?:"[^"]*"|'[^']*'|[^<>["'])*(?:\[[^\]]*\]\s*)?>/y;
  type.lastIndex = start;
  return text === null && type.test(xml) ? type.lastIndex : null;
}

const readText = (text: string): string | null => {
  if (text.includes(']]>')) return null;
  const lines = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  return lines.includes('&') ? resolved(lines) : lines;
};

const readValue = (value: string): string | null => {
  if (value.includes('<')) return null;
  const flat = /[\t\n\r]/.test(value) ? value.replaceAll(/\r\n|[\t\n\r]/g, ' ') : value;
  return flat.includes('&') ? resolved(flat) : flat;
};

const foreignEntity = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/;

/** Null where something is named that XML does not know by itself. */
function resolved(text: string): string | null {
  if (foreignEntity.test(text)) return null;
  let isWhole = true;
  const numbered = text.includes('&#')
    ? text.replaceAll(/&#(?:x([\da-fA-F]+)|(\d+));/g, (_all, hex: string | undefined, digits: string) => {
        const character = characterOf(hex === undefined ? Number(digits) : Number.parseInt(hex, 16));
        isWhole &&= character !== null;
        // An ampersand that is written by its number begins nothing.
        return character === '&' ? '&amp;' : (character ?? '');
      })
    : text;
  const plain = numbered.replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&lt;', '<');
  return isWhole ? plain.replaceAll('&gt;', '>').replaceAll('&amp;', '&') : null;
}

function characterOf(code: number): string | null {
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  if (code > 0x10_ffff || isSurrogate) return null;
  const character = String.fromCodePoint(code);
  return forbidden.test(character) ? null : character;
}
