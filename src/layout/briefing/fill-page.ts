/** Brings the blocks of a page to their places, and fills the page down to its last line: figures grow, then gaps. */
import type { Pt } from '../../model/length.js';
import type { PageItem } from '../../model/page.js';
import { moveItem, type LaidBlock, type Mark } from '../blocks/block.js';

/** A block on a page, with the space above it. */
export interface Placed { readonly block: LaidBlock; readonly gap: Pt }

export interface FilledPage {
  /** Relative to the top left of the page's text area. */
  readonly items: readonly PageItem[];
  readonly marks: readonly Mark[];
}

/** A gap grows by no more than this share of itself: the rhythm of headings and paragraphs stays. */
const mostGapGrowth = 0.6;
/** A figure grows by no more than this share. */
const mostFigureGrowth = 0.25;
/** What is left below this share of the page is taken up; a page that is emptier than that ends on purpose. */
const fullEnough = 0.7;

const usedHeight = (placed: readonly Placed[]): Pt => placed.reduce((sum, { block, gap }) => sum + gap + block.height, 0);

const growFigures = (placed: readonly Placed[], spare: Pt): readonly Placed[] => {
  const room = placed.map(({ block }) =>
    block.floats === true && block.stretch ? Math.max(0, Math.min(block.stretch.most, block.height * (1 + mostFigureGrowth)) - block.height) : 0);
  const total = room.reduce((sum, each) => sum + each, 0);
  if (total === 0) return placed;
  const share = Math.min(1, spare / total);
  return placed.map((each, index) =>
    room[index] === 0 ? each : { ...each, block: each.block.stretch!.to(each.block.height + room[index]! * share) });
};

const gapRoom = (placed: readonly Placed[]): Pt => placed.reduce((sum, { gap }) => sum + gap * mostGapGrowth, 0);

const growGaps = (placed: readonly Placed[], spare: Pt): readonly Placed[] => {
  const room = gapRoom(placed);
  if (room === 0) return placed;
  const growth = mostGapGrowth * Math.min(1, spare / room);
  return placed.map((each) => ({ ...each, gap: each.gap * (1 + growth) }));
};

/** `height` null leaves the page as it is: the last one. */
export const fillPage = (placed: readonly Placed[], height: Pt | null): FilledPage => {
  let final = placed;
  if (height !== null && usedHeight(placed) > height * fullEnough) {
    const spare = (): Pt => Math.max(0, height - usedHeight(final));
    // A little goes into the gaps alone; only more than that lets a figure grow.
    if (spare() > gapRoom(final) / 2) final = growFigures(final, spare());
    final = growGaps(final, spare());
  }
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
