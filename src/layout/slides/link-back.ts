/**
 * The way back: from every slide behind the agenda a click on its foot, or on its kicker where it has no foot, leads to
 * the agenda.
 */
import type { Box } from '../../model/length.js';
import type { Link, PageItem, TextItem } from '../../model/page.js';
import type { SlideLayout } from '../../model/slide-layout.js';
import type { SlidePage } from './lay-slide.js';

/** Regions that may carry the link, the best first. */
const carriers = ['footer', 'kicker'] as const;

const isIn = (item: PageItem, layout: SlideLayout, part: (typeof carriers)[number]): item is TextItem =>
  item.kind === 'text' &&
  item.link === null &&
  layout.regions.some((region) => region.accepts.includes(part) && sameBox(region.box, item.box));

const sameBox = (one: Box, other: Box): boolean =>
  one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;

/** The items of a page, one of them as a link to the page `agenda`. */
export const linkBack = ({ items, layout }: SlidePage, agenda: number): readonly PageItem[] => {
  const link: Link = { kind: 'page', page: agenda };
  for (const part of carriers) {
    const carrier = items.find((item) => isIn(item, layout, part));
    if (carrier !== undefined)
      return items.map((item) => (item === carrier && item.kind === 'text' ? { ...item, link } : item));
  }
  return items;
};
