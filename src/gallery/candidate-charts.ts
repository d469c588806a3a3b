/**
 * The charts that a table could be drawn as: a spec for each kind, of the columns that hold numbers. Which of them
 * suit the data is found by drawing them.
 */
import { chartKinds, chartKindRow, kindsReading, type ChartKind } from '../model/chart-kinds.js';
import type { TableSpec, Words } from '../model/report.js';
import type { TableCell } from '../read/data/table/data-table.js';
import { columnUnit, numberCells, type NumberColumn } from '../starter/number-column.js';

export interface CandidateChart {
  /** Unique in its gallery: `bar`, `bar-stacked`. */
  readonly id: string;
  readonly kind: ChartKind;
  readonly stack: 'stacked' | 'percent' | null;
  /** Keys of the spec with their values as YAML, in their order; without the title. */
  readonly keys: readonly (readonly [key: string, value: string])[];
}

/** More series than these are not told apart. */
const mostSeries = 6;
/** More rows than these are drawn as the largest, and the rest together. */
const mostRows = 16;
const shown = 10;

/** Kinds that show one number of each row, of which the largest can stand for all. */
const takesTop: ReadonlySet<ChartKind> = new Set([
  'bar',
  'lollipop',
  'pie',
  'doughnut',
  'treemap',
  'sunburst',
  'funnel',
]);

/** A configuration of Chart.js is no way to draw a table; one number of a list says nothing of the others. */
const notOffered: ReadonlySet<ChartKind> = new Set(['chartjs', 'gauge']);

/** None where no column holds numbers. */
export function candidateCharts({ id, head, rows }: TableSpec): readonly CandidateChart[] {
  const [category = ''] = head.map(({ source }) => source);
  const columns = head.flatMap(({ source: name }, index): NumberColumn[] => {
    if (index === 0 || name === category) return [];
    const cells = numberCells(rows.flatMap((row) => (row[index] === undefined ? [] : [cellOf(row[index])])));
    return cells === null ? [] : [{ index, name, cells, unit: columnUnit(name, cells, null) }];
  });
  const alike = columns.filter(({ unit }) => unit === columns[0]!.unit).slice(0, mostSeries);
  if (columns.length === 0) return [];
  const candidate = (kind: ChartKind, stack: CandidateChart['stack']): CandidateChart => {
    const { series } = chartKindRow(kind);
    const isMixed = kind === 'combo' || series?.count === 3 || kind === 'scatter';
    const taken = (isMixed ? columns : alike).slice(0, series?.count ?? mostSeries);
    const units = new Set(taken.map(({ unit }) => unit));
    const [unit = null] = units.size === 1 ? [...units] : [];
    return {
      id: stack === null ? kind : `${kind}-${stack}`,
      kind,
      stack,
      keys: [
        ['type', kind],
        ['table', yaml(id)],
        ...(taken.length === head.length - 1 ? [] : [['series', yamlList(taken.map(({ name }) => name))] as const]),
        ...(stack === null ? [] : [['stack', stack] as const]),
        ...(unit === null ? [] : [['unit', yaml(unit)] as const]),
        ...(kind === 'combo' ? [['lines', yamlList(taken.slice(-1).map(({ name }) => name))] as const] : []),
        ...(kind === 'progress' && unit === '%' ? [['whole', '100'] as const] : []),
        ...(kind === 'ranks' ? [['whole', String(rows.length)] as const] : []),
        ...(takesTop.has(kind) && taken.length === 1 && rows.length > mostRows
          ? [['top', String(shown)] as const]
          : []),
      ],
    };
  };
  const stacks = kindsReading('stack');
  return chartKinds
    .filter((kind) => !notOffered.has(kind) && !(kind === 'combo' && columns.length < 2))
    .flatMap((kind) => [
      candidate(kind, null),
      ...(stacks.includes(kind) && alike.length > 1 ? [candidate(kind, 'stacked'), candidate(kind, 'percent')] : []),
    ]);
}

/** A cell that prints a figure is a number, whichever. */
const cellOf = ({ source: text, span, number }: Words): TableCell => {
  return {
    text: /^\s*\{\{\s*(?:figure|value)\s[^{}]*\}\}\s*$/.test(text) ? '0' : text,
    span,
    ...(number && { number }),
  };
};

/** A text as YAML takes it, whatever is in it: JSON's strings are YAML's. */
export const yaml = (value: string): string =>
  /^\p{L}[\p{L}\p{N}_.-]*$/u.test(value) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value)
    ? value
    : JSON.stringify(value);

const yamlList = (values: readonly string[]): string => `[${values.map(yaml).join(', ')}]`;

/** The spec as it is copied into `charts:` of report.yaml. */
export const specText = (name: string, title: string, { keys }: CandidateChart): string =>
  [`  ${name}:`, `    title: ${yaml(title)}`, ...keys.map(([key, value]) => `    ${key}: ${value}`)].join('\n');
