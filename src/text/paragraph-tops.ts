/** Where the paragraphs of a box begin. */
import type { Pt } from '../model/length.js';
import type { SetParagraph, TextItem } from '../model/page.js';

/** The top of each, from the page's top, in pt. */
export function paragraphTops({ box, inset, valign, paragraphs }: Pick<TextItem, 'box' | 'inset' | 'valign' | 'paragraphs'>): readonly Pt[] {
  const height = paragraphs.reduce((sum, paragraph, index) => sum + paragraph.height + gapAbove(paragraphs, index), 0);
  const room = box.height - inset.top - inset.bottom - height;
  let y = box.y + inset.top + room * { top: 0, middle: 0.5, bottom: 1 }[valign];
  return paragraphs.map((paragraph, index) => {
    const top = y + gapAbove(paragraphs, index);
    y = top + paragraph.height;
    return top;
  });
}

/** Space stands between paragraphs only, not at the edges of their box; of two wishes the larger counts, as layout has it. */
const gapAbove = (paragraphs: readonly SetParagraph[], index: number): Pt =>
  index === 0 ? 0 : Math.max(paragraphs[index - 1]!.spaceAfter, paragraphs[index]!.spaceBefore);
