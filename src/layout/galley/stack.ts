/** Laid blocks one below the other as one laid block: the inside of a list, a quote, a callout, a column. */
import type { Pt } from '../../model/length.js';
import type { PageItem } from '../../model/page.js';
import { spaceBetween } from '../../text/stack-paragraphs.js';
import { moveItem, type LaidBlock, type Mark, type SplitBlock } from './block.js';

const marksOf = (block: LaidBlock, y: Pt): readonly Mark[] =>
  (block.marks ?? []).map((mark) => ({ ...mark, y: mark.y + y }));

/** The last child that may end a page: none that keeps with its next. */
const lastBreak = (blocks: readonly LaidBlock[], upTo: number): number => {
  let end = upTo;
  while (end > 0 && blocks[end - 1]!.keepWithNext) end -= 1;
  return end;
};

const splitStack = (blocks: readonly LaidBlock[], available: Pt): SplitBlock | null => {
  let y = 0;
  for (const [index, block] of blocks.entries()) {
    const top = y + spaceBetween(blocks[index - 1], block);
    if (top + block.height <= available) {
      y = top + block.height;
      continue;
    }
    const parts = block.split?.(available - top) ?? null;
    if (parts !== null) {
      return {
        head: stackBlocks([...blocks.slice(0, index), parts.head]),
        rest: stackBlocks([parts.rest, ...blocks.slice(index + 1)]),
      };
    }
    const end = lastBreak(blocks, index);
    return end === 0 ? null : { head: stackBlocks(blocks.slice(0, end)), rest: stackBlocks(blocks.slice(end)) };
  }
  return null;
};

/** Its items are placed when they are first asked for: a stack that is only measured and split places none. */
export const stackBlocks = (blocks: readonly LaidBlock[]): LaidBlock => {
  let y = 0;
  const tops = blocks.map((block, index) => {
    const top = y + spaceBetween(blocks[index - 1], block);
    y = top + block.height;
    return top;
  });
  let items: readonly PageItem[] | null = null;
  let marks: readonly Mark[] | null = null;
  return {
    height: y,
    get items() {
      return (items ??= blocks.flatMap((block, index) => block.items.map((item) => moveItem(item, 0, tops[index]!))));
    },
    get marks() {
      return (marks ??= blocks.flatMap((block, index) => marksOf(block, tops[index]!)));
    },
    keepWithNext: blocks.at(-1)?.keepWithNext ?? false,
    spaceBefore: blocks[0]?.spaceBefore ?? 0,
    spaceAfter: blocks.at(-1)?.spaceAfter ?? 0,
    split: (available) => splitStack(blocks, available),
  };
};
