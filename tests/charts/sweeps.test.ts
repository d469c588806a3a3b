/**
 * Every kind over numbers and names of every sort: what is drawn can be read, and the deck says the same as the page.
 */
import { describe, expect, it } from 'vitest';
import { chartTypes } from '../../src/charts/chart-types.js';
import type { ChartType } from '../../src/charts/measure/chart-type.js';
import { quantityLabel } from '../../src/locale/chart-label.js';
import { chartKindRow, chartKinds, type ChartKind } from '../../src/model/chart-kinds.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Chart, ChartPoint } from '../../src/model/chart.js';
import { checkDomain } from '../../src/resolve/chart-domain.js';
import type { ChartSpec } from '../../src/model/report.js';
import { cellsOf, readNative } from './native-reader.js';
import { chartOf, draw, onPaper, onSlide, textsIn, theme } from './sample-charts.js';
import { overlaps } from './sweep/drawn-faults.js';

type Numbers = readonly (number | null)[];

/** What a figure or a table may hold. */
const shapes: Readonly<Record<string, Numbers>> = {
  plain: [12.5, 8.1, 23, 4.4],
  gaps: [3, null, 5, null],
  zeros: [0, 0, 0],
  'some zeros': [0, 7, 0, 2],
  negatives: [-3.2, -8, -1.5],
  'of both signs': [4, -2.5, 9, -7],
  'one point': [42.5],
  'thirty points': Array.from({ length: 30 }, (_, index) => ((index * 37) % 29) + 1),
  huge: [1.2e9, 9.9e9, 3e9],
  tiny: [0.0004, 0.0012, 0.0007],
};

const names = {
  'zh-CN': [
    '规模以上工业企业研究与试验发展经费支出',
    '社会消费品零售总额',
    '一般公共预算收入',
    '进出口',
    '固定资产投资',
  ],
  en: ['Research and development spending', 'Retail sales', 'General public budget revenue', 'Imports', 'Investment'],
} as const;
type Language = keyof typeof names;

/** Series that a kind takes, each a little other than the one before. */
function sweepChart(kind: ChartKind, numbers: Numbers, language: Language): Chart {
  const count = chartKindRow(kind).series?.count ?? 2;
  const decimals = Math.max(0, ...numbers.map((value) => (String(value ?? 0).split('.')[1] ?? '').length));
  const unit = language === 'en' ? 'million' : '亿元';
  const pointOf = (value: number | null): ChartPoint => {
    const { text, format } = quantityLabel({ value: value ?? 0, decimals }, unit, null, language);
    const label = value === null ? '' : text;
    return {
      value,
      decimals,
      label,
      format,
      figure: null,
      emphasised: false,
      span: { file: 't.csv', line: 2, column: 3 },
    };
  };
  const words = names[language];
  return {
    ...chartOf(kind, []),
    language,
    unit,
    categories: numbers.map((_, index) => `${words[index % words.length]!}${index < words.length ? '' : ` ${index}`}`),
    series: Array.from({ length: count }, (_, at) => ({
      name: language === 'en' ? `Series ${at + 1}` : `系列${at + 1}`,
      points: numbers.map((value) => pointOf(value === null ? null : Number((value * (1 + at * 0.25)).toPrecision(6)))),
    })),
  };
}

/** What is said where the kind cannot show its numbers; nothing where it can. */
function refusals(chart: Chart): readonly string[] {
  const said: string[] = [];
  const tell = ({ message }: Diagnostic): void => void said.push(message);
  const spec = {
    id: 'c',
    kind: chart.kind,
    stack: chart.stack ?? 'none',
    table: null,
    span: chart.span,
  } as unknown as ChartSpec;
  checkDomain(spec, chart.series, { tell } as unknown as Parameters<typeof checkDomain>[2]);
  return said;
}

