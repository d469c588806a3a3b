/**
 * Covers, dividers and last slides on the template: their title and words in its placeholders, what else they hold in
 * the room below.
 */
import { slideUnit, type Box, type Size } from '../../model/length.js';
import type { Region, SlideLayout } from '../../model/slide-layout.js';
import { freeText, furnitureRegions, ownParts, placeholderText, platesUnder, titleRegion } from './land-regions.js';
import type { LandedLayout, Landing } from './landing.js';
import { groundColor } from './land-content.js';
import {
  besideObstacles,
  bottomOf,
  isBehind,
  overlapOf,
  rightOf,
  type LayoutRoom,
  type PlacedPlaceholder,
} from './measure-layout.js';
import { mappedPlaceholders, withMapped } from './mapping.js';
import type { TemplatePlaceholder } from './template.js';
import { styleOfPlaceholder } from './text-style.js';

/**
 * Words that stand together in one box: the subtitle, what stands above the title in the bundle, the slide's own
 * paragraphs.
 */
const gatheredName = 'words';

export function landCover(layout: SlideLayout, need: 'cover' | 'closing' | 'divider', landing: Landing): LandedLayout {
  const { template } = landing;
  const asked = landing.mapping[layout.name];
  const chosen = landing.choose(need, asked);
  const mapped = mappedPlaceholders(layout, chosen.room, asked);
  const free = withMapped(chosen.room, mapped);
  const room = landing.roomy ? { ...free, contents: [] } : free;
  const owner = `~${layout.name}`;
  const placeholders = new Map<string, TemplatePlaceholder>();
  const regions: Region[] = [];
  const title = layout.regions.find(({ accepts }) => accepts.includes('title'));
  if (title !== undefined) regions.push(titleRegion(title, room, landing, owner, placeholders));
  const picture = pictureRegion(layout, room, mapped);
  if (picture !== null) {
    placeholders.set(picture.region.name, picture.placeholder);
    regions.push(picture.region);
  }
  const numeral = need === 'divider' ? numeralRegion(layout, room, landing, owner) : null;
  if (numeral !== null) {
    placeholders.set(numeral.name, room.numeral!);
    regions.push(numeral);
  }
  const figures =
    landing.roomy || (need === 'cover' && isLow(room.subtitle)) ? null : figuresRegion(layout, room, landing);
  const words = wordsRegion(room, landing, owner, figures);
  if (words.placeholder !== null) placeholders.set(gatheredName, words.placeholder);
  regions.push(words.region, ...(figures === null ? [] : [figures]));
  regions.push(...furnitureRegions(layout, room, landing, owner, placeholders));
  return {
    bundleLayout: layout.name,
    target: room.layout,
    targetIndex: template.layouts.indexOf(room.layout),
    need,
    score: chosen.asked ? null : chosen.score,
    placeholders,
    left: [
      ...(picture === null && layout.regions.some(({ accepts }) => accepts.includes('picture'))
        ? (['picture'] as const)
        : []),
      ...(figures === null && need === 'cover' ? (['figures'] as const) : []),
    ],
    gathered: gatheredName,
    slideLayout: {
      ...layout,
      background: groundColor(room, landing),
      decorations: platesUnder(regions, template.size),
      regions,
      // Key figures of a divider have no place on most templates' own: they go on on a slide of content.
      continues: layout.continues ?? furtherLayout(layout, landing),
    },
  };
}

function furtherLayout(layout: SlideLayout, { layouts }: Landing): string | null {
  const wanted = new Set(layout.regions.flatMap(furtherKinds).filter((part) => part !== 'contents'));
  const taker = [...layouts.values()].find(
    ({ name, regions }) =>
      name !== layout.name &&
      regions.some(({ accepts }) => wanted.size > 0 && [...wanted].every((part) => accepts.includes(part))) &&
      !regions.some(({ placeholder }) => placeholder === 'ctrTitle' || placeholder === 'subTitle'),
  );
  return taker?.name ?? null;
}

