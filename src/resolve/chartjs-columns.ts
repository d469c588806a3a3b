/**
 * The numbers of a Chart.js configuration, for what is said of the chart: in all the shapes that Chart.js takes them.
 */
import { quantityLabel } from '../locale/chart-label.js';
import type { ChartPoint, ChartSeries } from '../model/chart.js';
import type { ChartSpec } from '../model/report.js';
import type { Binding } from './binding.js';
import type { Columns } from './columns.js';

type Plain = Readonly<Record<string, unknown>>;
const plain = (value: unknown): Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : {};

/** Digits behind the point that a label keeps. */
const mostDecimals = 6;

/** 3, "3", and of a floating bar [1, 3] its end. */
function numberOf(found: unknown): number | null {
  if (Array.isArray(found)) return numberOf(found.at(-1));
  if (typeof found === 'string' && found.trim() === '') return null;
  const value = typeof found === 'string' ? Number(found) : found;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** What stands at a path of keys: `sales.north`. */
const at = (datum: unknown, path: string): unknown =>
  path in plain(datum)
    ? plain(datum)[path]
    : path.split('.').reduce((inside: unknown, key) => plain(inside)[key], datum);

interface Keys {
  /** Keys of an object: of its number, and of what it stands for. */
  readonly value: string;
  readonly name: string;
}

/** By `parsing` of the data set or of the options, else x and y as the chart lies. */
function keysOf(set: Plain, options: Plain): Keys {
  const isRound = 'key' in plain(set['parsing'] ?? options['parsing']);
  const parsing = plain(set['parsing'] ?? options['parsing']);
  const lies = (set['indexAxis'] ?? options['indexAxis']) === 'y';
  const [value, name] = lies ? (['x', 'y'] as const) : (['y', 'x'] as const);
  const keyOf = (axis: 'x' | 'y'): string =>
    typeof parsing[`${axis}AxisKey`] === 'string' ? String(parsing[`${axis}AxisKey`]) : axis;
  return { value: isRound ? String(parsing['key']) : keyOf(value), name: keyOf(name) };
}

interface Datum {
  readonly name: string | null;
  readonly value: number | null;
}

function dataOf(set: Plain, options: Plain): readonly Datum[] {
  const keys = keysOf(set, options);
  const { data } = set;
  if (!Array.isArray(data))
    return Object.entries(plain(data)).map(([name, found]) => ({ name, value: numberOf(found) }));
  return data.map((datum: unknown): Datum => {
    if (typeof datum !== 'object' || datum === null || Array.isArray(datum))
      return { name: null, value: numberOf(datum) };
    const name = at(datum, keys.name);
    return {
      name: typeof name === 'string' || typeof name === 'number' ? String(name) : null,
      value: numberOf(at(datum, keys.value)) ?? numberOf(plain(datum)['value']) ?? numberOf(name),
    };
  });
}

function pointOf(value: number | null, spec: ChartSpec, { language }: Binding): ChartPoint {
  const shared = { figure: null, emphasised: false, span: spec.span } as const;
  if (value === null) return { ...shared, value, decimals: 0, label: '', format: null };
  const decimals = Math.min(mostDecimals, (String(value).split('.')[1] ?? '').replace(/e.*$/, '').length);
  const { text, format } = quantityLabel({ value, decimals }, null, null, language);
  return { ...shared, value, decimals, label: text, format };
}

export function chartjsColumns(spec: ChartSpec, binding: Binding): Columns {
  const { data, options } = spec.chartjs ?? {};
  const { labels, xLabels, yLabels, datasets } = plain(data);
  const sets = (Array.isArray(datasets) ? datasets : []).map(plain);
  const read = sets.map((set) => dataOf(set, plain(options)));
  const names = [labels, xLabels, yLabels].find((each): each is unknown[] => Array.isArray(each)) ?? [];
  const most = Math.max(0, names.length, ...read.map((each) => each.length));
  const nameAt = (index: number): string => {
    const found = names[index] ?? read.find((each) => (each[index]?.name ?? null) !== null)?.[index]?.name ?? '';
    return Array.isArray(found) ? found.join(' ') : String(found);
  };
  const series = sets.map(
    ({ label }, at): ChartSeries => ({
      name: typeof label === 'string' ? label : spec.title,
      points: Array.from({ length: most }, (_, index) => pointOf(read[at]![index]?.value ?? null, spec, binding)),
    }),
  );
  return { unit: spec.unit, categories: Array.from({ length: most }, (_, index) => nameAt(index)), series };
}
