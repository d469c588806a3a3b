/**
 * Fits cards into a region of a slide: at the largest size of text at which all have room, else as the theme has them.
 */
import type { Block } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { Medium } from '../../model/theme.js';
import { styleOf, type BlockContext, type LaidBlock } from '../galley/block.js';
import { layOrRecall, trySilently } from './trials/silent-trials.js';

type Grid = Extract<Block, { kind: 'cards' | 'kpis' }>;

/** Against the theme's sizes: the last is 12 pt where cards have 15, 10.5 where labels of key figures have 15. */
const scales = { cards: [1, 0.94, 0.87, 0.8], kpis: [1, 0.9, 0.8, 0.7] } as const;
/** Styles that are scaled, by how their names begin, and the one whose size is compared with the theme's. */
const styles = {
  cards: { prefix: 'card-', text: 'card-text' },
  kpis: { prefix: 'kpi-', text: 'kpi-label' },
} as const;

/** No text becomes smaller than this by it, in pt of a slide as bundles have it: a room could not read it. */
const leastSize = 10.5;

/** The share of a style's size that is left of this one. */
const shareFor = (size: Pt, scale: number, { unit = 1 }: Medium): number =>
  Math.min(1, Math.max(scale, (leastSize * unit) / size));

const scaled = (medium: Medium, prefix: string, scale: number): Medium => ({
  ...medium,
  styles: Object.fromEntries(
    Object.entries(medium.styles).map(([name, style]) => [
      name,
      name.startsWith(prefix)
        ? {
            ...style,
            size: style.size * shareFor(style.size, scale, medium),
            lineHeight: style.lineHeight * shareFor(style.size, scale, medium),
            spaceAfter: style.spaceAfter * scale,
          }
        : style,
    ]),
  ),
});

export interface FittedGrid {
  readonly natural: LaidBlock;
  readonly sizes: readonly { readonly size: Pt; readonly wish: Pt }[];
}

export const fitGrid = (grid: Grid, width: Pt, room: Pt, context: BlockContext): FittedGrid => {
  const { prefix, text } = styles[grid.kind];
  const at = (scale: number, setting: BlockContext): LaidBlock =>
    setting.lay(grid, width, { ...setting, room, medium: scaled(context.medium, prefix, scale) });
  const fits = ({ height, stretch }: LaidBlock): boolean => (stretch?.least ?? height) <= room;
  const keyAt = (scale: number): string => `grid ${width} ${room} ${scale}`;
  const trial = (scale: number): LaidBlock =>
    trySilently(grid, keyAt(scale), context, (silent) => at(scale, silent)).laid;
  const scale = scales[grid.kind].find((each) => fits(trial(each))) ?? 1;
  const wish = styleOf(context, text).size;
  return {
    natural: layOrRecall(grid, keyAt(scale), context, (setting) => at(scale, setting)),
    sizes: [{ size: wish * scale, wish }],
  };
};
