/** The same key figure is no card twice on a page: the later of the two is left out. */
import type { Block, Briefing } from '../../model/document.js';
import type { SetParagraph } from '../../model/page.js';
import type { LaidBlock } from '../galley/block.js';
import type { FilledPage } from './fill-page.js';

/** A card of a document: which block, which of its cards. */
interface CardPlace {
  readonly block: number;
  readonly card: number;
  readonly id: string;
}

const cardsOf = (block: Block): readonly { readonly id: string }[] =>
  block.kind === 'kpis' && block.look !== 'strips' ? block.cards : [];

/** Cards by their first paragraph, which stays the same wherever the card is moved to and however high it becomes. */
const placeCards = (document: Briefing, laid: readonly LaidBlock[]): ReadonlyMap<SetParagraph, CardPlace> => {
  const places = new Map<SetParagraph, CardPlace>();
  for (const [block, { items }] of laid.entries()) {
    const cards = cardsOf(document.blocks[block]!);
    const texts = items.flatMap((item) => (item.kind === 'text' ? item.paragraphs.slice(0, 1) : []));
    for (const [card, { id }] of cards.entries())
      if (texts[card] !== undefined) places.set(texts[card], { block, card, id });
  }
  return places;
};

const repeatsOn = (page: FilledPage, places: ReadonlyMap<SetParagraph, CardPlace>): readonly CardPlace[] => {
  const cards = page.items.flatMap((item) =>
    item.kind === 'text' && item.paragraphs[0] !== undefined ? (places.get(item.paragraphs[0]) ?? []) : [],
  );
  return cards.filter(({ id }, index) => cards.findIndex((card) => card.id === id) < index);
};

/** The document without the cards that stand twice on one of these pages; null where none does. */
export const withoutRepeats = (
  document: Briefing,
  laid: readonly LaidBlock[],
  pages: readonly FilledPage[],
): Briefing | null => {
  const places = placeCards(document, laid);
  const repeats = pages.flatMap((page) => repeatsOn(page, places));
  if (repeats.length === 0) return null;
  const isRepeat = (block: number, card: number): boolean =>
    repeats.some((place) => place.block === block && place.card === card);
  return {
    ...document,
    blocks: document.blocks.map((block, index) =>
      block.kind === 'kpis' ? { ...block, cards: block.cards.filter((_, card) => !isRepeat(index, card)) } : block,
    ),
  };
};
