/**
 * A part of a workbook, element by element. Entities that a file declares are not known to the parser, so that one who
 * uses them makes a mistake, not a gigabyte.
 */
import { SaxesParser } from 'saxes';
import type { SaxesTagNS } from 'saxes';

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
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: string[] = [];
  const parentOf = (): string => open[open.length - 1] ?? '';
  parser.on('error', () => {
    throw new XmlFault();
  });
  parser.on('opentag', (tag) => {
    const name = namespaces.has(tag.uri) ? tag.local : foreign;
    if (name !== foreign) handler.open?.(name, plainAttributes(tag), parentOf());
    open.push(name);
  });
  parser.on('closetag', () => {
    const name = open.pop()!;
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

function plainAttributes({ attributes }: SaxesTagNS): Readonly<Record<string, string>> {
  const plain: Record<string, string> = {};
  for (const key in attributes) {
    const { uri, local, value } = attributes[key]!;
    if (uri === '') plain[local] = value;
    else if (relationIds.has(uri) && local === 'id') plain['r:id'] = value;
  }
  return plain;
}

/**
 * Characters that XML cannot hold are written `_x000B_`, and an underline before such letters `_x005F_` (ISO 29500-1,
 * 22.9.2.19).
 */
export const decodeEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
