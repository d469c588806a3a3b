/** Marks of a chart spec, bound to its points: their numbers follow from the points', and are figures with a place. */
import { growthFromNothing } from '../diagnostics/messages.js';
import { quantityLabel } from '../locale/chart-label.js';
import { joinWords } from '../locale/language.js';
import { besideEachOther, differenceLabel, growthLabel, markWords } from '../locale/chart-words.js';
import { readPeriod } from '../locale/read-period.js';
import { unitOf } from '../locale/units/units.js';
import type { KindKey } from '../model/chart-kinds.js';
import type { ChartMark, ChartPoint, ChartSeries, MarkSpec, NamedCategory } from '../model/chart.js';
import type { Figure, Quantity } from '../model/figure.js';
import type { ChartSpec } from '../model/report.js';
import { periodOrdinal, yearsOf } from '../model/period.js';
import type { Binding } from './binding.js';
import { categoryAt } from './category-at.js';
import type { Columns } from './columns.js';

/** What marks are bound to. */
interface Bound {
  readonly spec: ChartSpec;
  readonly columns: Columns;
  /** What labels say behind their numbers; null where the title says it. */
  readonly labelUnit: string | null;
  readonly binding: Binding;
}

/** Marks whose categories or series are not there are left out, and told. */
export function bindMarks(
  spec: ChartSpec,
  columns: Columns,
  labelUnit: string | null,
  binding: Binding,
): readonly ChartMark[] {
  const bound = { spec, columns, labelUnit, binding };
  const counts = new Map<string, number>();
  const idOf = (kind: string): string => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `${spec.id}#${kind}${count === 1 ? '' : `-${count}`}`;
  };
  const marks = [...spec.marks, ...controlMarks(bound)];
  return marks.flatMap((mark) => bindMark(mark, { ...bound, spec: { ...spec, marks } }, idOf));
}

function bindMark(mark: MarkSpec, bound: Bound, idOf: (kind: string) => string): ChartMark[] {
  switch (mark.kind) {
    case 'growth':
    case 'difference':
      return bindArrow(mark, bound, idOf);
    case 'average':
      return bindAverage(mark, bound, idOf('average'));
    case 'limit':
      return [{ kind: 'line', role: 'limit', value: mark.value, label: limitLabel(mark, bound), figure: null }];
    case 'bracket': {
      const [from, to] = [placeOf(mark.from, 'brackets', bound), placeOf(mark.to, 'brackets', bound)];
      if (from < 0 || to < 0) return [];
      return [{ kind: 'bracket', from: Math.min(from, to), to: Math.max(from, to), label: mark.label }];
    }
    case 'callout': {
      const at = placeOf(mark.at, 'callouts', bound);
      return at < 0 ? [] : [{ kind: 'callout', at, text: mark.text }];
    }
  }
}

/** The place of a category; -1 where there is none, which is told. */
const placeOf = (named: NamedCategory, key: KindKey, { spec, columns, binding }: Bound): number =>
  categoryAt(key, named, spec, columns, binding);

/** Null is the sums of a stack; -1 one that is not there, which is told. */
function seriesOf(
  named: NamedCategory | null,
  key: KindKey,
  { spec, columns: { series }, binding }: Bound,
): number | null {
  if (named === null) return spec.stack === 'none' || series.length === 1 ? 0 : null;
  return categoryAt(key, named, spec, { categories: series.map(({ name }) => name) }, binding);
}

const whole = ({ value, decimals }: Quantity, to: number): number => Math.round(value * 10 ** Math.max(decimals, to));

