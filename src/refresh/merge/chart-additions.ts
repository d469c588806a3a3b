/** Series and points that only the report's chart has, or that it has no more, as its author knows them. */
import type { ChartShapeIdentity } from '../../powerpoint/identity/deck-identity.js';
import type { PlacedOutcome } from './merge-paragraphs.js';

type Series = ChartShapeIdentity['series'][number];

/** Of as many series as before one that has another name is the one that stood in its place. */
export function seriesBefore(base: ChartShapeIdentity, next: ChartShapeIdentity, { name }: Series): Series | null {
  const own = base.series.find((series) => series.name === name);
  if (own !== undefined) return own;
  const twin = base.series[next.series.findIndex((series) => series.name === name)];
  const isRenamed = base.series.length === next.series.length && next.series.every((each) => each.name !== twin?.name);
  return isRenamed ? (twin ?? null) : null;
}

/**
 * A new series is told once with all that it says, a new point once for each series that has it: `added` where the deck
 * has it now, `new` where it has not.
 */
export function chartAdditions(
  base: ChartShapeIdentity,
  next: ChartShapeIdentity,
  kind: 'added' | 'new',
): readonly PlacedOutcome[] {
  const known = new Set(base.categories);
  const told = { kind, before: '', reason: null, context: '' } as const;
  return next.series.flatMap((series): readonly PlacedOutcome[] => {
    const points = series.points.flatMap((point, index) =>
      point.value === null ? [] : [{ ...point, category: next.categories[index] ?? '' }],
    );
    if (seriesBefore(base, next, series) === null) {
      const after = points.map(({ category, label, value }) => `${category} ${label || String(value)}`.trim());
      return [{ ...told, figure: null, after: after.join(', '), addition: { series: series.name, point: null } }];
    }
    return points
      .filter(({ category }) => !known.has(category))
      .map(({ figure, label, value, category }) => ({
        ...told,
        figure,
        after: label || String(value),
        addition: { series: series.name, point: category },
      }));
  });
}

/** Likewise what the report's chart has no more. */
export const chartLosses = (base: ChartShapeIdentity, next: ChartShapeIdentity): readonly PlacedOutcome[] =>
  chartAdditions(next, base, 'new').map((outcome) => ({ ...outcome, kind: 'gone', before: outcome.after, after: '' }));
