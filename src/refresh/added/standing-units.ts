/**
 * Which shapes of an edited slide make room as the report does: those that stand where the build put them. What
 * somebody has moved stays, and nothing is moved upon it.
 */
import type { EditedShape } from '../../powerpoint/edited/edited-deck.js';
import type { ShapeIdentity } from '../../powerpoint/identity/deck-identity.js';
import { findElement } from '../../powerpoint/xml/parse-xml.js';
import type { ShapeMatch } from '../match/match-shapes.js';
import { leastConfidence } from '../match/match-slides.js';
import { drawnShapes, type SlidePair } from '../match/pair-slides.js';
import { captionHomes } from './caption-homes.js';
import type { FreshUnit, NewPiece } from './new-pieces.js';
import { creationIdsIn } from './new-pieces.js';
import { isSameBox, overlap, type Box, type SlideUnit } from './slide-units.js';

export interface UnitPair {
  readonly shape: EditedShape;
  readonly base: ShapeIdentity | null;
  readonly next: ShapeIdentity | null;
}

export interface EditedUnit {
  readonly unit: SlideUnit;
  readonly pairs: readonly UnitPair[];
  readonly name: string;
  /** Where it stands now. */
  readonly box: Box;
  /** The same in the report's slide; null for what that has not, or has parted or joined otherwise. */
  readonly fresh: FreshUnit | null;
  /** Nobody has moved it. */
  readonly stands: boolean;
  /** A panel of the build on which others stand. */
  readonly isGround: boolean;
}

/** @param standsMarked whether the marks of a chart stand as they were built */
export function editedUnits(
  units: readonly SlideUnit[],
  matches: readonly (ShapeMatch | null)[],
  pair: SlidePair,
  fresh: readonly FreshUnit[],
  standsMarked: (chart: ShapeIdentity) => boolean,
): readonly EditedUnit[] {
  const twins = new Map(pair.shapes);
  const scales = new Set<ShapeIdentity>([...drawnShapes(pair.base).values()].map(([scale]) => scale!));
  const owned = new Map(pair.base.shapes.map((shape) => [shape.creationId.toUpperCase(), shape]));
  let index = 0;
  const found = units.flatMap((unit): readonly Omit<EditedUnit, 'isGround'>[] => {
    const pairs = unit.leaves.map((shape): UnitPair => {
      const match = matches[index++] ?? null;
      const base = match === null || match.confidence < leastConfidence ? null : match.shape;
      return { shape, base, next: base === null ? null : (twins.get(base) ?? null) };
    });
    const drawing = pairs.every(({ base }) => base === null) ? drawingOf(unit, owned) : null;
    const all = drawing === null ? pairs : [{ ...drawing, next: twins.get(drawing.base) ?? null }];
    const box = unit.box ?? all.find(({ base }) => base !== null)?.base?.box;
    if (box === undefined) return [];
    const known = all.some(({ base }) => base?.kind === 'chart' && standsMarked(base))
      ? all.filter(({ base }) => base !== null)
      : all;
    const stands = unit.isPlain && known.length > 0 && known.every((each) => isStanding(each, scales));
    const name = all[0]?.shape.name ?? '';
    return [{ unit, pairs: known, name, box, fresh: twinUnit(known, fresh), stands }];
  });
  return found.map((each) => ({ ...each, isGround: isGround(each, found) }));
}

const isGround = (
  { box, pairs }: Pick<EditedUnit, 'box' | 'pairs'>,
  all: readonly Pick<EditedUnit, 'box' | 'pairs'>[],
): boolean =>
  pairs.every(({ base }) => base?.kind === 'plain') &&
  all.some(({ box: other, pairs: own }) => own.some(({ base }) => base?.kind !== 'plain') && contains(box, other));

const contains = (box: Box, other: Box): boolean =>
  other.x >= box.x && other.y >= box.y && other.x + other.cx <= box.x + box.cx && other.y + other.cy <= box.y + box.cy;

