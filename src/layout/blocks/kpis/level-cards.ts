/** Cards of one row on common lines: their numerals on one, what stands last at their feet on another. */
import type { Pt } from '../../../model/length.js';
import type { SetParagraph } from '../../../model/page.js';
import type { CardWords } from './kpi-card.js';

const footHeight = ({ foot, target }: CardWords): Pt =>
  [...foot, ...(target === null ? [] : [target])].reduce((sum, { height }) => sum + height, 0);

const pushed = (paragraph: SetParagraph, by: Pt): SetParagraph =>
  by === 0 ? paragraph : { ...paragraph, spaceBefore: paragraph.spaceBefore + by };

/** The paragraphs of each card of a row, from the top. */
export const levelCards = (row: readonly CardWords[]): readonly (readonly SetParagraph[])[] => {
  const label = Math.max(...row.map((card) => card.label.height));
  const foot = Math.max(...row.filter(({ target }) => target !== null).map(footHeight), 0);
  return row.map((card) => [
    card.label,
    pushed(card.numeral, label - card.label.height),
    ...card.foot,
    ...(card.target === null ? [] : [pushed(card.target, Math.max(0, foot - footHeight(card)))]),
  ]);
};
