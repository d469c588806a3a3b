/**
 * Every kind of chart, one row each: what it is called, how many series it takes, which keys it reads, what numbers it
 * can show and what shape it has on a page. Whatever differs by kind outside of its drawing reads it here.
 */

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
] as const;
export type KindKey = (typeof kindKeys)[number];

/**
 * Numbers that a kind can show.
 * `any`: rises and falls, zeros and gaps. `amounts`: none below zero, some above. `share`: one number from zero on.
 * `shares`: numbers from zero on, each of the same whole. `sized`: the last series is an amount. `rising`: the second
 * series is not below the first.
 */
export type ChartDomain = 'any' | 'amounts' | 'share' | 'shares' | 'sized' | 'rising';

export interface ChartKindRow {
  /** Said before a chart's title in its alternative text. */
  readonly name: { readonly zh: string; readonly en: string };
  /** Exactly so many series, and what they are; null for any number. */
  readonly series: { readonly count: number; readonly expected: string } | null;
  readonly keys: readonly KindKey[];
  /** `one`: all points stand against one axis, so their units must agree. `none`: each point is read by itself. */
  readonly axis: 'one' | 'none';
  readonly domain: ChartDomain;
  /** Height against width in its natural shape. */
  readonly shape: number;
}

/** Wider than high. */
const wide = 0.56;
/** Round, with labels around it. */
const round = 0.72;
const single = { count: 1, expected: 'one series' } as const;
const lineKeys = ['target', 'forecast', 'scale', 'notes'] as const;

export const chartKindRows = {
  bar: {
    name: { zh: '条形图', en: 'Bar chart' },
    series: null,
    keys: ['stack', ...lineKeys],
    axis: 'one',
    domain: 'any',
    shape: wide,
  },
  column: {
    name: { zh: '柱形图', en: 'Column chart' },
    series: null,
    keys: ['stack', ...lineKeys],
    axis: 'one',
    domain: 'any',
    shape: wide,
  },
  line: {
    name: { zh: '折线图', en: 'Line chart' },
    series: null,
    keys: lineKeys,
    axis: 'one',
    domain: 'any',
    shape: wide,
  },
  area: {
    name: { zh: '面积图', en: 'Area chart' },
    series: null,
    keys: ['stack', 'target', 'forecast', 'notes'],
    axis: 'one',
    domain: 'any',
    shape: wide,
  },
  pie: {
    name: { zh: '饼图', en: 'Pie chart' },
    series: single,
    keys: [],
    axis: 'none',
    domain: 'amounts',
    shape: wide,
  },
  doughnut: {
    name: { zh: '环形图', en: 'Doughnut chart' },
    series: single,
    keys: [],
    axis: 'none',
    domain: 'amounts',
    shape: wide,
  },
  gauge: {
    name: { zh: '仪表图', en: 'Gauge' },
    series: single,
    keys: [],
    axis: 'none',
    domain: 'share',
    shape: wide,
  },
  radar: {
    name: { zh: '雷达图', en: 'Radar chart' },
    series: null,
    keys: [],
    axis: 'none',
    domain: 'any',
    shape: round,
  },
  lollipop: {
    name: { zh: '棒棒糖图', en: 'Lollipop chart' },
    series: null,
    keys: [],
    axis: 'one',
    domain: 'any',
    shape: wide,
  },
  progress: {
    name: { zh: '进度图', en: 'Progress bars' },
    series: single,
    keys: [],
    axis: 'none',
    domain: 'shares',
    shape: wide,
  },
  'polar-area': {
    name: { zh: '极坐标图', en: 'Polar area chart' },
    series: single,
    keys: [],
    axis: 'none',
    domain: 'amounts',
    shape: round,
  },
  stepped: {
    name: { zh: '阶梯线图', en: 'Stepped line chart' },
    series: null,
    keys: lineKeys,
    axis: 'one',
    domain: 'any',
    shape: wide,
  },
  combo: {
    name: { zh: '柱线组合图', en: 'Column and line chart' },
    series: null,
    keys: ['forecast', 'lines', 'lines_unit'],
    axis: 'one',
    domain: 'any',
    shape: wide,
  },
  scatter: {
    name: { zh: '散点图', en: 'Scatter chart' },
    series: { count: 2, expected: 'two series: across and up' },
    keys: [],
    axis: 'none',
    domain: 'any',
    shape: wide,
  },
  bubble: {
    name: { zh: '气泡图', en: 'Bubble chart' },
    series: { count: 3, expected: 'three series: across, up and size' },
    keys: [],
    axis: 'none',
    domain: 'sized',
    shape: wide,
  },
  waterfall: {
    name: { zh: '瀑布图', en: 'Waterfall chart' },
    series: single,
    keys: ['sums'],
    axis: 'one',
    domain: 'any',
    shape: wide,
  },
  range: {
    name: { zh: '区间图', en: 'Range chart' },
    series: { count: 2, expected: 'two series: the low and the high' },
    keys: [],
    axis: 'none',
    domain: 'rising',
    shape: wide,
  },
  slope: {
    name: { zh: '坡度图', en: 'Slope chart' },
    series: { count: 2, expected: 'two series: the earlier and the later' },
    keys: [],
    axis: 'none',
    domain: 'any',
    shape: wide,
  },
  bullet: {
    name: { zh: '子弹图', en: 'Bullet chart' },
    series: { count: 2, expected: 'two series: the value and the target' },
    keys: [],
    axis: 'none',
    domain: 'any',
    shape: wide,
  },
  funnel: {
    name: { zh: '漏斗图', en: 'Funnel chart' },
    series: single,
    keys: [],
    axis: 'one',
    domain: 'amounts',
    shape: wide,
  },
  pyramid: {
    name: { zh: '金字塔图', en: 'Population pyramid' },
    series: { count: 2, expected: 'two series, one a side' },
    keys: [],
    axis: 'none',
    domain: 'amounts',
    shape: wide,
  },
  heat: {
    name: { zh: '热力表', en: 'Heat table' },
    series: null,
    keys: [],
    axis: 'none',
    domain: 'any',
    shape: wide,
  },
  treemap: {
    name: { zh: '矩形树图', en: 'Treemap' },
    series: single,
    keys: [],
    axis: 'none',
    domain: 'amounts',
    shape: wide,
  },
  multiples: {
    name: { zh: '小型组图', en: 'Small multiples' },
    series: null,
    keys: [],
    axis: 'none',
    domain: 'any',
    shape: wide,
  },
  chartjs: {
    name: { zh: '图表', en: 'Chart' },
    series: null,
    keys: ['chartjs'],
    axis: 'none',
    domain: 'any',
    shape: wide,
  },
} as const satisfies Readonly<Record<string, ChartKindRow>>;

export type ChartKind = keyof typeof chartKindRows;

export const chartKinds = Object.keys(chartKindRows) as [ChartKind, ...ChartKind[]];

export const chartKindRow = (kind: ChartKind): ChartKindRow => chartKindRows[kind];

/** The kinds that read a key, in the order of the rows. */
export const kindsReading = (key: KindKey): readonly ChartKind[] =>
  chartKinds.filter((kind) => chartKindRow(kind).keys.includes(key));
