/** The bookmarks of a deck: its chapters, and under each its slides. */
import { inlineText } from '../../locale/prose/inline-text.js';
import type { OutlineEntry } from '../../model/page.js';
import type { PlannedSlide } from './plan-slides.js';

/**
 * A slide that opens a chapter and is called like it has no bookmark of its own. `starts` holds each slide's first
 * page.
 */
export const outlineOf = (planned: readonly PlannedSlide[], starts: readonly number[]): OutlineEntry[] => {
  let chapter: string | null = null;
  return planned.flatMap(({ slide }, index): OutlineEntry[] => {
    const opens = slide.chapter !== null && slide.chapter.id !== chapter;
    chapter = slide.chapter?.id ?? null;
    const page = starts[index]!;
    const title = inlineText(slide.title);
    return [
      ...(opens ? [{ title: slide.chapter!.title, level: 1, page, y: 0 }] : []),
      ...(opens && slide.chapter!.title === title
        ? []
        : [{ title, level: slide.chapter === null ? 1 : 2, page, y: 0 }]),
    ];
  });
};
