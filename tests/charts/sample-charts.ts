/** Charts by hand, with the theme and the fonts that draw them. */
import { readFileSync } from 'node:fs';
import type { LoadedPlugins } from '../../src/charts/chartjs/plugins/load-plugins.js';
import { drawVector } from '../../src/charts/vector.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { ChartKind } from '../../src/model/chart-kinds.js';
import type { Chart, ChartPoint } from '../../src/model/chart.js';
import type { Drawing, DrawingOperation } from '../../src/model/drawing.js';
import type { Size } from '../../src/model/length.js';
import type { Theme } from '../../src/model/theme.js';
import { loadFonts } from '../../src/text/fonts.js';

const span = { file: 'report.yaml', line: 1, column: 1 };
const face = (weight: string): string => `package:@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`;
const font = { latin: 'Arial', eastAsian: 'Microsoft YaHei', regular: [face('400Regular')], bold: [face('700Bold')] };
const medium = { page: { width: 960, height: 540 }, margin: { top: 0, right: 0, bottom: 0, left: 0 }, styles: {} };

export const theme: Theme = {
  name: 'test',
  fonts: { heading: font, body: font, prose: font, quote: font },
  deck: medium,
  paper: medium,
  colors: {
    dk1: '1B2A2F',
    lt1: 'FFFFFF',
    dk2: '12454A',
    lt2: 'EFF4F2',
    accent1: '1B7472',
    accent2: 'B5522B',
    accent3: '7FA99B',
    accent4: '9A7627',
    accent5: '3E6A8A',
    accent6: '566669',
    hlink: '1B7472',
    folHlink: '566669',
  },
  series: [{ slot: 'accent1' }, { slot: 'accent3' }, { slot: 'accent5' }],
  muted: { slot: 'accent3', lighten: 0.4 },
  good: { slot: 'accent1' },
  bad: { slot: 'accent2' },
};
export const fonts = loadFonts(theme, (path) => readFileSync(path.replace('package:', 'node_modules/')));

/** On a slide and on paper. */
export const onSlide = { size: { width: 420, height: 300 }, fontSize: 12 };
export const onPaper = { size: { width: 240, height: 150 }, fontSize: 8 };

/** Name, number, label; a `!` at the name's end makes the point stand out. */
export type Row = readonly [string, number | null, string];

/** As `locale` makes it: a section for rises and one for falls around the digits of the label. */
function formatOf(value: number | null, label: string): string | null {
  if (value === null) return null;
  const digits = String(Math.abs(value));
  const [before = '', after = '', ...more] = label.split(digits);
  if (!label.includes(digits) || more.length > 0 || /[\d.]$/.test(before) || /^[\d.]/.test(after)) return null;
  const code = digits.replace(/\d/g, '0').replace(/^0+/, '0');
  const section = (words: string): string =>
    (words === '' ? '' : `"${words}"`) + code + (after === '' ? '' : `"${after}"`);
  return /^[+−]$/.test(before)
    ? `${section('+')};${section('−')};${section('')}`
    : `${section(before)};${section(`${before}−`)}`;
}

const pointOf = ([name, value, label]: Row): ChartPoint => ({
  value,
  label,
  format: formatOf(value, label),
  decimals: /\.(\d+)/.exec(String(value))?.[1]?.length ?? 0,
  figure: null,
  emphasised: name.endsWith('!'),
  span,
});

export const chartOf = (kind: ChartKind, rows: readonly Row[], more: Partial<Chart> = {}): Chart => ({
  id: 'sample',
  kind,
  title: '样图',
  language: 'zh-CN',
  categories: rows.map(([name]) => name.replace(/!$/, '')),
  series: [{ name: '数值', points: rows.map(pointOf) }],
  unit: null,
  whole: null,
  options: {},
  alt: '',
  span,
  ...more,
});

/** One decimal each, as 5.1; a null is a gap. */
export const chartOfSeries = (
  kind: ChartKind,
  categories: readonly string[],
  series: Readonly<Record<string, readonly (number | null)[]>>,
): Chart => ({
  ...chartOf(kind, []),
  categories,
  series: Object.entries(series).map(([name, values]) => ({
    name,
    points: values.map((value) => ({ ...pointOf(['', value, value === null ? '' : value.toFixed(1)]), decimals: 1 })),
  })),
});

