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

/**
 * Most of the smaller of the two lies in the other: a region that grew by what another left free is still the same
 * place.
 */
export const sharesPlace = (one: Box, other: Box): boolean => {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  const smaller = Math.min(one.width * one.height, other.width * other.height);
  return across > 0 && down > 0 && across * down > smaller * 0.8;
};

export const sameColor = (one: Color, other: Color): boolean =>
  one.slot === other.slot && (one.lighten ?? 0) === (other.lighten ?? 0) && one.literal === other.literal;

export function sameLink(one: Link | null, other: Link | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.kind === 'url') return other.kind === 'url' && one.url === other.url;
  return other.kind === 'page' && one.page === other.page;
}
