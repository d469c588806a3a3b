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

/** The same one by one, by their numbers. */
export function numberedObjects(bytes: Uint8Array): ReadonlyMap<number, string> {
  const raw = Buffer.from(bytes);
  const text = raw.toString('latin1');
  const objects = new Map(
    [...text.matchAll(/(?<=\n)(\d+) 0 obj\n([^]*?)\nendobj/g)].map(([, number, object]) => [Number(number), object!]),
  );
  for (const match of text.matchAll(/\/Type \/ObjStm[^]*?stream\n/g)) {
    const unpacked = inflateSync(raw.subarray(match.index + match[0].length)).toString('latin1');
    const first = Number(/\/First (\d+)/.exec(match[0])![1]);
    const heads = [...unpacked.slice(0, first).matchAll(/(\d+) (\d+)/g)].map(
      ([, number, offset]) => [Number(number), first + Number(offset)] as const,
    );
    heads.forEach(([number, offset], index) => objects.set(number, unpacked.slice(offset, heads[index + 1]?.[1])));
  }
  return objects;
}
