/** The operators of the first page of a PDF, unpacked: for what no reader shows. */
import { inflateSync } from 'node:zlib';

export function contentOf(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes);
  for (const match of raw.toString('latin1').matchAll(/\/Filter \/FlateDecode\n?>>\nstream\n/g)) {
    try {
      const text = inflateSync(raw.subarray(match.index + match[0].length)).toString('latin1');
      if (text.includes(' TJ')) return text;
    } catch { /* a stream of another kind */ }
  }
  return '';
}
