/**
 * What a layout of a template has room for: its title, its places for content, and the area that is free for it.
 * Lengths in pt.
 */
import type { Box, Size } from '../../model/length.js';
import { isFurnitureKind, isTitleKind } from './read-placeholders.js';
import type { Obstacle, TemplateLayout, TemplatePlaceholder } from './template.js';

export interface PlacedPlaceholder extends TemplatePlaceholder {
  readonly box: Box;
}

export interface LayoutRoom {
  readonly layout: TemplateLayout;
  readonly title: PlacedPlaceholder | null;
  /** Its subtitle, or the text of a divider. */
  readonly subtitle: PlacedPlaceholder | null;
  /** A place for a chapter's number: text larger than the title's, in a box too narrow for words. */
  readonly numeral: PlacedPlaceholder | null;
  /** Places for content, from the left and from the top. */
  readonly contents: readonly PlacedPlaceholder[];
  readonly footer: PlacedPlaceholder | null;
  readonly number: PlacedPlaceholder | null;
  /** Below the title, above the footers, between the margins, beside what the layout shows itself. */
  readonly free: Box;
}

const contentKinds: ReadonlySet<string> = new Set(['obj', 'body', 'chart', 'tbl', 'pic']);

export const areaOf = ({ width, height }: Size): number => Math.max(0, width) * Math.max(0, height);
export const bottomOf = ({ y, height }: Box): number => y + height;
export const rightOf = ({ x, width }: Box): number => x + width;

export const overlapOf = (one: Box, other: Box): number =>
  Math.max(0, Math.min(rightOf(one), rightOf(other)) - Math.max(one.x, other.x)) *
  Math.max(0, Math.min(bottomOf(one), bottomOf(other)) - Math.max(one.y, other.y));

export function unionOf(boxes: readonly Box[]): Box {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  return {
    x,
    y,
    width: Math.max(...boxes.map(rightOf)) - x,
    height: Math.max(...boxes.map(bottomOf)) - y,
  };
}

export function measureLayout(layout: TemplateLayout, size: Size): LayoutRoom {
  const usable = layout.placeholders.filter(
    (placeholder): placeholder is PlacedPlaceholder =>
      placeholder.box !== null && !placeholder.vertical && isOnSlide(placeholder.box, size),
  );
  const title = usable.find(({ kind }) => isTitleKind(kind)) ?? null;
  const contents = usable
    .filter(({ kind }) => contentKinds.has(kind))
    .sort((one, other) => Math.round((one.box.y - other.box.y) / 20) || one.box.x - other.box.x);
  const isNumeral = ({ kind, box, levels }: PlacedPlaceholder): boolean =>
    kind === 'body' &&
    box.width < size.width * 0.35 &&
    (levels[0]?.size ?? 0) > Math.max(36, 1.2 * (title?.levels[0]?.size ?? 0));
  const texts = contents.filter((one) => (one.kind === 'body' || one.kind === 'obj') && !isNumeral(one));
  return {
    layout,
    title,
    subtitle:
      usable.find(({ kind }) => kind === 'subTitle') ??
      [...texts].sort((one, other) => areaOf(other.box) - areaOf(one.box))[0] ??
      null,
    numeral: contents.find(isNumeral) ?? null,
    contents,
    footer: usable.find(({ kind }) => kind === 'ftr') ?? null,
    number: usable.find(({ kind }) => kind === 'sldNum') ?? null,
    free: freeArea(layout, title, usable, size),
  };
}

const isOnSlide = (box: Box, size: Size): boolean =>
  areaOf(box) > 0 && overlapOf(box, { x: 0, y: 0, ...size }) > areaOf(box) * 0.9;

/** Above what it heads; a lower title stands below it. */
const isUpper = ({ box }: PlacedPlaceholder, { height }: Size): boolean => bottomOf(box) < height * 0.5;

/**
 * A layout by its title alone: all below it is free for content, whatever else the template has there, and a title in
 * the middle of the slide goes to its top. For a deck that found no room otherwise.
 */
