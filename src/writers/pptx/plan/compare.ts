/** When two places, colours or links are the same. */
import type { Box } from '../../../model/length.js';
import type { Link } from '../../../model/page.js';
import type { Color } from '../../../model/theme.js';

/** Within half a point: what layout rounds. */
export const sameBox = (one: Box, other: Box): boolean =>
  Math.abs(one.x - other.x) < 0.5 &&
  Math.abs(one.y - other.y) < 0.5 &&
  Math.abs(one.width - other.width) < 0.5 &&
  Math.abs(one.height - other.height) < 0.5;

/** Within half a point too: a picture with its caption below stands in a part of its frame. */
export const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x > outer.x - 0.5 &&
  inner.y > outer.y - 0.5 &&
  inner.x + inner.width < outer.x + outer.width + 0.5 &&
  inner.y + inner.height < outer.y + outer.height + 0.5;

export const sameColor = (one: Color, other: Color): boolean =>
  one.slot === other.slot && (one.lighten ?? 0) === (other.lighten ?? 0) && one.literal === other.literal;

export function sameLink(one: Link | null, other: Link | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.kind === 'url') return other.kind === 'url' && one.url === other.url;
  return other.kind === 'page' && one.page === other.page;
}
