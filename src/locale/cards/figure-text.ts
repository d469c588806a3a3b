/** A figure as a card prints it: its label, one large numeral and what stands small around it. */
import type { Change, Figure, FigureText } from '../../model/figure.js';
import { cardWords } from './card-words.js';
import { figureMeter } from './figure-meter.js';
import { formatFigure, changeWords, formatChange, formatPlace, formatRank, quantityWords } from '../format-figure.js';
import type { QuantityWords } from '../format-figure.js';
import { isChinese, joinWords } from '../language.js';
import { formatPeriod } from '../format-period.js';

/** @param language BCP 47, of the report. */
export function figureText(figure: Figure, language: string): FigureText {
  const head = headline(figure, language);
  // The card sets its own space between the numeral and what stands beside it.
  const [before, after] = [head.before.trim(), head.after.trim()];
  const english = !isChinese(language);
  const tight = {
    before: /\p{Sc}$/u.test(head.before),
    after: english && after !== '' && head.after.trimStart() === head.after,
  };
  return {
    ...(tight.before || tight.after ? { tight } : {}),
    label: figure.label,
    numeral: head.numeral,
    before: before === '' ? null : before,
    after: after === '' ? null : after,
    change: figure.quantity !== null && figure.change !== null ? cardChange(figure.change, language) : null,
    direction: figure.change === null ? null : directionOf(figure.change),
    tone: toneOf(figure),
    rank:
      figure.rank !== null && (figure.quantity !== null || figure.change !== null)
        ? formatRank(figure.rank, { language })
        : null,
    period: figure.period === null ? null : formatPeriod(figure.period, language),
    ...(figure.quantity === null && figure.change === null && figure.rank === null && { isAward: true as const }),
    ...(figure.prior !== undefined && { prior: priorWords(figure, language) }),
    ...(figure.rank !== null && { place: { ...figure.rank, words: formatPlace(figure.rank, { language }) } }),
    ...meterOf(figure, language),
  };
}

/** 同比增长8.1%; in English +8.1% year on year, for a card is narrow. */
function cardChange(change: Change, language: string): string {
  if (isChinese(language) || change.quantity.value === 0) return formatChange(change, { language });
  const signed = formatChange(change, { language, signed: true });
  return change.basis === null ? signed : `${signed} ${change.basis}`;
}

const meterOf = (figure: Figure, language: string): Pick<FigureText, 'meter'> => {
  const meter = figureMeter(figure, language);
  return meter === null ? {} : { meter };
};

/** The year before is named by its number; other periods are only said to be earlier. */
function priorWords(figure: Figure, language: string): string {
  const value = formatFigure(figure, 'prior', { language });
  const year = /^(\d{4})$/.exec(figure.period ?? '')?.[1];
  const before = year === undefined ? cardWords(language).before : formatPeriod(String(Number(year) - 1), language);
  return `${before}${cardWords(language).colon}${value}`;
}

/** The first of value, change, rank and award that the figure has. */
function headline(figure: Figure, language: string): QuantityWords {
  if (figure.quantity !== null) return quantityWords(figure.quantity, figure.unit, figure.qualifier, { language });
  if (figure.change !== null) return withQualifier(figure, changeAlone(figure.change, language), language);
  if (figure.rank !== null) {
    const { scope } = figure.rank;
    const numeral = formatPlace(figure.rank, { language });
    return withQualifier(
      figure,
      isChinese(language) ? { before: scope, numeral, after: '位' } : { before: '', numeral, after: scope },
      language,
    );
  }
  return { before: '', numeral: figure.award ?? '', after: '' };
}

/** 同比下降 8.3 %; in English −8.3 % year on year, for `down` would stand apart from its number. */
function changeAlone(change: Change, language: string): QuantityWords {
  const words = changeWords(change, { language });
  if (isChinese(language) || change.quantity.value === 0) return words;
  const { before, numeral } = changeWords(change, { language, signed: true });
  return { ...words, before, numeral };
}

const withQualifier = (figure: Figure, words: QuantityWords, language: string): QuantityWords => ({
  ...words,
  before: joinWords([figure.qualifier ?? '', words.before], language),
});

const directionOf = (change: Change): 'up' | 'down' | 'flat' =>
  change.quantity.value > 0 ? 'up' : change.quantity.value < 0 ? 'down' : 'flat';

function toneOf({ change, better }: Figure): FigureText['tone'] {
  if (change === null || better === 'neutral' || change.quantity.value === 0) return 'neutral';
  return change.quantity.value > 0 === (better === 'higher') ? 'good' : 'bad';
}
