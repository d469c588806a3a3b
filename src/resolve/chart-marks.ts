/** Marks of a chart spec, bound to its points: their numbers follow from the points', and are figures with a place. */
import { growthFromNothing, rateWithoutTime } from '../diagnostics/messages.js';
import { quantityLabel } from '../locale/chart-label.js';
import { joinWords } from '../locale/language.js';
import { besideEachOther, differenceLabel, growthLabel, markWords } from '../locale/chart-words.js';
import { chartKindRow, type KindKey } from '../model/chart-kinds.js';
import type { ChartMark, MarkSpec, NamedCategory } from '../model/chart.js';
import { markId } from '../model/figure-id.js';
import type { Quantity } from '../model/figure.js';
import type { ChartSpec } from '../model/report.js';
import type { Binding } from './binding.js';
import { categoryAt } from './category-at.js';
import { bindBeside } from './chart-beside.js';
import type { Columns } from './columns.js';
import { isShare, markFigure, quantityAt, rounded, whole, yearsBetween, type Bound } from './mark-figure.js';

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
    return markId(spec.id, count === 1 ? kind : `${kind}-${count}`);
  };
  const marks = [...spec.marks, ...controlMarks(bound), ...stackNames(bound)];
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
    case 'beside':
      return bindBeside(mark, bound, mark.span !== bound.spec.span);
  }
}

/** Stacks and lines of several series name them beside their last points, unless the report says what stands there. */
function stackNames({ spec, columns: { series } }: Bound): MarkSpec[] {
  const { keys } = chartKindRow(spec.kind);
  const takes = keys.includes('beside') && (spec.stack !== 'none' || spec.kind !== 'column') && series.length > 1;
  if (!takes || spec.marks.some(({ kind }) => kind === 'beside')) return [];
  return [{ kind: 'beside', parts: [], from: null, span: spec.span }];
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
  if (as === 'cagr' && years === null) {
    binding.tell(rateWithoutTime(spec.id, columns.categories[from]!, mark.span));
    return [];
  }
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

function limitLabel(mark: Extract<MarkSpec, { readonly kind: 'limit' }>, { spec, labelUnit, binding }: Bound) {
  const { value, label } = mark;
  if (label !== null) return label;
  const limits = spec.marks.filter((other) => other.kind === 'limit');
  // Of limits that are one, the last is the upper.
  const upper = limits.reduce((most, other) => (other.value >= most.value ? other : most), mark);
  const decimals = (String(value).split('.')[1] ?? '').length;
  const words = markWords(binding.language);
  const name = mark === upper ? words.upper : words.lower;
  const { text } = quantityLabel({ value, decimals }, labelUnit, null, binding.language);
  return joinWords([name, text], binding.language);
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