export const growth: readonly Row[] = [
  ['地区生产总值', 5.7, '+5.7%'],
  ['规上工业增加值!', 8.1, '+8.1%'],
  ['跨境电商出口额', 25, '+25%'],
  ['刑事立案数', -16.6, '−16.6%'],
];
export const counts: readonly Row[] = [
  ['新增公共停车位!', 2010, '2010个'],
  ['新增公共充电桩', 1053, '1053个'],
  ['治气减排项目', 636, '636个'],
  ['省和美乡村', 72, '72个'],
  ['新增未来乡村', 5, '5个'],
];
export const shares: readonly Row[] = [
  ['民生支出占一般公共预算支出比重!', 84.8, '84.8%'],
  ['空气质量优良率', 86.6, '86.6%'],
  ['城镇登记失业率', 1.66, '1.66%'],
];
export const ranks: readonly Row[] = [
  ['综合实力', 6, '第六位'],
  ['投资潜力!', 2, '第二位'],
  ['创新指数', 7, '第七位'],
];

/** Each kind with figures that suit it. */
export const oneOfEach: Readonly<Record<ChartKind, Chart>> = {
  bar: chartOf('bar', growth, { unit: '%' }),
  column: chartOf(
    'column',
    [
      ['城镇居民人均可支配收入!', 7.9, '超7.9万元'],
      ['农村居民人均可支配收入', 5.3, '超5.3万元'],
    ],
    { unit: '万元' },
  ),
  line: chartOf(
    'line',
    [
      ['一季度', 5.1, '5.1%'],
      ['二季度', 7.2, '7.2%'],
      ['三季度', 4.4, '4.4%'],
      ['全年!', 5.7, '5.7%'],
    ],
    { unit: '%' },
  ),
  area: chartOf(
    'area',
    [
      ['一季度', 5.1, '5.1%'],
      ['二季度', 7.2, '7.2%'],
      ['三季度', 4.4, '4.4%'],
      ['全年!', 5.7, '5.7%'],
    ],
    { unit: '%' },
  ),
  pie: chartOf('pie', counts.slice(0, 3)),
  doughnut: chartOf('doughnut', counts.slice(0, 3)),
  gauge: chartOf('gauge', shares.slice(0, 1), { whole: 100, unit: '%' }),
  radar: chartOf('radar', ranks, { measure: 'rank' }),
  lollipop: chartOf('lollipop', ranks, { measure: 'rank' }),
  progress: chartOf('progress', shares, { whole: 100, unit: '%' }),
  'polar-area': chartOf('polar-area', counts),
  stepped: chartOf(
    'stepped',
    [
      ['一季度', 3.45, '3.45%'],
      ['二季度', 3.35, '3.35%'],
      ['三季度', 3.35, '3.35%'],
      ['四季度', 3.1, '3.10%'],
    ],
    { unit: '%' },
  ),
  combo: {
    ...chartOfSeries('combo', ['2022', '2023', '2024'], { 产值: [846, 921, 958], 增速: [3.2, 8.9, 4] }),
    unit: '亿元',
    lines: { names: ['增速'], unit: '%' },
  },
  scatter: chartOfSeries('scatter', ['甲镇', '乙镇', '丙镇'], { 产值: [182.4, 96.3, 240.8], 增速: [6.1, 4.2, -1.3] }),
  bubble: chartOfSeries('bubble', ['甲镇', '乙镇', '丙镇'], {
    产值: [182.4, 96.3, 240.8],
    增速: [6.1, 4.2, 7.4],
    人口: [8.2, 5.1, 14.6],
  }),
  waterfall: chartOf(
    'waterfall',
    [
      ['年初', 42, '42亿元'],
      ['收入', 86.5, '86.5亿元'],
      ['支出', -74.8, '−74.8亿元'],
      ['年末', 53.7, '53.7亿元'],
    ],
    { sums: [0, 3] },
  ),
  range: chartOfSeries('range', ['一月', '七月'], { 最低: [2.1, 25.3], 最高: [9.8, 33.7] }),
  slope: chartOfSeries('slope', ['甲市', '乙县', '丙市'], {
    '2019年': [52.1, 61.3, 60.9],
    '2024年': [68.4, 64.9, 63.5],
  }),
  dumbbell: chartOfSeries('dumbbell', ['甲市', '乙县', '丙市'], { 农村: [4.6, 3.9, 5.1], 城镇: [7.2, 6.8, 4.9] }),
  bullet: chartOfSeries('bullet', ['投资', '消费'], { 完成: [326.5, 412], 目标: [300, 430] }),
  funnel: chartOf('funnel', counts),
  pyramid: chartOfSeries('pyramid', ['0–14岁', '15–59岁', '60岁以上'], {
    男: [6.8, 30.1, 12.3],
    女: [6.2, 29.7, 14.1],
  }),
  heat: chartOfSeries('heat', ['东站', '西站'], { 一季度: [88.2, 84.5], 二季度: [91, null] }),
  map: chartOf(
    'map',
    [
      ['坎墩', 12.5, '12.5'],
      ['浒山!', 30.1, '30.1'],
      ['周巷', 8.4, '8.4'],
    ],
    {
      map: {
        width: 300,
        height: 200,
        areas: [0, 100, 200].map((x, category) => ({
          name: ['坎墩', '浒山', '周巷'][category]!,
          category,
          middle: [x + 50, 100] as const,
          rings: [
            [
              [x, 0],
              [x + 100, 0],
              [x + 100, 200],
              [x, 200],
            ],
          ],
        })),
      },
    },
  ),
  timeline: {
    ...chartOf('timeline', []),
    categories: ['立项', '主体工程', '开通'],
    series: [
      {
        name: '开始',
        points: [
          pointOf(['', 19_783, '2024年3月']),
          pointOf(['!', 20_028, '2024年11月']),
          pointOf(['', 20_622, '2026-06-18']),
        ],
      },
      {
        name: '完成',
        points: [pointOf(['', 19_905, '2024年6月']), pointOf(['!', 20_454, '2025年12月']), pointOf(['', null, ''])],
      },
      { name: '进度', points: [pointOf(['', 100, '100']), pointOf(['', 35, '35']), pointOf(['', null, ''])] },
    ],
  },
  treemap: chartOf('treemap', counts.slice(0, 3)),
  sunburst: chartOf(
    'sunburst',
    [
      ['小学', 42.5, '42.5亿元'],
      ['中学', 31, '31亿元'],
      ['医院', 28.4, '28.4亿元'],
      ['其他', 12, '12亿元'],
    ],
    { parents: [['教育'], ['教育'], ['卫生'], []] },
  ),
  mekko: chartOfSeries('mekko', ['坎墩', '浒山', '周巷'], { 一产: [3, 5, 2], 二产: [20, 12, 8], 三产: [9, 30, 6] }),
  ranks: chartOf('ranks', ranks, { measure: 'rank' }),
  box: chartOfSeries('box', ['东站', '西站'], {
    最低: [2, 3],
    下四分位: [5, 6],
    中位: [8, 9],
    上四分位: [12, 11],
    最高: [20, 15],
  }),
  histogram: chartOf(
    'histogram',
    Array.from({ length: 24 }, (_, index) => [`站${index + 1}`, ((index * 7) % 17) + 2, ''] as const),
  ),
  control: chartOf(
    'control',
    Array.from({ length: 12 }, (_, index) => [`${index + 1}月`, 20 + ((index * 5) % 7), ''] as const),
  ),
  multiples: chartOfSeries('multiples', ['一月', '二月', '三月'], { 东站: [88.2, 84.5, 90], 西站: [91, null, 92.6] }),
  chartjs: chartOf('chartjs', [], {
    chartjs: { type: 'line', data: { labels: ['甲', '乙'], datasets: [{ label: '一', data: [1, 2] }] } },
  }),
};

