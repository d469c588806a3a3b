/** What stands before an item of a list: its number, its bullet, the box of a task. */
import type { Block, Inline, ListBlock } from '../../model/document.js';
import type { RunStyle } from '../../model/page.js';
import type { BlockContext } from './block.js';

const bulletTexts = ['•', '–', '·'] as const;

/** Marks of tasks to be done and of tasks done; the second of each where a font lacks the first. */
const boxes = { open: ['□', '[ ]'], done: ['✓', '[x]'] } as const;

/** @param index of the item, from 0; @param level how deep the list stands in other lists, from 0. */
export const listMarker = (
  list: Pick<ListBlock<Inline, Extract<Block, { kind: 'chart' | 'picture' | 'kpis' }>>, 'ordered' | 'start' | 'items'>,
  index: number,
  level: number,
  style: Pick<RunStyle, 'font' | 'bold'>,
  { fonts }: Pick<BlockContext, 'fonts'>,
): string => {
  const first = list.items[index]?.[0];
  if (first?.kind === 'paragraph' && first.task !== undefined) {
    const [box, plain] = boxes[first.task];
    return fonts.face(style.font, style.bold).has(box.codePointAt(0)!) ? box : plain;
  }
  if (list.ordered) return `${(list.start ?? 1) + index}.`;
  return bulletTexts[Math.min(level, bulletTexts.length - 1)]!;
};
