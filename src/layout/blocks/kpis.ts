/** Key figures as a grid of cards: a large numeral, its unit small beside it, its label and its change below. */
import type { FigureText } from '../../model/figure.js';
import type { KpisBlock } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { Run, SetParagraph, TextItem } from '../../model/page.js';
import type { Color } from '../../model/theme.js';
import { measureRuns } from '../../text/measure-text.js';
import { runStyle, styleOf, type BlockContext, type LaidBlock } from './block.js';
import { balancedAcross, gridColumns, layGrid } from './grid.js';
import { plainRun, struckRun } from './inline-runs.js';
import { setRuns } from './text-block.js';

type Card = KpisBlock['cards'][number];

/** The change's direction by shape, so that it is seen without colour too. */
const arrows = { up: '▲', down: '▼', flat: '◆' } as const;

const toneColor = (tone: FigureText['tone'], context: BlockContext): Color => {
  switch (tone) {
    case 'good': return context.theme.good;
    case 'bad': return context.theme.bad;
    case 'neutral': return { slot: 'accent6' };
  }
};

/** More than this many characters before a numeral (全国百强县, 同比下降) stand on a line of their own, so that the numeral is large. */
const mostBefore = 2;
const isLong = (card: Card): boolean => (card.text.before ?? '').length > mostBefore;

const numeralRuns = (card: Card, scale: number, context: BlockContext): Run[] => {
  const small = runStyle(styleOf(context, 'kpi-unit'));
  const large = runStyle(styleOf(context, 'kpi-numeral'));
  const run = (text: string, style: Run['style']): Run => ({ text, style, figure: card.id, link: null, whole: true, ...(card.revision && { revision: card.revision }) });
  const { numeral, after } = card.text;
  const before = isLong(card) ? null : card.text.before;
  return [
    ...(before === null ? [] : [run(`${before}\u00a0`, small)]),
    run(numeral, { ...large, size: large.size * scale }),
    ...(after === null ? [] : [run(`\u00a0${after}`, small)]),
  ];
};

/** What a numeral may take of its card: a viewer's own font may be wider than the one measured. */
const spareWidth = 0.92;

/** The widest numeral decides for all: numerals of one grid have one size. */
const numeralScale = (cards: readonly Card[], inner: Pt, context: BlockContext): number => {
  let scale = 1;
  for (const card of cards) {
    while (scale > 0.4 && measureRuns(numeralRuns(card, scale, context), context.fonts) > inner * spareWidth) scale -= 0.05;
  }
  return scale;
};

const changeRuns = (card: Card, context: BlockContext): Run[] => {
  const style = runStyle(styleOf(context, 'kpi-change'));
  const { direction, tone } = card.text;
  const change = card.text.change ?? (isLong(card) ? card.text.before : null);
  if (change === null) return [];
  const arrow = direction === null ? [] : [plainRun(`${arrows[direction]} `, { ...style, size: style.size * 0.8, color: toneColor(tone, context) })];
  return [...arrow, { text: change, style, figure: card.id, link: null, whole: true }];
};

const cardParagraphs = (card: Card, inner: Pt, scale: number, context: BlockContext): SetParagraph[] => {
  const group = context.structure.add('Div', context.parent);
  const set = (runs: readonly Run[], name: string): SetParagraph =>
    setRuns(runs, styleOf(context, name), inner, context, context.structure.add('P', group));
  const change = changeRuns(card, context);
  const rankStyle = runStyle(styleOf(context, 'kpi-change'));
  const struck = struckRun(card.revision, rankStyle, context);
  return [
    set(numeralRuns(card, scale, context), 'kpi-numeral'),
    set([plainRun(card.text.label, runStyle(styleOf(context, 'kpi-label')))], 'kpi-label'),
    ...(change.length === 0 ? [] : [set(change, 'kpi-change')]),
    ...(card.text.rank === null ? [] : [set([{ text: card.text.rank, style: rankStyle, figure: card.id, link: null, whole: true }], 'kpi-change')]),
    ...(struck === null ? [] : [set([struck], 'kpi-change')]),
  ];
};

/** Space inside a card: em of the label. */
const inset = 0.9;

export const layKpis = (block: KpisBlock, width: Pt, context: BlockContext): LaidBlock => {
  const em = styleOf(context, 'kpi-label').size;
  const across = block.across ?? balancedAcross(block.cards.length, width / em);
  const columns = gridColumns(Math.min(across, block.cards.length), width, em);
  const inner = columns.width - 2 * inset * em;
  const scale = numeralScale(block.cards, inner, context);
  const cells = block.cards.map((card): Omit<TextItem, 'box'> => ({
    kind: 'text', name: `指标 ${card.text.label}`, paragraphs: cardParagraphs(card, inner, scale, context), tag: 'artifact',
    inset: { top: inset * em * 0.7, right: inset * em, bottom: inset * em * 0.8, left: inset * em },
    valign: 'top', placeholder: null, fill: { slot: 'lt2' }, link: null,
  }));
  return layGrid(cells, columns, { rule: null });
};