/** A picture stands on a cover where the template has a place for one. */
function pictureRegion(
  layout: SlideLayout,
  room: LayoutRoom,
  mapped: ReadonlyMap<Region, PlacedPlaceholder>,
): { readonly region: Region; readonly placeholder: PlacedPlaceholder } | null {
  const region = layout.regions.find(({ accepts }) => accepts.includes('picture'));
  if (region === undefined) return null;
  const asked = mapped.get(region);
  const takes = asked !== undefined && ['pic', 'obj'].includes(asked.kind);
  const placeholder = takes ? asked : room.contents.find(({ kind }) => kind === 'pic');
  if (placeholder === undefined) return null;
  return { placeholder, region: { ...region, box: placeholder.box, bleed: true, placeholder: 'pic' } };
}

/** A chapter's number, where the template has a place for one. */
function numeralRegion(layout: SlideLayout, room: LayoutRoom, landing: Landing, owner: string): Region | null {
  const region = layout.regions.find(({ accepts }) => accepts.includes('kicker'));
  if (region === undefined || room.numeral === null) return null;
  return placeholderText(region, room.numeral, room, landing, { owner, smallest: 9 });
}

/** It holds too little of what a cover says beside its title, and takes the room below it. */
const isLow = (place: PlacedPlaceholder | null): boolean =>
  place !== null && place.box.height < 5 * (place.levels[0]?.size ?? 18);

/** Share of a slide's height below which key figures and their labels cannot be read. */
const leastFigures = 0.19;

const words: ReadonlySet<string> = new Set(['paragraph', 'list', 'quote', 'callout', 'heading', 'picture']);
/** Kinds of blocks that neither the slide's own parts nor its words are. */
const furtherKinds = ({ accepts }: Region): Region['accepts'] =>
  accepts.filter((part) => !ownParts.has(part) && !words.has(part));

/** A divider's key figures or contents, in what is free below its title and its words; null where too little is. */
function figuresRegion(layout: SlideLayout, room: LayoutRoom, landing: Landing): Region | null {
  const region = layout.regions.find((candidate) => furtherKinds(candidate).length > 0);
  const { title, subtitle } = room;
  if (region === undefined || title === null) return null;
  const { size } = landing.template;
  const unit = slideUnit(size);
  // Words without a placeholder stand in a box of their own below the title.
  const ownWords = subtitle === null ? bottomOf(title.box) + size.height * 0.22 : bottomOf(subtitle.box);
  const lowest = Math.max(bottomOf(title.box), ownWords);
  const feet = [room.footer, room.number].flatMap((foot) =>
    foot === null || foot.box.y < size.height * 0.75 ? [] : [foot.box.y],
  );
  const top = lowest + 10 * unit;
  const left = title.box.x + title.inset.left;
  const right = Math.min(size.width * 0.95, Math.max(rightOf(title.box) - title.inset.right, size.width - left));
  const bottom = Math.min(size.height * 0.92, ...feet.map((y) => y - 8 * unit));
  // Other places of the layout stay free, as they would be in PowerPoint.
  const others = [...room.contents, ...(room.numeral === null ? [] : [room.numeral])]
    .filter((place) => place !== subtitle)
    .map(({ box }) => ({ kind: 'shape', box, fill: null, picture: null, outline: null, rounded: false }) as const);
  const free = besideObstacles(
    { x: left, y: top, width: right - left, height: bottom - top },
    [...room.layout.obstacles, ...others],
    size,
  );
  if (free.height < size.height * leastFigures || free.width < size.width * 0.4 || free.y > top + 1) return null;
  const box = { ...free, height: Math.min(free.height, 152 * unit) };
  return {
    ...region,
    accepts: furtherKinds(region),
    box,
    valign: 'top',
    placeholder: null,
    style: 'body',
    smallest: (region.smallest ?? 11) * unit * landing.tone,
    largest: region.largest === null ? null : region.largest * unit * landing.tone,
  };
}

