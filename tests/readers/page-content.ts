/** Streams of a PDF, unpacked: for what no reader shows. */
import { inflateSync } from 'node:zlib';

/** The operators of the first page. */
export const contentOf = (bytes: Uint8Array): string => streamWith(bytes, ' TJ');

/** The first stream that has this text in it. */
export function streamWith(bytes: Uint8Array, wanted: string): string {
  const raw = Buffer.from(bytes);
  for (const match of raw.toString('latin1').matchAll(/\/Filter \/FlateDecode\n?>>\nstream\n/g)) {
    try {
      const text = inflateSync(raw.subarray(match.index + match[0].length)).toString('latin1');
      if (text.includes(wanted)) return text;
    } catch {
      /* a stream of another kind */
    }
  }
  return '';
}
