/** A template as a company has one: the usual layouts, and a picture that makes the most of its 600 kB. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { smallTemplate, usualLayouts } from '../powerpoint/template/small-template.js';

/** @returns its path. */
export function writeBrand(folder: string): string {
  const file = join(folder, 'brand.pptx');
  writeFileSync(file, smallTemplate({ layouts: usualLayouts, media: { 'image1.png': noise(590_000) } }));
  return file;
}

/** Bytes that no packing makes fewer, the same each time: a linear congruential generator's. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}
