/**
 * A layout of content on the template: its regions in the template's places for content, or side by side in the room
 * that it leaves free.
 */
import { slideUnit, type Box, type Pt, type Size } from '../../model/length.js';
import type { Color } from '../../model/theme.js';
import type { Decoration, Region, SlideLayout } from '../../model/slide-layout.js';
import type { LandedLayout, Landing } from './landing.js';
import {
  areaOf,
  besideObstacles,
  bottomOf,
  isBehind,
  overlapOf,
  pairOf,
  rightOf,
  roomiest,
  singleOf,
  unionOf,
  type LayoutRoom,
  type PlacedPlaceholder,
} from './measure-layout.js';
import { titleRegion, textBoxOf, furnitureRegions, ownParts, freeText, onGround, platesUnder } from './land-regions.js';
import { colorsUnder, seenGround } from './colors-under.js';
import type { LayoutNeed } from './score-layouts.js';
import { readable } from './palette.js';
import { mappedPlaceholders, withMapped } from './mapping.js';
import type { Obstacle, TemplatePlaceholder } from './template.js';
import { contrastOf } from '../look/color.js';
import { sizeOfPlaceholder } from './text-style.js';

/** One that takes no kind of block is filled by its name; a date's alone takes nothing and is a placeholder. */
export const isContentRegion = ({ accepts, placeholder }: Region): boolean =>
  accepts.length === 0 ? placeholder === null : accepts.some((part) => !ownParts.has(part));
const takesText = ({ accepts }: Region): boolean => accepts.includes('paragraph') || accepts.includes('list');
const takesFrame = ({ accepts }: Region): boolean =>
  accepts.some((part) => part === 'chart' || part === 'table' || part === 'picture');

export function needOfContent(regions: readonly Region[]): LayoutNeed {
  const fillable = regions.every((region) => takesText(region) || takesFrame(region));
  const [first, second] = regions;
  if (regions.length === 2 && fillable && areBeside(first!.box, second!.box)) return 'pair';
  if (regions.length === 1 && fillable) return 'single';
  return regions.some(takesText) ? 'single' : 'free';
}

const areBeside = (one: Box, other: Box): boolean => rightOf(one) <= other.x || rightOf(other) <= one.x;

/** Between two regions that share the free room, in pt of a slide 540 pt high. */
const gap = 14;

export function landContent(
  layout: SlideLayout,
  need: LayoutNeed,
  hasSubtitle: boolean,
  landing: Landing,
): LandedLayout {
  const { template } = landing;
  const asked = landing.mapping[layout.name];
  const chosen = landing.choose(need, asked);
  const mapped = mappedPlaceholders(layout, chosen.room, asked);
  const free = withMapped(chosen.room, mapped);
  const room = landing.roomy ? roomiest(free, template.size) : free;
  const unit = slideUnit(template.size);
  const placed = placeAll(layout.regions.filter(isContentRegion), mapped, need, room, landing);
  const band = hasSubtitle ? subtitleBand(placed, room, unit, landing) : null;
  const taken = unionOf([...placed.map(({ box }) => box), ...(band === null ? [] : [band.box])]);
  const plate = landing.roomy || isOnPicture(room, landing) ? plateUnder(taken, room, landing) : [];
  const ground = plate.length === 0 ? room : onPage(room, landing);
  const placeholders = new Map<string, TemplatePlaceholder>();
  const owner = `~${layout.name}`;
  const regions: Region[] = [];
  const title = layout.regions.find(({ accepts }) => accepts.includes('title'));
  if (title !== undefined) regions.push(titleRegion(title, room, landing, owner, placeholders));
  const kicker = kickerRegion(layout, room, landing);
  regions.push(...(kicker === null ? [] : [kicker]), ...subtitleRegion(layout, band, landing));
  const columns = looseColumns(placed);
  for (const { region, placeholder, box } of placed) {
    const lowered = band === null ? box : below(box, band.bottom);
    const filled = placeholder !== null && accepted(region, placeholder) ? placeholder : null;
    if (filled !== null) placeholders.set(region.name, filled);
    const landed = contentRegion(region, lowered, filled, owner, ground, landing);
    regions.push(
      columns.has(region) ? { ...landed, ...sizesOf(region, landing, landed.largest), valign: region.valign } : landed,
    );
  }
  regions.push(...furnitureRegions(layout, room, landing, owner, placeholders));
  return {
    bundleLayout: layout.name,
    target: room.layout,
    targetIndex: template.layouts.indexOf(room.layout),
    need,
    score: chosen.asked ? null : chosen.score,
    placeholders,
    left: kicker === null && layout.regions.some(({ accepts }) => accepts.includes('kicker')) ? ['kicker'] : [],
    gathered: null,
    slideLayout: {
      ...layout,
      background: groundColor(room, landing),
      decorations: [...plate, ...platesUnder(regions, template.size)],
      regions,
      continues: layout.continues === null ? null : hasSubtitle ? `${layout.continues} +subtitle` : layout.continues,
    },
  };
}

