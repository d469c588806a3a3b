/**
 * What a deck says of itself after it was refreshed: the report's state for all that it had, and nothing that it has
 * not.
 */
import { markOfPieces } from '../memo/content-mark.js';
import { identityJson } from '../powerpoint/identity/identity-json.js';
import type {
  ChartShapeIdentity,
  DeckIdentity,
  ShapeIdentity,
  SlideIdentity,
} from '../powerpoint/identity/deck-identity.js';
import { drawnShapes, type SlidePair } from './match/pair-slides.js';
import { placeMarks } from './match/place-marks.js';
import { onScale } from './refresh-drawn.js';
import { sameNumbers } from './refresh-picture.js';

/** @param slidesNow by key, what `nextSlides` gives */
export function nextIdentity(
  base: DeckIdentity,
  { language }: DeckIdentity,
  slidesNow: ReadonlyMap<string, SlideIdentity>,
): DeckIdentity {
  const slides = base.slides.map((slide) => slidesNow.get(slide.key) ?? slide);
  const said = { format: base.format, report: base.report, language, slides };
  return { ...said, build: markOfPieces(identityJson(said)) };
}

/** What each slide says of itself after it was refreshed, by its key; one that was pasted in too. */
export const nextSlides = (
  known: readonly SlideIdentity[],
  pairs: readonly SlidePair[],
): ReadonlyMap<string, SlideIdentity> => {
  const pairOf = new Map(pairs.map((pair) => [pair.base, pair]));
  return new Map(
    known.map((slide) => {
      const pair = pairOf.get(slide);
      return [slide.key, pair === undefined ? slide : nextSlide(pair)];
    }),
  );
};

/** Ids stay: they are those that the deck carries. */
function nextSlide({ base, next, shapes }: SlidePair): SlideIdentity {
  const twins = new Map(shapes);
  const boxes = boxesOf(base, twins);
  return {
    ...next,
    key: base.key,
    creationId: base.creationId,
    shapes: base.shapes.map((shape) => {
      const twin = twins.get(shape);
      if (twin === undefined) return shape;
      const next = withFormOf(shape, withoutExtended(shape, withPicture(shape, twin)));
      return { ...next, ...idsOf(shape), box: boxes.get(shape) ?? shape.box };
    }),
  };
}

/**
 * A refresh sets words and numbers anew: shapes keep their sizes of type, tables their rows and columns. Keys keep
 * their order, so that a deck in which nothing changes has the same bytes.
 */
function withFormOf(base: ShapeIdentity, next: ShapeIdentity): ShapeIdentity {
  if (base.kind === 'text' && next.kind === 'text') {
    if (base.sizes !== undefined) return { ...next, sizes: base.sizes };
    const { sizes: _other, ...rest } = next;
    return rest;
  }
  if (base.kind === 'table' && next.kind === 'table') {
    if (base.form !== undefined) return { ...next, form: base.form };
    const { form: _other, ...rest } = next;
    return rest;
  }
  return base.kind === 'chart' && next.kind === 'chart' ? withMarksOf(base, next) : next;
}

/** What a chart is drawn with goes along with it. */
function withMarksOf(base: ChartShapeIdentity, next: ChartShapeIdentity): ChartShapeIdentity {
  const { marks, ...rest } = next;
  const now = hasAsManyMarks(base, next) ? placeMarks(marks ?? [], next.box, base.box) : base.marks;
  return now === undefined ? rest : { ...next, marks: now };
}

const hasAsManyMarks = (base: ChartShapeIdentity, next: ChartShapeIdentity): boolean =>
  base.marks !== undefined && base.marks.length === next.marks?.length;

/** What draws a figure has moved on its scale. */
function boxesOf(
  base: SlideIdentity,
  twins: ReadonlyMap<ShapeIdentity, ShapeIdentity>,
): ReadonlyMap<ShapeIdentity, ShapeIdentity['box']> {
  const boxes = new Map<ShapeIdentity, ShapeIdentity['box']>();
  for (const [scale, ...drawn] of drawnShapes(base).values()) {
    const next = twins.get(scale!);
    if (next === undefined || next.box.cx === 0) continue;
    for (const shape of drawn) {
      const twin = twins.get(shape);
      if (twin === undefined) continue;
      const { x, cx } = onScale(twin.box, next.box, scale!.box);
      // A dot keeps its size, however long the scale.
      const isDot = Math.abs(twin.box.cx - shape.box.cx) < 2;
      const across = isDot
        ? { x: Math.round(x + cx / 2 - shape.box.cx / 2), cx: shape.box.cx }
        : { x: Math.round(x), cx: Math.round(cx) };
      boxes.set(shape, { ...shape.box, ...across });
    }
  }
  return boxes;
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
 * drawn as shapes shows the numbers of its build until it can be drawn anew.
 */
const withPicture = (base: ShapeIdentity, next: ShapeIdentity): ShapeIdentity =>
  base.kind === 'chart' && isDrawing(base) && !(next.kind === 'chart' && hasAsManyMarks(base, next))
    ? base
    : base.kind === 'chart' && next.kind === 'chart' && sameNumbers(base, next)
      ? { ...next, sha256: base.sha256 }
      : next;

const isDrawing = ({ data, isPicture, extended }: ChartShapeIdentity): boolean =>
  data === null && !isPicture && extended === undefined;
