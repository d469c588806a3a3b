/** What is wrong with a deck that the file in which it was made is not to blame for. */
import { writeZip } from '../../src/writers/pptx/package/zip.js';
import type { OpenedPackage } from '../../src/powerpoint/package/open-package.js';
import { checkStructure } from './check-package.js';

/** @param template the file that the deck was made in; null for a deck of its own */
export function findPackageFaults(deck: Uint8Array, template: OpenedPackage | null): readonly string[] {
  const found = checkStructure(deck);
  if (found.length === 0 || template === null) return found;
  const known = new Set(checkStructure(writeZip([...template.parts.values()])));
  return found.filter((fault) => !known.has(fault));
}
