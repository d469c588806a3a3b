/**
 * XML to a tree that remembers where each element stands in the text, so that a change of one leaves all the others as
 * they are. Names have the usual prefixes of PowerPoint's files, whatever prefixes the file itself uses.
 */
import { scanXml, type Scope } from './scan-xml.js';

export interface XmlElement {
  /** `p:sp`, `a:off`; with an empty prefix for a namespace that is not known: `:Relationship`. */
  readonly name: string;
  /** By their names, with the usual prefix where they have one: `r:id`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** All text in it, without that of its children. */
  readonly text: string;
  /** From its `<` to behind its last `>`, in the text that was parsed. */
  readonly start: number;
  readonly end: number;
  /** Behind its opening tag: where its content begins. Its `end` for an element without content. */
  readonly contentStart: number;
}

interface OpenElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
  start: number;
  end: number;
  contentStart: number;
}

const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/presentationml/2006/main': 'p',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
  'http://schemas.microsoft.com/office/drawing/2014/chartex': 'cx',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/powerpoint/2010/main': 'p14',
  'http://schemas.microsoft.com/office/drawing/2014/main': 'a16',
  'urn:briefkit:slide': 'briefkit',
  'http://purl.oclc.org/ooxml/presentationml/main': 'strict-p',
};

/**
 * Null where the text is not well-formed. Comments, processing instructions and document types are passed over;
 * entities are never fetched.
 */
export function parseXml(xml: string): XmlElement | null {
  const stack: OpenElement[] = [];
  const names = nameReader();
  let root: OpenElement | null = null;
  const isWhole = scanXml(xml, {
    named: names,
    open(name, attributes, start, end) {
      const element: OpenElement = { name, attributes, children: [], text: '', start, end, contentStart: end };
      stack.at(-1)?.children.push(element);
      root ??= element;
      stack.push(element);
    },
    text(text) {
      stack.at(-1)!.text += text;
    },
    close(end) {
      stack.pop()!.end = end;
    },
  });
  return isWhole ? root : null;
}

/** Names with the usual prefix of their namespace. A part has few names and many tags: each name is looked up once. */
function nameReader(): (name: string, scope: Scope, isAttribute: boolean) => string | null {
  const known = new WeakMap<
    Scope,
    readonly [tags: Map<string, string | null>, attributes: Map<string, string | null>]
  >();
  return (name, scope, isAttribute) => {
    const found = known.get(scope) ?? [new Map(), new Map()];
    known.set(scope, found);
    const names = found[isAttribute ? 1 : 0];
    const usual = names.get(name) ?? usualName(name, scope, isAttribute);
    names.set(name, usual);
    return usual;
  };
}

function usualName(name: string, scope: Scope, isAttribute: boolean): string | null {
  const at = name.indexOf(':');
  const local = name.slice(at + 1);
  if (local === '' || local.includes(':')) return null;
  if (isAttribute && (at < 0 || name.startsWith('xmlns:'))) return local;
  const uri = scope.get(at < 0 ? '' : name.slice(0, at));
  return at >= 0 && uri === undefined ? null : `${prefixes[uri ?? ''] ?? ''}:${local}`;
}

/** The first child of this name. */
export const childOf = (element: XmlElement | null | undefined, name: string): XmlElement | null =>
  element?.children.find((child) => child.name === name) ?? null;

export const childrenOf = (element: XmlElement | null | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** Down a path of names, the first of each. */
export const findElement = (element: XmlElement | null | undefined, ...path: readonly string[]): XmlElement | null =>
  path.reduce<XmlElement | null>((found, name) => childOf(found, name), element ?? null);

/** The element itself and all below it, in the order of the text. */
export function* everyElement(element: XmlElement): Generator<XmlElement> {
  const waiting = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (let index = next.children.length - 1; index >= 0; index -= 1) waiting.push(next.children[index]!);
  }
}

export const numberOf = (element: XmlElement | null | undefined, attribute: string): number | null => {
  const value = Number(element?.attributes[attribute] ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
};

/** The text of all `a:t` below it. */
export const textOf = (element: XmlElement): string =>
  [...everyElement(element)]
    .flatMap((each) => (each.name === 'a:t' ? [each.text] : each.name === 'a:br' ? ['\n'] : []))
    .join('');
