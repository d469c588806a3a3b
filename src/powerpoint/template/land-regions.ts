/** The parts that most layouts have: a title, a footer, a number, text in a box of its own. */
import { slideUnit, type Box, type Size } from '../../model/length.js';
import type { Decoration, Region, SlideLayout } from '../../model/slide-layout.js';
import type { Landing, PlaceholderStyle } from './landing.js';
import { contrastOf } from '../look/color.js';
import { colorsUnder } from './colors-under.js';
import { areaOf, bottomOf, rightOf, type LayoutRoom, type PlacedPlaceholder } from './measure-layout.js';
import { readable } from './palette.js';
import type { Obstacle, TemplatePlaceholder } from './template.js';
import { sizeOfPlaceholder } from './text-style.js';
import { unhiddenBox } from './unhidden-box.js';

/** What a region takes from the slide itself, not from its blocks. */
export const ownParts: ReadonlySet<string> = new Set(['title', 'subtitle', 'footer', 'number', 'date', 'kicker']);

/**
 * Lower boxes are filled to their edges: a font's line is often a little higher than a template's maker reckoned with.
 */
const lowBox = 80;

/** Where text of a placeholder may stand: its box without the insets. */
export function textBoxOf({ box, inset }: Pick<PlacedPlaceholder, 'box' | 'inset'>): Box {
  const isLow = box.height < lowBox;
  return {
    x: box.x + inset.left,
    y: box.y + (isLow ? 0 : inset.top),
    width: Math.max(1, box.width - inset.left - inset.right),
    height: Math.max(1, box.height - (isLow ? 0 : inset.top + inset.bottom)),
  };
}

/** Share of a title's own size down to which it is set smaller before it fails. */
const smallestTitle = 0.35;
/** In pt of a slide 540 pt high: a poster's title yields as far as this, however large its own size is. */
const readableTitle = 18;

/** In the layout's title; in a box of its own at the top where the layout has none. */
export function titleRegion(
  region: Region,
  room: LayoutRoom,
  landing: Landing,
  owner: string,
  placeholders: Map<string, TemplatePlaceholder>,
): Region {
  const { size } = landing.template;
  if (room.title === null) {
    const box = {
      x: room.free.x,
      y: size.height * 0.03,
      width: room.free.width,
      height: Math.max(size.height * 0.08, room.free.y - size.height * 0.04),
    };
    return freeText(region, box, landing, { smallest: 6, largest: 28 * slideUnit(size), style: 'title' });
  }
  // As the template has it, wherever its text stands here.
  const { kind, index } = room.title;
  const own = room.layout.placeholders.find((one) => one.kind === kind && one.index === index);
  placeholders.set(region.name, own ?? room.title);
  return placeholderText(region, room.title, room, landing, {
    owner,
    smallest: Math.min(sizeOfPlaceholder(room.title) * smallestTitle, readableTitle * slideUnit(size)),
  });
}

/** A title of one line yields nothing here: its box is the template's. */
const withoutYield = ({ yields: _yields, ...region }: Region): Region => region;

export function placeholderText(
  region: Region,
  placeholder: PlacedPlaceholder,
  room: LayoutRoom,
  landing: Landing,
  { owner, smallest }: { readonly owner: string; readonly smallest: number },
): Region {
  const size = sizeOfPlaceholder(placeholder);
  const ink = inkOf(placeholder, landing);
  const hiding = room.layout.obstacles.filter((obstacle) => !isReadOver(obstacle, placeholder, ink, room, landing));
  return {
    ...withoutYield(region),
    box: unhiddenBox(textBoxOf(placeholder), hiding, ink),
    ...onGround(landing.style(owner, placeholder, room)),
    valign: placeholder.valign,
    placeholder: region.placeholder ?? 'body',
    largest: size,
    smallest: Math.min(size, smallest),
  };
}

/** Of a style what a region says. */
export const onGround = ({
  style,
  ground,
  isPlated,
}: PlaceholderStyle): Pick<Region, 'style' | 'ground' | 'isPlated'> => ({
  style,
  ...(ground !== null && { ground }),
  ...(isPlated && { isPlated }),
});

/** Behind words that could not be read without: each where its text may stand, a little wider. */
export const platesUnder = (regions: readonly Region[], { height }: Size): readonly Decoration[] =>
  regions.flatMap(({ box, isPlated, accepts }): readonly Decoration[] => {
    if (isPlated !== true || accepts.includes('footer') || accepts.includes('number')) return [];
    const pad = height * 0.012;
    return [
      {
        shape: 'rect',
        box: { x: box.x - pad, y: box.y - pad, width: box.width + 2 * pad, height: box.height + 2 * pad },
        fill: { slot: 'lt1' },
        stroke: null,
        strokeWidth: 0,
      },
    ];
  });

/** Share of the slide from which on a picture is no logo but something to write over. */
const leastGround = 0.1;

/** A large picture on which the text can be read wherever both stand. */
function isReadOver(
  { kind, box }: Obstacle,
  placeholder: PlacedPlaceholder,
  ink: string,
  { layout }: LayoutRoom,
  { template: { size } }: Landing,
): boolean {
  if (kind !== 'picture' || layout.pixels === null || areaOf(box) < areaOf(size) * leastGround) return false;
  const [x, y] = [Math.max(box.x, placeholder.box.x), Math.max(box.y, placeholder.box.y)];
  const shared = {
    x,
    y,
    width: Math.min(rightOf(box), rightOf(placeholder.box)) - x,
    height: Math.min(bottomOf(box), bottomOf(placeholder.box)) - y,
  };
  return colorsUnder(layout, shared, size).every((ground) => contrastOf(ink, ground) >= readable);
}

const inkOf = ({ levels }: TemplatePlaceholder, { palette }: Landing): string => {
  const look = levels[0];
  return look === undefined || look.fancyFill === true ? palette.dk1.hex : (look.color ?? palette.dk1.hex);
};

export const freeText = (
  region: Region,
  box: Box,
  landing: Landing,
  { smallest, largest, style }: { readonly smallest: number; readonly largest: number; readonly style: string },
): Region => ({
  ...withoutYield(region),
  box,
  style: landing.theme.deck.styles[style] === undefined ? 'body' : style,
  placeholder: null,
  smallest: Math.min(smallest, largest),
  largest,
});

/**
 * Footer and number where the layout has them. A date is left to who gives the talk: a template's changes by itself.
 */
export function furnitureRegions(
  layout: SlideLayout,
  room: LayoutRoom,
  landing: Landing,
  owner: string,
  placeholders: Map<string, TemplatePlaceholder>,
): readonly Region[] {
  const { size } = landing.template;
  return (['footer', 'number'] as const).flatMap((part): readonly Region[] => {
    const placeholder = room[part];
    const region = layout.regions.find(({ accepts }) => accepts.includes(part));
    if (placeholder === null || region === undefined || isTooSmall(part, placeholder.box, size)) return [];
    placeholders.set(region.name, placeholder);
    return [placeholderText(region, placeholder, room, landing, { owner, smallest: 6 })];
  });
}

/** A box in which neither a footer's words nor a number could be read is left empty. */
const isTooSmall = (part: 'footer' | 'number', { width, height }: Box, size: Size): boolean =>
  height < size.height * 0.016 || width < size.width * (part === 'footer' ? 0.12 : 0.015);
