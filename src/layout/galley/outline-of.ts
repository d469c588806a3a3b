/** The bookmarks of pages on paper: their headings, in reading order. */
import type { Pt } from '../../model/length.js';
import type { OutlineEntry } from '../../model/page.js';
import type { Mark } from './block.js';

export interface PlacedMark extends Mark {
  /** From 0. */
  readonly page: number;
}

/** @param top the margin above the text that marks are measured from. */
export const outlineOf = (marks: readonly PlacedMark[], top: Pt): readonly OutlineEntry[] =>
  marks.flatMap(({ heading, page, y }) =>
    heading === null
      ? []
      : [
          {
            title: heading.number === null ? heading.title : `${heading.number} ${heading.title}`,
            level: heading.level,
            page,
            y: y + top,
          },
        ],
  );
