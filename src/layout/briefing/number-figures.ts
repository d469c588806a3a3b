/** Numbers for captions: 图1, 图2 over charts and pictures, 表1, 表2 over tables that have a caption. */
import type { Block } from '../../model/document.js';
import { walkBlocks } from './walk-blocks.js';

const words = { zh: { figure: '图', table: '表' }, other: { figure: 'Figure ', table: 'Table ' } } as const;

export const numberFigures = (blocks: readonly Block[], language: string): ReadonlyMap<Block, string> => {
  const { figure, table } = language.startsWith('zh') ? words.zh : words.other;
  const numbers = new Map<Block, string>();
  let figures = 0;
  let tables = 0;
  for (const block of walkBlocks(blocks)) {
    if (block.kind === 'chart' || block.kind === 'picture') numbers.set(block, `${figure}${(figures += 1)}`);
    if (block.kind === 'table' && block.caption.length > 0) numbers.set(block, `${table}${(tables += 1)}`);
  }
  return numbers;
};
