/**
 * A card's numeral with what stands small beside it, and the one size at which all numerals of a grid stand on a line.
 */
import type { KpisBlock } from '../../../model/document.js';
import type { Pt } from '../../../model/length.js';
import type { Run } from '../../../model/page.js';
import { runStyle, styleOf, type BlockContext } from '../../galley/block.js';
import { widestMeasure } from '../../galley/widest-setting.js';
import type { CardColors } from './kpi-look.js';

export type Card = KpisBlock['cards'][number];

/**
 * More than this many characters before a numeral (全国百强县, 同比下降) stand on a line of their own, so that the numeral is
 * large.
 */
const mostBefore = 2;

/** Where a change has that line already, they stay before the numeral. A Latin letter is half as wide. */
export const isLong = ({ text: { before, change } }: Card): boolean =>
  before !== null &&
  change === null &&
  [...before].reduce((width, character) => width + (character.charCodeAt(0) < 0x2e80 ? 0.5 : 1), 0) > mostBefore;

/** A numeral in Chinese characters is as large as digits are at this share of their size. */
const hanShare = 0.85;
const isHan = /\p{Script=Han}/u;

export interface NumeralSetting {
  readonly size: Pt;
  /** Whether units stand beside their numerals; else they stand behind the labels. */
  readonly withUnit: boolean;
}

export const numeralRuns = (
  card: Card,
  { size, withUnit }: NumeralSetting,
  context: BlockContext,
  colors?: CardColors,
): Run[] => {
  const small = { ...runStyle(styleOf(context, 'kpi-unit')), ...(colors && { color: colors.quiet }) };
  const large = { ...runStyle(styleOf(context, 'kpi-numeral')), ...(colors && { color: colors.numeral }) };
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
  const own = isHan.test(numeral) ? Math.round(size * hanShare * 2) / 2 : size;
  return [
    ...(before === null ? [] : [run(tight?.before ? before : `${before}\u00a0`, small)]),
    run(numeral, { ...large, size: own }),
    ...(after === null || !withUnit ? [] : [run(tight?.after ? after : `\u00a0${after}`, small)]),
  ];
};

/** What a numeral with its unit may take of its card's width: the right edge keeps some air. */
const mostWidth = 0.97;
/** The smallest numeral, against its style's size. */
const leastShare = 0.4;

/** A numeral that its unit makes smaller than this, against its style's size, gives the unit to the label's line. */
const fairShare = 0.7;

/** One for all cards of a grid, so that they are alike. */
export const numeralSetting = (cards: readonly Card[], inner: Pt, context: BlockContext): NumeralSetting => {
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
  const numbers = cards.filter(({ text }) => text.isAward !== true);
  const fits = (size: Pt): boolean =>
    numbers.every(
      (card) => widestMeasure(numeralRuns(card, { size, withUnit }, context), context) <= inner * mostWidth,
    );
  let size = largest;
  while (size > largest * leastShare && !fits(size)) size -= 1;
  return size;
};
