/** Short texts of equal rank as a grid: each under its own rule, with its number, its title and its words. */
import { inlineText } from '../../locale/prose/inline-text.js';
import { partName } from '../../locale/part-words.js';
import type { CardsBlock, Inline } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { SetParagraph, TextItem } from '../../model/page.js';
import { runStyle, styleOf, type BlockContext, type LaidBlock } from '../galley/block.js';
import { balancedAcross, gridColumns, layGrid } from '../galley/grid.js';
import { inlineRuns, plainRun } from '../galley/inline-runs.js';
import { setRuns } from '../galley/text-block.js';

type Card = CardsBlock<Inline>['cards'][number];

const cardParagraphs = (card: Card, width: Pt, context: BlockContext): SetParagraph[] => {
  const group = context.structure.add('Div', context.parent);
  const titleStyle = styleOf(context, 'card-title');
  const textStyle = styleOf(context, 'card-text');
  const paragraph = (): number => context.structure.add('P', group);
  const number =
    card.number === null
      ? []
      : [
          setRuns(
            [plainRun(card.number, runStyle(styleOf(context, 'card-number')))],
            styleOf(context, 'card-number'),
            width,
            context,
            paragraph(),
          ),
        ];
  const title =
    card.title.length === 0
      ? []
      : [setRuns(inlineRuns(card.title, runStyle(titleStyle), context), titleStyle, width, context, paragraph())];
  const text =
    card.text.length === 0
      ? []
      : [setRuns(inlineRuns(card.text, runStyle(textStyle), context), textStyle, width, context, paragraph())];
  return [...number, ...title, ...text];
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
      paragraphs: cardParagraphs(card, columns.width - 2 * side, context),
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
