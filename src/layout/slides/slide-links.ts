/** Links that a slide holds: whether it has to wait for the others' page numbers, and which ids it points at. */
import type { Block, Inline, Slide } from '../../model/document.js';
import type { Span } from '../../model/span.js';
import { blockTexts, flatInlines } from '../galley/block-texts.js';

export interface SlideLink {
  readonly href: string;
  readonly span: Span;
}

export const slideBlocks = (slide: Slide): readonly Block[] => [
  ...Object.values(slide.regions).flat(),
  ...slide.blocks,
];

/** Every text of the slide, in reading order. */
export function* slideTexts(slide: Slide): Generator<readonly Inline[]> {
  yield* [slide.title, slide.subtitle, slide.kicker];
  for (const block of slideBlocks(slide)) yield* blockTexts(block);
}

const found = new WeakMap<Slide, readonly SlideLink[]>();

/** Asked for at every step of laying a deck: sought each time they were a tenth of what it allocates. */
export const slideLinks = (slide: Slide): readonly SlideLink[] => {
  const links = found.get(slide) ?? [...slideTexts(slide)].flatMap(linksOf);
  found.set(slide, links);
  return links;
};

const linksOf = (inlines: readonly Inline[]): readonly SlideLink[] =>
  [...flatInlines(inlines)].flatMap((inline): readonly SlideLink[] => {
    if (inline.kind === 'footnote') return inline.note.paragraphs.flatMap(linksOf);
    return inline.kind === 'link' ? [{ href: inline.href, span: inline.span }] : [];
  });

/** True where the slide prints or points at pages, so that it is laid when all pages are counted. */
export const waitsForPages = (slide: Slide): boolean =>
  slideBlocks(slide).some((block) => block.kind === 'contents') ||
  slideLinks(slide).some((link) => link.href.startsWith('#'));
