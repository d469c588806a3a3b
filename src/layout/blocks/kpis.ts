/** Key figures as a grid of cards: a large numeral, its unit small beside it, its label and its change below. */
import { partName } from '../../locale/part-words.js';
import { inBrackets } from '../../locale/language.js';
import type { FigureText } from '../../model/figure.js';
import type { KpisBlock } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { Run, SetParagraph, TextItem } from '../../model/page.js';
import type { Color } from '../../model/theme.js';
import { runStyle, styleOf, type BlockContext, type LaidBlock } from '../galley/block.js';
import { balancedAcross, gridColumns, layGrid } from '../galley/grid.js';
import { plainRun, struckRun } from '../galley/inline-runs.js';
import { stackBlocks } from '../galley/stack.js';
import { silentStructure } from '../galley/structure-builder.js';
import { setRuns } from '../galley/text-block.js';
import { widestMeasure } from '../galley/widest-setting.js';

type Card = KpisBlock['cards'][number];

/** The change's direction by shape, so that it is seen without colour too. */
const arrows = { up: '▲', down: '▼', flat: '◆' } as const;

const toneColor = (tone: FigureText['tone'], context: BlockContext): Color => {
  switch (tone) {
    case 'good':
      return context.theme.good;
    case 'bad':
      return context.theme.bad;
    case 'neutral':
      return { slot: 'accent6' };
  }
};

/**
 * More than this many characters before a numeral (全国百强县, 同比下降) stand on a line of their own, so that the numeral is
 * large.
 */
const mostBefore = 2;
/** Where a change has that line already, they stay before the numeral. A Latin letter is half as wide. */
const isLong = ({ text: { before, change } }: Card): boolean =>
  before !== null &&
  change === null &&
  [...before].reduce((width, character) => width + (character.charCodeAt(0) < 0x2e80 ? 0.5 : 1), 0) > mostBefore;

const numeralRuns = (card: Card, size: Pt, context: BlockContext, withUnit = true): Run[] => {
  const small = runStyle(styleOf(context, 'kpi-unit'));
  const large = runStyle(styleOf(context, 'kpi-numeral'));
  const run = (text: string, style: Run['style']): Run => ({
    text,
    style,
    figure: card.id,
    link: null,
    whole: true,
    ...(card.revision && { revision: card.revision }),
  });
  const { numeral, after, tight } = card.text;
  const before = isLong(card) ? null : card.text.before;
  return [
    ...(before === null ? [] : [run(tight?.before ? before : `${before}\u00a0`, small)]),
    run(numeral, { ...large, size }),
    ...(after === null || !withUnit ? [] : [run(tight?.after ? after : `\u00a0${after}`, small)]),
  ];
};

/** What a numeral with its unit may take of its card's width: the right edge keeps some air. */
const mostWidth = 0.97;
/** The smallest numeral, against its style's size. */
const leastShare = 0.4;

/** A numeral that its unit makes smaller than this, against its style's size, gives the unit to the label's line. */
const fairShare = 0.7;

interface NumeralSetting {
  readonly size: Pt;
  /** Whether units stand beside their numerals; else they stand behind the labels. */
  readonly withUnit: boolean;
}

/** One for all cards of a grid, so that they are alike. */
const numeralSetting = (cards: readonly Card[], inner: Pt, context: BlockContext): NumeralSetting => {
  const { size: largest } = styleOf(context, 'kpi-numeral');
  const beside = numeralSize(cards, inner, context, true);
  if (beside >= largest * fairShare) return { size: beside, withUnit: true };
  const alone = numeralSize(cards, inner, context, false);
  return alone > beside * 1.2 ? { size: alone, withUnit: false } : { size: beside, withUnit: true };
};

/**
 * The largest whole size, in pt, at which each numeral stands on one line. One for all cards of a grid: the widest
 * decides.
 */
const numeralSize = (cards: readonly Card[], inner: Pt, context: BlockContext, withUnit: boolean): Pt => {
  const { size: largest } = styleOf(context, 'kpi-numeral');
  const fits = (size: Pt): boolean =>
    cards.every((card) => widestMeasure(numeralRuns(card, size, context, withUnit), context) <= inner * mostWidth);
  let size = largest;
  while (size > largest * leastShare && !fits(size)) size -= 1;
  return size;
};

/** 同比增长8.1% is one; words with spaces may part at them. */
const wordsRun = (text: string, card: Card, style: Run['style']): Run => ({
  text,
  style,
  figure: card.id,
  link: null,
  whole: !text.includes(' '),
});

