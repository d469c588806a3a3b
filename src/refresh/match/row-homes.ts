/** In which table of a build each row stood: a person may have moved it to another. */
import type { ShapeIdentity, SlideIdentity, TableShapeIdentity } from '../../powerpoint/identity/deck-identity.js';

/** A row by its id, `a16:rowId`, in whichever table of the build it stood; null for one that no build made. */
export type RowHomes = (id: number) => {
  readonly base: TableShapeIdentity;
  readonly next: TableShapeIdentity | null;
} | null;

/** Shapes of the build before with those of the build now, of one slide. */
interface ShapePairs {
  readonly shapes: readonly (readonly [ShapeIdentity, ShapeIdentity])[];
}

/** Looked through when it is first asked: most decks have no such row. */
export function rowHomes(slides: readonly SlideIdentity[], pairs: readonly ShapePairs[]): RowHomes {
  let homes: ReadonlyMap<number, TableShapeIdentity> | null = null;
  let twins: ReadonlyMap<ShapeIdentity, ShapeIdentity> | null = null;
  return (id) => {
    homes ??= new Map(
      slides.flatMap(({ shapes }) =>
        shapes.flatMap((shape) => (shape.kind === 'table' ? shape.rows.map((row) => [row.id, shape] as const) : [])),
      ),
    );
    twins ??= new Map(pairs.flatMap(({ shapes }) => shapes));
    const base = homes.get(id);
    const next = base === undefined ? undefined : twins.get(base);
    return base === undefined ? null : { base, next: next?.kind === 'table' ? next : null };
  };
}
