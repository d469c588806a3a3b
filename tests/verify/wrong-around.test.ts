/** Numbers that are right among words that make them wrong. */
import { describe, expect, it } from 'vitest';
import { verifyText } from '../../src/verify/text/verify-text.js';

/** What is told of a text that the build wrote and somebody changed. */
const told = (built: string, edited: string): readonly string[] =>
  verifyText({ text: built, figures: [] }, null, edited, { known: null, reprint: () => null })
    .filter(({ status }) => status === 'typed-over')
    .map(({ text }) => text);

describe('a number that stands as it was built', () => {
  it.each([
    ['产值546.6亿元，居第一', '产值546.6万元，居第一', '546.6万元'],
    ['面积1.5万平方米', '面积1.5平方米', '1.5平方米'],
    ['就业4.5万人', '就业4.5人', '4.5人'],
    ['同比增长8.1%', '同比增长8.1个百分点', '8.1个百分点'],
    ['优良率86.6%', '优良率86.6‰', '86.6‰'],
    ['乡村72个', '乡村72家', '72家'],
    ['Revenue of $2,297.0m in all', 'Revenue of $2,297.0bn in all', '$2,297.0bn'],
    ['Revenue of $2,297 million', 'Revenue of €2,297 million', '€2,297million'],
    ['a margin of 18.3%', 'a margin of 18.3 points', '18.3points'],
    ['61.3 thousand tonnes', '61.3 million tonnes', '61.3million tonnes'],
    ['12 km of road', '12 m of road', '12m'],
  ])('is told with its unit where that is another: %j, %j', (built, edited, wrong) => {
    expect(told(built, edited).map((text) => text.replaceAll(' ', ''))).toEqual([wrong.replaceAll(' ', '')]);
  });

  it.each([
    ['事故起数−8.3%', '事故起数+8.3%', '+8.3'],
    ['事故起数−8.3%', '事故起数8.3%', '8.3'],
    ['产值+8.1%', '产值−8.1%', '-8.1'],
  ])('is told with its sign where that was turned or dropped: %j, %j', (built, edited, wrong) => {
    expect(told(built, edited)).toEqual([wrong]);
  });

  it('is told with the word that says the other direction', () => {
    expect(told('本年产值增长8.1%', '本年产值下降8.1%')).toEqual(['下降8.1']);
  });

  it.each([
    ['产值546.6亿元', '产值546.6 亿元'],
    ['产值546.6亿元', '产值达546.6亿'],
    ['面积1.5万平方米', '改造面积1.5万㎡'],
    ['同比增长8.1%', '同比增长8.1％'],
    ['新增未来乡村5个', '新增了5家未来乡村'],
    ['产值+8.1%', '产值8.1%'],
    ['九连增，历时3年', '九年连增，用了3年时间'],
    ['up 8.1% on 2023', 'up 8.1 per cent, 2023 being the base'],
    ['$2,297.0m', '$2,297.0 million'],
    ['6,842 people work here', '6,842 colleagues work here'],
    ['up 2.3 percentage points', 'up 2.3 pp'],
    ['in 2020-2024', 'from 2020 to 2024'],
  ])('raises no alarm where its unit is only written in another way: %j, %j', (built, edited) => {
    expect(told(built, edited)).toEqual([]);
  });
});
