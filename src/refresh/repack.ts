/** A package with some parts changed: all others are copied as they are packed, in their order. */
import type { OpenedPackage } from '../powerpoint/package/open-package.js';
import { packEntry, writeZip } from '../writers/pptx/package/zip.js';

/** @param changed new contents by path; a path that the package lacks is added behind the others. */
export function repack(pack: OpenedPackage, changed: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const kept = [...pack.parts.values()].map((part) => {
    const content = changed.get(part.path);
    // Pictures and workbooks stay packed as they were: stored or not.
    return content === undefined ? part : { path: part.path, ...packEntry(content, part.method === 'deflated') };
  });
  const added = [...changed].filter(([path]) => !pack.parts.has(path));
  return writeZip([...kept, ...added.map(([path, content]) => ({ path, ...packEntry(content, true) }))]);
}
