/** The package as a zip: the same parts give the same bytes. */
import { strFromU8, unzipSync } from 'fflate';
import type { Memo } from '../../../memo/memo.js';
import { packEntry, writeZip, type PackedEntry } from './zip.js';

export type Parts = Map<string, string | Uint8Array>;

/** The parts of pptxgenjs' package that are kept: its slides, with their relationships. */
export function readSlides(bytes: Uint8Array): ReadonlyMap<string, string> {
  const entries = unzipSync(bytes, {
    filter: (file) => /^ppt\/slides\/(?:_rels\/)?slide\d+\.xml(?:\.rels)?$/.test(file.name),
  });
  return new Map(Object.entries(entries).map(([path, content]) => [path, strFromU8(content)]));
}

/** Pictures and workbooks are packed already: they are stored. */
const isPacked = (path: string): boolean => /\.(?:png|jpeg)$/.test(path);

export function packPart(path: string, content: string | Uint8Array, memo: Memo): PackedEntry {
  const packed = !isPacked(path);
  return memo.recall('packed part', [content, packed], () => packEntry(content, packed));
}

export const packParts = (parts: Parts, memo: Memo): Uint8Array =>
  writeZip([...parts].map(([path, content]) => ({ path, ...packPart(path, content, memo) })));