/** For what is drawn of a page beside PowerPoint, and for judging contrast. */
export const groundColor = ({ layout, free }: LayoutRoom, { palette, template }: Landing): Color => {
  const { ground } = layout;
  const [seen] = layout.pixels === null ? [] : colorsUnder(layout, free, template.size);
  const hex = seen ?? (ground.kind === 'colors' ? ground.colors[0] : palette.lt1.hex);
  return hex === palette.lt1.hex ? { slot: 'lt1' } : { slot: 'lt1', literal: hex };
};

/** What lies behind the content is a picture on which the page's ink cannot be read everywhere. */
const isOnPicture = ({ layout, free }: LayoutRoom, { palette, template: { size } }: Landing): boolean => {
  if (layout.pixels === null)
    return (
      layout.ground.kind === 'picture' ||
      layout.obstacles.some((obstacle) => obstacle.kind === 'picture' && isBehind(obstacle, free))
    );
  const ground = seenGround(layout, free, size);
  return ground.kind === 'picture' || ground.colors.some((color) => contrastOf(palette.dk1.hex, color) < readable);
};

/** As the text on a plate sees it. */
const onPage = (room: LayoutRoom, { palette }: Landing): LayoutRoom => ({
  ...room,
  layout: { ...room.layout, pixels: null, obstacles: [], ground: { kind: 'colors', colors: [palette.lt1.hex] } },
});

/** Over what a layout shows where content stands: on a plate of the page's colour it can be read. */
function plateUnder(content: Box, { layout }: LayoutRoom, { template: { size } }: Landing): readonly Decoration[] {
  const pad = size.height * 0.015;
  const [x, y] = [Math.max(0, content.x - pad), Math.max(0, content.y - pad)];
  const box = {
    x,
    y,
    width: Math.min(size.width, rightOf(content) + pad) - x,
    height: Math.min(size.height, bottomOf(content) + pad) - y,
  };
  const isPlain = layout.ground.kind === 'colors' && !layout.obstacles.some((one) => overlapOf(one.box, box) > 0);
  return isPlain ? [] : [{ shape: 'rect', box, fill: { slot: 'lt1' }, stroke: null, strokeWidth: 0 }];
}

/** Share of a place for content that may be lost to what stands over its edge. */
const mostLost = 0.25;

/** Beside a logo in the corner of a place for content, where little of it is lost so. */
function besideLogos(box: Box, { layout }: LayoutRoom, size: Size): Box {
  const inTheWay = layout.obstacles.filter(({ kind, fill }) => kind === 'picture' || fill !== null);
  const free = besideObstacles(box, inTheWay, size);
  return areaOf(free) >= areaOf(box) * (1 - mostLost) ? free : box;
}

const within = (box: Box, outer: Box): Box => {
  const [x, y] = [Math.max(box.x, outer.x), Math.max(box.y, outer.y)];
  const [right, bottom] = [Math.min(rightOf(box), rightOf(outer)), Math.min(bottomOf(box), bottomOf(outer))];
  return { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) };
};

interface PlacedRegion {
  readonly region: Region;
  readonly box: Box;
  readonly placeholder: PlacedPlaceholder | null;
}

/** Those first that a mapping gives a placeholder; the others in what is left, and nothing under a logo. */
function placeAll(
  contents: readonly Region[],
  mapped: ReadonlyMap<Region, PlacedPlaceholder>,
  need: LayoutNeed,
  room: LayoutRoom,
  landing: Landing,
): readonly PlacedRegion[] {
  const { size } = landing.template;
  const asked = new Map(contents.flatMap((region) => (mapped.has(region) ? [[region, mapped.get(region)!]] : [])));
  const others = contents.filter((region) => !asked.has(region));
  const inTheWay = [...asked.values()].map(
    ({ box }): Obstacle => ({ kind: 'shape', box, fill: null, picture: null, outline: null, rounded: false }),
  );
  const left = { ...room, free: besideObstacles(room.free, inTheWay, size) };
  const placed = placeRegions(others, others.length === contents.length ? need : needOfContent(others), left, landing);
  // All of them at once: one may take the room that another leaves free.
  const clear = placed.length === 0 ? null : besideLogos(unionOf(placed.map(({ box }) => box)), room, size);
  return contents.map((region) => {
    const own = asked.get(region);
    if (own !== undefined) return { region, placeholder: own, box: own.box };
    const one = placed.find((other) => other.region === region)!;
    return clear === null ? one : { ...one, box: within(one.box, clear) };
  });
}

