/**
 * A PowerPoint file of somebody else's as the parts of its zip, each as it is packed there: a part that nobody changes
 * is copied byte for byte. Sizes stand in the central directory (APPNOTE 6.3.3, 4.3.12), for a local header may leave
 * them to a descriptor behind the part.
 */
import * as zlib from 'node:zlib';

/** A part as it is packed. The same shape as the deck writer's own entries. */
export interface PackedPart {
  readonly path: string;
  readonly content: Uint8Array;
  readonly crc: number;
  /** In bytes, before it was packed. */
  readonly size: number;
  readonly method: 'deflated' | 'stored';
}

export interface OpenedPackage {
  /** By path, in the order of the zip; folders are left out. */
  readonly parts: ReadonlyMap<string, PackedPart>;
  /** Null where there is no such part. */
  bytes(path: string): Uint8Array | null;
  /** Whether what is packed there unpacks to what was packed; a part of more than 64 MiB is not looked into. */
  isWhole(path: string): boolean;
  /** As UTF-8 (or UTF-16 where a mark says so), without the mark. */
  text(path: string): string | null;
}

/** What a file is when it is no zip that can be read. */
export type PackageFault = 'encrypted' | 'not-a-zip' | 'damaged';

/** First bytes of a compound file (MS-CFB 2.2), which an encrypted document is, and an old .ppt too. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];
const endOfDirectory = 0x06054b50;
const centralHeader = 0x02014b50;
const localHeader = 0x04034b50;
/** More than any template has; a part that says it is larger is not unpacked. */
const largestPart = 512 * 1024 * 1024;
const largestChecked = 64 * 1024 * 1024;

export function openPackage(bytes: Uint8Array): OpenedPackage | PackageFault {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (compoundFile.every((byte, index) => view[index] === byte)) return 'encrypted';
  const end = findEnd(view);
  if (end < 0) return 'not-a-zip';
  const parts = readDirectory(view, end);
  if (parts === null) return 'damaged';
  const unpacked = new Map<string, Uint8Array>();
  const unpack = (path: string): Uint8Array | null => {
    const known = unpacked.get(path);
    if (known !== undefined) return known;
    const part = parts.get(path);
    const content = part === undefined ? null : unpackPart(part);
    if (content !== null) unpacked.set(path, content);
    return content;
  };
  return {
    parts,
    bytes: unpack,
    isWhole: (path) => {
      const part = parts.get(path);
      return unpacked.has(path) || (part !== undefined && (part.size > largestChecked || unpackPart(part) !== null));
    },
    text: (path) => {
      const content = unpack(path);
      return content === null ? null : decode(content);
    },
  };
}

/** Null where it does not unpack, or to something else than what was packed. */
function unpackPart({ content, size, method, crc }: PackedPart): Uint8Array | null {
  try {
    const unpacked =
      method === 'stored'
        ? content
        : zlib.inflateRawSync(content, { maxOutputLength: Math.min(largestPart, size + 1) });
    const sum = sumOf?.(unpacked);
    return sum === undefined || sum === crc ? unpacked : null;
  } catch {
    return null;
  }
}

/** Node has it since 20.15: before that nothing is compared. */
const sumOf: typeof zlib.crc32 | undefined = zlib.crc32;

function decode(content: Uint8Array): string {
  const [first, second] = content;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(content);
}

/** A comment of up to 65,535 bytes may stand behind the end of the directory. */
function findEnd(view: Buffer): number {
  for (let at = view.length - 22; at >= Math.max(0, view.length - 22 - 0xffff); at -= 1)
    if (view.readUInt32LE(at) === endOfDirectory) return at;
  return -1;
}

function readDirectory(view: Buffer, end: number): Map<string, PackedPart> | null {
  const parts = new Map<string, PackedPart>();
  const count = view.readUInt16LE(end + 10);
  let at = view.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== centralHeader) return null;
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const path = view.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    const part = readPart(view, at, path);
    if (part === null) return null;
    if (!path.endsWith('/')) parts.set(path, part);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return parts;
}

function readPart(view: Buffer, at: number, path: string): PackedPart | null {
  const method = view.readUInt16LE(at + 10);
  const packedSize = view.readUInt32LE(at + 20);
  const header = view.readUInt32LE(at + 42);
  if (header + 30 > view.length || view.readUInt32LE(header) !== localHeader) return null;
  if (method !== 0 && method !== 8) return null;
  const start = header + 30 + view.readUInt16LE(header + 26) + view.readUInt16LE(header + 28);
  if (start + packedSize > view.length) return null;
  return {
    path,
    content: view.subarray(start, start + packedSize),
    crc: view.readUInt32LE(at + 16),
    size: view.readUInt32LE(at + 24),
    method: method === 8 ? 'deflated' : 'stored',
  };
}
