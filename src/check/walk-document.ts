/** Every paragraph, chart and table of a bound document, wherever it stands. */
import type { Block, ChartBlock, Document, Footnote, Inline, KpisBlock, Slide, TableBlock } from '../model/document.js';

export interface Walker {
  /** A stretch of text: a paragraph, a title, a cell, a caption, a paragraph of a footnote. */
  readonly text?: (inlines: readonly Inline[]) => void;
  /** A cell of a table; where it is left out, cells are texts as others are. */
  readonly cell?: (inlines: readonly Inline[]) => void;
  readonly chart?: (block: ChartBlock) => void;
  readonly table?: (block: TableBlock<Inline>) => void;
  readonly kpis?: (block: KpisBlock) => void;
}

export function walkDocument(document: Document, given: Walker): void {
  const walker = withFootnotes(given);
  if (document.kind === 'briefing') return walkBlocks(document.blocks, walker);
  for (const slide of document.slides) walkSlide(slide, walker);
}

/** All that stands on one slide, without the texts of its footnotes. */
export function walkSlide({ title, subtitle, kicker, blocks, regions, notes }: Slide, walker: Walker): void {
  for (const inlines of [title, subtitle, kicker]) walker.text?.(inlines);
  for (const each of [blocks, ...Object.values(regions), notes]) walkBlocks(each, walker);
}

/** A footnote is a text of its own, told of once. */
function withFootnotes(walker: Walker): Walker {
  const { text } = walker;
  if (text === undefined) return walker;
  const seen = new Set<Footnote<Inline>>();
  const visit = (inlines: readonly Inline[]): void => {
    text(inlines);
    for (const leaf of leavesOf(inlines)) {
      if (leaf.kind !== 'footnote' || seen.has(leaf.note)) continue;
      seen.add(leaf.note);
      leaf.note.paragraphs.forEach(visit);
    }
  };
  return { ...walker, text: visit };
}

function walkBlocks(blocks: readonly Block[], walker: Walker): void {
  for (const block of blocks) walkBlock(block, walker);
}

function walkBlock(block: Block, walker: Walker): void {
  const texts = (...all: readonly (readonly Inline[])[]): void => all.forEach((inlines) => walker.text?.(inlines));
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return texts(block.inlines);
    case 'list':
      return block.items.forEach((item) => walkBlocks(item, walker));
    case 'quote':
      return walkBlocks(block.blocks, walker);
    case 'callout':
      texts(block.title);
      return walkBlocks(block.blocks, walker);
    case 'columns':
      return block.columns.forEach((column) => walkBlocks(column.blocks, walker));
    case 'cards':
      return block.cards.forEach((card) => texts(card.title, card.text));
    case 'masthead':
      return texts(block.title, block.subtitle, block.slogan, block.edition);
    case 'area':
    case 'spare':
      return walkBlocks(block.blocks, walker);
    case 'story':
      texts(block.title, block.line);
      return walkBlocks(block.blocks, walker);
    case 'table':
      walker.table?.(block);
      if (block.register === true) return;
      texts(block.caption, ...block.notes);
      return [...block.head, ...block.rows]
        .flatMap(cellsOf)
        .forEach((inlines) => (walker.cell ?? walker.text)?.(inlines));
    case 'chart':
      walker.chart?.(block);
      return texts(block.titled ?? [], block.caption, block.source);
    case 'picture':
      return texts(block.caption);
    case 'kpis':
      return walker.kpis?.(block);
    case 'contents':
    case 'page-break':
      return;
    default:
      throw new Error(`no such block: ${JSON.stringify(block satisfies never)}`);
  }
}

const cellsOf = ({ cells }: TableBlock<Inline>['rows'][number]): readonly (readonly Inline[])[] =>
  cells.map(({ inlines }) => inlines);

/** Leaves in order: emphasis and links opened. */
export function leavesOf(inlines: readonly Inline[]): readonly Exclude<Inline, { readonly children: unknown }>[] {
  return inlines.flatMap((inline) => ('children' in inline ? leavesOf(inline.children) : [inline]));
}

export const textOf = (inlines: readonly Inline[]): string =>
  leavesOf(inlines)
    .map((leaf) => ('text' in leaf ? leaf.text : ''))
    .join('');

/** For a message: a sentence is known by its beginning. */
export const shortText = (text: string): string =>
  [...text].length > 24 ? `${[...text].slice(0, 24).join('')}…` : text;
