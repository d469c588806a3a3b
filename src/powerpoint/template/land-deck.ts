/**
 * A deck's slides for the layouts that they land on: what a template has no place for is gathered elsewhere on the
 * slide, or left out and told.
 */
import { leftOutOfTemplate } from '../../diagnostics/template-messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import type { Block, Deck, Inline, Slide } from '../../model/document.js';
import { layoutLabel } from './template.js';
import { withSubtitle, type LandedLayout, type LandedTemplate } from './landing.js';

export const landDeck = (deck: Deck, { landed }: LandedTemplate, tell: Tell): Deck => ({
  ...deck,
  slides: deck.slides.map((slide) => landSlide(slide, landed, tell)),
});

function landSlide(slide: Slide, landed: LandedTemplate['landed'], tell: Tell): Slide {
  const { layout } = slide;
  const plain = layout === null ? undefined : landed.get(layout);
  if (layout === null) return slide;
  if (plain === undefined) return slide;
  if (plain.gathered !== null) return gatherWords(withoutPictures(slide, plain, tell), plain);
  const hasSubtitle = slide.subtitle.length > 0 && landed.has(withSubtitle(layout));
  const kept = { ...slide, layout: hasSubtitle ? withSubtitle(layout) : layout };
  // A chapter's name above each title is said by the sections too.
  return plain.left.includes('kicker') ? { ...kept, kicker: [] } : kept;
}

function withoutPictures(slide: Slide, landed: LandedLayout, tell: Tell): Slide {
  if (!landed.left.includes('picture')) return slide;
  const isPicture = (block: Block): boolean => block.kind === 'picture';
  const lost = [...slide.blocks, ...Object.values(slide.regions).flat()].filter(isPicture);
  if (lost.length === 0) return slide;
  tell(leftOutOfTemplate(landed.bundleLayout, layoutLabel(landed.target), lost[0]!.span));
  return {
    ...slide,
    blocks: slide.blocks.filter((block) => !isPicture(block)),
    regions: Object.fromEntries(
      Object.entries(slide.regions)
        .map(([name, blocks]) => [name, blocks.filter((block) => !isPicture(block))] as const)
        .filter(([, blocks]) => blocks.length > 0),
    ),
  };
}

/** Subtitle first, then the slide's own paragraphs, then the line that the bundle has above the title. */
function gatherWords(slide: Slide, { gathered, slideLayout }: LandedLayout): Slide {
  const region = gathered!;
  const hasNumeral = slideLayout.regions.some(({ accepts }) => accepts.includes('kicker'));
  const line = (inlines: readonly Inline[]): readonly Block[] =>
    inlines.length === 0 ? [] : [{ kind: 'paragraph', role: 'body', inlines, span: slide.span }];
  const isText = (block: Block): boolean => ['paragraph', 'list', 'quote', 'callout', 'heading'].includes(block.kind);
  const named = Object.values(slide.regions).flat();
  const words = [...line(slide.subtitle), ...[...slide.blocks, ...named].filter(isText), ...line(longKicker(slide))];
  return {
    ...slide,
    subtitle: [],
    kicker: hasNumeral && longKicker(slide).length === 0 ? slide.kicker : [],
    blocks: [...slide.blocks, ...named].filter((block) => !isText(block)),
    regions: words.length === 0 ? {} : { [region]: words },
  };
}

/** A divider's bare number says nothing below its title. */
const longKicker = ({ kicker }: Slide): readonly Inline[] =>
  kicker.every((inline) => (inline.kind === 'value' || inline.kind === 'text') && /^\s*\d*\s*$/.test(inline.text))
    ? []
    : kicker;
