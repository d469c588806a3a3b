/** What a picture file really is: its format and size, and whether it came whole. */
import { checksum } from '../../raster/checksum.js';
import { jpegFacts } from '../../raster/jpeg-facts.js';

export type PictureHeader =
  | { readonly kind: 'png' | 'jpeg'; readonly width: number; readonly height: number }
  /** Its size is known when it is read. */
  | { readonly kind: 'svg' }
  /** `what` says what was found instead: `a GIF`, `a damaged PNG`. */
  | { readonly kind: 'other'; readonly what: string };

export function readPictureHeader(bytes: Uint8Array): PictureHeader {
  if (bytes.length === 0) return other('an empty file');
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    return readPng(bytes) ?? other('a damaged PNG');
  if (startsWith(bytes, [0xff, 0xd8])) return readJpeg(bytes) ?? other('a damaged JPEG');
  if (isSvg(beginningOf(bytes))) return { kind: 'svg' };
  return other(nameOther(bytes));
}

/** Enough for what may stand before the first element. */
const beginningOf = (bytes: Uint8Array): string =>
  new TextDecoder().decode(bytes.subarray(0, 4096)).replace(/^\uFEFF/, '');

/** An XML document whose first element is an SVG's; what may stand before that is for its reader to judge. */
const isSvg = (text: string): boolean =>
  /^\s*</.test(text) && !/^\s*<(!doctype )?html/i.test(text) && /<(?:svg:)?svg[\s/>]/.test(text);

const other = (what: string): PictureHeader => ({ kind: 'other', what });

/**
 * PNG (ISO 15948): IHDR is the first chunk, IEND the last, the pixels stand in between, and each chunk ends with its
 * checksum.
 */
function readPng(bytes: Uint8Array): PictureHeader | null {
  const view = viewOf(bytes);
  if (bytes.length < 33 || ascii(bytes, 12, 4) !== 'IHDR') return null;
  let hasPixels = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > bytes.length || checksum(bytes.subarray(at + 4, end)) !== view.getUint32(end)) return null;
    const chunk = ascii(bytes, at + 4, 4);
    if (chunk === 'IEND') return hasPixels ? sized('png', view.getUint32(16), view.getUint32(20)) : null;
    hasPixels ||= chunk === 'IDAT';
    at = end + 4;
  }
  return null;
}

/** JPEG (ITU-T T.81): the size stands in the start-of-frame segment; a marker ends the picture. */
function readJpeg(bytes: Uint8Array): PictureHeader | null {
  const view = viewOf(bytes);
  let at = 2;
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return isEnded(bytes, at) ? upright(bytes, view.getUint16(at + 7), view.getUint16(at + 5)) : null;
    const hasLength = !(marker >= 0xd0 && marker <= 0xd9) && marker !== 0x01;
    at += hasLength ? 2 + view.getUint16(at + 2) : 2;
  }
  return null;
}

/** What a camera adds behind the picture is left alone. */
const isEnded = (bytes: Uint8Array, from: number): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf('\xff\xd9', undefined, 'latin1') > from;

/** As it is to be seen: a camera that was held upright stores its picture lying, and says so. */
const upright = (bytes: Uint8Array, width: number, height: number): PictureHeader | null =>
  jpegFacts(bytes).orientation >= 5 ? sized('jpeg', height, width) : sized('jpeg', width, height);

const sized = (kind: 'png' | 'jpeg', width: number, height: number): PictureHeader | null =>
  width > 0 && height > 0 ? { kind, width, height } : null;

function nameOther(bytes: Uint8Array): string {
  const start = ascii(bytes, 0, 16);
  if (start.startsWith('GIF8')) return 'a GIF';
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'a WebP';
  if (start.startsWith('BM')) return 'a BMP';
  if (start.startsWith('%PDF')) return 'a PDF';
  if (start.startsWith('PK')) return 'a ZIP or Office file';
  if (start.slice(4, 8) === 'ftyp') return start.includes('avif') ? 'an AVIF' : 'a HEIC or a film';
  if (start.startsWith('II*') || start.startsWith('MM\0*')) return 'a TIFF';
  if (start.startsWith('version http')) return 'a pointer of Git LFS, not the picture';
  if (start.startsWith('<?xml')) return 'XML that is no SVG';
  if (/^\s*<(!doctype|html)/i.test(start)) return 'a web page';
  return 'something else';
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);
const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
