/** What numbers of marks follow from: points and sums of a chart, the years between them, figures made of them. */
import { readPeriod } from '../locale/read-period.js';
import { unitOf } from '../locale/units/units.js';
import type { ChartPoint, ChartSeries } from '../model/chart.js';
import type { Figure, Quantity } from '../model/figure.js';
import { periodOrdinal, yearsOf } from '../model/period.js';
import type { ChartSpec } from '../model/report.js';
import type { Binding } from './binding.js';
import type { Columns } from './columns.js';

/** What marks are bound to. */
export interface Bound {
  readonly spec: ChartSpec;
  readonly columns: Columns;
  /** What labels say behind their numbers; null where the title says it. */
  readonly labelUnit: string | null;
  readonly binding: Binding;
}

export const whole = ({ value, decimals }: Quantity, to: number): number =>
  Math.round(value * 10 ** Math.max(decimals, to));

/** A number of one series, or what all come to; null for a gap. */
export function quantityAt(series: readonly ChartSeries[], of: number | null, index: number): Quantity | null {
  const points = (of === null ? series : [series[of]!]).flatMap(({ points: all }) => {
    const point = all[index];
    return point === undefined || point.value === null ? [] : [point as ChartPoint & { readonly value: number }];
  });
  if (points.length === 0) return null;
  const decimals = Math.max(...points.map((point) => point.decimals));
  const sum = points.reduce((total, { value }) => total + Math.round(value * 10 ** decimals), 0);
  return { value: sum / 10 ** decimals, decimals };
}

/** Years from one category to another, by their names; else the steps between them. */
export function yearsBetween({ columns: { categories, keys } }: Bound, from: number, to: number): number | null {
  const [start, end] = [from, to].map((index) => readPeriod(keys?.[index] ?? categories[index]!));
  if (!start || !end || start.kind !== end.kind)
    return [from, to].every((index) => /\p{N}/u.test(categories[index]!)) ? to - from : null;
  return yearsOf(start.kind, periodOrdinal(end) - periodOrdinal(start));
}

export const isShare = (unit: string | null): boolean => unit !== null && unitOf(unit).family === 'share';

/** Halves are rounded away from zero, whatever binary fractions make of them. */
export const rounded = (value: number, decimals: number): Quantity => ({
  value: Number((value * (1 + 1e-12)).toFixed(decimals)),
  decimals,
});

export interface Reckoned {
  readonly id: string;
  /** Indices of the categories that it follows from. */
  readonly places: readonly number[];
  readonly series: number | null;
  readonly formula: string;
  readonly quantity: Quantity;
  readonly unit: string | null;
  readonly span: ChartSpec['span'];
}

/** A number that nobody typed: it stands in build.json with what it follows from. */
export function markFigure(
  { spec, columns }: Bound,
  { id, places, series, formula, quantity, unit, span }: Reckoned,
): Figure {
  const inputs = places.flatMap((index) =>
    (series === null ? columns.series : [columns.series[series]!]).flatMap(({ points, name }) => {
      const point = points[index];
      if (point === undefined || point.value === null) return [];
      const category = columns.series.length > 1 ? `${columns.categories[index]} ${name}` : columns.categories[index]!;
      return [{ id: point.figure ?? category, printed: point.full ?? point.label }];
    }),
  );
  return {
    id,
    label:
      places.length === 2
        ? `${spec.title} ${columns.categories[places[0]!]}–${columns.categories[places[1]!]}`
        : spec.title,
    quantity,
    unit,
    qualifier: null,
    period: null,
    change: null,
    rank: null,
    award: null,
    better: 'neutral',
    source: null,
    note: null,
    derivations: [{ part: 'value', formula, inputs }],
    span,
    cells: {},
  };
}
