/** A part of a workbook, element by element. Entities that a file declares are not known to the parser, so that one who uses them makes a mistake, not a gigabyte. */
import { SaxesParser } from 'saxes';

export interface XmlHandler {
  /** Names without their prefix. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

class XmlFault extends Error {}

/** False where it is not well-formed: then what the handler has seen is worth nothing. */
export function parseXml(xml: string, handler: XmlHandler): boolean {
  const parser = new SaxesParser({ position: false });
  parser.on('error', () => {
    throw new XmlFault();
  });
  parser.on('opentag', ({ name, attributes }) =>
    handler.open?.(
      localName(name),
      Object.fromEntries(Object.entries(attributes).map(([key, value]) => [localName(key), value])),
    ),
  );
  parser.on('closetag', ({ name }) => handler.close?.(localName(name)));
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  try {
    parser.write(xml).close();
    return true;
  } catch (cause) {
    if (cause instanceof XmlFault) return false;
    throw cause;
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Characters that XML cannot hold are written `_x000B_`, and an underline before such letters `_x005F_` (ISO 29500-1, 22.9.2.19). */
export const decodeEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
