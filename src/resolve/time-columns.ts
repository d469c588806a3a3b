/** Figures over time to the columns of a chart: periods at equal distances, and a gap where one is missing. */
import { longTime, noPeriods } from '../diagnostics/figure-messages.js';
import { choosePeriods, timePoints, type TimePoint } from '../figures/choose-periods.js';
import { shortPeriod } from '../locale/format-period.js';
import { readPeriod } from '../locale/read-period.js';
import { keyOfPeriod } from '../figures/find-figure.js';
import type { ChartPoint } from '../model/chart.js';
import type { Figure } from '../model/figure.js';
import { periodKey, periodOrdinal, seriesStep, shiftPeriod, type Period } from '../model/period.js';
import type { ChartSpec, ChartTime } from '../model/report.js';
import { findFigure, type Binding } from './binding.js';
import type { CountedPoint } from './unit-once.js';
import type { Columns } from './columns.js';
import { isPeriodNamed } from './period-named.js';

/** One series of a chart over time, before its points are drawn. */
export interface TimeSeries {
  readonly name: string;
  readonly span: ChartSpec['span'];
  readonly points: readonly TimePoint[];
}

/** Categories of a time axis, with the figure of each series at each; null for a gap. */
export interface TimeColumns {
  readonly keys: readonly string[];
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly figures: readonly (Figure | null)[] }[];
}

/** More cannot be told apart on an axis. */
const mostPeriods = 600;

/** Null where nothing is left, which is reported. */
export function timeColumns(spec: ChartSpec, time: ChartTime, binding: Binding): TimeColumns | null {
  const all = time.series.flatMap(({ id, span }): TimeSeries[] => {
    const face = findFigure(id, span, binding);
    return face === null ? [] : [{ name: face.label, span, points: timePoints(binding.data, id) }];
  });
  if (all.length === 0) return null;
  const kind = kindOf(time, all);
  const alike = all.map((one) => ({ ...one, points: one.points.filter(isOfKind(kind)) }));
  const chosen = alike.map((one) => ({ ...one, points: choosePeriods(one.points, { ...time, last: null }) }));
  const keys = keysBetween(chosen, kind, time.last, stepOf(alike, kind));
  if (keys.length === 0) {
    binding.tell(noPeriods(`the chart "${spec.id}"`, askedWords(time), spec.span));
    return null;
  }
  if (keys.length > mostPeriods) {
    binding.tell(longTime(`the chart "${spec.id}"`, keys.length, mostPeriods, spec.span));
    return null;
  }
  return columnsAt(keys, chosen, binding.language);
}

export function columnsAt(keys: readonly string[], series: readonly TimeSeries[], language: string): TimeColumns {
  return {
    keys,
    categories: keys.map((key) => shortPeriod(key, language)),
    series: series.map(({ name, points }) => {
      const figures = new Map(points.map(({ key, figure }) => [key, figure]));
      return { name, figures: keys.map((key) => figures.get(key) ?? null) };
    }),
  };
}

const askedWords = ({ from, to }: ChartTime): string =>
  from === null && to === null ? 'with a period' : `of ${from ?? ''}..${to ?? ''}`;

type Kind = Period['kind'] | null;

/**
 * A year beside quarters is no point of the same axis: what is asked for decides, else the first figure's own period.
 */
function kindOf({ from, to }: ChartTime, [first]: readonly TimeSeries[]): Kind {
  const asked = from ?? to;
  const kinds = new Set((first?.points ?? []).flatMap(({ key }) => readPeriod(key)?.kind ?? []));
  const kind = asked === null ? undefined : readPeriod(asked)?.kind;
  if (kind !== undefined && kinds.has(kind)) return kind;
  const counts = [...kinds].map((each) => ({ each, count: first!.points.filter(isOfKind(each)).length }));
  return counts.sort((one, other) => other.count - one.count)[0]?.each ?? null;
}

const isOfKind =
  (kind: Kind) =>
  ({ key }: TimePoint): boolean =>
    (readPeriod(key)?.kind ?? null) === kind;

