/** Links that a slide holds: whether it has to wait for the others' page numbers, and which ids it points at. */
import type { Block, Inline, Slide } from '../../model/document.js';
import type { Span } from '../../model/span.js';

export interface SlideLink { readonly href: string; readonly span: Span }

const inlineLinks = (inlines: readonly Inline[]): SlideLink[] => inlines.flatMap((inline): SlideLink[] => {
  switch (inline.kind) {
    case 'link': return [{ href: inline.href, span: inline.span }, ...inlineLinks(inline.children)];
    case 'strong': case 'emphasis': return inlineLinks(inline.children);
    case 'text': case 'value': case 'figure': case 'break': return [];
  }
});

const blockLinks = (block: Block): SlideLink[] => {
  switch (block.kind) {
    case 'paragraph': case 'heading': return inlineLinks(block.inlines);
    case 'list': return block.items.flat().flatMap(blockLinks);
    case 'quote': return block.blocks.flatMap(blockLinks);
    case 'callout': return [...inlineLinks(block.title), ...block.blocks.flatMap(blockLinks)];
    case 'columns': return block.columns.flatMap((column) => column.blocks.flatMap(blockLinks));
    case 'cards': return block.cards.flatMap((card) => [...inlineLinks(card.title), ...inlineLinks(card.text)]);
    case 'masthead': return [block.title, block.subtitle, block.slogan, block.edition].flatMap(inlineLinks);
    case 'table': return [...block.head, ...block.rows].flatMap((row) => row.cells.flatMap((cell) => inlineLinks(cell.inlines)));
    case 'chart': return [...inlineLinks(block.caption), ...inlineLinks(block.source)];
    case 'picture': return inlineLinks(block.caption);
    case 'contents': case 'kpis': case 'page-break': return [];
  }
};

export const slideBlocks = (slide: Slide): readonly Block[] => [...slide.blocks, ...Object.values(slide.regions).flat()];

export const slideLinks = (slide: Slide): readonly SlideLink[] =>
  [...inlineLinks(slide.title), ...inlineLinks(slide.subtitle), ...inlineLinks(slide.kicker), ...slideBlocks(slide).flatMap(blockLinks)];

/** True where the slide prints or points at pages, so that it is laid when all pages are counted. */
export const waitsForPages = (slide: Slide): boolean =>
  slideBlocks(slide).some((block) => block.kind === 'contents') || slideLinks(slide).some((link) => link.href.startsWith('#'));
