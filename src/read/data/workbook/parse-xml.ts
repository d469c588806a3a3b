/**
 * A part of a workbook, element by element. Entities that a file declares are not known to the parser, so that one who
 * uses them makes a mistake, not a gigabyte.
 */
import { SaxesParser } from 'saxes';

export interface XmlHandler {
  /**
   * An element of SpreadsheetML or of a package's relations, by its local name, and the name of the element that holds
   * it. Attributes are those without a namespace, and `r:id`. Elements of other namespaces (extensions, which repeat
   * names: `x15:workbookPr`) are not told of.
   */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>, parent: string) => void;
  readonly close?: (name: string, parent: string) => void;
  /** Takes the text inside an element that is told of. */
  readonly text?: (text: string) => void;
}

/**
 * Namespaces of a workbook's parts, transitional and strict (ISO 29500-4 and -1); some writers leave them out.
 */
const namespaces: ReadonlySet<string> = new Set([
  '',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
  'http://schemas.openxmlformats.org/package/2006/relationships',
]);
const relationIds: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
]);
/** In the place of an element that is not told of. */
const foreign = '';

class XmlFault extends Error {}

/** Thrown by a handler that has seen enough: what comes is not read. */
class Enough extends Error {}
export const enough = (): never => {
  throw new Enough();
};

/** False where it is not well-formed: then what the handler has seen is worth nothing. */
export function parseXml(xml: string, handler: XmlHandler): boolean {
  const parser = new SaxesParser({ position: false });
  const open: string[] = [];
  const prefixes = new Prefixes();
  const parentOf = (): string => open[open.length - 1] ?? '';
  parser.on('error', () => {
    throw new XmlFault();
  });
  parser.on('opentag', ({ name: written, attributes }) => {
    // Without `xmlns` the parser gives texts alone.
    const plain = prefixes.open(attributes as Readonly<Record<string, string>>);
    const name = prefixes.elementOf(written);
    if (name !== foreign) handler.open?.(name, plain, parentOf());
    open.push(name);
  });
  parser.on('closetag', () => {
    const name = open.pop()!;
    prefixes.close();
    if (name !== foreign) handler.close?.(name, parentOf());
  });
  const text = (part: string): void => {
    if (parentOf() !== foreign) handler.text?.(part);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  try {
    parser.write(xml).close();
    return true;
  } catch (cause) {
    if (cause instanceof Enough) return true;
    if (cause instanceof XmlFault) return false;
    throw cause;
  }
}

/**
 * What the prefixes of names stand for (Namespaces in XML 1.0): a million cells have none, and the parser's own
 * reckoning of them costs more than all else that it does.
 */
class Prefixes {
  /** Namespaces of each open element that declares any, with its depth; the innermost last. */
  private readonly scopes: { readonly depth: number; readonly known: ReadonlyMap<string, string> }[] = [];
  private known: ReadonlyMap<string, string> = new Map();
  private depth = 0;

  /** Takes what an element declares, and gives its attributes without a namespace, and `r:id`. */
  open(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    this.depth += 1;
    let isPlain = true;
    for (const name in attributes) {
      if (name.includes(':') || name === 'xmlns') {
        isPlain = false;
        break;
      }
    }
    if (isPlain) return attributes;
    this.declare(attributes);
    const plain: Record<string, string> = {};
    for (const [name, value] of Object.entries(attributes)) {
      const colon = name.indexOf(':');
      if (name === 'xmlns') continue;
      if (colon === -1) plain[name] = value;
      else if (name.slice(colon + 1) === 'id' && relationIds.has(this.uriOf(name.slice(0, colon))))
        plain['r:id'] = value;
    }
    return plain;
  }

  close(): void {
    if (this.scopes[this.scopes.length - 1]?.depth === this.depth) {
      this.scopes.pop();
      this.known = this.scopes[this.scopes.length - 1]?.known ?? new Map();
    }
    this.depth -= 1;
  }

  /**
   * Its local name; that of foreign elements where its namespace is none of a workbook. A prefix that is unknown is a
   * fault.
   */
  elementOf(name: string): string {
    const colon = name.indexOf(':');
    const uri = colon === -1 ? (this.known.get('') ?? '') : this.uriOf(name.slice(0, colon));
    return namespaces.has(uri) ? name.slice(colon + 1) : foreign;
  }

  private uriOf(prefix: string): string {
    if (prefix === 'xml') return 'http://www.w3.org/XML/1998/namespace';
    const uri = this.known.get(prefix);
    if (uri === undefined) throw new XmlFault();
    return uri;
  }

  private declare(attributes: Readonly<Record<string, string>>): void {
    const own = Object.entries(attributes).filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
    if (own.length === 0) return;
    this.known = new Map([...this.known, ...own.map(([name, uri]): [string, string] => [name.slice(6), uri.trim()])]);
    this.scopes.push({ depth: this.depth, known: this.known });
  }
}

/**
 * Characters that XML cannot hold are written `_x000B_`, and an underline before such letters `_x005F_` (ISO 29500-1,
 * 22.9.2.19).
 */
export const decodeEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
