/** Slides and shapes of the build before with those of the build now. */
import type { PlainShapeIdentity, ShapeIdentity, SlideIdentity } from '../../powerpoint/identity/deck-identity.js';

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
  const drawn = pairDrawn(base, next);
  for (const other of drawn.values()) taken.add(other);
  const isDrawn = (shape: ShapeIdentity): boolean => shape.kind === 'plain' && shape.figure !== undefined;
  const byName = base.shapes.map((shape) =>
    isDrawn(shape) ? drawn.get(shape) : take(shape, (other) => other.name === shape.name && !isDrawn(other)),
  );
  const found = base.shapes.map(
    (shape, index) => byName[index] ?? (isDrawn(shape) ? undefined : take(shape, (other) => isSameThing(shape, other))),
  );
  return base.shapes.flatMap((shape, index) => (found[index] === undefined ? [] : [[shape, found[index]] as const]));
}

/** Shapes that draw a figure, one after another, where there are as many of them as before. */
function pairDrawn(base: SlideIdentity, next: SlideIdentity): ReadonlyMap<ShapeIdentity, ShapeIdentity> {
  const [ones, others] = [drawnShapes(base), drawnShapes(next)];
  const pairs = new Map<ShapeIdentity, ShapeIdentity>();
  for (const [figure, shapes] of ones) {
    const twins = others.get(figure) ?? [];
    if (twins.length === shapes.length) shapes.forEach((shape, index) => pairs.set(shape, twins[index]!));
  }
  return pairs;
}

/** By the figure that they draw, in the slide's order. */
export function drawnShapes({ shapes }: SlideIdentity): ReadonlyMap<string, readonly PlainShapeIdentity[]> {
  const drawn = new Map<string, PlainShapeIdentity[]>();
  for (const shape of shapes)
    if (shape.kind === 'plain' && shape.figure !== undefined)
      drawn.set(shape.figure, [...(drawn.get(shape.figure) ?? []), shape]);
  return drawn;
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