const changeRuns = (card: Card, context: BlockContext): Run[] => {
  const style = runStyle(styleOf(context, 'kpi-change'));
  const { direction, tone } = card.text;
  const change = card.text.change ?? (isLong(card) ? card.text.before : null);
  if (change === null) return [];
  const arrow =
    direction === null
      ? []
      : [plainRun(`${arrows[direction]} `, { ...style, size: style.size * 0.8, color: toneColor(tone, context) })];
  return [...arrow, wordsRun(change, card, style)];
};

/** 收入（亿元）, Revenue (million): where the unit has no room beside its numeral. */
const labelText = ({ text: { label, after } }: Card, { withUnit }: NumeralSetting): string =>
  withUnit || after === null ? label : label + inBrackets(after, label);

const cardParagraphs = (card: Card, inner: Pt, numeral: NumeralSetting, context: BlockContext): SetParagraph[] => {
  const group = context.structure.add('Div', context.parent);
  const set = (runs: readonly Run[], name: string): SetParagraph =>
    setRuns(runs, styleOf(context, name), inner, context, context.structure.add('P', group));
  const change = changeRuns(card, context);
  const rankStyle = runStyle(styleOf(context, 'kpi-change'));
  const struck = struckRun(card.revision, rankStyle, context);
  return [
    set(numeralRuns(card, numeral.size, context, numeral.withUnit), 'kpi-numeral'),
    set([plainRun(labelText(card, numeral), runStyle(styleOf(context, 'kpi-label')))], 'kpi-label'),
    ...(change.length === 0 ? [] : [set(change, 'kpi-change')]),
    ...(card.text.rank === null ? [] : [set([wordsRun(card.text.rank, card, rankStyle)], 'kpi-change')]),
    ...(struck === null ? [] : [set([struck], 'kpi-change')]),
  ];
};

/** Space inside a card: em of the label. */
const inset = 0.9;

const layAcross = (block: KpisBlock, across: number, width: Pt, context: BlockContext): LaidBlock => {
  const em = styleOf(context, 'kpi-label').size;
  const columns = gridColumns(Math.min(across, block.cards.length), width, em);
  const inner = columns.width - 2 * inset * em;
  const numeral = numeralSetting(block.cards, inner, context);
  const cells = block.cards.map(
    (card): Omit<TextItem, 'box'> => ({
      kind: 'text',
      name: partName('figure', context.language, card.text.label),
      paragraphs: cardParagraphs(card, inner, numeral, context),
      tag: 'artifact',
      inset: { top: inset * em * 0.7, right: inset * em, bottom: inset * em * 0.8, left: inset * em },
      valign: 'top',
      placeholder: null,
      fill: { slot: 'lt2' },
      link: null,
    }),
  );
  return layGrid(cells, columns, { rule: null }, context);
};

/** A wider card, in pt, is empty on its right. */
const widestCard = 300;

/** How much a card grows beyond its content, so that none stands half empty. */
const mostGrowth = 1.5;

/** As many side by side as fill a slide's region best: even rows first, then the height. */
const acrossForRoom = (block: KpisBlock, width: Pt, room: Pt, context: BlockContext): number => {
  const silent = { ...context, structure: silentStructure(context.parent), tell: () => undefined };
  const count = block.cards.length;
  const wasteOf = (across: number): number => {
    const { height } = layAcross(block, across, width, silent);
    const lonely = (Math.ceil(count / across) * across - count) / count;
    const wide = Math.max(0, width / across / widestCard - 1);
    return height > room ? Infinity : lonely * 2 + wide * 0.6 + Math.max(0, 1 - (height * mostGrowth) / room);
  };
  const tried = Array.from({ length: Math.min(5, count) }, (_, index) => Math.min(5, count) - index).map((across) => ({
    across,
    waste: wasteOf(across),
  }));
  const best = tried.reduce((one, other) => (other.waste < one.waste - 0.01 ? other : one));
  return best.waste === Infinity ? balancedAcross(count, width / styleOf(context, 'kpi-label').size) : best.across;
};

export const layKpis = (block: KpisBlock, width: Pt, context: BlockContext): LaidBlock => {
  if (block.cards.length === 0) return stackBlocks([]);
  const { room } = context;
  const across =
    block.across ??
    (room === undefined
      ? balancedAcross(block.cards.length, width / styleOf(context, 'kpi-label').size)
      : acrossForRoom(block, width, room, context));
  const laid = layAcross(block, across, width, context);
  const { stretch } = laid;
  return room === undefined || stretch === undefined
    ? laid
    : { ...laid, stretch: { ...stretch, most: Math.min(stretch.most, laid.height * mostGrowth) } };
};
