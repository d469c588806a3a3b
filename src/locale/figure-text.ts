/** A figure as a card prints it: its label, one large numeral and what stands small around it. */
import type { Change, Figure, FigureText } from '../model/figure.js';
import { changeWords, formatChange, formatPlace, formatRank, quantityWords } from './format-figure.js';
import type { QuantityWords } from './format-figure.js';
import { formatPeriod } from './format-period.js';

export function figureText(figure: Figure): FigureText {
  const head = headline(figure);
  return {
    label: figure.label,
    numeral: head.numeral,
    before: head.before === '' ? null : head.before,
    after: head.after === '' ? null : head.after,
    change: figure.quantity !== null && figure.change !== null ? formatChange(figure.change) : null,
    direction: figure.change === null ? null : directionOf(figure.change),
    tone: toneOf(figure),
    rank: figure.rank !== null && (figure.quantity !== null || figure.change !== null) ? formatRank(figure.rank) : null,
    period: figure.period === null ? null : formatPeriod(figure.period),
  };
}

/** The first of value, change, rank and award that the figure has. */
function headline(figure: Figure): QuantityWords {
  if (figure.quantity !== null) return quantityWords(figure.quantity, figure.unit, figure.qualifier);
  if (figure.change !== null) return withQualifier(figure, changeWords(figure.change));
  if (figure.rank !== null) return withQualifier(figure, { before: figure.rank.scope, numeral: formatPlace(figure.rank), after: '位' });
  return { before: '', numeral: figure.award ?? '', after: '' };
}

const withQualifier = (figure: Figure, words: QuantityWords): QuantityWords => ({ ...words, before: (figure.qualifier ?? '') + words.before });

const directionOf = (change: Change): 'up' | 'down' | 'flat' =>
  change.quantity.value > 0 ? 'up' : change.quantity.value < 0 ? 'down' : 'flat';

function toneOf({ change, better }: Figure): FigureText['tone'] {
  if (change === null || better === 'neutral' || change.quantity.value === 0) return 'neutral';
  return (change.quantity.value > 0) === (better === 'higher') ? 'good' : 'bad';
}
