/**
 * A story in its columns: which height they need, and how its figures give way so that the columns come out even.
 *
 * The rule of fitting: text keeps its size; first spare figures come in where lines stay free, then pictures grow or
 * shrink within what the grid lets them give. Of all ways that hold the text the one with the fewest free lines is
 * taken.
 */
import type { Pt } from '../../model/length.js';
import type { LaidBlock } from '../galley/block.js';
import { fillColumns, freeLines, type FilledColumns } from './column-fill.js';
import { spanWidth, type SheetSetting } from './sheet-setting.js';
import { covers, shapeStory, type Obstacle } from './story-shape.js';
import type { Figure, StoryParts } from './story-parts.js';

/** What a story is fitted with. */
export interface StoryFitting {
  readonly parts: StoryParts;
  /** Its text laid to the width of one of its columns. */
  readonly text: LaidBlock;
  readonly setting: SheetSetting;
  /** Lays one of its figures to a width, for a trial. */
  readonly layFigure: (figure: Figure, width: Pt) => LaidBlock;
}

/** An obstacle with the lines of the base line that it takes, its gap to the text among them. */
export interface SizedObstacle extends Obstacle {
  readonly lines: number;
}

export interface FittedStory {
  readonly obstacles: readonly SizedObstacle[];
  readonly filled: FilledColumns;
  /** Heights of the columns, in pt. */
  readonly heights: readonly Pt[];
  /** Free lines in all columns together. */
  readonly free: number;
  /** The same, and what looks poor: a column of a few lines beside figures. */
  readonly cost: number;
}

/** Between a figure and the text above or below it, in lines. */
export const figureGap = 0.75;
/** A chart grows by no more than this many lines. */
const mostChartGrowth = 4;

/** Lines that a figure takes that is drawn at `height`, in pt. */
const linesOf = (height: Pt, leading: Pt): number => Math.max(1, Math.round(height / leading + figureGap));

const sizeObstacles = (
  obstacles: readonly Obstacle[],
  { setting, layFigure }: StoryFitting,
  growth: { readonly pictures: number; readonly charts: number },
): readonly SizedObstacle[] => {
  const { leading } = setting;
  const sized = obstacles.map((obstacle): SizedObstacle => {
    const laid = layFigure(obstacle.figure, spanWidth(setting, obstacle.span));
    const natural = linesOf(laid.height, leading);
    const wanted = natural + (obstacle.at === 'top' ? growth.pictures : growth.charts);
    const { stretch } = laid;
    const most = stretch === undefined ? natural : Math.floor(stretch.most / leading + figureGap);
    const least = stretch === undefined ? natural : Math.ceil(stretch.least / leading + figureGap);
    return { ...obstacle, lines: Math.max(least, Math.min(wanted, Math.max(most, natural))) };
  });
  // Pictures of one row are of one height.
  const row = sized.filter(({ at }) => at === 'top').map(({ lines }) => lines);
  const common = row.length === 0 ? 0 : Math.round(row.reduce((sum, lines) => sum + lines, 0) / row.length);
  return sized.map((obstacle) => (obstacle.at === 'top' ? { ...obstacle, lines: common } : obstacle));
};

/** Lines that each column has for text, of `lines` in all. */
export const columnLines = (obstacles: readonly SizedObstacle[], columns: number, lines: number): readonly number[] =>
  Array.from({ length: columns }, (_, column) =>
    obstacles.reduce((left, obstacle) => (covers(obstacle, column) ? left - obstacle.lines : left), lines),
  );

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** A column of fewer lines than this looks lost, as much as so many free lines. */
const shortColumn = 5;
const shortCost = 4;

/** Fewer lines than this beside a figure are no column of text. */
const fewestLines = 2;

const tryLines = (
  fitting: StoryFitting,
  obstacles: readonly SizedObstacle[],
  columns: number,
  lines: number,
): FittedStory | null => {
  const { leading } = fitting.setting;
  const room = columnLines(obstacles, columns, lines);
  if (room.some((count) => count < 0)) return null;
  const heights = room.map((count) => (count < fewestLines ? 0 : count * leading));
  const filled = fillColumns(fitting.text, heights);
  if (filled.rest !== null) return null;
  const free = sum(freeLines(filled, heights, leading));
  const isShort = (column: LaidBlock | null, at: number): boolean =>
    column === null ? heights[at]! > 0 : column.height < shortColumn * leading;
  const short = filled.columns.filter(isShort).length;
  const skipped = skips(filled, heights);
  return { obstacles, filled, heights, free, cost: free + (short + 3 * skipped) * shortCost };
};

/** Every way in which the story's figures may stand in so many columns, with the lines that they take together. */
interface Variant {
  readonly obstacles: readonly SizedObstacle[];
  readonly taken: number;
  /** How far from the sizes that are wanted, in lines. */
  readonly strain: number;
}

