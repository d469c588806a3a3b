/** Prose that runs through narrow columns one after the other. The columns of its last page end at one height. */
import type { Block } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import { moveItem, type BlockContext, type LaidBlock, type SplitBlock } from './block.js';
import { stackBlocks } from './stack.js';

export const layTextColumns = (
  blocks: readonly Block[],
  count: number,
  gap: Pt,
  width: Pt,
  context: BlockContext,
): LaidBlock => {
  const columnWidth = (width - gap * (count - 1)) / count;
  const step = columnWidth + gap;
  return balance(stackBlocks(blocks.map((block) => context.lay(block, columnWidth, context))), count, step);
};

interface Filled {
  readonly columns: readonly LaidBlock[];
  /** Null where all of it found room. */
  readonly rest: LaidBlock | null;
}

const fill = (content: LaidBlock, count: number, height: Pt): Filled => {
  const columns: LaidBlock[] = [];
  let rest: LaidBlock | null = content;
  while (rest !== null && columns.length < count) {
    if (rest.height <= height) {
      columns.push(rest);
      rest = null;
      break;
    }
    const parts: SplitBlock | null = rest.split?.(height) ?? null;
    if (parts === null) break;
    columns.push(parts.head);
    rest = parts.rest;
  }
  return { columns, rest };
};

/** Columns of nearly one height are found by halving; this near, in pt. */
const exactness = 0.5;

/** The lowest columns that hold all of it. */
const balance = (content: LaidBlock, count: number, step: Pt): LaidBlock => {
  let [low, high] = [content.height / count, content.height];
  if (fill(content, count, low).rest === null) high = low;
  while (high - low > exactness) {
    const middle = (low + high) / 2;
    if (fill(content, count, middle).rest === null) high = middle;
    else low = middle;
  }
  return row(fill(content, count, high).columns, content, count, step);
};

const row = (columns: readonly LaidBlock[], content: LaidBlock, count: number, step: Pt): LaidBlock => ({
  height: Math.max(0, ...columns.map((column) => column.height)),
  items: columns.flatMap((column, index) => column.items.map((item) => moveItem(item, index * step, 0))),
  marks: columns.flatMap((column) => column.marks ?? []),
  keepWithNext: false,
  spaceBefore: content.spaceBefore,
  spaceAfter: content.spaceAfter,
  split: (available) => {
    const { columns: full, rest } = fill(content, count, available);
    return rest === null || full.length < count
      ? null
      : { head: row(full, content, count, step), rest: balance(rest, count, step) };
  },
});
