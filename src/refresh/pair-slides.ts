/** Slides and shapes of the build before with those of the build now. */
import type { ShapeIdentity, SlideIdentity } from '../powerpoint/identity/deck-identity.js';

export interface SlidePair {
  readonly base: SlideIdentity;
  readonly next: SlideIdentity;
  readonly shapes: readonly (readonly [base: ShapeIdentity, next: ShapeIdentity])[];
}

/** By their keys, which stay from build to build. */
export function pairSlides(base: readonly SlideIdentity[], next: readonly SlideIdentity[]): readonly SlidePair[] {
  const byKey = new Map(next.map((slide) => [slide.key, slide]));
  return base.flatMap((slide) => {
    const twin = byKey.get(slide.key);
    return twin === undefined ? [] : [{ base: slide, next: twin, shapes: pairShapes(slide, twin) }];
  });
}

function pairShapes(base: SlideIdentity, next: SlideIdentity): readonly (readonly [ShapeIdentity, ShapeIdentity])[] {
  const taken = new Set<ShapeIdentity>();
  const take = (shape: ShapeIdentity, fits: (other: ShapeIdentity) => boolean): ShapeIdentity | undefined => {
    const found = next.shapes.find((other) => !taken.has(other) && other.kind === shape.kind && fits(other));
    if (found !== undefined) taken.add(found);
    return found;
  };
  const byName = base.shapes.map((shape) => take(shape, ({ name }) => name === shape.name));
  const found = base.shapes.map((shape, index) => byName[index] ?? take(shape, (other) => isSameThing(shape, other)));
  return base.shapes.flatMap((shape, index) => (found[index] === undefined ? [] : [[shape, found[index]] as const]));
}

/** A name follows a title, and that may hold a number. */
function isSameThing(base: ShapeIdentity, next: ShapeIdentity): boolean {
  if (base.kind === 'chart' && next.kind === 'chart') return base.chart === next.chart;
  if (base.kind === 'picture' && next.kind === 'picture') return base.picture === next.picture;
  if (base.kind === 'text' && next.kind === 'text') {
    if (base.placeholder !== null || next.placeholder !== null) return base.placeholder === next.placeholder;
    return sameBox(base, next);
  }
  return sameBox(base, next);
}

const sameBox = ({ box }: ShapeIdentity, { box: other }: ShapeIdentity): boolean =>
  Math.abs(box.x - other.x) + Math.abs(box.y - other.y) < 12_700;
