/**
 * Ids that a deck carries so that its slides and shapes are known again after somebody has edited it. PowerPoint names
 * a slide by its `p14:creationId` (MS-PPTX 2.3.1.4) and a shape by its `a16:creationId`, and keeps both through edits,
 * moves and saves. Each is made of what it stands for, so that the same slide of the next build has the same one.
 */
import { hexDigest } from '../../memo/content-mark.js';
import { guidOf } from './guid.js';

/** 1 to 4294967295, never 0. `slide` is the slide's key: see `Page.key`. */
export const slideCreationId = (report: string, slide: string): number => numberOf(`slide ${report} ${slide}`);

/** `{…}` in capitals. `shape` is the name that the shape was given: unique on its slide. */
export const shapeCreationId = (report: string, slide: string, shape: string): string =>
  guidOf(`shape ${report} ${slide} ${shape}`);

/**
 * Ids of the rows or columns of a table, by what heads each: the text of the first cell, or of the head. 1 to
 * 4294967295, unique in the table: a second row of a name has another id than the first.
 */
export function lineIds(kind: 'row' | 'column', shape: string, heads: readonly string[]): readonly number[] {
  const seen = new Map<string, number>();
  return heads.map((head) => {
    const nth = (seen.get(head) ?? 0) + 1;
    seen.set(head, nth);
    return numberOf(`${kind} ${shape} ${head} ${nth}`);
  });
}

const numberOf = (seed: string): number => parseInt(hexDigest('sha256', seed).slice(0, 8), 16) || 1;