export type Variants = readonly Variant[];

/** Columns that a picture takes at most; a chart of a story with little text takes all but one. */
const widestPicture = 3;

export const storyVariants = (fitting: StoryFitting, columns: number): Variants => {
  const give = Math.floor(fitting.setting.grid.give / fitting.setting.leading);
  const hasPictures = [...fitting.parts.pictures, ...fitting.parts.spares].some(({ kind }) => kind === 'picture');
  const shapes = fitting.parts.spares.concat(fitting.parts.figures).length;
  const variants: Variant[] = [];
  for (let spares = 0; spares <= fitting.parts.spares.length; spares += 1)
    for (let leading = 0; leading <= (hasPictures ? 0 : Math.min(2, shapes)); leading += 1) {
      const widths = leading > 0 && columns > 4 ? [widestPicture, columns - 1] : [widestPicture];
      for (const widest of widths) {
        const shape = shapeStory(fitting.parts, columns, { spares, leading, widest });
        const hasTop = shape.some(({ at }) => at === 'top');
        const hasFeet = shape.some(({ at }) => at === 'bottom');
        for (let pictures = hasTop ? -give : 0; pictures <= (hasTop ? give : 0); pictures += 1)
          for (let charts = 0; charts <= (hasFeet ? mostChartGrowth : 0); charts += 2) {
            const obstacles = sizeObstacles(shape, fitting, { pictures, charts });
            const taken = sum(obstacles.map(({ span, lines }) => span * lines));
            variants.push({ obstacles, taken, strain: Math.abs(pictures) + charts / 2 });
          }
      }
    }
  return variants;
};

/** Variants that come nearest are tried first; so many of them. */
const mostTrials = 8;

/** Null where the text does not find room in columns of so many lines. */
export const fitStory = (
  fitting: StoryFitting,
  variants: Variants,
  columns: number,
  lines: number,
): FittedStory | null => {
  const needed = fitting.text.height / fitting.setting.leading;
  const likely = variants
    .map((variant) => ({ ...variant, free: columns * lines - variant.taken - needed }))
    .filter(({ free }) => free > -0.5)
    .sort((one, other) => one.free + one.strain * 0.2 - (other.free + other.strain * 0.2))
    .slice(0, mostTrials);
  let best: FittedStory | null = null;
  for (const { obstacles } of likely) {
    const fitted = tryLines(fitting, obstacles, columns, lines);
    if (fitted !== null && (best === null || fitted.cost < best.cost)) best = fitted;
    if (best !== null && best.cost < columns) break;
  }
  return best;
};

/** The fewest lines in which the story finds room, its figures as small as they go. */
export const fewestStoryLines = (fitting: StoryFitting, variants: Variants, columns: number): number => {
  const needed = fitting.text.height / fitting.setting.leading;
  const least = Math.min(...variants.map(({ taken }) => taken));
  let lines = Math.max(1, Math.floor((needed + least) / columns));
  while (fitStory(fitting, variants, columns, lines) === null && lines < needed + least + 200) lines += 1;
  return lines;
};

/** Columns with room that text passes over, because its next lines do not part there. */
const skips = ({ columns }: FilledColumns, heights: readonly Pt[]): number => {
  const last = columns.findLastIndex((column) => column !== null);
  return columns.filter((column, at) => at < last && column === null && heights[at]! > 0).length;
};

/**
 * The same story with its free lines shared: columns end within a line of each other, as far as its paragraphs let
 * them.
 */
export const evenColumns = (fitting: StoryFitting, fitted: FittedStory): FittedStory => {
  const { leading } = fitting.setting;
  let current = fitted;
  const columns = fitted.heights.length;
  const spread = (filled: FilledColumns): number => {
    const free = freeLines(filled, fitted.heights, leading);
    return Math.max(...free) - Math.min(...free);
  };
  const attempt = (heights: readonly Pt[]): boolean => {
    const filled = fillColumns(fitting.text, heights);
    if (filled.rest !== null || skips(filled, fitted.heights) > skips(current.filled, fitted.heights)) return false;
    if (spread(filled) > spread(current.filled)) return false;
    current = { ...current, filled, heights };
    return true;
  };
  const lowered = (lines: number, isLowered: (column: number) => boolean): readonly Pt[] =>
    current.heights.map((height, column) => (isLowered(column) ? Math.max(0, height - lines * leading) : height));
  for (let share = Math.floor(fitted.free / columns); share > 0; share -= 1)
    if (attempt(lowered(share, () => true))) break;
  for (let column = 0; column < columns; column += 1) attempt(lowered(1, (other) => other === column));
  return current;
};
