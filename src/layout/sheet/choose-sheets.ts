/**
 * The pages of a sheet: at the largest size of text at which all stories find room, on the fewest pages.
 *
 * What is still free then is taken up line by line, by spare figures and larger pictures.
 */
import type { Pt } from '../../model/length.js';
import { bandHeight, costOf, growBands, lowestBand, partitions, type BandPlan } from './plan-sheet.js';
import type { StoryTrial } from './story-trial.js';

/** The room for stories on a page, by its number from 0 and whether it is the last. */
export type SheetRoom = (page: number, isLast: boolean, isBeside: boolean) => Pt;

export interface SheetPlan {
  readonly trial: StoryTrial;
  readonly pages: readonly { readonly bands: readonly BandPlan[]; readonly left: Pt }[];
  /** The sidebar stands beside the last band; else it is a band of its own, where there is one. */
  readonly isBeside: boolean;
}

export interface Sidebar {
  readonly columns: number;
  /** In pt. */
  readonly height: Pt;
}

/** So many of the plans that fit are grown to their pages and compared. */
const mostGrown = 6;
/** More stories than this stand no more than three in a band, so that there are not too many ways. */
const manyStories = 9;

interface RoughPlan {
  readonly pages: readonly (readonly BandPlan[])[];
  readonly isBeside: boolean;
  readonly cost: number;
}

const heightOf = (bands: readonly BandPlan[], trial: StoryTrial): Pt =>
  bands.reduce((sum, band) => sum + bandHeight(band, trial.leading), 0) +
  Math.max(0, bands.length - 1) * trial.setting.grid.gap;

/** Bands on pages one after the other; null where there are more pages than `most`. */
const paginate = (
  bands: readonly BandPlan[],
  most: number,
  trial: StoryTrial,
  room: SheetRoom,
  isBeside: boolean,
): readonly (readonly BandPlan[])[] | null => {
  const pages: BandPlan[][] = [[]];
  for (const band of bands) {
    const page = pages.length - 1;
    if (heightOf([...pages[page]!, band], trial) <= room(page, page === most - 1, isBeside)) pages[page]!.push(band);
    else if (pages[page]!.length === 0 || pages.length === most) return null;
    else {
      if (heightOf([band], trial) > room(page + 1, page + 1 === most - 1, isBeside)) return null;
      pages.push([band]);
    }
  }
  const last = pages.length - 1;
  return heightOf(pages[last]!, trial) <= room(last, true, isBeside) ? pages : null;
};

const roughPlans = (
  trial: StoryTrial,
  most: number,
  sidebar: Sidebar | null,
  room: SheetRoom,
): readonly RoughPlan[] => {
  const known = new Map<string, BandPlan | null>();
  const { columns } = trial.setting.grid;
  const lowest = (stories: readonly number[], isLast: boolean): BandPlan | null => {
    const beside = isLast && sidebar !== null ? sidebar : null;
    const key = `${stories.join(' ')} ${isLast && beside !== null}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const band = lowestBand(trial, stories, columns - (beside?.columns ?? 0), beside?.height ?? null);
    known.set(key, band);
    return band;
  };
  const ways = partitions(0, trial.stories.length).filter(
    (way) => trial.stories.length < manyStories || way.every(({ length }) => length <= 3),
  );
  return [true, false]
    .filter((isBeside) => !isBeside || sidebar !== null)
    .flatMap((isBeside) =>
      ways.flatMap((way): RoughPlan[] => {
        const bands = way.map((stories, at) => lowest(stories, isBeside && at === way.length - 1));
        if (bands.some((band) => band === null)) return [];
        const pages = paginate(bands as readonly BandPlan[], most, trial, room, isBeside);
        if (pages === null) return [];
        const last = pages.length - 1;
        const left = pages.reduce((sum, page, at) => sum + room(at, at === last, isBeside) - heightOf(page, trial), 0);
        // What is left below may be filled yet.
        const cost = costOf(pages.flat()) + 0.5 * (left / trial.leading) * columns;
        return [{ pages, isBeside, cost }];
      }),
    );
};

/** Null where the stories find no room on `most` pages at the size of the trial. */
export const chooseSheets = (
  trial: StoryTrial,
  most: number,
  sidebar: Sidebar | null,
  room: SheetRoom,
): SheetPlan | null => {
  const rough = [...roughPlans(trial, most, sidebar, room)]
    .sort((one, other) => one.pages.length - other.pages.length || one.cost - other.cost)
    .slice(0, mostGrown);
  const { columns } = trial.setting.grid;
  const plans = rough.map(({ pages, isBeside }) => {
    const last = pages.length - 1;
    const grown = pages.map((page, at) =>
      growBands(trial, page, room(at, at === last, isBeside) - heightOf(page, trial), columns),
    );
    return {
      plan: { trial, isBeside, pages: grown.map(({ bands, left }) => ({ bands, left })) },
      // A page more costs more than any white.
      cost: grown.reduce((sum, { free }) => sum + free, 0) + pages.length * 1e4,
    };
  });
  return plans.sort((one, other) => one.cost - other.cost)[0]?.plan ?? null;
};
