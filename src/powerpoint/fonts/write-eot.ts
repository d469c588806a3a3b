/**
 * A TrueType font as it travels in a presentation: Embedded OpenType, version 2.1, neither compressed nor turned (W3C
 * member submission "Embedded OpenType (EOT) File Format", 2008, 4.1).
 */

/** How the font calls itself. */
export interface EotNames {
  readonly family: string;
  readonly style: string;
  readonly version: string;
  readonly full: string;
}

const version21 = 0x00020001;
const subsetFlag = 0x1;
/** DEFAULT_CHARSET. */
const anyCharset = 1;
const magic = 0x504c;
const fixedHeader = 80;

/** @param isSubset it lacks characters that the whole font has. */
export function writeEot(font: Uint8Array, names: EotNames, isSubset: boolean): Uint8Array {
  const tables = tablesOf(font);
  const [os2, head] = [tables('OS/2'), tables('head')];
  const strings = [names.family, names.style, names.version, names.full, ''].map((text) =>
    Buffer.from(text, 'utf16le'),
  );
  // Each name stands behind two empty bytes and its length.
  const length = fixedHeader + strings.reduce((sum, text) => sum + 4 + text.length, 0);
  const header = Buffer.alloc(length);
  header.writeUInt32LE(length + font.length, 0);
  header.writeUInt32LE(font.length, 4);
  header.writeUInt32LE(version21, 8);
  header.writeUInt32LE(isSubset ? subsetFlag : 0, 12);
  os2.copy(header, 16, 32, 42); // PANOSE
  header.writeUInt8(anyCharset, 26);
  header.writeUInt8(os2.readUInt16BE(62) & 1, 27);
  header.writeUInt32LE(os2.readUInt16BE(4), 28);
  header.writeUInt16LE(os2.readUInt16BE(8), 32);
  header.writeUInt16LE(magic, 34);
  for (let range = 0; range < 4; range++) header.writeUInt32LE(os2.readUInt32BE(42 + 4 * range), 36 + 4 * range);
  if (os2.readUInt16BE(0) >= 1)
    for (let range = 0; range < 2; range++) header.writeUInt32LE(os2.readUInt32BE(78 + 4 * range), 52 + 4 * range);
  header.writeUInt32LE(head.readUInt32BE(8), 60);
  let at = fixedHeader;
  for (const text of strings) {
    header.writeUInt16LE(text.length, at + 2);
    text.copy(header, at + 4);
    at += 4 + text.length;
  }
  return Buffer.concat([header, font]);
}

function tablesOf(font: Uint8Array): (tag: string) => Buffer {
  const file = Buffer.from(font.buffer, font.byteOffset, font.byteLength);
  return (tag) => {
    for (let index = 0; index < file.readUInt16BE(4); index++) {
      const record = 12 + 16 * index;
      const start = file.readUInt32BE(record + 8);
      if (file.toString('latin1', record, record + 4) === tag)
        return file.subarray(start, start + file.readUInt32BE(record + 12));
    }
    throw new Error(`a font without its table ${tag} was to travel in a deck`);
  };
}
