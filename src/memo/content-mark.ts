/** Marks of content: two values have the same mark where, and only where, they say the same. */
import crypto from 'node:crypto';

/** SHA-256, cut to 128 bits. */
export const markOfBytes = (bytes: Uint8Array | string): string => hexDigest('sha256', bytes).slice(0, 32);

/** Of Node 20.12 and later. */
const hash = crypto.hash as typeof crypto.hash | undefined;

/** In one call where Node has it: a build marks thousands of texts, most of them short. */
export const hexDigest = (algorithm: 'sha1' | 'sha256', bytes: Uint8Array | string): string =>
  hash === undefined ? crypto.createHash(algorithm).update(bytes).digest('hex') : hash(algorithm, bytes, 'hex');

/** The same of a text that comes in pieces. */
export function markOfPieces(pieces: Iterable<string>): string {
  const digest = crypto.createHash('sha256');
  for (const piece of pieces) digest.update(piece);
  return digest.digest('hex').slice(0, 32);
}

const known = new WeakMap<object, string>();

/**
 * The mark of plain data, found once for an object, since nobody edits one. Maps, sets and functions would leave no
 * trace in it: an error of ours. Bytes are marked by `markBytes` beforehand, or each of them is written out as a
 * number.
 */
export function markOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return markOfBytes(`${typeof value} ${String(value)}`);
  let mark = known.get(value);
  if (mark === undefined)
    known.set(value, (mark = value instanceof Uint8Array ? markOfBytes(value) : markOfBytes(JSON.stringify(value))));
  return mark;
}

/** From here on the mark of these bytes stands for them wherever they are part of a value that is marked. */
export function markBytes(bytes: Uint8Array): string {
  const mark = markOf(bytes);
  Object.defineProperty(bytes, 'toJSON', { value: () => `bytes ${mark}`, configurable: true });
  return mark;
}
