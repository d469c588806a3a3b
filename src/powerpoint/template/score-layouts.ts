/**
 * How well each layout of a template serves as a cover, a divider or a slide of content. Geometry counts first, types
 * and names second: names come in any language, and one in four layouts says no type. The same template always gives
 * the same choice.
 */
import type { Size } from '../../model/length.js';
import { layoutNamed } from '../../locale/layout-names.js';
import {
  areaOf,
  bottomOf,
  isBehind,
  measureLayout,
  overlapOf,
  pairOf,
  singleOf,
  type LayoutRoom,
} from './measure-layout.js';
import type { Template } from './template.js';

/**
 * What the slides of a bundle's layout need: a cover, a divider, one place, two beside each other, or free room below a
 * title.
 */
export const layoutNeeds = ['cover', 'closing', 'divider', 'single', 'pair', 'free'] as const;
export type LayoutNeed = (typeof layoutNeeds)[number];

export interface ScoredLayout {
  readonly room: LayoutRoom;
  readonly score: number;
}

/** Below it a choice is told as a doubtful one. */
export const doubtful: Readonly<Record<LayoutNeed, number>> = {
  cover: 1,
  closing: 1,
  divider: 0.5,
  single: 0.3,
  pair: 0.3,
  free: 0.3,
};

/** Best first. `home` is the master of the content: other slides rather stay with it. */
export function rankLayouts(template: Template, need: LayoutNeed, home: number | null = null): readonly ScoredLayout[] {
  const known = ranked.get(template) ?? new Map<string, readonly ScoredLayout[]>();
  ranked.set(template, known);
  const key = `${need} ${home ?? ''}`;
  const layouts = known.get(key) ?? rankAnew(template, need, home);
  known.set(key, layouts);
  return layouts;
}

/** By template, need and home: each layout of a bundle asks for it. */
const ranked = new WeakMap<Template, Map<string, readonly ScoredLayout[]>>();

function rankAnew(template: Template, need: LayoutNeed, home: number | null): readonly ScoredLayout[] {
  return template.layouts
    .map((layout): ScoredLayout => {
      const room = measureLayout(layout, template.size);
      const near = home !== null && layout.master === home ? 0.25 : 0;
      return { room, score: scoreOf(room, need, template.size) + near - 0.02 * layout.master };
    })
    .sort((one, other) => other.score - one.score);
}

function scoreOf(room: LayoutRoom, need: LayoutNeed, size: Size): number {
  switch (need) {
    case 'cover':
    case 'closing':
      return coverScore(room, size) + (need === 'closing' && layoutNamed(room.layout.name, 'closing') ? 1 : 0);
    case 'divider':
      return dividerScore(room, size);
    case 'single':
    case 'pair':
    case 'free':
      return contentScore(room, need, size);
  }
}

const isVertical = (type: string | null): boolean => /^vert/.test(type ?? '');

function contentScore(room: LayoutRoom, need: 'single' | 'pair' | 'free', size: Size): number {
  const { layout, title, contents } = room;
  const slide = areaOf(size);
  const [single, pair] = [singleOf(room, size), pairOf(room, size)];
  const used = need === 'single' ? (single === null ? [] : [single]) : need === 'pair' ? (pair ?? []) : [];
  const area = need === 'single' && single !== null ? areaOf(single.box) : areaOf(room.free);
  const empty = contents.filter((placeholder) => !used.includes(placeholder)).length;
  const inTheWay = layout.obstacles.filter(
    (obstacle) =>
      areaOf(obstacle.box) > slide * 0.02 &&
      !isBehind(obstacle, room.free) &&
      used.concat().some(({ box }) => overlapOf(box, obstacle.box) > areaOf(obstacle.box) * 0.2),
  ).length;
  const isNoContent =
    title === null ||
    title.kind === 'ctrTitle' ||
    ['title', 'secHead'].includes(layout.type ?? '') ||
    isVertical(layout.type) ||
    // A title below what it heads is rare, and some templates have no other.
    (bottomOf(title.box) > size.height / 2 && Math.max(area, areaOf(room.free)) < slide * 0.35) ||
    contents.some(({ kind, box }) => kind === 'pic' && areaOf(box) > slide * 0.8);
  const wanted = need === 'single' ? single !== null : need === 'pair' ? pair !== null : contents.length === 0;
  const isSpecial = layoutNamed(layout.name, 'special');
  return (
    area / slide -
    0.15 * empty -
    0.2 * inTheWay -
    (title === null ? 3 : 0) -
    (isNoContent ? 5 : 0) +
    (wanted ? 0.4 : 0) +
    (layout.type === 'obj' || layout.type === 'titleOnly' ? 0.15 : 0) +
    (used.some(({ kind }) => kind === 'obj') ? 0.1 : 0) -
    (isSpecial ? 0.2 : 0) -
    (room.footer === null && room.number === null ? 0.05 : 0) +
    Math.min(0.1, 0.03 * layout.uses)
  );
}

function coverScore(room: LayoutRoom, size: Size): number {
  const { layout, title, contents } = room;
  if (title === null) return -3 + (layoutNamed(layout.name, 'cover') ? 0.5 : 0);
  const centre = title.box.y + title.box.height / 2;
  const isCover = title.kind === 'ctrTitle' || layout.type === 'title';
  return (
    (isCover ? 3 : 0) +
    (layout.placeholders.some(({ kind }) => kind === 'subTitle') ? 1 : 0) +
    (centre > size.height / 4 ? 0.5 : 0) +
    (layoutNamed(layout.name, 'cover') ? 1 : 0) -
    (layoutNamed(layout.name, 'closing') ? 1 : 0) -
    (isVertical(layout.type) ? 5 : 0) +
    Math.min(0.5, 0.2 * layout.uses) -
    0.3 * contents.filter((content) => content !== room.subtitle).length -
    (contents.some(({ kind, box }) => kind === 'pic' && areaOf(box) > areaOf(size) * 0.8) ? 2 : 0)
  );
}

function dividerScore(room: LayoutRoom, size: Size): number {
  const { layout, title, contents } = room;
  if (title === null || isVertical(layout.type)) return -5;
  const named = layoutNamed(layout.name, 'divider');
  const isDivider = layout.type === 'secHead' || named;
  const centre = title.box.y + title.box.height / 2;
  return (
    (layout.type === 'secHead' ? 2 : 0) +
    (named ? 1 : 0) +
    (layout.type === 'title' || title.kind === 'ctrTitle' ? 0.8 : 0) +
    (centre > size.height / 4 ? 0.4 : 0) +
    (room.subtitle === null ? 0 : 0.3) -
    (isDivider ? 0 : 0.3 * contents.length) -
    (layoutNamed(layout.name, 'closing') ? 1 : 0) -
    (contents.some(({ kind, box }) => kind === 'pic' && areaOf(box) > areaOf(size) * 0.8) ? 2 : 0) +
    Math.min(0.3, 0.1 * layout.uses)
  );
}
