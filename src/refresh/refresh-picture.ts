/** A picture: the report's where nobody has replaced it. */
import { createHash } from 'node:crypto';
import type { EditedShape, EditedSlide } from '../powerpoint/edited/edited-deck.js';
import type { ShapeIdentity } from '../powerpoint/identity/deck-identity.js';
import { place, type Collected, type SlideContext } from './slide-context.js';
import { sameValue } from './merge/merge-cells.js';

export interface PictureTwins {
  readonly shape: EditedShape & { readonly kind: 'picture' };
  readonly base: ShapeIdentity;
  readonly next: ShapeIdentity | null;
}

export function refreshPicture(
  slide: EditedSlide,
  { shape, base, next }: PictureTwins,
  collected: Collected,
  context: SlideContext,
): void {
  if (shape.media === null || next === null) return;
  const [was, now] = [markOf(base), markOf(next)];
  const isOther = base.kind === 'chart' && next.kind === 'chart' ? !sameNumbers(base, next) : was !== now;
  if (!isOther) return;
  const outcome = { figure: null, before: base.name, after: '', context: shape.name };
  const bytes = context.deck.pack.bytes(shape.media);
  const theirs = context.theirs.pictures.get(next.creationId.toUpperCase());
  const isOwn = bytes !== null && was !== null && createHash('sha256').update(bytes).digest('hex') === was;
  if (!isOwn || theirs === undefined || !sameFormat(bytes, theirs)) {
    const kind = isOwn || base.kind === 'chart' ? 'stale' : 'kept';
    collected.changes.push(place({ ...outcome, kind, reason: 'picture' }, slide, 'picture', shape.name));
    return;
  }
  if (!context.done.has(shape.media)) collected.parts.set(shape.media, theirs);
  context.done.add(shape.media);
  collected.changes.push(place({ ...outcome, kind: 'updated', reason: null }, slide, 'picture', shape.name));
}

const markOf = (shape: ShapeIdentity): string | null =>
  shape.kind === 'picture' || shape.kind === 'chart' ? shape.sha256 : null;

/** A chart that is shown as a picture is drawn anew only where its numbers are others. */
export const sameNumbers = (
  base: ShapeIdentity & { readonly kind: 'chart' },
  next: ShapeIdentity & { readonly kind: 'chart' },
): boolean =>
  JSON.stringify(base.categories) === JSON.stringify(next.categories) &&
  base.series.length === next.series.length &&
  base.series.every(({ name, points }, index) => {
    const other = next.series[index]!;
    return (
      name === other.name &&
      points.every(
        ({ value, label }, place) =>
          sameValue(value, other.points[place]?.value ?? null) && label === other.points[place]?.label,
      )
    );
  });

/** The part keeps its name, and with it its type. */
const sameFormat = (one: Uint8Array, other: Uint8Array): boolean => one[0] === other[0] && one[1] === other[1];
