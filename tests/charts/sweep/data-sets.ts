/**
 * Thirty sets of numbers and names as reports hold them, in two languages: invented, and seeded so that each run has
 * the same.
 */
import { quantityLabel } from '../../../src/locale/chart-label.js';
import { shortPeriod } from '../../../src/locale/format-period.js';
import { chartKindRow, type ChartKind } from '../../../src/model/chart-kinds.js';
import type { Chart, ChartPoint } from '../../../src/model/chart.js';
import { chartOf } from '../sample-charts.js';

export type Language = 'zh-CN' | 'en';

export interface DataSet {
  readonly name: string;
  readonly categories: readonly string[];
  /** Of the first series; others are made of it. */
  readonly values: readonly (number | null)[];
  readonly unit: string | null;
  /** Indices of what stands out. */
  readonly emphasised: readonly number[];
  readonly notes?: ReadonlyMap<number, string>;
}

const words = {
  'zh-CN': {
    long: [
      '规模以上工业企业研究与试验发展经费支出',
      '城镇居民人均可支配收入',
      '一般公共预算收入（剔除留抵退税因素）',
      '战略性新兴产业增加值',
      '社会消费品零售总额',
      '固定资产投资',
    ],
    short: ['坎墩', '浒山', '观海卫', '龙山', '周巷', '逍林', '崇寿', '横河'],
    month: (month: number) => `${month}月`,
    quarter: (index: number) => `${2021 + Math.floor(index / 4)}年${'一二三四'[index % 4]!}季度`,
    note: '全年最高',
    units: ['亿元', '万人', '个'],
  },
  en: {
    long: [
      'Research and development spending of industrial enterprises',
      'Disposable income of urban households per head',
      'General public budget revenue (net of refunds)',
      'Strategic emerging industries',
      'Retail sales of consumer goods',
      'Fixed asset investment',
    ],
    short: ['North', 'South', 'Harbour', 'Old Town', 'Riverside', 'West', 'Hill', 'Airport'],
    month: (month: number) =>
      ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1]!,
    quarter: (index: number) => `Q${(index % 4) + 1} ${2021 + Math.floor(index / 4)}`,
    note: 'highest of the year',
    units: ['million', 'people', 'USD million'],
  },
} as const;

/** Mulberry32: the same numbers on each run. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const round = (value: number, decimals: number): number => Number(value.toFixed(decimals));

export function dataSets(language: Language): readonly DataSet[] {
  const { long, short, month, quarter, note, units } = words[language];
  const random = randomOf(language === 'en' ? 7 : 3);
  const series = (count: number, low: number, high: number, decimals: number): number[] =>
    Array.from({ length: count }, () => round(low + random() * (high - low), decimals));
  const holes = (values: readonly number[]): (number | null)[] =>
    values.map((value) => (random() < 0.25 ? null : value));
  const names = (of: readonly string[], count: number): string[] =>
    Array.from({ length: count }, (_, index) => of[index % of.length]! + (index < of.length ? '' : ` ${index}`));
  const years = (count: number): string[] => Array.from({ length: count }, (_, index) => String(2025 - count + index));
  const set = (
    name: string,
    categories: readonly string[],
    values: readonly (number | null)[],
    unit: string | null = units[0],
    emphasised: readonly number[] = [],
    notes?: ReadonlyMap<number, string>,
  ): DataSet => ({ name, categories, values, unit, emphasised, ...(notes === undefined ? {} : { notes }) });
  const months = Array.from({ length: 12 }, (_, index) => month(index + 1));
  const quarters = Array.from({ length: 16 }, (_, index) => quarter(index));
  return [
    set('one point', names(short, 1), [42.5]),
    set('two', names(short, 2), [7.9, 5.3], units[0], [0]),
    set('two, far apart', names(short, 2), [1284.6, 3.1]),
    set('three long names', names(long, 3), series(3, 20, 90, 1), units[0], [1]),
    set('six long names', names(long, 6), series(6, 2, 99, 1), '%', [2]),
    set('six long names, of both signs', names(long, 6), series(6, -20, 20, 1), '%', [5]),
    set('eight falls', names(short, 8), series(8, -30, -1, 1), '%', [3]),
    set('eight, of both signs', names(short, 8), series(8, -9, 9, 2), units[0], [0, 4]),
    set('eight with holes', names(short, 8), holes(series(8, 1, 50, 1))),
    set('zeros', names(short, 5), [0, 0, 0, 0, 0]),
    set('some zeros', names(short, 6), [0, 12, 0, 3, 5, 0], units[2]),
    set('all the same', names(short, 5), [8, 8, 8, 8, 8], '%'),
    set('one huge', names(short, 6), [9812.4, 12.1, 8.4, 3.3, 1.2, 0.4], units[0], [0]),
    set('tiny', names(short, 5), [0.0004, 0.0012, 0.0007, 0.0001, 0.0009]),
    set('millions', names(short, 7), series(7, 1e6, 9e6, 0), units[1]),
    set('places in a list', names(short, 6), [6, 2, 7, 1, 12, 3], null),
    set('twelve months', months, series(12, 3, 12, 1), '%'),
    set('twelve months with holes', months, holes(series(12, -5, 12, 1)), '%', [6]),
    set('twelve months, a note', months, series(12, 300, 900, 1), units[0], [7], new Map([[7, note]])),
    set('five years', years(5), series(5, 700, 1300, 1), units[0], [4]),
    set('twelve years', years(12), series(12, 700, 1300, 1)),
    set('thirty years', years(30), series(30, 10, 90, 1), '%', [12]),
    set('sixty years', years(60), series(60, 10, 90, 0)),
    set('four years of quarters', quarters, series(16, 100, 300, 1)),
    set('quarters of both signs', quarters, series(16, -3, 8, 1), '%', [10]),
    set('twelve things', names([...short, ...long], 12), series(12, 1, 100, 0), units[2], [3]),
    set('twenty-four things', names(short, 24), series(24, -8, 15, 1), '%', [10]),
    set('forty things', names(short, 40), series(40, 0, 50, 1), units[0], [33]),
    set('sixty things', names(short, 60), series(60, 1, 9, 0), units[2]),
    set('steep up and down', months, [2, 95, 3, 88, 1, 99, 4, 90, 2, 97, 5, 93], '%', [1]),
  ];
}

const seriesNames = {
  'zh-CN': ['第一产业', '第二产业', '第三产业'],
  en: ['Services', 'Industry', 'Farming and fishing'],
} as const;

/** The set as columns and a line that has an axis and a unit of its own. */
export function combinationOfSet(data: DataSet, language: Language): Chart {
  const chart = chartOfSet('combo', data, language);
  return { ...chart, lines: { names: [chart.series.at(-1)!.name], unit: words[language].units[2] } };
}

