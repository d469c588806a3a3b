/** What the report's slide has and the edited one has not, as pieces that stay together: a chart with its captions. */
import type { ShapeIdentity } from '../../powerpoint/identity/deck-identity.js';
import { childOf, everyElement } from '../../powerpoint/xml/parse-xml.js';
import { captionHomes, type Placed } from './caption-homes.js';
import { boundsOf, overlap, type Box, type SlideUnit } from './slide-units.js';

export interface FreshUnit extends Placed {
  readonly unit: SlideUnit;
  /** What the report calls the shapes in it, those without words left out. */
  readonly shapes: readonly ShapeIdentity[];
  readonly plain: readonly ShapeIdentity[];
}

export interface NewPiece {
  readonly main: FreshUnit;
  /** The main one among them, in the order of the slide. */
  readonly units: readonly FreshUnit[];
  readonly box: Box;
}

/** The shapes of the report's slide by what stands there by itself. */
export function freshUnits(units: readonly SlideUnit[], shapes: readonly ShapeIdentity[]): readonly FreshUnit[] {
  const known = new Map(shapes.map((shape) => [shape.creationId.toUpperCase(), shape]));
  return units.flatMap((unit) => {
    const ids = new Set(creationIdsIn(unit));
    const own = [...ids].flatMap((id) => known.get(id) ?? []);
    const boxes = own.map(({ box }) => box);
    const main = own.find(({ kind }) => kind !== 'plain') ?? own[0];
    const parted = { shapes: own.filter(({ kind }) => kind !== 'plain'), plain: own.filter(isPlain) };
    return main === undefined ? [] : [{ unit, kind: main.kind, box: boundsOf(boxes), ...parted }];
  });
}

const isPlain = ({ kind }: ShapeIdentity): boolean => kind === 'plain';

/** Those of all shapes in it and its own, in capitals. */
export const creationIdsIn = ({ element }: SlideUnit): readonly string[] =>
  [...everyElement(element)].flatMap(({ name, attributes }) =>
    name === 'a16:creationId' && attributes['id'] !== undefined ? [attributes['id'].toUpperCase()] : [],
  );

/**
 * @param isNew of a shape with words, numbers or a picture
 * @param isTwin of one without: the edited slide has it
 */
export function newPieces(
  units: readonly FreshUnit[],
  isNew: (shape: ShapeIdentity) => boolean,
  isTwin: (shape: ShapeIdentity) => boolean,
): readonly NewPiece[] {
  const fresh = units.filter(({ unit, shapes }) => shapes.length > 0 && shapes.every(isNew) && !fillsText(unit));
  const homes = captionHomes(fresh);
  const pieces = fresh
    .filter((each) => !homes.has(each))
    .map((main) => ({ main, units: fresh.filter((each) => each === main || homes.get(each) === main) }));
  const lines = units.filter(({ shapes, plain }) => shapes.length === 0 && plain.every((shape) => !isTwin(shape)));
  return pieces.map(({ main, units: own }) => {
    const box = boundsOf(own.map((each) => each.box));
    // Rules and panels that belong to it.
    const all = [...own, ...lines.filter((line) => overlap(line.box, box, 0) && isNotLarger(line.box, box))];
    return { main, units: units.filter((each) => all.includes(each)), box };
  });
}

const isNotLarger = (one: Box, other: Box): boolean => one.cx * one.cy <= other.cx * other.cy;

/** The look of a text that fills a placeholder is its layout's: elsewhere it has none. */
const fillsText = ({ leaves }: SlideUnit): boolean =>
  leaves.some(
    ({ kind, element }) => kind === 'text' && childOf(childOf(childOf(element, 'p:nvSpPr'), 'p:nvPr'), 'p:ph') !== null,
  );
