/** What the figures of one label were, year by year: by this a claim about them is proved or disproved. */
import { yearOf } from '../locale/check-words.js';
import { allFigures } from '../model/figure-id.js';
import type { Figure } from '../model/figure.js';
import type { Report } from '../model/report.js';

export interface YearState {
  /** In the unit of the label's figures; null where only a change or a place is known. */
  readonly value: number | null;
  /** Against the year before, as its source says; its sign alone is looked at, and its size where `isShare`. */
  readonly change: number | null;
  readonly isShare: boolean;
}

export interface LabelHistory {
  readonly label: string;
  /** The figure of the latest year: what a clause speaks of that names no other. */
  readonly figure: Figure;
  readonly year: number;
  readonly years: ReadonlyMap<number, YearState>;
  /** Places by scope and year. */
  readonly places: readonly {
    readonly scope: string;
    readonly year: number;
    readonly place: number;
    readonly id: string;
  }[];
}

/** Of every label; figures of quarters, months and days are left out. */
export function labelHistories({ figures, series, period }: Report): ReadonlyMap<string, LabelHistory> {
  const byLabel = new Map<string, Figure[]>();
  const latest = Number(yearOf(period) ?? Number.POSITIVE_INFINITY);
  for (const figure of allFigures(figures, series)) {
    const own = yearOf(figure.period ?? period);
    if (own === null || Number(own) > latest) continue;
    byLabel.set(figure.label, [...(byLabel.get(figure.label) ?? []), figure]);
  }
  return new Map(
    [...byLabel].flatMap(([label, own]) => {
      const history = historyOf(label, own, period);
      return history === null ? [] : [[label, history] as const];
    }),
  );
}

function historyOf(label: string, own: readonly Figure[], period: string): LabelHistory | null {
  const yearIn = (figure: Figure): number => Number(yearOf(figure.period ?? period));
  const year = Math.max(...own.map(yearIn));
  const now = own.filter((figure) => yearIn(figure) === year);
  const figure = now.find(({ quantity }) => quantity !== null) ?? now.find(({ change }) => change !== null) ?? now[0];
  if (figure === undefined) return null;
  const alike = own.filter(({ unit, quantity, change }) =>
    quantity === null ? change !== null && figure.quantity === null : unit === figure.unit,
  );
  const years = new Map<number, YearState>();
  for (const each of alike) {
    // Two values of one year are two things of one name: nothing can be told of them.
    if (years.has(yearIn(each))) return { label, figure, year, years: new Map(), places: placesOf(own, yearIn) };
    years.set(yearIn(each), {
      value: each.quantity?.value ?? null,
      change: each.change?.quantity.value ?? null,
      isShare: each.change?.unit === '%' && each.unit !== '%',
    });
  }
  for (const each of alike)
    if (each.prior !== undefined && !years.has(yearIn(each) - 1))
      years.set(yearIn(each) - 1, { value: each.prior.value, change: null, isShare: false });
  return { label, figure, year, years, places: placesOf(own, yearIn) };
}

const placesOf = (own: readonly Figure[], yearIn: (figure: Figure) => number): LabelHistory['places'] =>
  own.flatMap((figure) =>
    figure.rank === null
      ? []
      : [{ scope: figure.rank.scope, year: yearIn(figure), place: figure.rank.place, id: figure.id }],
  );