/** A number of one series, or what all come to; null for a gap. */
function quantityAt(series: readonly ChartSeries[], of: number | null, index: number): Quantity | null {
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
function yearsBetween({ columns: { categories, keys } }: Bound, from: number, to: number): number {
  const [start, end] = [from, to].map((index) => readPeriod(keys?.[index] ?? categories[index]!));
  if (!start || !end || start.kind !== end.kind) return to - from;
  return yearsOf(start.kind, periodOrdinal(end) - periodOrdinal(start));
}

const isShare = (unit: string | null): boolean => unit !== null && unitOf(unit).family === 'share';

/** Halves are rounded away from zero, whatever binary fractions make of them. */
const rounded = (value: number, decimals: number): Quantity => ({
  value: Number((value * (1 + 1e-12)).toFixed(decimals)),
  decimals,
});

function bindArrow(
  mark: Extract<MarkSpec, { readonly kind: 'growth' | 'difference' }>,
  bound: Bound,
  idOf: (kind: string) => string,
): ChartMark[] {
  const { columns, labelUnit, binding, spec } = bound;
  const key = mark.kind === 'growth' ? 'compare' : 'difference';
  const [from, to] = [placeOf(mark.from, key, bound), placeOf(mark.to, key, bound)];
  const series = seriesOf(mark.series, key, bound);
  if (from < 0 || to < 0 || from === to || (series !== null && series < 0)) return [];
  const [before, after] = [from, to].map((index) => quantityAt(columns.series, series, index)) as [
    Quantity | null,
    Quantity | null,
  ];
  if (before === null || after === null) return [];
  const decimals = Math.max(before.decimals, after.decimals);
  const difference: Quantity = {
    value: (whole(after, decimals) - whole(before, decimals)) / 10 ** decimals,
    decimals,
  };
  const share = isShare(columns.unit);
  const as = mark.kind === 'difference' ? 'points' : (mark.as ?? (share ? 'points' : 'total'));
  if (as !== 'points' && (before.value <= 0 || after.value < 0)) {
    binding.tell(growthFromNothing(spec.id, columns.categories[from]!, mark.span));
    return [];
  }
  const years = yearsBetween(bound, from, to);
  const ratio = after.value / before.value;
  const rate = rounded((as === 'cagr' ? ratio ** (1 / (years || 1)) - 1 : ratio - 1) * 100, 1);
  const pointUnit = share ? markWords(binding.language).points : labelUnit;
  const plain = differenceLabel(difference, pointUnit, binding.language);
  const label =
    as !== 'points'
      ? growthLabel(rate, as === 'cagr', binding.language)
      : mark.kind === 'difference' && !share && before.value > 0 && after.value >= 0
        ? besideEachOther(plain, growthLabel(rounded((ratio - 1) * 100, 1), false, binding.language), binding.language)
        : plain;
  const figure = markFigure(bound, {
    id: idOf(mark.kind),
    places: [from, to],
    series,
    formula: `${as === 'points' ? 'difference' : as === 'cagr' ? 'cagr' : 'growth'}(${columns.categories[from]}, ${columns.categories[to]})`,
    quantity: as === 'points' ? difference : rate,
    unit: as === 'points' ? (share ? markWords(binding.language).points : columns.unit) : '%',
    span: mark.span,
  });
  return [{ kind: mark.kind, from, to, series, label: mark.label ?? label, figure }];
}

function bindAverage(mark: Extract<MarkSpec, { readonly kind: 'average' }>, bound: Bound, id: string): ChartMark[] {
  const { columns, labelUnit, binding } = bound;
  const series = seriesOf(mark.series, 'average', bound);
  if (series !== null && series < 0) return [];
  const counted = columns.categories.flatMap((_, index) => quantityAt(columns.series, series, index) ?? []);
  if (counted.length === 0) return [];
  const decimals = Math.max(...counted.map((each) => each.decimals));
  const sum = counted.reduce((total, each) => total + whole(each, decimals), 0) / 10 ** decimals;
  const quantity = rounded(sum / counted.length, counted.length > 1 ? Math.max(1, decimals) : decimals);
  const { text } = quantityLabel(quantity, labelUnit, null, binding.language);
  const all = columns.categories.map((_, index) => index);
  return [
    {
      kind: 'line',
      role: 'average',
      value: quantity.value,
      label: mark.label ?? joinWords([markWords(binding.language).average, text], binding.language),
      figure: markFigure(bound, {
        id,
        places: all,
        series,
        formula: 'average',
        quantity,
        unit: columns.unit,
        span: mark.span,
      }),
    },
  ];
}

function limitLabel(
  { value, label }: Extract<MarkSpec, { readonly kind: 'limit' }>,
  { spec, labelUnit, binding }: Bound,
) {
  if (label !== null) return label;
  const limits = spec.marks.flatMap((mark) => (mark.kind === 'limit' ? [mark.value] : []));
  const decimals = (String(value).split('.')[1] ?? '').length;
  const words = markWords(binding.language);
  const name = value === Math.max(...limits) ? words.upper : words.lower;
  const { text } = quantityLabel({ value, decimals }, labelUnit, null, binding.language);
  return joinWords([name, text], binding.language);
}

interface Reckoned {
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
function markFigure({ spec, columns }: Bound, { id, places, series, formula, quantity, unit, span }: Reckoned): Figure {
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

/** Three standard deviations in moving ranges of two points (ISO 7870-2, individuals charts). */
const limitsOfRange = 2.66;

/** A control chart has its mean and, where the spec states no limits, those that its own numbers set. */
function controlMarks({ spec, columns: { series } }: Bound): MarkSpec[] {
  if (spec.kind !== 'control') return [];
  const { span } = spec;
  const points = (series[0]?.points ?? []).filter(({ value }) => value !== null);
  const has = (kind: MarkSpec['kind']): boolean => spec.marks.some((mark) => mark.kind === kind);
  const average: MarkSpec[] = has('average') ? [] : [{ kind: 'average', series: null, label: null, span }];
  if (has('limit') || points.length < 3) return average;
  const values = points.map(({ value }) => value!);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const moves = values.slice(1).map((value, index) => Math.abs(value - values[index]!));
  const reach = (limitsOfRange * moves.reduce((sum, move) => sum + move, 0)) / moves.length;
  const decimals = Math.max(1, ...points.map((point) => point.decimals));
  const limits = [mean - reach, mean + reach].map(
    (value): MarkSpec => ({ kind: 'limit', value: rounded(value, decimals).value, label: null, span }),
  );
  return [...average, ...limits];
}
