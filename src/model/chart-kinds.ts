/**
 * Every kind of chart, one row each: how many series it takes, which keys it reads, what numbers it can show and
 * what shape it has on a page. Whatever differs by kind outside of its drawing reads it here.
 */
import type { Pt } from './length.js';

/** Keys of a chart spec that only some kinds read. */
export const kindKeys = [
  'stack',
  'target',
  'forecast',
  'lines',
  'lines_unit',
  'sums',
  'scale',
  'chartjs',
  'notes',
  'compare',
  'difference',
  'average',
  'limits',
  'brackets',
  'callouts',
  'beside',
  'areas',
  'native',
] as const;
export type KindKey = (typeof kindKeys)[number];

/**
 * Numbers that a kind can show.
 * `any`: rises and falls, zeros and gaps. `amounts`: none below zero, some above. `share`: one number from zero on.
 * `shares`: numbers from zero on, each of the same whole. `sized`: the last series is an amount. `rising`: the second
 * series is not below the first. `places`: whole numbers from one on. `schedule`: when each begins and ends,
 * and what percentage is done.
 */
export type ChartDomain = 'any' | 'amounts' | 'share' | 'shares' | 'sized' | 'rising' | 'places' | 'schedule';

/**
 * Height of a chart that takes the whole width of a page, lower than its natural shape since the line of sight is wide:
 * a part of that width, or `row` for each bar or each category and `around` for what stands about them, in pt.
 */
export type FullWidthHeight =
  | { readonly ofWidth: number }
  | { readonly rows: 'bars' | 'categories'; readonly row: Pt; readonly around: Pt };

export interface ChartKindRow {
  /** So many series, or up to `most`, and what they are; null for any number. */
  readonly series: { readonly count: number; readonly most?: number; readonly expected: string } | null;
  readonly keys: readonly KindKey[];
  /** `one`: all points stand against one axis, so their units must agree. `none`: each point is read by itself. */
  readonly axis: 'one' | 'none';
  readonly domain: ChartDomain;
  /** Height against width in its natural shape. */
  readonly shape: number;
  readonly fullWidth: FullWidthHeight;
  /** Its categories may belong to others, level upon level. */
  readonly levels?: true;
}

/** Wider than high. */
const wide = 0.56;
/** Round, with labels around it. */
const round = 0.72;
/** A bar with its gap. */
const barStep = 32;
const barsHigh = { rows: 'bars', row: barStep, around: 36 } as const;
const categoriesHigh = { rows: 'categories', row: barStep, around: 36 } as const;
/** A row of cells is lower than one of bars; the names of columns take one more. */
const gridHigh = { rows: 'categories', row: 0.8 * barStep, around: 0.8 * barStep } as const;
const single = { count: 1, expected: 'one series' } as const;
/** Marks upon a plot over categories. */
const markKeys = ['compare', 'difference', 'average', 'limits', 'brackets', 'callouts'] as const;
const lineKeys = ['target', 'forecast', 'scale', 'notes', ...markKeys] as const;

