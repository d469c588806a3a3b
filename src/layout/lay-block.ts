/** Lays any block of a document: one case a kind. */
import { assertNever } from '../model/assert-never.js';
import type { Block } from '../model/document.js';
import type { LaidBlock, LayBlock } from './blocks/block.js';
import { layCallout } from './blocks/callout.js';
import { layCards } from './blocks/cards.js';
import { layChart } from './blocks/chart.js';
import { layColumns } from './blocks/columns.js';
import { layContents } from './blocks/contents.js';
import { layHeading } from './blocks/heading.js';
import { layKpis } from './blocks/kpis.js';
import { layList } from './blocks/list.js';
import { layMasthead } from './blocks/masthead.js';
import { layParagraph } from './blocks/paragraphs.js';
import { layPicture } from './blocks/picture.js';
import { layQuote } from './blocks/quote.js';
import { stackBlocks } from './blocks/stack.js';
import { layTable } from './blocks/table.js';

export const layBlock: LayBlock<Block> = (block, width, context): LaidBlock => {
  switch (block.kind) {
    case 'heading':
      return layHeading(block, width, context);
    case 'paragraph':
      return layParagraph(block, width, context);
    case 'list':
      return layList(block, width, context);
    case 'quote':
      return layQuote(block, width, context);
    case 'callout':
      return layCallout(block, width, context);
    case 'columns':
      return layColumns(block, width, context);
    case 'cards':
      return layCards(block, width, context);
    case 'masthead':
      return layMasthead(block, width, context);
    case 'contents':
      return layContents(block, width, context);
    case 'page-break':
      return stackBlocks([]);
    case 'table':
      return layTable(block, width, context);
    case 'chart':
      return layChart(block, width, context);
    case 'picture':
      return layPicture(block, width, context);
    case 'kpis':
      return layKpis(block, width, context);
    default:
      return assertNever(block);
  }
};
