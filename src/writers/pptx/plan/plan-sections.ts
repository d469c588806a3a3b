/**
 * Sections of a deck: one for each stretch of slides of the same chapter. Every slide must be in one, or none are
 * written.
 */
import type { Page } from '../../../model/page.js';
import type { SectionPlan } from './deck-plan.js';

/** Slides without a chapter stay in the section before them; those at the front get one under the deck's title. */
export function planSections(pages: readonly Page[], deckTitle: string): readonly SectionPlan[] {
  if (pages.every((page) => page.chapter === null)) return [];
  const sections: SectionPlan[] = [];
  pages.forEach((page, index) => {
    const last = sections.at(-1);
    if (last && (page.chapter === null || page.chapter === last.name))
      sections[sections.length - 1] = { ...last, count: last.count + 1 };
    else sections.push({ name: page.chapter ?? deckTitle, first: index, count: 1 });
  });
  return sections;
}
