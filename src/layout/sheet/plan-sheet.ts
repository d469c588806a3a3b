/**
 * Which stories stand side by side, in how many columns each, so that all of them find room on a page.
 *
 * Every partition of the stories, in their order, into bands is tried, and in each band every division of the columns.
 * The one that fits the page and leaves the fewest lines free when its bands have grown to the page is taken.
 */
import type { Pt } from '../../model/length.js';
import { fitStory, type FittedStory, type StoryFitting } from './fit-story.js';
import type { StoryTrial } from './story-trial.js';

export interface PlacedStory {
  readonly index: number;
  /** Its first column of the grid, and how many of them it takes. */
  readonly from: number;
  readonly span: number;
  readonly fitted: FittedStory;
  /** Which part it is of a story that goes on over pages. */
  readonly part?: StoryPart;
}

export interface StoryPart {
  /** With the text that this part begins with. */
  readonly fitting: StoryFitting;
  /** From 0. */
  readonly number: number;
  /** The pages that it comes from and goes on at, from 0; null where it begins or ends here. */
  readonly from: number | null;
  readonly to: number | null;
}

export interface BandPlan {
  readonly stories: readonly PlacedStory[];
  /** Height of the heads of its stories, in pt. */
  readonly head: Pt;
  /** How many lines the text below the heads has. */
  readonly lines: number;
  /** The sidebar stands beside it. */
  readonly beside: boolean;
}

export const bandHeight = ({ head, lines }: Pick<BandPlan, 'head' | 'lines'>, leading: Pt): Pt =>
  head + lines * leading;

/** Every way to part `total` into `parts` whole numbers. */
const compositions = (total: number, parts: number): readonly (readonly number[])[] =>
  parts === 1
    ? [[total]]
    : Array.from({ length: total - parts + 1 }, (_, first) => first + 1).flatMap((first) =>
        compositions(total - first, parts - 1).map((rest) => [first, ...rest]),
      );

/** The stories from `first` to before `end` as bands: every way, in order. */
export const partitions = (first: number, end: number): readonly (readonly (readonly number[])[])[] =>
  first >= end
    ? [[]]
    : Array.from({ length: end - first }, (_, more) => first + more + 1).flatMap((next) =>
        partitions(next, end).map((rest) => [Array.from({ length: next - first }, (_, at) => first + at), ...rest]),
      );

const headOf = (trial: StoryTrial, stories: readonly number[], spans: readonly number[]): Pt =>
  Math.max(0, ...stories.map((story, at) => trial.head(story, spans[at]!)));

/** An upright head stands beside the text, which begins at the band's top: so many lines more. */
export const linesWithin = (trial: StoryTrial, story: number, lines: number, head: Pt): number =>
  trial.isUpright(story) ? Math.floor((head + lines * trial.leading) / trial.leading + 0.01) : lines;

const fitBand = (
  trial: StoryTrial,
  stories: readonly number[],
  spans: readonly number[],
  lines: number,
  beside: boolean,
): BandPlan | null => {
  const head = headOf(trial, stories, spans);
  const placed: PlacedStory[] = [];
  let from = 0;
  for (const [at, index] of stories.entries()) {
    const span = spans[at]!;
    const { fitting, variants, columns } = trial.columns(index, span);
    const fitted = fitStory(fitting, variants, columns, linesWithin(trial, index, lines, head));
    if (fitted === null) return null;
    placed.push({ index, from, span, fitted });
    from += span;
  }
  return { stories: placed, head, lines, beside };
};

const freeOf = ({ stories }: BandPlan): number => stories.reduce((sum, { fitted }) => sum + fitted.cost, 0);

/** Narrower than this a story with a head of its own looks lost beside others, in columns: it costs lines. */
const lonelyColumn = 2;

/** The lowest band of these stories; null where there are more of them than columns. */
export const lowestBand = (
  trial: StoryTrial,
  stories: readonly number[],
  columns: number,
  besideHeight: Pt | null,
): BandPlan | null => {
  if (stories.length > columns) return null;
  const candidates = compositions(columns, stories.length).map((spans) => {
    const head = headOf(trial, stories, spans);
    const needed = stories.map((story, at) => {
      const lines = trial.fewest(story, spans[at]!);
      return trial.isUpright(story) ? lines - Math.floor(head / trial.leading) : lines;
    });
    const beside = besideHeight === null ? 0 : Math.ceil((besideHeight - head) / trial.leading);
    const lines = Math.max(1, beside, ...needed);
    const lonely = stories.length > 1 ? spans.filter((span) => span === 1).length * lonelyColumn : 0;
    return { spans, lines, cost: head / trial.leading + lines + lonely };
  });
  for (const { spans, lines } of candidates.sort((one, other) => one.cost - other.cost)) {
    for (let more = 0; more <= 3; more += 1) {
      const band = fitBand(trial, stories, spans, lines + more, besideHeight !== null);
      if (band !== null) return band;
    }
  }
  return null;
};

/** Some lines higher; null where its stories do not hold that together. */
const higher = (trial: StoryTrial, band: BandPlan, more: number): BandPlan | null =>
  fitBand(
    trial,
    band.stories.map(({ index }) => index),
    band.stories.map(({ span }) => span),
    band.lines + more,
    band.beside,
  );

/** A band grows by one of these at a time, in lines: as much as a picture gives, or as a spare figure takes. */
const steps = [1, 2, 4, 7, 10, 14] as const;

/** Share of a line's columns that may stay free when a band grows by it. */
const mostWasted = 0.6;
/** White among stories is worse than white below them, by this much. */
const insideCost = 1.5;

export const costOf = (bands: readonly BandPlan[]): number =>
  insideCost * bands.reduce((sum, band) => sum + freeOf(band), 0);

export interface GrownBands {
  readonly bands: readonly BandPlan[];
  /** What no band took of the page, in pt. */
  readonly left: Pt;
  /** Free lines in all columns of the page. */
  readonly free: number;
}

/** Bands that grow line by line, each time the one whose stories fill the line best, until the room is used. */
export const growBands = (trial: StoryTrial, bands: readonly BandPlan[], room: Pt, columns: number): GrownBands => {
  let current = [...bands];
  let left = room;
  while (left >= trial.leading) {
    const options = current.flatMap((band, at) =>
      steps
        .filter((lines) => lines * trial.leading <= left)
        .flatMap((lines) => {
          const grown = higher(trial, band, lines);
          return grown === null ? [] : [{ at, grown, lines, cost: (freeOf(grown) - freeOf(band)) / lines }];
        }),
    );
    const best = options.sort((one, other) => one.cost - other.cost || one.lines - other.lines)[0];
    // Lines that nothing fills are better left at the foot of the page than in the middle of it.
    if (best === undefined || best.cost >= columns * mostWasted) break;
    current = current.map((band, at) => (at === best.at ? best.grown : band));
    left -= best.lines * trial.leading;
  }
  const free = costOf(current) + (left / trial.leading) * columns;
  return { bands: current, left, free };
};