export const chartKindRows = {
  bar: {
    series: null,
    keys: ['stack', ...lineKeys],
    axis: 'one',
    domain: 'any',
    shape: wide,
    fullWidth: barsHigh,
  },
  column: {
    series: null,
    keys: ['stack', 'beside', ...lineKeys],
    axis: 'one',
    domain: 'any',
    shape: wide,
    fullWidth: { ofWidth: 0.34 },
  },
  line: {
    series: null,
    keys: ['beside', ...lineKeys],
    axis: 'one',
    domain: 'any',
    shape: wide,
    fullWidth: { ofWidth: 0.34 },
  },
  area: {
    series: null,
    keys: ['stack', 'beside', 'target', 'forecast', 'notes', ...markKeys],
    axis: 'one',
    domain: 'any',
    shape: wide,
    fullWidth: { ofWidth: 0.34 },
  },
  pie: {
    series: single,
    keys: [],
    axis: 'none',
    domain: 'amounts',
    shape: wide,
    fullWidth: { ofWidth: 0.4 },
  },
  doughnut: {
    series: single,
    keys: [],
    axis: 'none',
    domain: 'amounts',
    shape: wide,
    fullWidth: { ofWidth: 0.4 },
  },
  gauge: {
    series: single,
    keys: [],
    axis: 'none',
    domain: 'share',
    shape: wide,
    fullWidth: { ofWidth: 0.4 },
  },
  radar: {
    series: null,
    keys: [],
    axis: 'none',
    domain: 'any',
    shape: round,
    fullWidth: { ofWidth: 0.4 },
  },
  lollipop: {
    series: null,
    keys: ['target', ...markKeys],
    axis: 'one',
    domain: 'any',
    shape: wide,
    fullWidth: barsHigh,
  },
  progress: {
    series: single,
    keys: [],
    axis: 'none',
    domain: 'shares',
    shape: wide,
    fullWidth: barsHigh,
  },
  'polar-area': {
    series: single,
    keys: [],
    axis: 'none',
    domain: 'amounts',
    shape: round,
    fullWidth: { ofWidth: 0.4 },
  },
  stepped: {
    series: null,
    keys: ['beside', ...lineKeys],
    axis: 'one',
    domain: 'any',
    shape: wide,
    fullWidth: { ofWidth: 0.34 },
  },
  combo: {
    series: null,
    keys: ['forecast', 'lines', 'lines_unit'],
    axis: 'one',
    domain: 'any',
    shape: wide,
    fullWidth: { ofWidth: 0.34 },
  },
  scatter: {
    series: { count: 2, expected: 'two series: across and up' },
    keys: [],
    axis: 'none',
    domain: 'any',
    shape: wide,
    fullWidth: { ofWidth: 0.42 },
  },
  bubble: {
    series: { count: 3, expected: 'three series: across, up and size' },
    keys: [],
    axis: 'none',
    domain: 'sized',
    shape: wide,
    fullWidth: { ofWidth: 0.42 },
  },
  waterfall: {
    series: single,
    keys: ['sums', ...markKeys, 'native'],
    axis: 'one',
    domain: 'any',
    shape: wide,
    fullWidth: { ofWidth: 0.34 },
  },
  range: {
    series: { count: 2, expected: 'two series: the low and the high' },
    keys: [],
    axis: 'none',
    domain: 'rising',
    shape: wide,
    fullWidth: categoriesHigh,
  },
  slope: {
    series: { count: 2, expected: 'two series: the earlier and the later' },
    keys: [],
    axis: 'none',
    domain: 'any',
    shape: wide,
    fullWidth: { ofWidth: 0.42 },
  },
  dumbbell: {
    series: { count: 2, expected: 'two series: a row is two dots, joined' },
    keys: [],
    axis: 'one',
    domain: 'any',
    shape: wide,
    fullWidth: { ofWidth: 0.34 },
  },
  bullet: {
    series: { count: 2, expected: 'two series: the value and the target' },
    keys: [],
    axis: 'none',
    domain: 'any',
    shape: wide,
    fullWidth: categoriesHigh,
  },
  funnel: {
    series: single,
    keys: ['native'],
    axis: 'one',
    domain: 'amounts',
    shape: wide,
    fullWidth: categoriesHigh,
  },
  pyramid: {
    series: { count: 2, expected: 'two series, one a side' },
    keys: [],
    axis: 'none',
    domain: 'amounts',
    shape: wide,
    fullWidth: categoriesHigh,
  },
  heat: {
    series: null,
    keys: [],
    axis: 'none',
    domain: 'any',
    shape: wide,
    fullWidth: gridHigh,
  },
  treemap: {
    series: single,
    keys: ['native'],
    axis: 'none',
    domain: 'amounts',
    shape: wide,
    fullWidth: { ofWidth: 0.34 },
    levels: true,
  },
  sunburst: {
    series: single,
    keys: ['native'],
    axis: 'none',
    domain: 'amounts',
    shape: round,
    fullWidth: { ofWidth: 0.5 },
    levels: true,
  },
  mekko: {
    series: null,
    keys: [],
    axis: 'none',
    domain: 'amounts',
    shape: wide,
    fullWidth: { ofWidth: 0.4 },
  },
  ranks: {
    series: single,
    keys: [],
    axis: 'none',
    domain: 'places',
    shape: wide,
    fullWidth: barsHigh,
  },
  box: {
    series: {
      count: 5,
      expected: 'five series: the least, the lower quarter, the middle, the upper quarter, the most',
    },
    keys: ['native'],
    axis: 'one',
    domain: 'any',
    shape: wide,
    fullWidth: { ofWidth: 0.34 },
  },
  histogram: {
    series: single,
    keys: ['native'],
    axis: 'one',
    domain: 'any',
    shape: wide,
    fullWidth: { ofWidth: 0.34 },
  },
  control: {
    series: single,
    keys: ['notes', 'limits', 'average', 'brackets', 'callouts'],
    axis: 'one',
    domain: 'any',
    shape: wide,
    fullWidth: { ofWidth: 0.34 },
  },
  map: {
    series: single,
    keys: ['areas'],
    axis: 'one',
    domain: 'any',
    shape: round,
    fullWidth: { ofWidth: 0.5 },
  },
  timeline: {
    series: {
      count: 2,
      most: 3,
      expected: 'two or three columns: the beginning, the end, the percentage that is done',
    },
    keys: [],
    axis: 'none',
    domain: 'schedule',
    shape: wide,
    fullWidth: { rows: 'categories', row: 0.8 * barStep, around: 44 },
  },
  multiples: {
    series: null,
    keys: [],
    axis: 'none',
    domain: 'any',
    shape: wide,
    fullWidth: { ofWidth: 0.42 },
  },
  chartjs: {
    series: null,
    keys: ['chartjs'],
    axis: 'none',
    domain: 'any',
    shape: wide,
    fullWidth: { ofWidth: 0.34 },
  },
} as const satisfies Readonly<Record<string, ChartKindRow>>;

export type ChartKind = keyof typeof chartKindRows;

export const chartKinds = Object.keys(chartKindRows) as [ChartKind, ...ChartKind[]];

export const chartKindRow = (kind: ChartKind): ChartKindRow => chartKindRows[kind];

/** The kinds that read a key, in the order of the rows. */
export const kindsReading = (key: KindKey): readonly ChartKind[] =>
  chartKinds.filter((kind) => chartKindRow(kind).keys.includes(key));

/** The kinds whose categories may belong to others. */
export const kindsInLevels = (): readonly ChartKind[] =>
  chartKinds.filter((kind) => chartKindRow(kind).levels === true);
