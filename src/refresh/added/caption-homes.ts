/** Which chart, table or picture a caption, a source or a note belongs to: the one directly above or below it. */
import type { ShapeIdentity } from '../../powerpoint/identity/deck-identity.js';
import type { Box } from './slide-units.js';

/** In EMU: 30 pt between the two, for a picture may fill its room in part, 45 pt of height, 4 pt beside. */
const [mostGap, mostHeight, mostBeside] = [381_000, 571_500, 50_800];

export interface Placed {
  readonly kind: ShapeIdentity['kind'];
  readonly box: Box;
}

/** By each text that is one, what it belongs to. */
export function captionHomes<Thing extends Placed>(things: readonly Thing[]): ReadonlyMap<Thing, Thing> {
  const anchors = things.filter(({ kind }) => kind !== 'text' && kind !== 'plain');
  const homes = new Map<Thing, Thing>();
  for (const thing of things) {
    if (thing.kind !== 'text' || thing.box.cy > mostHeight) continue;
    const near = anchors
      .map((anchor) => ({ anchor, gap: gapBetween(thing.box, anchor.box) }))
      .filter(({ anchor, gap }) => gap >= -25_400 && gap <= mostGap && isWithin(thing.box, anchor.box));
    const [nearest] = near.sort((one, other) => one.gap - other.gap);
    if (nearest !== undefined) homes.set(thing, nearest.anchor);
  }
  return homes;
}

const gapBetween = (text: Box, other: Box): number =>
  text.y < other.y ? other.y - (text.y + text.cy) : text.y - (other.y + other.cy);

const isWithin = (text: Box, other: Box): boolean =>
  text.x >= other.x - mostBeside && text.x + text.cx <= other.x + other.cx + mostBeside;