/** The set as a chart of that kind, with as many series as it takes. */
export function chartOfSet(kind: ChartKind, data: DataSet, language: Language): Chart {
  const count = chartKindRow(kind).series?.count ?? (kind === 'combo' ? 2 : 1);
  const hasNotes = chartKindRow(kind).keys.includes('notes');
  const decimals = Math.max(0, ...data.values.map((value) => (String(value ?? 0).split('.')[1] ?? '').length));
  const isOnce = data.unit !== null && data.unit !== '%';
  const pointOf = (value: number | null, index: number, at: number): ChartPoint => {
    const { text, format } = quantityLabel({ value: value ?? 0, decimals }, isOnce ? null : data.unit, null, language);
    return {
      value,
      decimals,
      label: value === null ? '' : text,
      format: value === null ? null : format,
      figure: null,
      emphasised: at === 0 && data.emphasised.includes(index),
      ...(hasNotes && at === 0 && data.notes?.has(index) === true && value !== null
        ? { note: data.notes.get(index)! }
        : {}),
      span: { file: 't.csv', line: 2, column: 3 },
    };
  };
  if (kind === 'timeline') return timelineOfSet(data, language);
  return {
    ...chartOf(kind, []),
    ...(kind === 'map' ? { map: gridOfAreas(data.categories) } : {}),
    language,
    unit: data.unit,
    ...(isOnce ? { measured: data.unit! } : {}),
    categories: data.categories,
    series: Array.from({ length: count }, (_, at) => ({
      name: count === 1 ? data.name : seriesNames[language][at % 3]!,
      points: data.values.map((value, index) =>
        pointOf(value === null ? null : round(value * (1 + at * 0.25), decimals), index, at),
      ),
    })),
  };
}

/** An area for each category, in rows, all of one size. */
function gridOfAreas(categories: readonly string[]): NonNullable<Chart['map']> {
  const across = Math.ceil(Math.sqrt(categories.length * 1.6));
  const [width, height] = [100, 80];
  return {
    width: across * width,
    height: Math.ceil(categories.length / across) * height,
    areas: categories.map((name, category) => {
      const [x, y] = [(category % across) * width, Math.floor(category / across) * height];
      return {
        name,
        category,
        middle: [x + width / 2, y + height / 2],
        rings: [
          [
            [x, y],
            [x + width, y],
            [x + width, y + height],
            [x, y + height],
          ],
        ],
      };
    }),
  };
}

/** Bars of a month to a year, one after the other from 2024 on; a gap is a milestone. */
function timelineOfSet(data: DataSet, language: Language): Chart {
  const monthOf = (day: number): string => {
    const date = new Date(day * 86_400_000);
    return shortPeriod(`${date.getUTCFullYear()}-${String(date.getUTCMonth() + 1).padStart(2, '0')}`, language);
  };
  const point = (value: number | null, index: number): ChartPoint => ({
    value,
    decimals: 0,
    label: value === null ? '' : monthOf(value),
    format: null,
    figure: null,
    emphasised: data.emphasised.includes(index),
    span: { file: 't.csv', line: 2, column: 3 },
  });
  const starts = data.values.map((_, index) => 19_723 + index * 45);
  const ends = data.values.map((value, index) => (value === null ? null : starts[index]! + 30 * (1 + (index % 9))));
  return {
    ...chartOf('timeline', []),
    language,
    categories: data.categories,
    series: [
      { name: 'from', points: starts.map(point) },
      { name: 'to', points: ends.map(point) },
    ],
  };
}
