/**
 * Stories over the whole width, one after the other, for more text than bands can hold: one that does not end on its
 * page goes on at the head of the next, with a mark at both places.
 */
import type { Pt } from '../../model/length.js';
import type { LaidBlock } from '../galley/block.js';
import { fillColumns } from './column-fill.js';
import type { SheetPlan, SheetRoom } from './choose-sheets.js';
import { columnLines, fewestStoryLines, fitStory, type FittedStory, type StoryFitting } from './fit-story.js';
import { bandHeight, linesWithin, type BandPlan, type StoryPart } from './plan-sheet.js';
import { continuedHeight } from './story-marks.js';
import type { StoryTrial } from './story-trial.js';

/** Fewer lines than this are no beginning of a story. */
const fewestBegun = 10;
/** A flow goes on over no more pages than this: what is beyond is too long in any case. */
const mostPages = 40;

export interface FlowPlan extends SheetPlan {
  /** Share of the text that stands on pages beyond those that the grid lets it have. */
  readonly over: number;
}

interface FlowPage {
  readonly bands: BandPlan[];
  used: Pt;
}

/** What is left of a story, and the page on which it began or went on. */
interface Rest {
  readonly text: LaidBlock;
  readonly page: number;
  readonly number: number;
}

export const flowSheets = (trial: StoryTrial, most: number, room: SheetRoom): FlowPlan => {
  const { leading, setting } = trial;
  const span = setting.grid.columns;
  const pages: FlowPage[] = [{ bands: [], used: 0 }];
  const page = (): FlowPage => pages.at(-1)!;
  const left = (): Pt => room(pages.length - 1, false, false) - page().used;
  const put = (band: BandPlan): void => {
    page().bands.push(band);
    page().used += bandHeight(band, leading) + setting.grid.gap;
  };
  trial.stories.forEach((_, index) => {
    let rest: Rest | null = null;
    while (pages.length < mostPages) {
      const begun = placePart(trial, index, rest, { left: left(), number: pages.length - 1, span });
      if (begun === null && page().bands.length === 0) return;
      if (begun !== null) put(begun.band);
      if (begun !== null && begun.rest === null) return;
      rest =
        begun === null
          ? rest
          : { text: begun.rest!, page: pages.length - 1, number: ((rest as Rest | null)?.number ?? 0) + 1 };
      pages.push({ bands: [], used: 0 });
    }
  });
  const last = pages.length - 1;
  if (page().used - setting.grid.gap > room(last, true, false)) pages.push({ bands: [], used: 0 });
  return {
    trial,
    isBeside: false,
    over: textHeight(pages.slice(most)) / Math.max(1, textHeight(pages)),
    pages: pages.map(({ bands, used }, at) => ({
      bands,
      left: Math.max(0, room(at, at === pages.length - 1, false) - Math.max(0, used - setting.grid.gap)),
    })),
  };
};

/** Size of all text in columns, in pt. */
const textHeight = (pages: readonly FlowPage[]): Pt =>
  pages
    .flatMap(({ bands }) => bands.flatMap(({ stories }) => stories))
    .flatMap(({ fitted }) => fitted.filled.columns)
    .reduce((sum, column) => sum + (column?.height ?? 0), 0);

interface Place {
  /** Height that is left of the page, in pt. */
  readonly left: Pt;
  /** The number of the page, from 0. */
  readonly number: number;
  readonly span: number;
}

interface Begun {
  readonly band: BandPlan;
  /** What goes on; null where the story ends here. */
  readonly rest: LaidBlock | null;
}

/** The story, or what is left of it, as far as the page holds it; null where it is better begun on the next page. */
const placePart = (
  trial: StoryTrial,
  index: number,
  rest: Rest | null,
  { left, number, span }: Place,
): Begun | null => {
  const { leading } = trial;
  const own = trial.columns(index, span);
  const fitting: StoryFitting =
    rest === null
      ? own.fitting
      : { ...own.fitting, text: rest.text, parts: { text: [], pictures: [], figures: [], spares: [] } };
  const variants = rest === null ? own.variants : [{ obstacles: [], taken: 0, strain: 0 }];
  const head = rest === null ? trial.head(index, span) : continuedHeight(trial.setting);
  const most = Math.floor((left - head) / leading + 0.01);
  const needed = fewestStoryLines(fitting, variants, own.columns);
  const from = rest?.page ?? null;
  const part = (to: number | null): StoryPart => ({ fitting, number: rest?.number ?? 0, from, to });
  const bandOf = (lines: number, fitted: FittedStory, to: number | null): BandPlan => ({
    head,
    lines,
    beside: false,
    stories: [{ index, from: 0, span, fitted, ...((rest !== null || to !== null) && { part: part(to) }) }],
  });
  const linesFor = (lines: number): number => (rest === null ? linesWithin(trial, index, lines, head) : lines);
  if (needed <= linesFor(most)) {
    const lines = rest === null && trial.isUpright(index) ? needed - Math.floor(head / leading) : needed;
    const fitted = fitStory(fitting, variants, own.columns, linesFor(lines));
    return fitted === null ? null : { band: bandOf(lines, fitted, null), rest: null };
  }
  if (most < fewestBegun) return null;
  const smallest = variants.reduce((least, variant) => (variant.taken < least.taken ? variant : least));
  const lines = columnLines(smallest.obstacles, own.columns, linesFor(most));
  // The last line of the last column says where it goes on.
  const heights = lines.map((count, at) => Math.max(0, (at === lines.length - 1 ? count - 1 : count) * leading));
  const filled = fillColumns(fitting.text, heights);
  if (lines.some((count) => count < 0) || filled.rest === null) return null;
  const fitted = { obstacles: smallest.obstacles, filled, heights, free: 0, cost: 0 };
  return { band: bandOf(most, fitted, number + 1), rest: filled.rest };
};
