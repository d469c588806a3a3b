/** The slides of a deck before they are laid: their layouts, what they are called, and on which page each begins. */
import { inlineText } from '../../locale/prose/inline-text.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import { missingKey, unknownLayout } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import type { Deck, Slide } from '../../model/document.js';
import type { SlideLayout } from '../../model/slide-layout.js';
import type { ContentsEntry } from '../galley/block.js';
import { choicesOf } from './lay-slide.js';

export interface PlannedSlide {
  readonly slide: Slide;
  /** Null where the content chooses. */
  readonly layout: SlideLayout | null;
  /** Its node in the deck's structure. */
  readonly sect: number;
}

/** Each slide with its layout. One whose layout is unknown is told of and left out. */
export const planSlides = (
  deck: Deck,
  layouts: ReadonlyMap<string, SlideLayout>,
  addSect: () => number,
  tell: Tell,
): PlannedSlide[] =>
  deck.slides.flatMap((slide): PlannedSlide[] => {
    if (slide.layout === null) {
      if (choicesOf(layouts).length > 0) return [{ slide, layout: null, sect: addSect() }];
      tell(missingKey('layout', 'this slide', slide.span));
      return [];
    }
    const layout = layouts.get(slide.layout);
    if (layout !== undefined) return [{ slide, layout, sect: addSect() }];
    const nearest = layouts.get(nearestName(slide.layout, layouts.keys()) ?? '');
    tell(unknownLayout(slide.layout, slide.layoutSpan, nearest ?? null));
    return [];
  });

/** First pages of slides and chapters, by their ids. */
export const pageTargets = (
  planned: readonly PlannedSlide[],
  starts: readonly number[],
): ReadonlyMap<string, number> => {
  const targets = new Map<string, number>();
  for (const [index, { slide }] of planned.entries()) {
    for (const id of [slide.id, slide.chapter?.id])
      if (id !== null && id !== undefined && !targets.has(id)) targets.set(id, starts[index]!);
  }
  return targets;
};

/** What slides and chapters are called where a link has no words of its own. */
export const slideNames = (planned: readonly PlannedSlide[]): ReadonlyMap<string, string> =>
  new Map(
    planned.flatMap(({ slide: { id, title, chapter } }) => [
      ...(chapter === null ? [] : [[chapter.id, chapter.title] as const]),
      ...(id === null ? [] : [[id, inlineText(title)] as const]),
    ]),
  );

/**
 * The contents of a deck: its chapters, each with the page of its first slide and below it its slides that have an id.
 */
export const chapterEntries = (
  planned: readonly PlannedSlide[],
  targets: ReadonlyMap<string, number>,
  slidesBefore: number,
): ContentsEntry[] => {
  const entries = new Map<string, ContentsEntry>();
  const add = (id: string, entry: Pick<ContentsEntry, 'level' | 'number' | 'title'>): void => {
    if (entries.has(id)) return;
    const page = targets.get(id) ?? 0;
    entries.set(id, { id, ...entry, page: String(page + 1 + slidesBefore), link: { kind: 'page', page } });
  };
  for (const {
    slide: { id, title, chapter },
  } of planned) {
    if (chapter === null) continue;
    add(chapter.id, { level: 1, number: chapter.number, title: chapter.title });
    if (id !== null) add(id, { level: 2, number: null, title: inlineText(title) });
  }
  return [...entries.values()];
};

/** Before each count, the sum of those that stand before it. */
export const runningTotals = (counts: readonly number[]): number[] => {
  let sum = 0;
  return counts.map((count) => {
    const start = sum;
    sum += count;
    return start;
  });
};

/**
 * By which a slide is known again in the next build: see `Page.key`. Titles hold figures, and numbers of slides change
 * with the slides before them.
 */
export const slideKeys = (planned: readonly PlannedSlide[]): readonly string[] => {
  const counts = new Map<string, number>();
  return planned.map(({ slide }) => {
    const own = slide.id ?? `${slide.chapter?.id ?? ''}/${(slide.layout ?? 'chosen').replace(/ \+subtitle$/, '')}`;
    const nth = (counts.get(own) ?? 0) + 1;
    counts.set(own, nth);
    return nth === 1 && slide.id !== null ? own : `${own}/${nth}`;
  });
};