function placeRegions(
  contents: readonly Region[],
  need: LayoutNeed,
  room: LayoutRoom,
  landing: Landing,
): readonly PlacedRegion[] {
  const { size } = landing.template;
  const [single, pair] = [singleOf(room, size), pairOf(room, size)];
  if (need === 'pair' && pair !== null && contents.length === 2) {
    const ordered = [...contents].sort((one, other) => one.box.x - other.box.x);
    return contents.map((region) => {
      const placeholder = pair[ordered.indexOf(region)]!;
      return { region, placeholder, box: placeholder.box };
    });
  }
  if (contents.length === 1 && single !== null && need === 'single')
    return [{ region: contents[0]!, placeholder: single, box: single.box }];
  const area = single?.box ?? (pair === null ? room.free : unionOf(pair.map(({ box }) => box)));
  const boxes = divide(contents, area, slideUnit(size));
  const places = [...(single === null ? (pair ?? []) : [single])];
  // Text first: it is what a placeholder does most for.
  const order = [...contents.keys()].sort(
    (one, other) => Number(takesText(contents[other]!)) - Number(takesText(contents[one]!)),
  );
  const taken = new Map<number, PlacedPlaceholder>();
  for (const index of order) {
    const region = contents[index]!;
    const best = places
      .filter((place) => ![...taken.values()].includes(place) && accepted(region, place))
      .sort((one, other) => overlapOf(other.box, boxes[index]!) - overlapOf(one.box, boxes[index]!))[0];
    if (best !== undefined && overlapOf(best.box, boxes[index]!) > areaOf(boxes[index]!) * 0.4) taken.set(index, best);
  }
  return contents.map((region, index) => ({ region, box: boxes[index]!, placeholder: taken.get(index) ?? null }));
}

/** What may fill what (ISO 29500-1, 19.7.10): `obj` takes all, the others their own kind. */
const accepted = (region: Region, { kind }: TemplatePlaceholder): boolean => {
  if (kind === 'obj') return takesText(region) || takesFrame(region);
  if (kind === 'body') return takesText(region);
  if (kind === 'pic') return region.accepts.includes('picture');
  if (kind === 'chart') return region.accepts.includes('chart');
  return kind === 'tbl' && region.accepts.includes('table');
};

/** The bundle's regions in the area, in the proportions that they have among themselves. */
function divide(contents: readonly Region[], area: Box, unit: number): readonly Box[] {
  if (contents.length === 0) return [];
  const whole = unionOf(contents.map(({ box }) => box));
  const [across, down] = [area.width / whole.width, area.height / whole.height];
  return contents.map(({ box }) => {
    const scaled = {
      x: area.x + (box.x - whole.x) * across,
      y: area.y + (box.y - whole.y) * down,
      width: box.width * across,
      height: box.height * down,
    };
    // Gaps that a narrow area would squeeze keep what eyes need.
    const beside = contents.some(
      (other) => other.box.x > rightOf(box) && (other.box.x - rightOf(box)) * across < gap * unit,
    );
    return beside ? { ...scaled, width: scaled.width - gap * unit * 0.5 } : scaled;
  });
}

interface Band {
  readonly box: Box;
  /** What stands below begins here. */
  readonly bottom: number;
}

/**
 * One line between the title and what stands below it: in the room between them where there is enough, else cut from
 * the top of what is below.
 */
function subtitleBand(placed: readonly PlacedRegion[], room: LayoutRoom, unit: number, landing: Landing): Band {
  const top = Math.min(...placed.map(({ box }) => box.y), bottomOf(room.free));
  const left = Math.min(...placed.map(({ box, placeholder }) => box.x + (placeholder?.inset.left ?? 0)));
  const right = Math.max(...placed.map(({ box }) => rightOf(box)));
  const height = 24 * unit * Math.max(0.8, landing.tone);
  const titleBottom = room.title === null ? top : bottomOf(room.title.box);
  const between = Math.max(titleBottom, top - height - 2 * unit);
  const isFree =
    top - titleBottom >= height * 0.9 && isPlain({ x: left, y: between, width: right - left, height }, room);
  const start = isFree ? between : Math.max(titleBottom, top);
  return { box: { x: left, y: start, width: right - left, height }, bottom: Math.max(top, start + height + 8 * unit) };
}

