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

/** Narrower than this, in em, is a column and no row of cards. */
const narrowCards = 20;

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

/** In a narrow column cards are lines of a list: the number before its title, rules between. */
const layCardList = ({ cards }: CardsBlock<Inline>, width: Pt, context: BlockContext): LaidBlock => {
  const em = styleOf(context, 'card-text').size;
  const numberStyle = styleOf(context, 'card-number');
  const hang = numberStyle.size * 1.35;
  const cells = cards.map((card): Omit<TextItem, 'box'> => {
    const [number, ...rest] = cardParagraphs(card, false, width - hang, context);
    const lines = card.number === null ? [number!, ...rest] : rest;
    const hung = lines.map((line) => indented(line, card.number === null ? 0 : hang));
    const title = hung[0];
    return {
      kind: 'text',
      name: partName('card', context.language, inlineText(card.title)),
      paragraphs:
        card.number === null || title === undefined || number === undefined
          ? hung
          : [{ ...number, height: 0, lines: onBaseline(number, title), spaceAfter: 0 }, ...hung],
      tag: 'artifact',
      inset: { top: em * 0.5, right: 0, bottom: em * 0.4, left: 0 },
      valign: 'top',
      placeholder: null,
      fill: null,
      link: null,
    };
  });
  return layGrid(
    cells,
    { across: 1, width, gap: em * 0.1 },
    { rule: { color: { slot: 'accent3' }, width: em * 0.05 } },
    context,
  );
};

const indented = (paragraph: SetParagraph, dx: Pt): SetParagraph => ({
  ...paragraph,
  indent: paragraph.indent + dx,
  lines: paragraph.lines.map((line) => ({
    ...line,
    width: line.width + dx,
    fragments: line.fragments.map((fragment) => ({ ...fragment, x: fragment.x + dx })),
  })),
});

/** The number's line on the base line of its title. */
const onBaseline = (number: SetParagraph, title: SetParagraph): SetParagraph['lines'] =>
  number.lines.map((line) => ({ ...line, height: 0, baseline: title.lines[0]?.baseline ?? line.baseline }));

export const layCards = (block: CardsBlock<Inline>, width: Pt, context: BlockContext): LaidBlock => {
  const em = styleOf(context, 'card-text').size;
  const across = Math.min(
    block.across ?? balancedAcross(block.cards.length, width / em),
    Math.max(1, block.cards.length),
  );
  if (across === 1 && width < narrowCards * em && block.cards.length > 1) return layCardList(block, width, context);
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
