import { describe, expect, it } from 'vitest';
import { changeLabel, placeLabel, quantityLabel, tickFormat, tickLabel } from '../../src/locale/chart-label.js';
import { printNumber } from '../charts/native-reader.js';

const quantity = (value: number, decimals: number) => ({ value, decimals });
const change = (value: number, unit: string) => ({ quantity: quantity(value, 1), unit, basis: null });

describe('the label of a number', () => {
  it.each([
    [7.9, 1, '万元', '超', 'zh-CN', '超7.9万元'],
    [2010, 0, '个', null, 'zh-CN', '2010个'],
    [2010, 0, null, null, 'en', '2,010'],
    [-16.6, 1, '%', null, 'zh-CN', '−16.6%'],
    [0, 0, '个', null, 'zh-CN', '0个'],
    [1.66, 2, '%', null, 'zh-CN', '1.66%'],
    [-1234.5, 1, null, null, 'en', '−1,234.5'],
  ])(
    '%d with %d decimals in %s, %s, is printed by its format as well',
    (value, decimals, unit, qualifier, language, text) => {
      const label = quantityLabel(quantity(value, decimals), unit, qualifier, language);
      expect(label.text).toBe(text);
      expect(printNumber(label.format!, value)).toBe(text);
    },
  );

  it('follows an edit over zero without losing its unit or gaining a second sign', () => {
    const { format } = quantityLabel(quantity(-2, 0), '亿元', null, 'zh-CN');
    expect(printNumber(format!, 3)).toBe('3亿元');
    const rise = quantityLabel(quantity(1234, 0), '亿元', null, 'zh-CN');
    expect(printNumber(rise.format!, -5)).toBe('−5亿元');
  });

  it.each([
    [1000, '次', '余'],
    [1, '万亿元', '首破'],
    [9, '连增', null],
  ])('has no format where it does not hold the number as digits: %d %s', (value, unit, qualifier) => {
    expect(quantityLabel(quantity(value, 0), unit, qualifier, 'zh-CN').format).toBeNull();
    expect(placeLabel({ place: 6, scope: '全省' }, 'zh-CN')).toEqual({ text: '第六位', format: null });
  });
});

it('one format serves changes that rise, fall and stay', () => {
  const { text, format } = changeLabel(change(8.1, '%'), 'zh-CN');
  expect(text).toBe('+8.1%');
  expect([8.1, -16.6, 0].map((value) => printNumber(format!, value))).toEqual(['+8.1%', '−16.6%', '0.0%']);
});

describe('a tick', () => {
  it('says numbers as the language does, with the unit at its place', () => {
    expect(tickLabel(1500, 0, null, 'en')).toBe('1,500');
    expect(tickLabel(-10, 0, null, 'zh-CN')).toBe('−10');
    expect(tickLabel(30, 0, 'million', 'en').replaceAll('\u00a0', ' ')).toBe('30 million');
    expect(tickLabel(400, 0, '亿元', 'zh-CN')).toBe('400亿元');
    expect(tickLabel(0.0001, null, null, 'en')).toBe('0.0001');
  });

  it('keeps the minus of negatives where the last one says the unit', () => {
    expect(tickFormat(0, '%', 7.5, 'zh-CN')).toBe('[>=7.5]0"%";[<0]"−"0;0');
    expect(tickFormat(1, null, 7.5, 'en')).toBe('#,##0.0;"−"#,##0.0');
  });
});
