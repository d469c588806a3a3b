/**
 * A deck's slides for the layouts that they land on: what a template has no place for is gathered elsewhere on the
 * slide, or left out and told.
 */
import { leftOutOfTemplate } from '../../diagnostics/template-messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { noMemo, type Memo } from '../../memo/memo.js';
import type { Block, Deck, Inline, Slide } from '../../model/document.js';
import { layoutLabel } from './template.js';
import { withSubtitle, type LandedLayout, type LandedTemplate } from './landing.js';

export const landDeck = (deck: Deck, { landed }: LandedTemplate, tell: Tell, memo: Memo = noMemo): Deck => ({
  ...deck,
  slides: deck.slides.map((slide) =>
    memo.recallSame('landed slide', [slide, landed], (heard) => landSlide(slide, landed, heard), tell),
  ),
});

function landSlide(slide: Slide, landed: LandedTemplate['landed'], tell: Tell): Slide {
  const { layout } = slide;
  const plain = layout === null ? undefined : landed.get(layout);
  if (layout === null) return slide;
  if (plain === undefined) return slide;
  if (plain.gathered !== null) return gatherWords(withoutPlace(slide, plain, tell), plain);
  const hasSubtitle = slide.subtitle.length > 0 && landed.has(withSubtitle(layout));
  const kept = { ...slide, layout: hasSubtitle ? withSubtitle(layout) : layout };
  // A chapter's name above each title is said by the sections too.
  return plain.left.includes('kicker') ? { ...kept, kicker: [] } : kept;
}

/** What a cover or a divider of the template has no place for stays out, and that is told. */
function withoutPlace(slide: Slide, landed: LandedLayout, tell: Tell): Slide {
  const isLost = (block: Block): boolean =>
    (block.kind === 'picture' && landed.left.includes('picture')) ||
    (block.kind === 'kpis' && landed.left.includes('figures'));
  const lost = [...slide.blocks, ...Object.values(slide.regions).flat()].filter(isLost);
  for (const what of ['picture', 'kpis'] as const) {
    const first = lost.find(({ kind }) => kind === what);
    if (first === undefined) continue;
    const words = what === 'kpis' ? 'figures' : 'picture';
    tell(leftOutOfTemplate(words, landed.bundleLayout, layoutLabel(landed.target), first.span));
  }
  return {
    ...slide,
    blocks: slide.blocks.filter((block) => !isLost(block)).map(onPage),
    regions: Object.fromEntries(
      Object.entries(slide.regions)
        .map(([name, blocks]) => [name, blocks.filter((block) => !isLost(block)).map(onPage)] as const)
        .filter(([, blocks]) => blocks.length > 0),
    ),
  };
}

/**
 * Figures that a bundle's deep cover would carry stand on a panel here: a column of them beside a divider's title
 * becomes a row below it.
 */
const onPage = (block: Block): Block =>
  block.kind === 'kpis' && block.look === 'ground'
    ? { ...block, look: 'band', across: block.across === 1 ? null : block.across }
    : block;

/** Subtitle first, then the slide's own paragraphs, then the line that the bundle has above the title. */
function gatherWords(slide: Slide, { gathered, slideLayout }: LandedLayout): Slide {
  const region = gathered!;
  const hasNumeral = slideLayout.regions.some(({ accepts }) => accepts.includes('kicker'));
  const takesContents = slideLayout.regions.some(({ accepts }) => accepts.includes('contents'));
  const line = (inlines: readonly Inline[]): readonly Block[] =>
    inlines.length === 0 ? [] : [{ kind: 'paragraph', role: 'body', inlines, span: slide.span }];
  const isText = (block: Block): boolean => ['paragraph', 'list', 'quote', 'callout', 'heading'].includes(block.kind);
  const named = Object.values(slide.regions).flat();
  const words = [...line(slide.subtitle), ...[...slide.blocks, ...named].filter(isText), ...line(longKicker(slide))];
  return {
    ...slide,
    subtitle: [],
    kicker: hasNumeral && longKicker(slide).length === 0 ? slide.kicker : [],
    // What a chapter holds is said by the contents of the whole, too.
    blocks: [...slide.blocks, ...named].filter(
      (block) => !isText(block) && (block.kind !== 'contents' || takesContents),
    ),
    regions: words.length === 0 ? {} : { [region]: words },
  };
}

/** A divider's bare number says nothing below its title. */
const longKicker = ({ kicker }: Slide): readonly Inline[] =>
  kicker.every((inline) => (inline.kind === 'value' || inline.kind === 'text') && /^\s*\d*\s*$/.test(inline.text))
    ? []
    : kicker;
