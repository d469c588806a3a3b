import { describe, expect, it } from 'vitest';
import { labelFormat } from '../../../src/charts/measure/label-format.js';
import type { ChartPoint } from '../../../src/model/chart.js';
import { printNumber } from '../native-reader.js';

const point = (value: number | null, decimals: number, label: string): ChartPoint => ({
  value,
  decimals,
  label,
  figure: null,
  emphasised: false,
  span: { file: 'figures.csv', line: 2, column: 1 },
});

describe('the format code of a label', () => {
  it.each([
    [7.9, 1, '超7.9万元'],
    [2010, 0, '2010个'],
    [2010, 0, '2,010个'],
    [8.1, 1, '+8.1%'],
    [-16.6, 1, '−16.6%'],
    [-8.3, 1, '同比下降8.3%'],
    [0, 0, '0个'],
    [1.66, 2, '1.66%'],
    [5, 1, '5.0%'],
  ])('prints %d with %d decimals as %s', (value, decimals, label) => {
    expect(printNumber(labelFormat(point(value, decimals, label))!, value)).toBe(label);
  });

  it('serves rises and falls alike where labels are signed', () => {
    expect(labelFormat(point(8.1, 1, '+8.1%'))).toBe(labelFormat(point(-16.6, 1, '−16.6%')));
  });

  it.each([
    [6, 0, '第六位'],
    [1000, 0, '千余次'],
    [1, 0, '首破万亿元'],
    [5, 0, '15个'],
    [5, 0, '5.7%'],
    [null, 0, '5'],
  ])('is not made where the label does not hold the number: %s, %s decimals, %s', (value, decimals, label) => {
    expect(labelFormat(point(value, decimals, label))).toBeNull();
  });
});
