/** Cells of a chart, three ways: which of them are taken from the report, and which contradict it. */
import type { ChartData, ChartShapeIdentity } from '../../powerpoint/identity/deck-identity.js';
import type { ConflictChoice } from '../changes/change.js';
import { plainText } from '../text/tokens.js';

export type CellValue = string | number | null;

export type CellMerge =
  | { readonly kind: 'same' }
  | { readonly kind: 'take'; readonly value: CellValue }
  | { readonly kind: 'conflict'; readonly value: CellValue }
  | { readonly kind: 'kept'; readonly value: CellValue };

export function mergeCell(base: CellValue, next: CellValue, edited: CellValue, choice: ConflictChoice): CellMerge {
  if (sameValue(edited, next)) return { kind: 'same' };
  if (sameValue(edited, base)) return { kind: 'take', value: next };
  // A name or a category is a person's to word.
  if (typeof base === 'string' && sameValue(base, next)) return { kind: 'same' };
  if (choice === 'theirs') return { kind: 'take', value: next };
  return { kind: choice === 'ours' ? 'kept' : 'conflict', value: next };
}

/** A number keeps 12 digits through every program. */
export function sameValue(one: CellValue, other: CellValue): boolean {
  if (typeof one === 'number' && typeof other === 'number')
    return one === other || Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));
  if (one === null || other === null) return one === other;
  return plainText(String(one)) === plainText(String(other));
}

/** Which of a build's series or categories each of an edited chart is, by its name, else by its place. */
export function matchNames(edited: readonly string[], base: readonly string[]): readonly (number | null)[] {
  const taken = new Set<number>();
  const byName = edited.map((name, place) => {
    const wanted = plainText(name);
    const same = (index: number): boolean =>
      base[index] !== undefined && !taken.has(index) && plainText(base[index]) === wanted;
    const found = same(place) ? place : base.findIndex((_, index) => same(index));
    if (found < 0) return null;
    taken.add(found);
    return found;
  });
  return byName.map((found, place) => {
    if (found !== null || edited.length !== base.length || taken.has(place)) return found;
    taken.add(place);
    return place;
  });
}

/** The figure that a drawn point stands for; null for a helper's, or one of a table. */
export function figureOfPoint(
  { series, categories }: ChartShapeIdentity,
  data: ChartData,
  index: number,
  row: number,
): string | null {
  const drawn = data.series[index];
  if (drawn === undefined) return null;
  const own =
    series.find(({ name }) => plainText(name) === plainText(drawn.name)) ?? series[series.length === 1 ? 0 : index];
  const column = categories.findIndex((category) => plainText(category) === plainText(data.categories[row] ?? ''));
  const point = own?.points[column < 0 ? row : column];
  return point !== undefined && sameValue(point.value, drawn.values[row] ?? null) ? point.figure : null;
}
