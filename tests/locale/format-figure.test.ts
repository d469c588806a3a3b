import { describe, expect, it } from 'vitest';
import { figureText } from '../../src/locale/cards/figure-text.js';
import { formatFigure } from '../../src/locale/format-figure.js';
import type { FormatOptions } from '../../src/locale/format-figure.js';
import type { Figure, FigurePart } from '../../src/model/figure.js';

const empty: Figure = {
  id: 'f',
  label: '指标',
  quantity: null,
  unit: null,
  qualifier: null,
  period: null,
  change: null,
  rank: null,
  award: null,
  better: 'higher',
  source: null,
  note: null,
  span: { file: 'figures.csv', line: 2, column: 1 },
  cells: {},
};
/** A number as written: `7.9` has one decimal. */
const quantity = (written: string) => ({ value: Number(written), decimals: (written.split('.')[1] ?? '').length });
const amount = (written: string, unit: string, qualifier: string | null = null): Figure => ({
  ...empty,
  quantity: quantity(written),
  unit,
  qualifier,
});
const changed = (written: string, basis: string | null = null, unit = '%'): Figure => ({
  ...empty,
  change: { quantity: quantity(written), unit, basis },
});
const ranked = (place: number, scope: string): Figure => ({ ...empty, rank: { place, scope } });
const say = (figure: Figure, part: FigurePart = 'full', options: FormatOptions = {}) =>
  formatFigure(figure, part, options);

describe('a quantity', () => {
  it.each([
    [amount('7.9', '万元', '超'), '超7.9万元'],
    [amount('546.6', '亿元'), '546.6亿元'],
    [amount('5.0', '%'), '5.0%'],
    [amount('86.6', '%'), '86.6%'],
    [amount('1', '万亿元', '首破'), '首破万亿元'],
    [amount('2', '万亿元', '首破'), '首破2万亿元'],
    [amount('1', '亿元', '超'), '超1亿元'],
    [amount('1000', '次', '余'), '千余次'],
    [amount('1600', '家', '余'), '1600余家'],
    [amount('4.5', '万人', '左右'), '4.5万人左右'],
    [amount('9', '连增'), '九连增'],
    [amount('3', '年', '连续'), '连续3年'],
    [amount('0.3', '百分点'), '0.3个百分点'],
    [amount('2010', '个'), '2010个'],
    [amount('-3.2', '亿元'), '−3.2亿元'],
    [amount('0', '件'), '0件'],
    [amount('3', '自家单位'), '3自家单位'],
  ])('is said as an office writes it: %#', (figure, text) => {
    expect(say(figure)).toBe(text);
  });

  it('keeps every decimal of its source, and none more', () => {
    expect(say(amount('1.66', '%'))).toBe('1.66%');
    expect(say(amount('12.10', '万平方米'))).toBe('12.10万平方米');
  });

  it('is said in Chinese numerals where asked', () => {
    expect(say(amount('10', '项'), 'full', { numerals: 'chinese' })).toBe('十项');
    expect(say(amount('2', '个'), 'full', { numerals: 'chinese' })).toBe('两个');
    expect(say(amount('2', '位'), 'full', { numerals: 'chinese' })).toBe('二位');
    expect(say(amount('7.9', '万元'), 'full', { numerals: 'chinese' })).toBe('7.9万元');
  });

  it('gives its parts', () => {
    const figure = amount('7.9', '万元', '超');
    expect([
      say(figure, 'value'),
      say(figure, 'number'),
      say(figure, 'unit'),
      say(figure, 'qualifier'),
      say(figure, 'label'),
    ]).toEqual(['7.9万元', '7.9', '万元', '超', '指标']);
  });
});

describe('a change', () => {
  it.each([
    [changed('8.1', '同比'), '同比增长8.1%'],
    [changed('-8.3', '同比'), '同比下降8.3%'],
    [changed('5.7'), '增长5.7%'],
    [changed('0', '同比'), '同比持平'],
    [changed('0.3', '同比', '百分点'), '同比提高0.3个百分点'],
    [changed('-0.3', null, '百分点'), '下降0.3个百分点'],
    [changed('12', '比上年末', '亿元'), '比上年末增长12亿元'],
  ])('is said in words: %#', (figure, text) => {
    expect(say(figure, 'change')).toBe(text);
    expect(say(figure)).toBe(text);
  });

  it('is signed in a column, with a true minus', () => {
    expect(say(changed('8.1', '同比'), 'change', { signed: true })).toBe('+8.1%');
    expect(say(changed('-16.6', '同比'), 'change', { signed: true })).toBe('−16.6%');
    expect(say(changed('0', '同比'), 'change', { signed: true })).toBe('0%');
  });
});

