/**
 * Slides that name no layout take one of the bundle's list before they land on a template: there, places are the
 * template's own.
 */
import type { Deck, Slide } from '../../model/document.js';
import type { Region, SlideLayout } from '../../model/slide-layout.js';

/** The first of the bundle's list that has a place for most of what the slide holds, and fewest that stay empty. */
export const nameLayouts = (deck: Deck, layouts: ReadonlyMap<string, SlideLayout>): Deck => {
  const choices = [...layouts.values()]
    .filter(({ choice }) => choice !== undefined)
    .sort((one, other) => one.choice! - other.choice!);
  return {
    ...deck,
    slides: deck.slides.map((slide) => (slide.layout === null ? { ...slide, layout: bestFor(slide, choices) } : slide)),
  };
};

const bestFor = (slide: Slide, choices: readonly SlideLayout[]): string | null => {
  let best: { readonly name: string; readonly misfit: number } | null = null;
  for (const { name, regions } of choices) {
    const misfit = misfitOf(slide, regions);
    if (best === null || misfit < best.misfit) best = { name, misfit };
  }
  return best?.name ?? null;
};

const words = ['title', 'subtitle', 'kicker', 'footer', 'number', 'date'];

/** Blocks without a place, doubly, and places without a block; a place that yields its room may stay empty. */
const misfitOf = (slide: Slide, regions: readonly Region[]): number => {
  let left = slide.blocks.map(({ kind }) => kind);
  let empty = 0;
  for (const { accepts, most, yields } of regions) {
    if (accepts.every((part) => words.includes(part))) continue;
    const taken = left.filter((kind) => (accepts as readonly string[]).includes(kind)).slice(0, most ?? left.length);
    if (taken.length === 0 && (yields ?? []).length === 0) empty += 1;
    for (const kind of taken) left = left.toSpliced(left.indexOf(kind), 1);
  }
  return left.length * 2 + empty;
};
