/** Lays any block of a document: one case a kind. */
import { assertNever } from '../../model/assert-never.js';
import type { Block } from '../../model/document.js';
import type { LaidBlock, LayBlock } from '../galley/block.js';
import { layCallout } from './callout.js';
import { layCards } from './cards.js';
import { layChart } from './chart.js';
import { layColumns } from './columns.js';
import { layContents } from './contents.js';
import { layHeading } from './heading.js';
import { layKpis } from './kpis/kpis.js';
import { layList } from './list.js';
import { layMasthead } from './masthead.js';
import { layParagraph } from './paragraphs.js';
import { layPicture } from './picture.js';
import { layQuote } from './quote.js';
import { stackBlocks } from '../galley/stack.js';
import { layTable } from './table/table.js';

type Story = Extract<Block, { readonly kind: 'story' }>;

/** In a flow a story opens as a chapter does. */
const storyHeading = ({ id, letter, title, span }: Story) => ({ id, number: letter, inlines: title, span });

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
    case 'spare':
      return stackBlocks([]);
    case 'area':
      return stackBlocks(block.blocks.map((child) => layBlock(child, width, context)));
    case 'story':
      return stackBlocks([
        layHeading({ ...storyHeading(block), kind: 'heading', level: 1 }, width, context),
        ...block.blocks.map((child) => layBlock(child, width, context)),
      ]);
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