describe('a rank', () => {
  it('takes 位 in a list of the chosen, and none in a province', () => {
    expect(say(ranked(6, '全国百强县'), 'rank')).toBe('全国百强县第六位');
    expect(say(ranked(7, '全省'), 'rank')).toBe('全省第七');
    expect(say(ranked(1, '宁波'))).toBe('宁波第一');
    expect(say(ranked(12, ''))).toBe('第十二位');
  });

  it('stands beside the quantity of the same figure', () => {
    const figure = { ...amount('3', '年', '连续'), rank: { place: 1, scope: '宁波' } };
    expect([say(figure), say(figure, 'rank')]).toEqual(['连续3年', '宁波第一']);
  });
});

it('an award is said as it is', () => {
  expect(say({ ...empty, award: '首夺' })).toBe('首夺');
});

it('a part that a figure does not have is empty', () => {
  expect([say(amount('5', '个'), 'change'), say(amount('5', '个'), 'rank'), say(amount('5', '个'), 'award')]).toEqual([
    '',
    '',
    '',
  ]);
});

describe('a card', () => {
  it('has the numeral large and the rest small', () => {
    expect(
      figureText(
        { ...amount('546.6', '亿元'), change: { quantity: quantity('8.1'), unit: '%', basis: '同比' } },
        'zh-CN',
      ),
    ).toMatchObject({
      numeral: '546.6',
      before: null,
      after: '亿元',
      change: '同比增长8.1%',
      direction: 'up',
      tone: 'good',
    });
  });

  it('shows a change that is all there is as its numeral', () => {
    expect(figureText({ ...changed('-8.3', '同比'), better: 'lower' }, 'zh-CN')).toMatchObject({
      before: '同比下降',
      numeral: '8.3',
      after: '%',
      change: null,
      direction: 'down',
      tone: 'good',
    });
  });

  it('shows a rank and an award in words', () => {
    expect(figureText(ranked(6, '全国百强县'), 'zh-CN')).toMatchObject({
      before: '全国百强县',
      numeral: '第六',
      after: '位',
      rank: null,
    });
    expect(figureText({ ...empty, award: '首夺' }, 'zh-CN')).toMatchObject({
      before: null,
      numeral: '首夺',
      after: null,
    });
  });

  it('sets round words apart from their unit', () => {
    expect(figureText(amount('1', '万亿元', '首破'), 'zh-CN')).toMatchObject({
      before: '首破',
      numeral: '万亿',
      after: '元',
    });
    expect(figureText(amount('1000', '次', '余'), 'zh-CN')).toMatchObject({
      before: null,
      numeral: '千余',
      after: '次',
    });
  });

  it('colours a change by what is good, not by its direction', () => {
    const tone = (written: string, better: Figure['better']) =>
      figureText({ ...changed(written), better }, 'zh-CN').tone;
    expect([
      tone('1', 'higher'),
      tone('1', 'lower'),
      tone('-1', 'lower'),
      tone('1', 'neutral'),
      tone('0', 'higher'),
    ]).toEqual(['good', 'bad', 'good', 'neutral', 'neutral']);
  });
});

describe('in English', () => {
  const inEnglish = (figure: Figure, part: FigurePart = 'full', options: FormatOptions = {}): string =>
    say(figure, part, { ...options, language: 'en' }).replaceAll('\u00a0', ' ');

  it.each([
    [amount('1284.6', 'million', 'over'), 'over 1,284.6 million'],
    [amount('12100', 'homes'), '12,100 homes'],
    [amount('999', '%'), '999%'],
    [amount('-1000.50', '℃'), '−1,000.50℃'],
    [changed('4.2', 'year on year'), 'up 4.2% year on year'],
    [changed('-0.4', null, '百分点'), 'down 0.4 percentage points'],
    [changed('0', 'year on year'), 'unchanged year on year'],
    [ranked(6, 'in the national list'), '6th in the national list'],
    [ranked(22, ''), '22nd'],
  ])('%# is %s', (figure, text) => {
    expect(inEnglish(figure)).toBe(text);
  });

  it('signs say a change shortest', () => {
    expect([
      inEnglish(changed('-0.4', null, '百分点'), 'change', { signed: true }),
      inEnglish(changed('8.1'), 'change', { signed: true }),
    ]).toEqual(['−0.4 pp', '+8.1%']);
  });

  it('a card has a change alone as a signed numeral, and a rank as an ordinal', () => {
    expect(figureText(changed('-3.4', 'year on year'), 'en')).toMatchObject({
      before: null,
      numeral: '−3.4',
      after: '% year on year',
      direction: 'down',
    });
    expect(figureText(ranked(6, 'in the national list'), 'en')).toMatchObject({
      before: null,
      numeral: '6th',
      after: 'in the national list',
    });
  });
});