/** From the first period that any series has to the last, in the step that they stand apart; the last few of them. */
function keysBetween(series: readonly TimeSeries[], kind: Kind, last: number | null, step: number): readonly string[] {
  const keys = keysOf(series);
  if (kind === null) return last === null ? keys : keys.slice(-last);
  const periods = keys.map((key) => readPeriod(key)!).sort((one, other) => periodOrdinal(one) - periodOrdinal(other));
  if (periods.length === 0) return [];
  const ordinals = periods.map(periodOrdinal);
  const [first, end] = [ordinals[0]!, ordinals.at(-1)!];
  const even = ordinals.every((ordinal) => (ordinal - first) % step === 0);
  const count = Math.floor((end - first) / (even ? step : 1)) + 1;
  const from = last === null ? 0 : Math.max(0, count - last);
  // More than can be drawn is told by its number, not made.
  if (count - from > mostPeriods)
    return keys.length > mostPeriods ? keys : Array.from({ length: count - from }, String);
  return Array.from({ length: count - from }, (_, index) =>
    periodKey(shiftPeriod(periods[0]!, (from + index) * (even ? step : 1))),
  );
}

const keysOf = (series: readonly TimeSeries[]): readonly string[] => [
  ...new Set(series.flatMap(({ points }) => points.map(({ key }) => key))),
];

/** How far apart periods stand, of all that the series have: what is shown of them may leave some out. */
function stepOf(series: readonly TimeSeries[], kind: Kind): number {
  if (kind === null) return 1;
  const ordinals = keysOf(series)
    .map(ordinalOf)
    .sort((one, other) => one - other);
  return kind === 'day' ? gcd(ordinals) : seriesStep(ordinals);
}

/** Days of trading, of months' ends: the step of days that all of them stand on. */
const gcd = (ordinals: readonly number[]): number => {
  const two = (one: number, other: number): number => (other === 0 ? one : two(other, one % other));
  return ordinals.slice(1).reduce((found, ordinal, index) => two(found, ordinal - ordinals[index]!), 0) || 1;
};

/** A figure as a point of the chart; null where it lacks the number that is drawn. */
export type DrawPoint = (figure: Figure) => (CountedPoint & { readonly unit: string | null }) | null;

/** Lines of a combination that are named by their figures, by the names that their series have. */
export const nameLines = (spec: ChartSpec, figures: ReadonlyMap<string, Figure>): ChartSpec =>
  spec.time === null || spec.lines.length === 0
    ? spec
    : { ...spec, lines: spec.lines.map((line) => ({ ...line, id: figures.get(line.id)?.label ?? line.id })) };

/** Emphasised are periods, by their names, and figures. */
export function drawTime(
  { keys, categories, series }: TimeColumns,
  spec: ChartSpec,
  draw: DrawPoint,
): Columns & { readonly units: readonly (string | null)[] } {
  const isEmphasised = (key: string, id: string | null): boolean =>
    spec.emphasise.some((named) => named.id === id || isPeriodNamed(named.id, key));
  const units = new Set<string | null>();
  const drawn = series.map(({ name, figures }) => ({
    name,
    points: figures.map((figure, index): ChartPoint => {
      const point = figure === null ? null : draw(figure);
      const emphasised = isEmphasised(keys[index]!, figure?.id ?? null);
      if (point === null)
        return { value: null, decimals: 0, label: '', format: null, figure: null, emphasised, span: spec.span };
      const { unit, ...rest } = point;
      units.add(unit);
      return { ...rest, emphasised };
    }),
  }));
  return {
    keys,
    categories,
    series: drawn,
    unit: spec.unit ?? (units.size === 1 ? [...units][0]! : null),
    units: [...units],
  };
}

/**
 * Figures whose labels repeat are told apart by their periods: a figure a year. Null where no label repeats, or
 * where two of one label have one period.
 */
export function repeatedLabels(figures: readonly Figure[], language: string): TimeColumns | null {
  const labels = [...new Set(figures.map(({ label }) => label))];
  if (labels.length === figures.length || figures.some(({ period }) => period === null)) return null;
  const series = labels.map((label): TimeSeries => {
    const alike = figures.filter((figure) => figure.label === label);
    return {
      name: label,
      span: alike[0]!.span,
      points: alike.map((figure) => ({ key: keyOfPeriod(figure.period), figure })),
    };
  });
  if (series.some(({ points }) => new Set(points.map(({ key }) => key)).size < points.length)) return null;
  const written = [...new Set(figures.map(({ period }) => keyOfPeriod(period)))];
  const kinds = new Set(written.map((key) => readPeriod(key)?.kind ?? null));
  const [kind] = kinds;
  const isInOrder =
    kinds.size === 1 &&
    kind !== null &&
    written.every((key, index) => index === 0 || ordinalOf(written[index - 1]!) < ordinalOf(key));
  return columnsAt(isInOrder ? keysBetween(series, kind!, null, stepOf(series, kind!)) : written, series, language);
}

const ordinalOf = (key: string): number => periodOrdinal(readPeriod(key)!);
