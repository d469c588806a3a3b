/**
 * Periods that name the rows of a table, as the axis of a chart: told where they come twice or out of order; where a
 * few are missing, they leave gaps.
 */
import { periodsOutOfOrder, periodTwiceInTable } from '../diagnostics/figure-messages.js';
import { shortPeriod } from '../locale/format-period.js';
import { readPeriod } from '../locale/read-period.js';
import type { ChartSeries } from '../model/chart.js';
import type { ChartKind } from '../model/chart-kinds.js';
import { periodKey, periodOrdinal, seriesStep, shiftPeriod, type Period } from '../model/period.js';
import type { ChartSpec } from '../model/report.js';
import type { Span } from '../model/span.js';
import type { Binding } from './binding.js';

/** A kind that joins its categories says that time runs between them. */
const joining: ReadonlySet<ChartKind> = new Set<ChartKind>(['line', 'area', 'stepped']);
const standing: ReadonlySet<ChartKind> = new Set<ChartKind>(['column', 'combo']);
/** With more missing than are there the table shows chosen years, not a series. */
const mostMissing = 1;

interface TableAxis {
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
}

/** @param spanOf the cell that names a row. */
export function onTimeAxis(
  axis: TableAxis,
  spec: ChartSpec,
  spanOf: (row: number) => Span,
  { language, tell }: Binding,
): TableAxis {
  const { categories } = axis;
  const isTime = (joining.has(spec.kind) || standing.has(spec.kind)) && spec.sort === 'none' && spec.top === null;
  const periods = isTime ? periodsOf(categories) : null;
  if (periods === null) return axis;
  const ordinals = periods.map(periodOrdinal);
  const twin = ordinals.findIndex((ordinal, index) => ordinals.indexOf(ordinal) < index);
  if (twin >= 0) {
    tell(periodTwiceInTable(spec.id, categories[twin]!, spanOf(twin)));
    return axis;
  }
  const wrong = ordinals.findIndex((ordinal, index) => index > 0 && ordinal < ordinals[index - 1]!);
  if (wrong >= 0) {
    if (joining.has(spec.kind))
      tell(periodsOutOfOrder(spec.id, categories[wrong]!, categories[wrong - 1]!, spanOf(wrong)));
    return axis;
  }
  return withGaps(axis, periods, ordinals, spec, language);
}

/** Null where not all are periods, and of one kind. */
function periodsOf(categories: readonly string[]): readonly Period[] | null {
  const periods = categories.flatMap((name) => readPeriod(name) ?? []);
  const isAlike = periods.every(({ kind }) => kind === periods[0]!.kind && kind !== 'day');
  return periods.length === categories.length && periods.length > 1 && isAlike ? periods : null;
}

function withGaps(
  axis: TableAxis,
  periods: readonly Period[],
  ordinals: readonly number[],
  spec: ChartSpec,
  language: string,
): TableAxis {
  const [first, last] = [ordinals[0]!, ordinals.at(-1)!];
  const least = seriesStep(ordinals);
  const step = ordinals.every((ordinal) => (ordinal - first) % least === 0) ? least : 1;
  const count = (last - first) / step + 1;
  const missing = count - periods.length;
  if (missing === 0 || missing > periods.length * mostMissing) return axis;
  const rows = Array.from({ length: count }, (_, index) => ordinals.indexOf(first + index * step));
  const nameOf = (index: number): string => {
    const period = shiftPeriod(periods[0]!, index * step);
    // 2016年 beside 2015年 and 2017年.
    return period.kind === 'year'
      ? axis.categories[0]!.replace(/\d{4}/, String(period.year))
      : shortPeriod(periodKey(period), language);
  };
  const gap = { value: null, decimals: 0, label: '', format: null, figure: null, emphasised: false, span: spec.span };
  return {
    categories: rows.map((row, index) => (row < 0 ? nameOf(index) : axis.categories[row]!)),
    series: axis.series.map(({ name, points }) => ({
      name,
      points: rows.map((row) => (row < 0 ? gap : points[row]!)),
    })),
  };
}
