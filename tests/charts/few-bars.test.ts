import { describe, expect, it } from 'vitest';
import { chartTypes } from '../../src/charts/chart-types.js';
import { chartOf, chartOfSeries, draw, inkOf, onPaper, onSlide, textsIn, theme, type Row } from './sample-charts.js';

const two: readonly Row[] = [
  ['工业!', 8.1, '+8.1%'],
  ['全县', 5.7, '+5.7%'],
];
const six: readonly Row[] = ['一', '二', '三', '四', '五', '六'].map((name, index) => [
  name,
  index + 1,
  `${index + 1}%`,
]);

describe.each(['column', 'bar'] as const)('a %s chart', (kind) => {
  const sizesOf = (rows: readonly Row[], place = onSlide): readonly number[] => {
    const labels = new Set(rows.map(([, , label]) => label));
    return textsIn(draw(chartOf(kind, rows, { unit: '%' }), place)).flatMap(({ text, size }) =>
      labels.has(text) ? [size] : [],
    );
  };

  it('of two bars has larger numbers, the largest where one stands out, the same in a deck', () => {
    const [loud, plain] = sizesOf(two);
    expect(loud).toBeGreaterThan(plain!);
    expect(plain).toBeGreaterThan(onSlide.fontSize);
    const native = chartTypes[kind].toNative(chartOf(kind, two, { unit: '%' }), { ...onSlide, theme })!;
    expect(native.plots[0]!.series[0]!.labels.map(({ size }) => size)).toEqual([loud, plain]);
  });

  it('of six bars, or in little room, has numbers of the size of its other labels', () => {
    expect(new Set(sizesOf(six))).toEqual(new Set([onSlide.fontSize]));
    const little = { ...onPaper, size: { width: 70, height: 60 } };
    expect(sizesOf(two, little).every((size) => size === little.fontSize)).toBe(true);
  });
});

describe('a rank strip', () => {
  const ends = (rank: number, whole: number | null) =>
    textsIn(draw(chartOf('ranks', [['甲', rank, `第${rank}`]], { whole }), onPaper)).map(({ text }) => text);

  it('ends where the list does, else at the next ten', () => {
    expect(ends(3, 9)).toContain('9');
    expect(ends(3, null)).toContain('10');
    expect(ends(12, 9)).toContain('12');
  });
});

describe('a waterfall below zero', () => {
  const steps: readonly Row[] = [
    ['年初', 12.25, '12.25'],
    ['成本', -40.5, '−40.5'],
    ['汇率', -20.25, '−20.25'],
    ['涨价', 2.75, '+2.75'],
  ];

  it('has each label at its own bar, not at the line at zero', () => {
    const texts = textsIn(draw(chartOf('waterfall', steps), { ...onPaper, size: { width: 400, height: 260 } }));
    const at = (said: string): number => inkOf(texts.find(({ text }) => text === said)!).top;
    expect(at('−20.25') - at('−40.5')).toBeGreaterThan(60);
    expect(at('+2.75')).toBeGreaterThan(at('−20.25') + 30);
  });
});

describe('bars of many series', () => {
  const parted = (count: number) => {
    const categories = Array.from({ length: count }, (_, index) => `第${index + 1}项`);
    const series = Object.fromEntries(categories.map((name) => [name, categories.map((_, index) => index + 1)]));
    const native = chartTypes.column.toNative(chartOfSeries('column', categories, series), { ...onSlide, theme })!;
    return native.plots[0]!.series.some(({ line }) => line !== null && line !== undefined);
  };

  it('have seams between them, but where those would hide them', () => {
    expect([parted(4), parted(30)]).toEqual([true, false]);
  });
});
