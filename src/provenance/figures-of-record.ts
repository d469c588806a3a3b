/**
 * The figures of an earlier build as figures again, so that each can be printed as it would have stood in any place.
 */
import type { BuildRecord, FigureRecord } from '../model/build-record.js';
import type { Figure, Quantity } from '../model/figure.js';

export const figuresOfRecord = ({ figures }: BuildRecord): ReadonlyMap<string, Figure> =>
  new Map(figures.map((record) => [record.id, figureOf(record)]));

function figureOf({
  id,
  label,
  printed,
  value,
  unit,
  qualifier,
  period,
  change,
  rank,
  award,
  source,
  read,
}: FigureRecord): Figure {
  return {
    id,
    label,
    unit,
    qualifier,
    period,
    rank,
    award,
    source,
    better: 'neutral',
    note: null,
    span: read,
    cells: {},
    quantity: value === null ? null : quantityIn(printed.full, value),
    change:
      change === null
        ? null
        : {
            quantity: quantityIn(printed.change ?? printed.full, change.value),
            unit: change.unit,
            basis: change.basis,
          },
  };
}

/** A record keeps a number without the zeros at its end; what was printed has them. */
function quantityIn(printed: string, value: number): Quantity {
  const written =
    (printed.match(/\d+(?:\.\d+)?/g) ?? []).find((digits) => Number(digits) === Math.abs(value)) ??
    String(Math.abs(value));
  return { value, decimals: /\.(\d+)$/.exec(written)?.[1]!.length ?? 0 };
}
