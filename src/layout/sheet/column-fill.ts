/** Text through columns of given heights, one after the other. */
import type { Pt } from '../../model/length.js';
import type { LaidBlock } from '../galley/block.js';

export interface FilledColumns {
  /** One for each height; null where nothing stands in it. */
  readonly columns: readonly (LaidBlock | null)[];
  /** What found no room. */
  readonly rest: LaidBlock | null;
}

/** Sums of line heights differ by this much, in pt. */
const tolerance = 0.01;

export const fillColumns = (content: LaidBlock, heights: readonly Pt[]): FilledColumns => {
  const columns: (LaidBlock | null)[] = [];
  let rest: LaidBlock | null = content.height <= tolerance ? null : content;
  for (const height of heights) {
    if (rest === null || height <= tolerance) {
      columns.push(null);
    } else if (rest.height <= height + tolerance) {
      columns.push(rest);
      rest = null;
    } else {
      const parts: { head: LaidBlock; rest: LaidBlock } | null = rest.split?.(height + tolerance) ?? null;
      columns.push(parts?.head ?? null);
      rest = parts?.rest ?? rest;
    }
  }
  return { columns, rest };
};

/** Lines that stay free below the text of each column. */
export const freeLines = ({ columns }: FilledColumns, heights: readonly Pt[], leading: Pt): readonly number[] =>
  heights.map((height, index) => Math.round((height - (columns[index]?.height ?? 0)) / leading));