const subtitleRegion = ({ regions }: SlideLayout, band: Band | null, landing: Landing): readonly Region[] => {
  const subtitle = regions.find(({ accepts }) => accepts.includes('subtitle'));
  if (band === null || subtitle === undefined) return [];
  const unit = slideUnit(landing.template.size);
  const sizes = { smallest: 6 * unit, largest: 16 * unit * landing.tone };
  return [freeText(subtitle, band.box, landing, { ...sizes, style: 'subtitle' })];
};

/** A bar under the title that the layout draws is no place for more words. */
const isPlain = (box: Box, { layout }: LayoutRoom): boolean =>
  !layout.obstacles.some(
    (obstacle) =>
      (obstacle.kind === 'picture' || obstacle.fill !== null) &&
      !isBehind(obstacle, box) &&
      overlapOf(obstacle.box, box) > areaOf(box) * 0.05,
  );

const below = (box: Box, bottom: number): Box =>
  box.y >= bottom ? box : { ...box, y: bottom, height: Math.max(0, bottomOf(box) - bottom) };

/**
 * Columns of text in one style, of which not all find a placeholder: those that do keep to the size of the others, or
 * one would speak louder than its neighbours.
 */
function looseColumns(placed: readonly PlacedRegion[]): ReadonlySet<Region> {
  const texts = placed.filter(({ region }) => takesText(region));
  return new Set(
    texts
      .filter(({ region }) =>
        texts.some(({ region: other, placeholder }) => placeholder === null && other.style === region.style),
      )
      .filter(({ placeholder }) => placeholder !== null)
      .map(({ region }) => region),
  );
}

/** The bundle's own sizes, in pt of the template's slide; none larger than `most`. */
function sizesOf(
  { smallest, largest }: Region,
  { template, tone }: Landing,
  most: Pt | null,
): Pick<Region, 'smallest' | 'largest'> {
  const unit = slideUnit(template.size) * tone;
  const top = Math.min(most ?? Infinity, largest === null ? Infinity : largest * unit);
  return { smallest: Math.min(top, (smallest ?? 11) * unit), largest: Number.isFinite(top) ? top : null };
}

function contentRegion(
  region: Region,
  box: Box,
  placeholder: PlacedPlaceholder | null,
  owner: string,
  room: LayoutRoom,
  landing: Landing,
): Region {
  const unit = slideUnit(landing.template.size) * landing.tone;
  const own = {
    smallest: (region.smallest ?? 11) * unit,
    largest: region.largest === null ? null : region.largest * unit,
    ...(region.least !== undefined && {
      least: { width: region.least.width * unit, height: region.least.height * unit },
    }),
  };
  if (placeholder === null || !takesText(region)) {
    const style = takesText(region) ? landing.bodyStyle() : region.style;
    // Key figures alone stand in the middle of what would else look half empty.
    const valign = region.accepts.every((part) => part === 'kpis') ? 'middle' : region.valign;
    return { ...region, box, style, valign, placeholder: null, ...own };
  }
  const size = sizeOfPlaceholder(placeholder);
  const largest = size * (landing.tone < 1 ? Math.max(0.7, landing.tone) : 1);
  return {
    ...region,
    box: textBoxOf({ ...placeholder, box }),
    ...onGround(landing.style(owner, { ...placeholder, box }, room)),
    placeholder: 'body',
    valign: placeholder.valign,
    largest,
    smallest: Math.min(largest, own.smallest * 0.9),
  };
}

/** Above the title, where nothing else stands; a template has no place of its own for it. */
function kickerRegion(layout: SlideLayout, room: LayoutRoom, landing: Landing): Region | null {
  const kicker = layout.regions.find(({ accepts }) => accepts.includes('kicker'));
  if (kicker === undefined || room.title === null) return null;
  const unit = slideUnit(landing.template.size);
  const height = 18 * unit;
  const box = {
    x: room.title.box.x + room.title.inset.left,
    y: room.title.box.y - height,
    width: room.title.box.width - room.title.inset.left - room.title.inset.right,
    height,
  };
  const isFree =
    box.y >= 14 * unit &&
    !room.layout.obstacles.some((obstacle) => overlapOf(obstacle.box, box) > areaOf(box) * 0.02) &&
    !room.contents.some((content) => overlapOf(content.box, box) > 0);
  return isFree ? freeText(kicker, box, landing, { smallest: 5 * unit, largest: 12 * unit, style: 'kicker' }) : null;
}
