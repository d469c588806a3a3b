/** What a report says of where its slides land on a template, over what would be chosen. */
import type { Region, SlideLayout } from '../../model/slide-layout.js';
import type { LayoutRoom, PlacedPlaceholder } from './measure-layout.js';

export interface LayoutMapping {
  /** Index among the template's layouts. */
  readonly layout?: number;
  /** Region of the bundle's layout → `idx` of the placeholder. */
  readonly placeholders: Readonly<Record<string, number>>;
}

/** By the names of the bundle's layouts. */
export type Mapping = Readonly<Record<string, LayoutMapping>>;

/** Placeholders that a mapping gives to regions of a layout of the bundle; those without a box are none. */
export function mappedPlaceholders(
  { regions }: SlideLayout,
  { layout }: LayoutRoom,
  asked: LayoutMapping | undefined,
): ReadonlyMap<Region, PlacedPlaceholder> {
  const found = new Map<Region, PlacedPlaceholder>();
  for (const region of regions) {
    const index = asked?.placeholders[region.name];
    const placeholder = layout.placeholders.find((one) => one.index === index);
    if (index === undefined || placeholder === undefined || placeholder.box === null) continue;
    found.set(region, { ...placeholder, box: placeholder.box });
  }
  return found;
}

/** The room of a layout with the parts that a mapping names in the placeholders that it names for them. */
export function withMapped(room: LayoutRoom, mapped: ReadonlyMap<Region, PlacedPlaceholder>): LayoutRoom {
  const partOf = (...parts: readonly Region['accepts'][number][]): PlacedPlaceholder | null =>
    [...mapped].find(([{ accepts }]) => accepts.some((one) => parts.includes(one)))?.[1] ?? null;
  const taken = [...mapped.values()].map(({ index }) => index);
  return {
    ...room,
    title: partOf('title') ?? room.title,
    subtitle: partOf('subtitle') ?? partOf('paragraph') ?? room.subtitle,
    numeral: partOf('kicker') ?? room.numeral,
    footer: partOf('footer') ?? room.footer,
    number: partOf('number') ?? room.number,
    contents: room.contents.filter(({ index }) => !taken.includes(index)),
  };
}
