/**
 * A zip written once, the same for the same parts (APPNOTE 6.3.3, without its options). Node's own zlib packs: on a
 * fresh process it takes a tenth of the time of one in JavaScript.
 */
import { deflateRawSync } from 'node:zlib';
import { checksum } from '../../../raster/checksum.js';

/** What a zip holds of a file beside its name. */
export interface PackedEntry {
  readonly content: Uint8Array;
  readonly crc: number;
  /** In bytes, before it was packed. */
  readonly size: number;
  readonly method: 'deflated' | 'stored';
}
export interface ZipEntry extends PackedEntry {
  readonly path: string;
}

/** Text as UTF-8. What is packed already is best stored. */
export function packEntry(file: string | Uint8Array, packed: boolean): PackedEntry {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  return {
    // Copied, for zlib's own bytes stand in a buffer of 16 kB, however few they are.
    content: packed ? new Uint8Array(deflateRawSync(bytes, { level: 6 })) : bytes,
    crc: checksum(bytes),
    size: bytes.length,
    method: packed ? 'deflated' : 'stored',
  };
}

/** 1 January 1980, midnight, as MS-DOS writes it: no clock goes into the file. */
const dosDate = 0x0021;
const deflated = 8;
const utf8Names = 0x0800;

export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { path, content, crc, size, method } of entries) {
    const name = Buffer.from(path);
    const common = commonHeader(method === 'deflated' ? deflated : 0, crc, content.length, size, name.length);
    pieces.push(localSignature, common, name, content);
    directory.push(centralHeader(common, offset), name);
    offset += localSignature.length + common.length + name.length + content.length;
  }
  const directorySize = directory.reduce((sum, piece) => sum + piece.length, 0);
  return Buffer.concat([...pieces, ...directory, endOfDirectory(entries.length, directorySize, offset)]);
}

const localSignature = Buffer.from([0x50, 0x4b, 3, 4]);

/** The 26 bytes that a local header and the central directory share. */
function commonHeader(method: number, crc: number, packedSize: number, size: number, nameLength: number): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(utf8Names, 2);
  header.writeUInt16LE(method, 4);
  header.writeUInt16LE(0, 6);
  header.writeUInt16LE(dosDate, 8);
  header.writeUInt32LE(crc, 10);
  header.writeUInt32LE(packedSize, 14);
  header.writeUInt32LE(size, 18);
  header.writeUInt16LE(nameLength, 22);
  return header;
}

function centralHeader(common: Buffer, offset: number): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, tail]);
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
