/** Walks all blocks of a document in reading order, with those inside lists, quotes, callouts and columns. */
import type { Block } from '../../model/document.js';

export function* walkBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    switch (block.kind) {
      case 'list':
        for (const item of block.items) yield* walkBlocks(item);
        break;
      case 'quote':
      case 'callout':
      case 'area':
      case 'story':
      case 'spare':
        yield* walkBlocks(block.blocks);
        break;
      case 'columns':
        for (const column of block.columns) yield* walkBlocks(column.blocks);
        break;
      default:
        break;
    }
  }
}