function wordsRegion(
  room: LayoutRoom,
  landing: Landing,
  owner: string,
  figures: Region | null,
): { readonly region: Region; readonly placeholder: PlacedPlaceholder | null } {
  const base: Region = {
    name: gatheredName,
    box: room.free,
    accepts: ['paragraph', 'list', 'quote', 'callout', 'heading'],
    most: null,
    style: 'body',
    smallest: null,
    largest: null,
    valign: 'top',
    bleed: false,
    placeholder: 'subTitle',
  };
  const placeholder = room.subtitle === room.title ? null : room.subtitle;
  if (placeholder !== null && placeholder.kind !== 'pic') {
    const unit = slideUnit(landing.template.size);
    const clear = belowTitle(placeholder, room);
    const grown = figures === null ? grow(clear, room, landing.template.size) : clear;
    return {
      placeholder,
      region: placeholderText(base, grown, room, landing, { owner, smallest: 9 * unit * landing.tone }),
    };
  }
  const under = underTitle(room, landing.template.size);
  const box = figures !== null && under.y < figures.box.y ? { ...under, height: figures.box.y - under.y - 4 } : under;
  const style =
    room.title === null
      ? 'subtitle'
      : landing.addStyle(`${owner} words`, {
          ...styleOfPlaceholder(room.title, landing.language, landing.palette.dk1.hex),
          bold: false,
        });
  const unit = slideUnit(landing.template.size);
  const free = freeText(base, box, landing, {
    smallest: 10 * unit * landing.tone,
    largest: 20 * unit,
    style: 'subtitle',
  });
  return { placeholder: null, region: { ...free, style, placeholder: null } };
}

/** Boxes of a title and of the words below it may overlap, where a template's own texts are short. */
function belowTitle(placeholder: PlacedPlaceholder, { title }: LayoutRoom): PlacedPlaceholder {
  const { box } = placeholder;
  if (title === null || overlapOf(box, title.box) === 0 || bottomOf(box) <= bottomOf(title.box)) return placeholder;
  const height = bottomOf(box) - bottomOf(title.box);
  return box.y < title.box.y || height < box.height * 0.4
    ? placeholder
    : { ...placeholder, box: { ...box, y: bottomOf(title.box), height } };
}

/** A box for a line or two may take what is free below it: more than a subtitle is gathered there. */
function grow(placeholder: PlacedPlaceholder, room: LayoutRoom, size: Size): PlacedPlaceholder {
  const { box } = placeholder;
  if (placeholder.valign !== 'top' || box.height > size.height * 0.22) return placeholder;
  const below = { ...box, y: bottomOf(box), height: size.height * 0.9 - bottomOf(box) };
  const stops = [
    ...room.layout.obstacles
      .filter((obstacle) => !isBehind(obstacle, box) && overlapOf(obstacle.box, below) > 0)
      .map((obstacle) => obstacle.box.y),
    ...room.layout.placeholders.flatMap((other) =>
      other.box === null || other.index === placeholder.index || overlapOf(other.box, below) === 0 ? [] : [other.box.y],
    ),
    size.height * 0.9,
  ];
  const spare = Math.max(0, Math.min(...stops) - bottomOf(box) - 4);
  return { ...placeholder, box: { ...box, height: box.height + Math.min(spare, box.height * 2) } };
}

function underTitle(room: LayoutRoom, size: Size): Box {
  if (room.title === null) return room.free;
  const { box, inset } = room.title;
  const y = bottomOf(box) + 6;
  const height = Math.max(0, size.height * 0.9 - y);
  if (height > size.height * 0.12)
    return { x: box.x + inset.left, y, width: box.width - inset.left - inset.right, height };
  // A title at the foot of the slide: above it.
  const top = size.height * 0.1;
  return {
    x: box.x + inset.left,
    y: top,
    width: Math.min(rightOf(box), size.width) - box.x - inset.left - inset.right,
    height: Math.max(20, box.y - top - 6),
  };
}
