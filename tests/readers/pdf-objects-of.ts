/** All objects of a PDF as text, the packed ones unpacked: for what pdfjs-dist does not show. */
import { inflateSync } from 'node:zlib';

export function objectsOf(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes);
  let text = raw.toString('latin1');
  for (const match of text.matchAll(/\/Type \/ObjStm[^]*?stream\n/g)) {
    text += inflateSync(raw.subarray(match.index + match[0].length)).toString('latin1');
  }
  return text;
}
