/** Brings the blocks of a page to their places, and fills the page down to its last line: figures grow, then gaps. */
import type { Pt } from '../../model/length.js';
import type { PageItem } from '../../model/page.js';
import { moveItem, type LaidBlock, type Mark } from '../galley/block.js';

/** A block on a page, with the space above it. */
export interface Placed {
  readonly block: LaidBlock;
  readonly gap: Pt;
  /** A figure that was made smaller already. */
  readonly firm?: boolean;
}

export interface FilledPage {
  /** Relative to the top left of the page's text area. */
  readonly items: readonly PageItem[];
  readonly marks: readonly Mark[];
}

/** A gap grows by no more than this share of itself: the rhythm of headings and paragraphs stays. */
const mostGapGrowth = 0.6;
/**
 * A figure grows by no more than this share, by more on a page on which the next one found no room; a grid of cards by
 * less, so that cards look alike from page to page.
 */
const mostGrowth = { figures: 0.25, figuresOfShort: 0.6, grids: 0.08 } as const;
/** A figure is made smaller, so that what belongs to its page finds room, down to this share. */
const leastFigureShare = 0.8;
/** On a page that is filled to less than this share figures alone grow: no gap takes up so much. */
const fullEnough = 0.7;

const usedHeight = (placed: readonly Placed[]): Pt =>
  placed.reduce((sum, { block, gap }) => sum + gap + block.height, 0);

/** How much of its height a figure gives up where the page needs it. */
export const figureGive = ({ floats, stretch, height }: LaidBlock): Pt =>
  floats === true && stretch !== undefined
    ? Math.max(0, height - Math.max(stretch.least, height * leastFigureShare))
    : 0;

const shrinkFigures = (placed: readonly Placed[], excess: Pt): readonly Placed[] => {
  const gives = placed.map((each) => (each.firm === true ? 0 : figureGive(each.block)));
  const total = gives.reduce((sum, give) => sum + give, 0);
  if (total === 0) return placed;
  const share = Math.min(1, excess / total);
  return placed.map((each, index) =>
    gives[index] === 0 ? each : { ...each, block: each.block.stretch!.to(each.block.height - gives[index]! * share) },
  );
};

/** Grows blocks of one sort evenly, by `most` as a share: figures (which float), or grids of cards (which do not). */
const growBlocks = (placed: readonly Placed[], spare: Pt, floats: boolean, most: number): readonly Placed[] => {
  const room = placed.map(({ block }) =>
    (block.floats === true) === floats && block.stretch !== undefined
      ? Math.max(0, Math.min(block.stretch.most, block.height * (1 + most)) - block.height)
      : 0,
  );
  const total = room.reduce((sum, each) => sum + each, 0);
  if (total === 0) return placed;
  const share = Math.min(1, spare / total);
  return placed.map((each, index) =>
    room[index] === 0 ? each : { ...each, block: each.block.stretch!.to(each.block.height + room[index]! * share) },
  );
};

const gapRoom = (placed: readonly Placed[]): Pt => placed.reduce((sum, { gap }) => sum + gap * mostGapGrowth, 0);

const growGaps = (placed: readonly Placed[], spare: Pt): readonly Placed[] => {
  const room = gapRoom(placed);
  if (room === 0) return placed;
  const growth = mostGapGrowth * Math.min(1, spare / room);
  return placed.map((each) => ({ ...each, gap: each.gap * (1 + growth) }));
};

/**
 * Grows what may grow to the page's height; `ended` leaves a page as short as it is. What stands too tall is made
 * smaller in any case.
 */
export const fillPage = (placed: readonly Placed[], height: Pt, ended: boolean): FilledPage => {
  let final = placed;
  const spare = (): Pt => height - usedHeight(final);
  if (spare() < 0) final = shrinkFigures(final, -spare());
  else if (!ended && usedHeight(placed) > height * fullEnough) {
    // A little goes into the gaps alone; only more than that lets a figure grow.
    if (spare() > gapRoom(final) / 2) final = growBlocks(final, spare(), true, mostGrowth.figures);
    final = growGaps(final, spare());
    final = growBlocks(final, spare(), false, mostGrowth.grids);
  } else if (!ended) final = growBlocks(final, spare(), true, mostGrowth.figuresOfShort);
  let y = 0;
  const items: PageItem[] = [];
  const marks: Mark[] = [];
  for (const { block, gap } of final) {
    y += gap;
    items.push(...block.items.map((item) => moveItem(item, 0, y)));
    marks.push(...(block.marks ?? []).map((mark) => ({ ...mark, y: mark.y + y })));
    y += block.height;
  }
  return { items, marks };
};