/** A chart that is a group of plain shapes has its id itself. */
function drawingOf(
  unit: SlideUnit,
  owned: ReadonlyMap<string, ShapeIdentity>,
): { readonly shape: EditedShape; readonly base: ShapeIdentity } | null {
  const properties = findElement(unit.element, 'p:nvGrpSpPr', 'p:cNvPr');
  const base = creationIdsIn(unit).flatMap((id) => owned.get(id) ?? [])[0];
  if (properties === null || base?.kind !== 'chart') return null;
  const { element, box } = unit;
  const name = properties.attributes['name'] ?? '';
  return { base, shape: { properties, element, name, creationId: base.creationId, box, alt: '', kind: 'plain' } };
}

/** What draws a figure moves with it, on a scale that stays. */
function isStanding({ shape, base }: UnitPair, scales: ReadonlySet<ShapeIdentity>): boolean {
  if (base === null) return false;
  if (base.kind === 'plain' && base.figure !== undefined && !scales.has(base)) return true;
  // Whoever moves what fills a placeholder gives it a box of its own.
  return shape.box === null || isSameBox(shape.box, base.box);
}

/** The one that has all its words, numbers and pictures, and no others. */
function twinUnit(pairs: readonly UnitPair[], fresh: readonly FreshUnit[]): FreshUnit | null {
  const said = pairs.filter(({ base }) => base !== null && base.kind !== 'plain');
  if (said.length === 0) {
    const own = pairs.length === 1 ? pairs[0]!.next : null;
    return own === null
      ? null
      : (fresh.find(({ shapes, plain }) => shapes.length === 0 && plain.length === 1 && plain[0] === own) ?? null);
  }
  const found = fresh.find(({ shapes }) => shapes.some((shape) => shape === said[0]!.next));
  const isSame =
    found !== undefined &&
    found.shapes.length === said.length &&
    said.every(({ next }) => next !== null && found.shapes.includes(next));
  return isSame ? found : null;
}

/** Those that go where the report has them. A row of cards goes there as a whole, or not at all. */
export function followers(units: readonly EditedUnit[], pieces: readonly NewPiece[]): ReadonlySet<EditedUnit> {
  const isFree = ({ stands, fresh }: EditedUnit): boolean => stands && fresh !== null;
  const rows = [
    ...pieces
      .filter(({ main }) => main.kind === 'text')
      .map(({ main }) => units.filter(({ fresh }) => fresh !== null && isOfRow(fresh, main))),
    ...captioned(units),
  ];
  const following = new Set(units.filter(isFree));
  const drop = (unit: EditedUnit): void => {
    following.delete(unit);
    for (const row of rows) if (row.includes(unit)) for (const mate of row) following.delete(mate);
  };
  for (const row of rows) for (const unit of row) if (!isFree(unit)) drop(unit);
  for (;;) {
    const blocked = [...following].find((unit) => units.some((other) => isInWay(other, unit, following)));
    if (blocked === undefined) return following;
    drop(blocked);
  }
}

/** A caption goes where its table goes, or stays with it. */
function captioned(units: readonly EditedUnit[]): readonly (readonly EditedUnit[])[] {
  const built = units.flatMap((unit) => {
    const base = unit.pairs.find((pair) => pair.base !== null && pair.base.kind !== 'plain')?.base;
    return base ? [{ unit, kind: base.kind, box: base.box }] : [];
  });
  return [...captionHomes(built)].map(([caption, home]) => [caption.unit, home.unit]);
}

const isOfRow = (unit: FreshUnit, card: FreshUnit): boolean => {
  const [one, other] = [unit.shapes[0]?.box, card.shapes[0]?.box];
  return (
    unit.kind === 'text' &&
    one !== undefined &&
    other !== undefined &&
    isSameBox({ ...one, x: other.x, y: other.y }, other)
  );
};

/** Something that stays, upon which a unit would come to stand that does not stand there now. */
const isInWay = (other: EditedUnit, unit: EditedUnit, following: ReadonlySet<EditedUnit>): boolean =>
  !following.has(other) &&
  !other.isGround &&
  overlap(other.box, unit.fresh!.box) &&
  !overlap(other.box, unit.box) &&
  !(other.fresh !== null && overlap(other.fresh.box, unit.fresh!.box));
