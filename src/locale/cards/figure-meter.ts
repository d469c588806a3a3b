/** The bar at the foot of a figure's card: how far it came towards its target, or which share of a whole it is. */
import type { Figure, FigureMeter } from '../../model/figure.js';
import { cardWords } from './card-words.js';
import { formatFigure } from '../format-figure.js';

/** The longer of value and target ends at this share of the bar, so that passing a target is seen. */
const longest = 0.9;

/** Null for a figure that has neither a target nor is a share; a change says more of one than a bar of its share. */
export function figureMeter(figure: Figure, language: string): FigureMeter | null {
  const { quantity, target, unit, change, better } = figure;
  if (quantity === null) return null;
  if (target !== undefined) {
    const words = cardWords(language);
    const isMost = better === 'lower';
    const isMet =
      better === 'neutral' ? null : isMost ? quantity.value <= target.value : quantity.value >= target.value;
    const most = Math.max(quantity.value, target.value) / longest;
    const share = (value: number): number => (most <= 0 ? 0 : Math.max(0, value / most));
    const value = formatFigure(figure, 'target', { language });
    return {
      filled: share(quantity.value),
      tick: most <= 0 ? null : share(target.value),
      isMet,
      words: isMost ? words.atMost(value) : words.target(value),
      state: isMet === null ? '' : isMet ? words.met : words.missed,
    };
  }
  const isShare = unit === '%' && change === null && quantity.value >= 0 && quantity.value <= 100;
  return isShare ? { filled: quantity.value / 100, tick: null, isMet: null, words: '', state: '' } : null;
}
