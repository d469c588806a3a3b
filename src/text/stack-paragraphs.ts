/**
 * How paragraphs and blocks stand one below the other: one rule for layout, which measures them, and for the writers,
 * which draw them.
 */
import type { Pt } from '../model/length.js';
import type { TextItem } from '../model/page.js';

/** What it wishes above and below itself, in pt. */
export interface Spaced {
  readonly spaceBefore: Pt;
  readonly spaceAfter: Pt;
}

/** Between two neighbours the larger wish counts, they do not add up; above the first stands nothing. */
export const spaceBetween = (above: Spaced | undefined, below: Spaced): Pt =>
  above === undefined ? 0 : Math.max(above.spaceAfter, below.spaceBefore);

/** Height of all, in pt; the space above the first and below the last does not count. */
export const stackHeight = (paragraphs: readonly (Spaced & { readonly height: Pt })[]): Pt =>
  paragraphs.reduce(
    (height, paragraph, index) => height + spaceBetween(paragraphs[index - 1], paragraph) + paragraph.height,
    0,
  );

/** The top of each paragraph of a box, from the page's top, in pt. */
export function paragraphTops({
  box,
  inset,
  valign,
  paragraphs,
}: Pick<TextItem, 'box' | 'inset' | 'valign' | 'paragraphs'>): readonly Pt[] {
  const room = box.height - inset.top - inset.bottom - stackHeight(paragraphs);
  let y = box.y + inset.top + room * { top: 0, middle: 0.5, bottom: 1 }[valign];
  return paragraphs.map((paragraph, index) => {
    const top = y + spaceBetween(paragraphs[index - 1], paragraph);
    y = top + paragraph.height;
    return top;
  });
}
