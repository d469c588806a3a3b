/** Fits cards into a region of a slide: at the largest size of text at which all have room, else as the theme has them. */
import type { Block } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { Medium } from '../../model/theme.js';
import { styleOf, type BlockContext, type LaidBlock } from '../galley/block.js';
import { attempt } from './fit-region.js';

/** Against the theme's sizes. The last is 12 pt where the theme has 15. */
const scales = [1, 0.94, 0.87, 0.8] as const;

const wish = 15;

const scaleCards = (medium: Medium, scale: number): Medium => ({
  ...medium,
  styles: Object.fromEntries(
    Object.entries(medium.styles).map(([name, style]) => [
      name,
      name.startsWith('card-')
        ? {
            ...style,
            size: style.size * scale,
            lineHeight: style.lineHeight * scale,
            spaceAfter: style.spaceAfter * scale,
          }
        : style,
    ]),
  ),
});

export const fitCards = (
  cards: Extract<Block, { kind: 'cards' }>,
  width: Pt,
  room: Pt,
  context: BlockContext,
): { readonly natural: LaidBlock; readonly sizes: readonly { readonly size: Pt; readonly wish: Pt }[] } => {
  const at = (scale: number, setting: BlockContext): LaidBlock =>
    setting.lay(cards, width, { ...setting, room, medium: scaleCards(context.medium, scale) });
  const fits = ({ height, stretch }: LaidBlock): boolean => (stretch?.least ?? height) <= room;
  const scale = scales.find((each) => {
    let isFitting = false;
    attempt(
      { ...context, tell: () => undefined },
      (trial) => void (isFitting = fits(at(each, trial))),
      () => false,
    );
    return isFitting;
  });
  const size = styleOf(context, 'card-text').size * (scale ?? 1);
  return {
    natural: at(scale ?? 1, context),
    sizes: [{ size, wish: Math.min(wish, styleOf(context, 'card-text').size) }],
  };
};