const kinds = chartKinds.filter((kind) => kind !== 'chartjs');
const cases = kinds.flatMap((kind) => Object.keys(shapes).map((shape) => [kind, shape] as const));
/** A seeded part of all, other for each language: all of them take a minute. */
const chosen = (language: Language) =>
  cases.filter(
    (_, index) => process.env['BRIEFKIT_SWEEP'] === 'all' || (index * 7 + (language === 'en' ? 1 : 0)) % 3 === 0,
  );

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  it.each(chosen(language))('a %s chart of numbers that are %s reads, or says why not', (kind, shape) => {
    const chart = sweepChart(kind, shapes[shape]!, language);
    const told = refusals(chart);
    if (told.length > 0) {
      expect(told.join()).toMatch(/cannot show|nothing above zero|shows one number/);
      return;
    }
    const type: ChartType = chartTypes[kind];
    // Names that find no room are told.
    for (const place of [onSlide, onPaper])
      if (type.isCrowded?.(chart, { theme, ...place }) !== true)
        expect(overlaps(chart, place), JSON.stringify(place)).toEqual([]);
    for (const operation of draw(chart).operations) expect(JSON.stringify(operation)).not.toMatch(/null,|NaN|Infinity/);
    if (chartTypes[kind].toNative(chart, { theme, ...onSlide }) === null) return;
    const read = readNative(chart);
    for (const series of read.series) {
      expect(cellsOf(read.sheet, series.cells.values)).toEqual(series.values);
      for (const value of series.values) expect(value === null || Number.isFinite(value)).toBe(true);
    }
    expect(read.xml).not.toMatch(/NaN|Infinity/);
  });
});

describe('the domain of a kind', () => {
  it.each(['pie', 'doughnut', 'polar-area', 'funnel', 'treemap', 'pyramid', 'gauge', 'progress'] as const)(
    'of %s holds no negative number',
    (kind) => {
      const said = refusals(sweepChart(kind, [5, -3].slice(kind === 'gauge' ? 1 : 0), 'en'));
      expect(said[0]).toContain('cannot show −3');
    },
  );

  it('of a percent stack and of layers of areas depends on the stack', () => {
    const percent = { ...sweepChart('column', [5, -3], 'en'), stack: 'percent' as const };
    expect(refusals(percent)[0]).toContain('a share cannot be negative');
    expect(refusals({ ...sweepChart('column', [0, 4], 'en'), stack: 'percent' })[0]).toContain('nothing above zero');
    expect(refusals({ ...sweepChart('area', [5, -3], 'en'), stack: 'stacked' })[0]).toContain('of one sign');
  });

  it('of a range has its high at or above its low', () => {
    expect(refusals(sweepChart('range', [-4, 4], 'en'))[0]).toContain('the high is below the low');
  });

  it('of a gauge is one number', () => {
    expect(refusals(sweepChart('gauge', [5, 6], 'en'))[0]).toContain('a gauge shows one number, but "c" has 2');
  });

  it('of a bubble has sizes from zero on', () => {
    const chart = sweepChart('bubble', [5, 6], 'en');
    const [across, up, size] = chart.series;
    const fallen = { ...size!, points: size!.points.map((point) => ({ ...point, value: -4, label: '−4' })) };
    expect(refusals({ ...chart, series: [across!, up!, fallen] })[0]).toContain('a size cannot be negative');
  });
});

describe('names of things', () => {
  const ministries = [
    'Agriculture',
    'Business and Trade',
    'Culture',
    'Digital Services',
    'Education',
    'Environment',
    'Finance',
    'Health and Social Care',
    'Housing',
    'Infrastructure',
    'Justice',
    'Science',
  ];

  it('are all set: columns without room for them lie down', () => {
    const chart = chartOf(
      'column',
      ministries.map((name, index) => [name, index + 3, String(index + 3)] as const),
    );
    const texts = textsIn(draw(chart))
      .map(({ text }) => text)
      .join(' ');
    for (const name of ministries) for (const word of name.split(' ')) expect(texts).toContain(word);
    const { xml } = readNative(chart);
    expect(xml).toContain('<c:barDir val="bar"/>');
    expect(xml).toContain('<c:tickLblSkip val="1"/>');
  });

  it('of years stand level and evenly, every second or third', () => {
    const years = Array.from({ length: 31 }, (_, index) => String(1994 + index));
    const { xml } = readNative(
      chartOf(
        'line',
        years.map((year, index) => [year, index, ''] as const),
      ),
    );
    const every = Number(/<c:tickLblSkip val="(\d+)"/.exec(xml)![1]);
    expect(every).toBeGreaterThan(1);
    expect(30 % every).toBe(0);
    expect(xml).toContain('<a:bodyPr rot="600"');
  });
});
