/** Numbers for captions: 图1, 图2 over charts and pictures, 表1, 表2 over tables that have a caption. */
import { captionNumber } from '../../locale/part-words.js';
import type { Block } from '../../model/document.js';
import { walkBlocks } from './walk-blocks.js';

export const numberFigures = (blocks: readonly Block[], language: string): ReadonlyMap<Block, string> => {
  const numbers = new Map<Block, string>();
  let figures = 0;
  let tables = 0;
  for (const block of walkBlocks(blocks)) {
    if (block.kind === 'chart' || block.kind === 'picture')
      numbers.set(block, captionNumber('figure', (figures += 1), language));
    if (block.kind === 'table' && block.caption.length > 0)
      numbers.set(block, captionNumber('table', (tables += 1), language));
  }
  return numbers;
};
