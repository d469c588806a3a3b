/** Histogram: how many of the numbers lie in each of some steps of one width. */
import { quantityLabel } from '../../locale/chart-label.js';
import type { Chart, ChartPoint } from '../../model/chart.js';
import { barType } from '../families/bars.js';
import type { ChartType } from '../measure/chart-type.js';
import { decimalsOf } from '../measure/value-range.js';

/** Square root of how many there are (the rule of thumb of Excel's own), within what an axis can name. */
const binsFor = (count: number): number => Math.min(20, Math.max(3, Math.ceil(Math.sqrt(count))));

const niceSteps = [1, 2, 2.5, 5, 10];

interface Bins {
  readonly start: number;
  readonly step: number;
  readonly counts: readonly number[];
}

function binsOf(values: readonly number[]): Bins {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const rough = (high - low || Math.abs(high) || 1) / binsFor(values.length);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Number((niceSteps.find((nice) => nice * power >= rough - 1e-12)! * power).toPrecision(6));
  const start = Number((Math.floor(low / step + 1e-9) * step).toPrecision(12));
  const count = Math.max(1, Math.floor((high - start) / step + 1e-9) + 1);
  const counts = Array.from({ length: count }, () => 0);
  for (const value of values) counts[Math.min(count - 1, Math.floor((value - start) / step + 1e-9))]!++;
  return { start, step, counts };
}

/** The same numbers as columns: a step a category, its count the column. */
function counted(chart: Chart): Chart {
  const points = chart.series[0]?.points ?? [];
  const values = points.flatMap(({ value }) => value ?? []);
  if (values.length === 0) return { ...chart, categories: [], series: [{ name: chart.title, points: [] }] };
  const { start, step, counts } = binsOf(values);
  const decimals = decimalsOf(step);
  const said = (value: number): string => quantityLabel({ value, decimals }, null, null, chart.language).text;
  const edge = (index: number): number => Number((start + index * step).toPrecision(12));
  const loud = points.filter(({ emphasised }) => emphasised).flatMap(({ value }) => value ?? []);
  return {
    ...chart,
    unit: null,
    categories: counts.map((_, index) => `${said(edge(index))}–${said(edge(index + 1))}`),
    series: [
      {
        name: chart.series[0]!.name,
        points: counts.map((count, index): ChartPoint => {
          const { text, format } = quantityLabel({ value: count, decimals: 0 }, null, null, chart.language);
          const isLoud = loud.some((value) => value >= edge(index) && value < edge(index + 1));
          return { value: count, decimals: 0, label: text, format, figure: null, emphasised: isLoud, span: chart.span };
        }),
      },
    ],
  };
}

const columns = barType(false, { gap: 6 });

export const histogram: ChartType = {
  isCrowded: (chart, place) => columns.isCrowded?.(counted(chart), place) === true,
  toNative: (chart, place) => columns.toNative(counted(chart), place),
  toChartJs: (chart, place) => columns.toChartJs(counted(chart), place),
};