export function roomiest(room: LayoutRoom, size: Size): LayoutRoom {
  const { title } = room;
  const [x, width] = [size.width * sideMargin, size.width * (1 - 2 * sideMargin)];
  const head = { x, y: size.height * 0.04, width, height: size.height * 0.12 };
  const raised = title === null || bottomOf(title.box) < size.height * 0.4 ? title : { ...title, box: head };
  const top = bottomOf(raised?.box ?? head) + size.height * 0.01;
  return { ...room, title: raised, contents: [], free: { x, y: top, width, height: size.height * 0.93 - top } };
}

/** Share of the slide's width that stays free at a side where no title says more. */
const sideMargin = 0.05;

/** Share of the slide's height that a title takes at the top where the layout has no place for one. */
const titleRoom = 0.15;

function freeArea(
  { obstacles }: TemplateLayout,
  title: PlacedPlaceholder | null,
  usable: readonly PlacedPlaceholder[],
  size: Size,
): Box {
  const margin = size.width * sideMargin;
  const left = title !== null && title.box.x < size.width * 0.2 ? title.box.x + title.inset.left : margin;
  // A wide title says where things end, even where its slide was made wider than its layouts.
  const right =
    title !== null && (size.width - rightOf(title.box) < size.width * 0.2 || title.box.width > size.width * 0.6)
      ? rightOf(title.box) - title.inset.right
      : size.width - margin;
  const noTitle = title === null ? titleRoom : 0.08;
  const top =
    title !== null && isUpper(title, size) ? bottomOf(title.box) + size.height * 0.015 : size.height * noTitle;
  const foot = usable
    .filter(({ kind, box }) => isFurnitureKind(kind) && box.y > size.height * 0.75)
    .map(({ box }) => box.y);
  const under = title === null || isUpper(title, size) ? [] : [title.box.y];
  const bottom = Math.min(size.height * 0.93, ...[...foot, ...under].map((y) => y - size.height * 0.01));
  return besideObstacles(
    { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) },
    obstacles,
    size,
  );
}

/** Smaller ones are rules and dots. */
const leastObstacle = 0.002;

/** What lies behind the whole area is its ground, not in its way. */
export const isBehind = (obstacle: Obstacle, area: Box): boolean => overlapOf(obstacle.box, area) > areaOf(area) * 0.85;

/** The area cut back from each obstacle at the side where least of it is lost. */
export function besideObstacles(area: Box, obstacles: readonly Obstacle[], size: Size): Box {
  return obstacles.reduce((free, obstacle) => {
    const { box } = obstacle;
    if (areaOf(box) < areaOf(size) * leastObstacle || isBehind(obstacle, free) || overlapOf(box, free) < 1) return free;
    const cuts: readonly Box[] = [
      { ...free, y: bottomOf(box), height: bottomOf(free) - bottomOf(box) },
      { ...free, height: box.y - free.y },
      { ...free, x: rightOf(box), width: rightOf(free) - rightOf(box) },
      { ...free, width: box.x - free.x },
    ];
    const [best] = [...cuts]
      .filter(({ width, height }) => width > 0 && height > 0)
      .sort((one, other) => areaOf(other) - areaOf(one));
    // What stands in the middle of everything is most often meant to be written over.
    return best === undefined || areaOf(best) < areaOf(free) * 0.5 ? free : best;
  }, area);
}

/** Two places side by side of about the same height, each a tenth of the slide; null without such. */
export function pairOf({ contents }: LayoutRoom, size: Size): readonly [PlacedPlaceholder, PlacedPlaceholder] | null {
  const large = contents.filter(({ box }) => areaOf(box) >= areaOf(size) * 0.1);
  for (const left of large) {
    for (const right of large) {
      const shared = Math.min(bottomOf(left.box), bottomOf(right.box)) - Math.max(left.box.y, right.box.y);
      const beside = rightOf(left.box) <= right.box.x + 4;
      if (left !== right && beside && shared >= 0.6 * Math.max(left.box.height, right.box.height)) return [left, right];
    }
  }
  return null;
}

/** The one large place for content: a quarter of the slide and no other beside it. */
export function singleOf(room: LayoutRoom, size: Size): PlacedPlaceholder | null {
  const large = room.contents.filter(({ kind, box }) => kind !== 'pic' && areaOf(box) >= areaOf(size) * 0.25);
  return large.length === 1 && pairOf(room, size) === null ? large[0]! : null;
}
