/**
 * Embedded OpenType, in which fonts travel in a presentation (`.fntdata`): a header, then a font (W3C member submission
 * "Embedded OpenType (EOT) File Format", 2008). Read where the font is stored as it is, plain or with each byte XORed;
 * MicroType Express compression is not unpacked.
 */

/** `compressed` is MicroType Express; `damaged` is anything that is no EOT. */
export type EotFault = 'compressed' | 'damaged';

const magic = 0x504c;
const flags = { compressed: 0x4, xor: 0x1000_0000 } as const;
const xorKey = 0x50;
const leastHeader = 82;

/** The font inside; why it cannot be had. */
export function readEot(bytes: Uint8Array): Uint8Array | EotFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < leastHeader || view.getUint16(34, true) !== magic) return isFont(bytes) ? bytes : 'damaged';
  const [whole, size] = [view.getUint32(0, true), view.getUint32(4, true)];
  const end = Math.min(whole, bytes.length);
  if (size === 0 || size > end - leastHeader) return 'damaged';
  const said = view.getUint32(12, true);
  if ((said & flags.compressed) !== 0) return 'compressed';
  const stored = bytes.slice(end - size, end);
  const font = (said & flags.xor) === 0 ? stored : stored.map((byte) => byte ^ xorKey);
  return isFont(font) ? font : 'damaged';
}

const isFont = (bytes: Uint8Array): boolean =>
  ['\0\x01\0\0', 'OTTO', 'true'].includes(String.fromCharCode(...bytes.subarray(0, 4)));
