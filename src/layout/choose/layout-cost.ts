/**
 * What a layout costs for a content: slides that it makes more, what becomes small or divided, and white in one piece.
 */
import type { Box, Pt, Size } from '../../model/length.js';
import type { PageItem, PictureItem } from '../../model/page.js';
import { leastPlot } from '../galley/least-plot.js';
import { inkBoxes } from './ink-boxes.js';
import { largestGap } from './largest-gap.js';

/** One page of a slide as a layout would lay it. */
export interface LaidTrial {
  /** `Medium.unit`. */
  readonly unit: number;
  /** The items of its content, without title and foot. */
  readonly items: readonly PageItem[];
  /** Where content may stand. */
  readonly area: Box;
  /** Mistakes that laying it so would tell. */
  readonly errors: number;
  /** How many further slides what is left over would take, about. */
  readonly further: number;
  /** Whether a list, a table or a text goes on on another slide. */
  readonly isDivided: boolean;
  /** Whether that is a table which had not the whole width. */
  readonly isNarrowlyDivided: boolean;
  /** Whether something that belongs with what stands here is left for another slide. */
  readonly isParted: boolean;
  /** Sizes of plain text in pt, each with the size that is wished. */
  readonly sizes: readonly { readonly size: Pt; readonly wish: Pt }[];
  /** Items that are smaller than the layout's regions ask. */
  readonly tooSmall: number;
  /** How many charts leave out names of their things. Asked for only where the rest does not decide. */
  crowded(): number;
}

/** The share of a slide's content area that may stay empty in one piece, 0 to 1. */
export const fairGap = 0.15;

/** Costs have no unit: a further slide is a hundred. */
const costs = {
  error: 5000,
  slide: 100,
  tooSmall: 260,
  crowded: 240,
  divided: 40,
  narrowlyDivided: 160,
  parted: 70,
  /** What a whole area costs that is empty; a part of it costs that part. */
  white: 100,
  /** What emptiness costs more beyond what is fair. */
  unfairWhite: 220,
  /** What a photograph costs that its place would cut wholly; one that loses a part, or would have, costs that part. */
  unlike: 160,
  /** What each pt costs that text is smaller than wished. */
  smaller: 6,
  /** What a chart costs that takes none of the area; one that takes a part costs less. */
  smallChart: 30,
} as const;

/** What a layout costs at the least that leaves something for a further slide. */
export const leastOfFurther: number = costs.slide;

const area = ({ width, height }: Size): number => width * height;

/** Room for rounding, in pt. */
const tolerance = 0.5;
const isSmallPlot = ({ width, height }: Box, unit: number): boolean =>
  width < leastPlot.width * unit - tolerance || height < leastPlot.height * unit - tolerance;

export const gapOf = ({ items, area: whole }: Pick<LaidTrial, 'items' | 'area'>): number =>
  largestGap(inkBoxes(items), whole);

/** The share of a photograph that its place cuts off, or would have cut off. */
const unlikeness = ({ picture, crop, spared }: PictureItem): number =>
  picture.isPhotograph === true ? (spared ?? 1 - crop.width * crop.height) : 0;

/** What a trial costs without what takes time to find out: crowded charts and white. The whole is never less. */
const plainCost = (trial: LaidTrial, charts: readonly Box[]): number => {
  const charted = charts.reduce((sum, box) => sum + area(box), 0) / Math.max(1, area(trial.area));
  return (
    trial.errors * costs.error +
    trial.further * costs.slide +
    (trial.tooSmall + charts.filter((box) => isSmallPlot(box, trial.unit)).length) * costs.tooSmall +
    (trial.isDivided ? costs.divided : 0) +
    (trial.isNarrowlyDivided ? costs.narrowlyDivided : 0) +
    (trial.isParted ? costs.parted : 0) +
    trial.sizes.reduce((sum, { size, wish }) => sum + (Math.max(0, wish - size) / trial.unit) * costs.smaller, 0) +
    trial.items.reduce((sum, item) => sum + (item.kind === 'picture' ? unlikeness(item) : 0), 0) * costs.unlike +
    (charts.length === 0 ? 0 : Math.max(0, 0.7 - charted) * costs.smallChart)
  );
};

export interface LayoutCost {
  readonly cost: number;
  /** The largest empty rectangle, as a share of the content area. */
  readonly gap: number;
}

/** Null where the cost is `most` at least: what does not win need not be known to the end. */
export const layoutCost = (trial: LaidTrial, most = Infinity): LayoutCost | null => {
  const charts = trial.items.filter((item) => item.kind === 'chart').map(({ box }) => box);
  const plain = plainCost(trial, charts);
  if (plain >= most) return null;
  const gap = gapOf(trial);
  const white = gap * costs.white + Math.max(0, gap - fairGap) * costs.unfairWhite;
  if (plain + white >= most) return null;
  const cost = plain + white + trial.crowded() * costs.crowded;
  return cost >= most ? null : { cost, gap };
};