/** Draws, and fails on anything that the drawing could not show. */
export function draw(
  chart: Chart,
  { size, fontSize }: { readonly size: Size; readonly fontSize: number } = onSlide,
  plugins?: LoadedPlugins,
): Drawing {
  const found: Diagnostic[] = [];
  const drawing = drawVector(chart, { size, theme, fonts, fontSize }, (diagnostic) => found.push(diagnostic), plugins);
  // Names that find no room are a matter of the sample's size.
  const lacking = found.filter(({ code }) => code !== 'crowded-names');
  if (lacking.length > 0) throw new Error(lacking.map(({ message }) => message).join('; '));
  return drawing;
}

export type TextOperation = Extract<DrawingOperation, { readonly kind: 'text' }>;
export const textsIn = (drawing: Drawing): readonly TextOperation[] =>
  drawing.operations.filter((operation) => operation.kind === 'text');

export interface InkBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a text's ink is, from its font. */
export const inkOf = ({ text, x, y, size, bold }: TextOperation): InkBox => {
  const width =
    Array.from(text, (character) => fonts.face('body', bold).advance(character.codePointAt(0)!)).reduce(
      (sum, advance) => sum + advance,
      0,
    ) * size;
  return { text, left: x, right: x + width, top: y - size * 0.85, bottom: y + size * 0.1 };
};
