/** A fitted story on its page: head, pictures, columns of text, figures at the foot, rules between columns. */
import { partName } from '../../locale/part-words.js';
import type { Pt } from '../../model/length.js';
import type { PageItem } from '../../model/page.js';
import { moveItem, type LaidBlock, type Mark } from '../galley/block.js';
import { fillColumns, freeLines } from './column-fill.js';
import { evenColumns, figureGap, type FittedStory, type SizedObstacle } from './fit-story.js';
import { bandHeight, linesWithin, type BandPlan, type PlacedStory } from './plan-sheet.js';
import { spanWidth, type SheetSetting } from './sheet-setting.js';
import { layStoryHead, layUprightHead } from './story-head.js';
import { layContinuedHead, layContinuedMark } from './story-marks.js';
import { covers } from './story-shape.js';
import { layStoryFigure, layStoryText, type StoryTrial } from './story-trial.js';
import { filledShape } from '../galley/filled-shape.js';

export interface SetStory {
  /** Relative to the top left corner of the band. */
  readonly items: readonly PageItem[];
  readonly marks: readonly Mark[];
}

const movedMarks = (marks: readonly Mark[] | undefined, dy: Pt): readonly Mark[] =>
  (marks ?? []).map((mark) => ({ ...mark, y: mark.y + dy }));

/** Lines that the figures of one edge take of a column. */
const edgeLines = (obstacles: readonly SizedObstacle[], at: 'top' | 'bottom', column: number): number =>
  obstacles.reduce((sum, each) => (each.at === at && covers(each, column) ? sum + each.lines : sum), 0);

/** A figure drawn to the lines that it has, less its gap to the text. */
const toLines = (laid: LaidBlock, lines: number, leading: Pt): LaidBlock =>
  laid.stretch?.to((lines - figureGap) * leading) ?? laid;

/**
 * @param setting with the structure that is kept; its context's parent is the document.
 * @param carried what is left of a story that goes on, by its index: each part takes it and leaves what it does not
 *   hold.
 */
export const setStory = (
  trial: StoryTrial,
  band: BandPlan,
  { index, from, span, fitted, part }: PlacedStory,
  setting: SheetSetting,
  carried: Map<number, LaidBlock>,
): SetStory => {
  const { leading, grid, context: outer } = setting;
  const story = trial.stories[index]!;
  const { columns, left, ...whole } = trial.columns(index, span);
  const fitting = part?.fitting ?? whole.fitting;
  const isRest = (part?.number ?? 0) > 0;
  const section = outer.structure.add('Sect', outer.parent);
  const context = { ...outer, parent: section };
  const own: SheetSetting = { ...setting, context, columnWidth: fitting.setting.columnWidth };
  const x = from * (setting.columnWidth + grid.gutter);
  const height = bandHeight(band, leading);
  const head = isRest
    ? layContinuedHead(story, part!.from!, spanWidth(setting, span), context)
    : story.upright
      ? layUprightHead(story, height, context, section).block
      : layStoryHead(story, spanWidth(setting, span), context, section);
  const lines = isRest ? band.lines : linesWithin(trial, index, band.lines, band.head);
  const top = height - lines * leading;
  const columnX = (column: number): Pt => x + left + column * (own.columnWidth + grid.gutter);
  const even = evenColumns(fitting, fitted);
  const free = freeLines(even.filled, fitted.heights, leading);

  const items: PageItem[] = head.items.map((item) => moveItem(item, x, 0));
  const marks: Mark[] = [...movedMarks(head.marks, 0)];
  const place = (laid: LaidBlock, at: Pt, y: Pt): void => {
    items.push(...laid.items.map((item) => moveItem(item, at, y)));
    marks.push(...movedMarks(laid.marks, y));
  };
  for (const obstacle of even.obstacles.filter(({ at }) => at === 'top')) {
    const laid = layStoryFigure(obstacle.figure, spanWidth(own, obstacle.span), own);
    place(toLines(laid, obstacle.lines, leading), columnX(obstacle.from), top);
  }
  const text = isRest ? carried.get(index)! : layStoryText(fitting.parts.text, own.columnWidth, own);
  const filled = fillColumns(text, even.heights);
  if (filled.rest !== null) carried.set(index, filled.rest);
  filled.columns.forEach((column, at) => {
    if (column !== null) place(column, columnX(at), top + edgeLines(even.obstacles, 'top', at) * leading);
  });
  if (part !== undefined && part.to !== null)
    place(
      layContinuedMark(part.to, own.columnWidth, leading, context),
      columnX(columns - 1),
      top + (lines - 1) * leading,
    );
  for (const { figure, at, y, span: width, height: lower } of placeFeet(even, free, columns, lines)) {
    const drawn = toLines(layStoryFigure(figure, spanWidth(own, width), own), lower, leading);
    place(drawn, columnX(at), top + y * leading - drawn.height);
  }
  const rules = columnRules(own, even, { columns, lines, top, columnX });
  return { items: [...rules, ...items], marks };
};

/** A figure at the foot: its first column, the line that it ends on, how many columns and lines it takes. */
interface PlacedFoot {
  readonly figure: SizedObstacle['figure'];
  readonly at: number;
  readonly y: number;
  readonly span: number;
  readonly height: number;
}

/** @param free lines that each column leaves free, which the figure right below its text takes up. */
const placeFeet = (
  { obstacles }: FittedStory,
  free: readonly number[],
  columns: number,
  lines: number,
): readonly PlacedFoot[] => {
  const below = Array.from({ length: columns }, () => 0);
  return obstacles
    .filter(({ at }) => at === 'bottom')
    .map((obstacle) => {
      const covered = below.map((_, column) => column).filter((column) => covers(obstacle, column));
      const stands = Math.max(...covered.map((column) => below[column]!));
      const isHighest = covered.every((column) => stands + obstacle.lines === edgeLines(obstacles, 'bottom', column));
      const extra = isHighest ? Math.min(...covered.map((column) => free[column]!)) : 0;
      for (const column of covered) below[column] = stands + obstacle.lines;
      const { figure, from, span } = obstacle;
      return { figure, at: from, y: lines - stands, span, height: obstacle.lines + extra };
    });
};

interface ColumnPlaces {
  readonly columns: number;
  readonly lines: number;
  readonly top: Pt;
  readonly columnX: (column: number) => Pt;
}

/** Thin rules between columns of text, which end at figures that span both of their sides. */
const columnRules = (
  { grid, leading, context }: SheetSetting,
  { obstacles, filled }: FittedStory,
  { columns, lines, top, columnX }: ColumnPlaces,
): readonly PageItem[] => {
  const { rule } = grid;
  if (rule === null) return [];
  const isEmpty = (column: number): boolean => filled.columns[column] === null;
  return Array.from({ length: columns - 1 }, (_, at) => at + 1).flatMap((column) => {
    if (isEmpty(column) && isEmpty(column - 1)) return [];
    const spanning = obstacles.filter((each) => covers(each, column) && covers(each, column - 1));
    const above = edgeLines(spanning, 'top', column);
    const under = edgeLines(spanning, 'bottom', column);
    return filledShape(partName('rule', context.language), rule.color, {
      x: columnX(column) - grid.gutter / 2 - rule.width / 2,
      y: top + above * leading,
      width: rule.width,
      height: Math.max(0, (lines - above - under) * leading),
    });
  });
};
