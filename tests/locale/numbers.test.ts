import { describe, expect, it } from 'vitest';
import { chineseNumber } from '../../src/locale/chinese-number.js';
import { formatPeriod } from '../../src/locale/format-period.js';
import { unitOf } from '../../src/locale/units/units.js';
import { unitNames } from '../../src/model/unit.js';

describe('a whole number in Chinese', () => {
  it.each([
    [0, '零'],
    [2, '二'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [24, '二十四'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [1053, '一千零五十三'],
    [2010, '二千零一十'],
    [10005, '一万零五'],
    [10050, '一万零五十'],
    [1000100, '一百万零一百'],
    [100000000, '一亿'],
    [100000005, '一亿零五'],
    [-3, '负三'],
  ])('%d is %s', (number, text) => {
    expect(chineseNumber(number)).toBe(text);
  });

  it('is not made of what is not whole', () => {
    expect([chineseNumber(7.9), chineseNumber(Number.NaN), chineseNumber(1e20)]).toEqual([null, null, null]);
  });
});

it.each([
  ['2024', '2024年'],
  ['2024-09', '2024年9月'],
  ['2024-09-30', '2024年9月30日'],
  ['2024Q3', '2024年三季度'],
  ['2024H1', '2024年上半年'],
  ['2020/2024', '2020年至2024年'],
  ['十四五', '十四五'],
])('the period %s is said %s', (period, text) => {
  expect(formatPeriod(period, 'zh-CN')).toBe(text);
});

it('every unit has an entry, and a whole where it is a share', () => {
  expect(unitNames.every((name) => unitOf(name).name === name)).toBe(true);
  expect([unitOf('%').whole, unitOf('‰').whole, unitOf('个').whole]).toEqual([100, 1000, null]);
});

it.each([
  ['2024', '2024'],
  ['2024-09', 'September 2024'],
  ['2024-09-30', '30 September 2024'],
  ['2024Q3', 'Q3 2024'],
  ['2024H1', 'first half of 2024'],
  ['2020/2024', '2020–2024'],
  ['Term 3', 'Term 3'],
])('the period %s is said %s in English', (period, text) => {
  expect(formatPeriod(period, 'en')).toBe(text);
});
