/** What a font says of itself in its tables `name` and `OS/2` (ISO 14496-22), as it is written there. */
import { readDirectory } from '../true-type.js';

export interface FontNaming {
  readonly family: string;
  readonly style: string;
  readonly version: string;
  readonly full: string;
  /** Its licence lets anybody pass it on, and it lets documents hold it for editing. */
  readonly isOpen: boolean;
}

/**
 * Licences that let a font travel with any document, as fonts name them in their own words or by the licence's address
 * (names 13 and 14, and 0).
 */
const openLicences =
  /open font licen[cs]e|scripts\.sil\.org\/ofl|openfontlicense\.org|apache licen[cs]e|apache\.org\/licenses|ubuntu font licen[cs]e|bitstream vera|creative commons zero|\bCC0\b/i;
const windowsEnglish = 0x409;

/** Null where the bytes are no font that names itself. */
export function readNaming(bytes: Uint8Array): FontNaming | null {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const directory = readDirectory(view);
    const [name, os2] = [directory.get('name'), directory.get('OS/2')];
    if (name === undefined) return null;
    const nameOf = nameReader(view, name.offset);
    const family = nameOf(1);
    if (family === '') return null;
    const type = os2 === undefined ? 0 : view.getUint16(os2.offset + 8);
    const licence = [13, 14, 0].map(nameOf).join(' ');
    return {
      family,
      style: nameOf(2) || 'Regular',
      version: nameOf(5),
      full: nameOf(4) || family,
      // Installable (0) or editable (8); nothing that holds it back.
      isOpen: openLicences.test(licence) && (type & 0x0306) === 0,
    };
  } catch (problem) {
    if (problem instanceof RangeError) return null;
    throw problem;
  }
}

/** English before any other language; empty where there is none. */
function nameReader(view: DataView, table: number): (id: number) => string {
  const strings = table + view.getUint16(table + 4);
  return (asked) => {
    let other = '';
    for (let index = 0; index < view.getUint16(table + 2); index++) {
      const record = table + 6 + 12 * index;
      if (view.getUint16(record + 6) !== asked || view.getUint16(record) === 1) continue;
      const text = utf16(view, strings + view.getUint16(record + 10), view.getUint16(record + 8));
      if (view.getUint16(record + 4) === windowsEnglish) return text;
      other ||= text;
    }
    return other;
  };
}

function utf16(view: DataView, at: number, length: number): string {
  let text = '';
  for (let index = 0; index + 1 < length; index += 2) text += String.fromCharCode(view.getUint16(at + index));
  return text;
}
