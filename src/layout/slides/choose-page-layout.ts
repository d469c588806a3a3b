/** The layout of one page of a slide that names none: each of the bundle's list is tried with what waits. */
import { isCrowded } from '../../charts/is-crowded.js';
import type { Box, Pt } from '../../model/length.js';
import type { PageItem } from '../../model/page.js';
import type { Region, SlideLayout } from '../../model/slide-layout.js';
import { chooseLayout } from '../choose/choose-layout.js';
import { leastOfFurther, type LaidTrial } from '../choose/layout-cost.js';
import { silently, type BlockContext } from '../galley/block.js';
import { isTextBlock } from './text-blocks.js';
import type { Piece } from './fill-region.js';
import { layPage, shareOut, type LaidPage, type WaitingNotes } from './lay-page.js';
import { accepts, hasPlaceFor } from './slide-pieces.js';
import type { SlideSetting } from './slide-setting.js';

const furniture: ReadonlySet<string> = new Set(['title', 'subtitle', 'kicker', 'footer', 'number', 'date']);
const isContent = ({ accepts: parts }: Region): boolean => parts.some((part) => !furniture.has(part));

/** Where content stands in any of the layouts: from left to right, and how far down. */
interface ContentReach {
  readonly left: Pt;
  readonly right: Pt;
  readonly bottom: Pt;
}

const contentReach = (layouts: readonly SlideLayout[]): ContentReach => {
  const boxes = layouts.flatMap(({ regions }) => regions.filter(isContent).map(({ box }) => box));
  return {
    left: Math.min(...boxes.map((box) => box.x)),
    right: Math.max(...boxes.map((box) => box.x + box.width)),
    bottom: Math.max(...boxes.map((box) => box.y + box.height)),
  };
};

/** From the top of the highest region that was filled, once the title was settled. */
const contentArea = ({ left, right, bottom }: ContentReach, filled: LaidPage['filled']): Box => {
  const top = Math.min(...filled.regions.map(({ region }) => region.box.y));
  return { x: left, y: top, width: right - left, height: bottom - top };
};

/** What goes on was set to the width of the region that it began in. */
const takes = (region: Region, piece: Piece): boolean =>
  accepts(region, piece) && (piece.width === undefined || Math.abs(region.box.width - piece.width) < 1);

/**
 * Whether the layout has a place for the first that waits, and no place that would stay empty without giving its room
 * to another.
 */
const isCandidate = (layout: SlideLayout, waiting: readonly Piece[]): boolean => {
  const first = waiting[0];
  const content = layout.regions.filter(isContent);
  if (
    !waiting.every(
      (piece) => !content.some((region) => accepts(region, piece)) || content.some((region) => takes(region, piece)),
    )
  )
    return false;
  if (first !== undefined && !content.some((region) => accepts(region, first))) return false;
  const left = [...waiting];
  return content.every((region) => {
    const at = left.findIndex((piece) => accepts(region, piece));
    if (at < 0) return (region.yields ?? []).length > 0;
    let room = region.most ?? Infinity;
    for (let index = at; index < left.length && room > 0; )
      if (accepts(region, left[index]!)) {
        left.splice(index, 1);
        room -= 1;
      } else index += 1;
    return true;
  });
};

/** Smaller than what its region asks for, in pt. */
const isTooSmall = (item: PageItem, { least }: Region): boolean =>
  least !== undefined &&
  (item.kind === 'chart' || item.kind === 'picture' || item.kind === 'table') &&
  (item.box.width < least.width - 1 || item.box.height < least.height - 1);

/** How many further slides the rest takes, if each takes about as much as this one did. */
const furtherSlides = (waiting: readonly Piece[], rest: readonly Piece[]): number => {
  const begun = rest.filter((piece) => waiting.some(({ order }) => order === piece.order)).length;
  const placed = Math.max(0.5, waiting.length - begun);
  return rest.length === 0 ? 0 : Math.max(1, Math.ceil(rest.length / Math.max(1, placed)));
};

const trialOf = (
  { filled }: LaidPage,
  errors: number,
  waiting: readonly Piece[],
  reach: ContentReach,
  { theme, medium }: BlockContext,
): LaidTrial => {
  const area = contentArea(reach, filled);
  const going = filled.rest.filter((piece) => piece.laid !== null || !waiting.includes(piece));
  return {
    unit: medium.unit ?? 1,
    items: filled.items,
    area,
    errors: errors + (filled.items.length === 0 ? 1 : 0),
    further: furtherSlides(waiting, filled.rest),
    isDivided: going.length > 0,
    isNarrowlyDivided: going.some(
      ({ width, block }) => block.kind === 'table' && width !== undefined && width < area.width - 1,
    ),
    // What is said of a chart or a table belongs beside it.
    isParted:
      filled.rest.some(({ block }) => isTextBlock(block)) && filled.rest.every(({ block }) => isTextBlock(block)),
    sizes: filled.sizes,
    tooSmall: filled.regions.reduce(
      (sum, { region, items }) => sum + items.filter((item) => isTooSmall(item, region)).length,
      0,
    ),
    crowded: () =>
      filled.items.filter(
        (item) => item.kind === 'chart' && isCrowded(item.chart, { theme, size: item.box, fontSize: item.fontSize }),
      ).length,
  };
};

export interface PageLayout {
  readonly layout: SlideLayout;
  /** The largest empty rectangle, as a share of the content area; null where nothing was laid. */
  readonly gap: number | null;
}

/** The best of the layouts, which are one at least. Nothing is told and no structure is made. */
export const choosePageLayout = (
  layouts: readonly SlideLayout[],
  page: number,
  waiting: readonly Piece[],
  notes: WaitingNotes,
  setting: SlideSetting,
): PageLayout => {
  const candidates = layouts.filter((layout) => isCandidate(layout, waiting));
  const reach = contentReach(layouts);
  const leastCost = (layout: SlideLayout): number => (shareOut(waiting, layout).left.length > 0 ? leastOfFurther : 0);
  const best = chooseLayout(candidates, leastCost, (layout) => {
    let errors = 0;
    const context = { ...silently(setting.context), tell: () => void (errors += 1) };
    const laid = layPage(page, waiting, notes, { ...setting, layout, context });
    if (laid.filled.regions.length === 0) return null;
    return trialOf(laid, errors, waiting, reach, context);
  });
  if (best !== null) return best;
  const [first] = waiting;
  return { layout: layouts.find((each) => first !== undefined && hasPlaceFor(each, first)) ?? layouts[0]!, gap: null };
};
