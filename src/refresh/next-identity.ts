/**
 * What a deck says of itself after it was refreshed: the report's state for all that it had, and nothing that it has
 * not.
 */
import { markOf } from '../memo/content-mark.js';
import type { DeckIdentity, ShapeIdentity, SlideIdentity } from '../powerpoint/identity/deck-identity.js';
import type { SlidePair } from './pair-slides.js';
import { sameNumbers } from './refresh-picture.js';

export function nextIdentity(base: DeckIdentity, next: DeckIdentity, pairs: readonly SlidePair[]): DeckIdentity {
  const pairOf = new Map(pairs.map((pair) => [pair.base, pair]));
  const slides = base.slides.map((slide) => {
    const pair = pairOf.get(slide);
    return pair === undefined ? slide : nextSlide(pair);
  });
  const said = { format: base.format, report: base.report, language: next.language, slides };
  return { ...said, build: markOf(said) };
}

/** Ids stay: they are those that the deck carries. */
function nextSlide({ base, next, shapes }: SlidePair): SlideIdentity {
  const twins = new Map(shapes);
  return {
    ...next,
    key: base.key,
    creationId: base.creationId,
    shapes: base.shapes.map((shape) => {
      const twin = twins.get(shape);
      return twin === undefined ? shape : { ...withoutExtended(shape, withPicture(shape, twin)), ...idsOf(shape) };
    }),
  };
}

/** A chart of PowerPoint 2016 that the deck has not is not put there. */
function withoutExtended(base: ShapeIdentity, next: ShapeIdentity): ShapeIdentity {
  if (next.kind !== 'chart' || next.extended === undefined) return next;
  if (base.kind === 'chart' && base.extended !== undefined) return next;
  const { extended: _none, ...rest } = next;
  return rest;
}

const idsOf = ({ id, name, creationId }: ShapeIdentity): Pick<ShapeIdentity, 'id' | 'name' | 'creationId'> => ({
  id,
  name,
  creationId,
});

/**
 * A chart that is a picture is drawn only where its numbers are others: the mark of the one that stays is known. One
 * drawn as shapes shows the numbers of its build until it is built anew.
 */
const withPicture = (base: ShapeIdentity, next: ShapeIdentity): ShapeIdentity =>
  base.kind === 'chart' && base.data === null && !base.isPicture && base.extended === undefined
    ? base
    : base.kind === 'chart' && next.kind === 'chart' && sameNumbers(base, next)
      ? { ...next, sha256: base.sha256 }
      : next;
