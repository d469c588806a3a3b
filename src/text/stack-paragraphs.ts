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

/**
 * Height of all, in pt; the space above the first and below the last does not count.
 *
 * @param heightOf the height of each in pt: its own, unless it is asked for in another setting.
 */
export const stackHeight = <Paragraph extends Spaced & { readonly height: Pt }>(
  paragraphs: readonly Paragraph[],
  heightOf: (paragraph: Paragraph) => Pt = ownHeight,
): Pt => {
  let height = 0;
  let above: Paragraph | undefined;
  for (const paragraph of paragraphs) {
    height = height + spaceBetween(above, paragraph) + heightOf(paragraph);
    above = paragraph;
  }
  return height;
};

const ownHeight = ({ height }: { readonly height: Pt }): Pt => height;

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
