/** Short texts of equal rank as a grid: each under its own rule, with its number, its title and its words. */
import { inlineText } from '../../locale/prose/inline-text.js';
import { partName } from '../../locale/part-words.js';
import type { CardsBlock, Inline } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { Run, SetParagraph, TextItem } from '../../model/page.js';
import type { TextStyle } from '../../model/theme.js';
import { runStyle, styleOf, type BlockContext, type LaidBlock } from '../galley/block.js';
import { balancedAcross, gridColumns, layGrid } from '../galley/grid.js';
import { inlineRuns, plainRun } from '../galley/inline-runs.js';
import { setRuns } from '../galley/text-block.js';

type Card = CardsBlock<Inline>['cards'][number];

const cardParagraphs = (card: Card, isBeside: boolean, width: Pt, context: BlockContext): SetParagraph[] => {
  const group = context.structure.add('Div', context.parent);
  const set = (runs: readonly Run[], style: TextStyle): readonly SetParagraph[] =>
    runs.length === 0 ? [] : [setRuns(runs, style, width, context, context.structure.add('P', group))];
  const [number, title, text] = ['card-number', 'card-title', 'card-text'].map((name) => styleOf(context, name));
  const numberRun = (gap: string): readonly Run[] =>
    card.number === null ? [] : [plainRun(card.number + gap, runStyle(number!))];
  return [
    ...(isBeside ? [] : set(numberRun(''), number!)),
    ...set([...(isBeside ? numberRun('\u2002') : []), ...inlineRuns(card.title, runStyle(title!), context)], title!),
    ...set(inlineRuns(card.text, runStyle(text!), context), text!),
  ];
};

export const layCards = (block: CardsBlock<Inline>, width: Pt, context: BlockContext): LaidBlock => {
  const em = styleOf(context, 'card-text').size;
  const across = Math.min(
    block.across ?? balancedAcross(block.cards.length, width / em),
    Math.max(1, block.cards.length),
  );
  const columns = gridColumns(across, width, em * 1.2);
  const side = em * 0.85;
  const cells = block.cards.map(
    (card): Omit<TextItem, 'box'> => ({
      kind: 'text',
      name: partName('card', context.language, inlineText(card.title)),
      paragraphs: cardParagraphs(card, block.numbersBeside === true, columns.width - 2 * side, context),
      tag: 'artifact',
      inset: { top: em * 0.9, right: side, bottom: em * 0.8, left: side },
      valign: 'top',
      placeholder: null,
      fill: { slot: 'lt2' },
      link: null,
    }),
  );
  return layGrid(cells, columns, { rule: { color: { slot: 'accent1' }, width: em * 0.12 } }, context);
};
