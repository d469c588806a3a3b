/** Every text of a block with those of the blocks in it, in reading order: where links and footnotes are looked for. */
import type { Block, Inline } from '../../model/document.js';

export function* blockTexts(block: Block): Generator<readonly Inline[]> {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      yield block.inlines;
      break;
    case 'list':
      for (const item of block.items) for (const child of item) yield* blockTexts(child);
      break;
    case 'quote':
      for (const child of block.blocks) yield* blockTexts(child);
      break;
    case 'callout':
      yield block.title;
      for (const child of block.blocks) yield* blockTexts(child);
      break;
    case 'columns':
      for (const { blocks } of block.columns) for (const child of blocks) yield* blockTexts(child);
      break;
    case 'cards':
      for (const card of block.cards) yield* [card.title, card.text];
      break;
    case 'masthead':
      yield* [block.edition, block.title, block.subtitle, block.slogan];
      break;
    case 'area':
    case 'spare':
      for (const child of block.blocks) yield* blockTexts(child);
      break;
    case 'story':
      yield* [block.title, block.line];
      for (const child of block.blocks) yield* blockTexts(child);
      break;
    case 'table':
      yield block.caption;
      for (const row of [...block.head, ...block.rows]) for (const cell of row.cells) yield cell.inlines;
      yield* block.notes;
      break;
    case 'chart':
      yield* [block.titled ?? [], block.caption, block.source];
      break;
    case 'picture':
      yield block.caption;
      break;
    case 'contents':
    case 'kpis':
    case 'page-break':
      break;
  }
}

/** Inlines with those inside them: emphasis and links opened, footnotes not. */
export function* flatInlines(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline;
    if ('children' in inline) yield* flatInlines(inline.children);
  }
}
