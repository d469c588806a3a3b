/**
 * The words of one card, from the top: its label, its numeral, and at its foot the change, what it was before, its rank
 * and its target. An award has its name for a numeral, with the verb small above it.
 */
import { shortChange } from '../../../locale/cards/card-words.js';
import { inBrackets } from '../../../locale/language.js';
import type { FigureMeter } from '../../../model/figure.js';
import type { Pt } from '../../../model/length.js';
import type { Run, SetParagraph } from '../../../model/page.js';
import type { TextStyle } from '../../../model/theme.js';
import { runStyle, styleOf, type BlockContext } from '../../galley/block.js';
import { plainRun, struckRun } from '../../galley/inline-runs.js';
import { setRuns } from '../../galley/text-block.js';
import { estimateWidth } from '../../../text/label-lines.js';
import type { CardColors } from './kpi-look.js';
import { isLong, numeralRuns, type Card, type NumeralSetting } from './numeral.js';

/** The change's direction by shape, so that it is seen without colour too. */
const arrows = { up: '▲', down: '▼', flat: '◆' } as const;
/** Whether a target was met, by shape too. */
const dots = { met: '●', missed: '○' } as const;

/** The paragraphs of a card by where they stand; all but the foot are there for every card. */
export interface CardWords {
  readonly label: SetParagraph;
  readonly numeral: SetParagraph;
  readonly foot: readonly SetParagraph[];
  /** Stands last, at one line for the whole row. */
  readonly target: SetParagraph | null;
}

export interface CardSetting {
  readonly inner: Pt;
  readonly numeral: NumeralSetting;
  readonly colors: CardColors;
  readonly context: BlockContext;
}

/** 同比增长8.1% is one; words with spaces may part at them. */
const wordsRun = (text: string, card: Card, style: Run['style']): Run => ({
  text,
  style,
  figure: card.id,
  link: null,
  whole: !text.includes(' '),
});

const changeRuns = (card: Card, style: Run['style'], { inner, colors }: CardSetting): Run[] => {
  const { direction, tone } = card.text;
  const words = card.text.change ?? (isLong(card) ? card.text.before : null);
  if (words === null) return [];
  const change = estimateWidth(`▲ ${words}`, style.size) > inner ? shortChange(words) : words;
  const arrow =
    direction === null
      ? []
      : [plainRun(`${arrows[direction]} `, { ...style, size: style.size * 0.8, color: colors.tone(tone) })];
  return [...arrow, wordsRun(change, card, style)];
};

const targetRuns = (meter: FigureMeter, card: Card, style: Run['style'], colors: CardColors): Run[] => {
  const tone = meter.isMet === true ? 'good' : 'bad';
  const mark = meter.isMet === true ? dots.met : dots.missed;
  const state = { ...style, color: colors.tone(tone) };
  return [
    wordsRun(meter.words, card, style),
    ...(meter.isMet === null
      ? []
      : [
          plainRun(`  ${mark}\u00a0`, { ...state, size: style.size * 0.8 }),
          plainRun(meter.state, { ...state, bold: true }),
        ]),
  ];
};

/** 收入（亿元）, Revenue (million): where the unit has no room beside its numeral. */
const labelText = ({ text: { label, after } }: Card, { withUnit }: NumeralSetting): string =>
  withUnit || after === null ? label : label + inBrackets(after, label);

/** The name of an award against the numeral's size: 24 pt beside 42. */
const nameShare = 0.57;

const awardStyle = (context: BlockContext): TextStyle => {
  const numeral = styleOf(context, 'kpi-numeral');
  return { ...numeral, size: Math.round(numeral.size * nameShare * 2) / 2, lineHeight: numeral.lineHeight * 0.66 };
};

export const setCard = (card: Card, setting: CardSetting): CardWords => {
  const { inner, numeral, colors, context } = setting;
  const group = context.structure.add('Div', context.parent);
  const set = (runs: readonly Run[], style: TextStyle): SetParagraph =>
    setRuns(runs, style, inner, context, context.structure.add('P', group));
  const label = styleOf(context, 'kpi-label');
  const change = styleOf(context, 'kpi-change');
  const small = { ...runStyle(change), color: colors.label };
  const quiet = { ...small, color: colors.quiet };
  const struck = struckRun(card.revision, small, context);
  const { text } = card;
  const ofStruck = struck === null ? [] : [set([struck], change)];
  if (text.isAward === true) {
    const name = awardStyle(context);
    const verb = { ...small, bold: true, color: colors.verb };
    return {
      label: set([wordsRun(text.numeral, card, verb)], change),
      numeral: set([plainRun(text.label, { ...runStyle(name), color: colors.numeral })], name),
      foot: ofStruck,
      target: null,
    };
  }
  const changed = changeRuns(card, small, setting);
  return {
    label: set([plainRun(labelText(card, numeral), { ...runStyle(label), color: colors.label })], label),
    numeral: set(numeralRuns(card, numeral, context, colors), styleOf(context, 'kpi-numeral')),
    foot: [
      ...(changed.length === 0 ? [] : [set(changed, change)]),
      ...(text.rank === null ? [] : [set([wordsRun(text.rank, card, small)], change)]),
      ...(text.prior === undefined ? [] : [set([wordsRun(text.prior, card, quiet)], change)]),
      ...ofStruck,
    ],
    target:
      text.meter === undefined || text.meter.words === ''
        ? null
        : set(targetRuns(text.meter, card, small, colors), change),
  };
};
