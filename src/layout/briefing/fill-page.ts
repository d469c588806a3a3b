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

/** A gap grows by no more than this, in pt: beyond it a short page stays short rather than fall apart. */
const mostGapGrowth = 9;
/** What is left below this share of the page is taken up; a page that is emptier than that ends on purpose. */
const fullEnough = 0.7;

const usedHeight = (placed: readonly Placed[]): Pt => placed.reduce((sum, { block, gap }) => sum + gap + block.height, 0);

const growFigures = (placed: readonly Placed[], spare: Pt): readonly Placed[] => {
  const room = placed.map(({ block }) => block.floats === true && block.stretch ? Math.max(0, block.stretch.most - block.height) : 0);
  const total = room.reduce((sum, each) => sum + each, 0);
  if (total === 0) return placed;
  const share = Math.min(1, spare / total);
  return placed.map((each, index) =>
    room[index] === 0 ? each : { ...each, block: each.block.stretch!.to(each.block.height + room[index]! * share) });
};

const growGaps = (placed: readonly Placed[], spare: Pt): readonly Placed[] => {
  const gaps = placed.filter(({ gap }) => gap > 0).length;
  if (gaps === 0) return placed;
  const growth = Math.min(spare / gaps, mostGapGrowth);
  return placed.map((each) => each.gap > 0 ? { ...each, gap: each.gap + growth } : each);
};

/** `height` null leaves the page as it is: the last one. */
export const fillPage = (placed: readonly Placed[], height: Pt | null): FilledPage => {
  let final = placed;
  if (height !== null && usedHeight(placed) > height * fullEnough) {
    const spare = (): Pt => Math.max(0, height - usedHeight(final));
    // A line's worth goes into the gaps; only more than that lets a figure grow.
    if (spare() > mostGapGrowth * placed.length * 0.5) final = growFigures(final, spare());
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
