/** The package as a zip: the same parts give the same bytes. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Zippable } from 'fflate';

export type Parts = Map<string, string | Uint8Array>;

/** The parts of pptxgenjs' package that are kept: its slides, with their relationships. */
export function readSlides(bytes: Uint8Array): ReadonlyMap<string, string> {
  const entries = unzipSync(bytes, { filter: (file) => /^ppt\/slides\/(?:_rels\/)?slide\d+\.xml(?:\.rels)?$/.test(file.name) });
  return new Map(Object.entries(entries).map(([path, content]) => [path, strFromU8(content)]));
}

/** Local time on purpose: the zip holds a wall clock without a zone, so this is the same everywhere. */
const zipEpoch = new Date(1980, 0, 1);

/** Pictures and workbooks are packed already: they are stored. */
const isPacked = (path: string): boolean => /\.(?:png|jpeg|xlsx)$/.test(path);

export function packParts(parts: Parts): Uint8Array {
  const entries: Zippable = {};
  for (const [path, content] of parts) {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    entries[path] = [bytes, { level: isPacked(path) ? 0 : 6, mtime: zipEpoch }];
  }
  return zipSync(entries);
}
