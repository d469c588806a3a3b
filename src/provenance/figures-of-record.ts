/** The figures of an earlier build as figures again, so that each can be printed as it would have stood in any place. */
import type { BuildRecord, FigureRecord } from '../model/build-record.js';
import { keyOfPeriod } from '../figures/find-figure.js';
import { periodId } from '../model/figure-id.js';
import type { Figure, Quantity } from '../model/figure.js';

/** By id; one that stands for a series is also known by its period, so that a report of the next year finds it. */
export function figuresOfRecord({ figures }: BuildRecord): ReadonlyMap<string, Figure> {
  const known = new Map(figures.map((record) => [record.id, figureOf(record)]));
  for (const figure of [...known.values()]) {
    const name = figure.period === null ? figure.id : periodId(figure.id, keyOfPeriod(figure.period));
    if (!known.has(name)) known.set(name, figure);
  }
  return known;
}

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
