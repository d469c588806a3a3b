import { describe, expect, it } from 'vitest';
import { namesAcross } from '../../../src/charts/measure/category-names.js';

const years = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
const quarters = (from: number, to: number, language: 'zh-CN' | 'en'): string[] =>
  years(from, to).flatMap((year) =>
    language === 'en'
      ? [1, 2, 3, 4].map((part) => `Q${part} ${year}`)
      : ['一', '二', '三', '四'].map((part) => `${year}年${part}季度`),
  );
const shown = (names: readonly string[], width: number, language: string, size = 8): string[] =>
  namesAcross(names, width / names.length, size, language).lines.map((lines) => lines.join('/'));

describe('years under a plot', () => {
  it.each([150, 180, 200, 240, 300, 400])('name the first and the last of twelve in %i pt', (width) => {
    const lines = shown(years(2013, 2024), width, 'en');
    expect([lines[0], lines.at(-1)]).toEqual(['2013', '2024']);
  });

  it('are thinned evenly, the last in the place of one too close to it', () => {
    expect(shown(years(2013, 2024), 150, 'en').filter((text) => text !== '')).toEqual([
      '2013',
      '2015',
      '2017',
      '2019',
      '2021',
      '2024',
    ]);
  });

  it('take a step that leads to the last where there is one', () => {
    expect(shown(years(2000, 2024), 250, 'en').filter((text) => text !== '')).toEqual([
      '2000',
      '2003',
      '2006',
      '2009',
      '2012',
      '2015',
      '2018',
      '2021',
      '2024',
    ]);
  });
});

describe('parts of years under a plot', () => {
  it('stand over their year, which is said once', () => {
    expect(shown(quarters(2023, 2024, 'en'), 400, 'en')).toEqual([
      'Q1/2023',
      'Q2',
      'Q3',
      'Q4',
      'Q1/2024',
      'Q2',
      'Q3',
      'Q4',
    ]);
    expect(shown(quarters(2023, 2024, 'zh-CN'), 400, 'zh-CN').slice(3, 6)).toEqual([
      '四季度',
      '一季度/2024年',
      '二季度',
    ]);
  });

  it('that begin amid a year say it there', () => {
    expect(shown(quarters(2022, 2023, 'en').slice(2), 400, 'en')).toEqual([
      'Q3/2022',
      'Q4',
      'Q1/2023',
      'Q2',
      'Q3',
      'Q4',
    ]);
  });

  it('are thinned in steps that a year holds', () => {
    const months = years(2023, 2024).flatMap((year) =>
      Array.from({ length: 12 }, (_, month) => `${year}年${month + 1}月`),
    );
    expect(shown(months, 200, 'zh-CN').filter((text) => text !== '')).toEqual([
      '1月/2023年',
      '4月',
      '7月',
      '10月',
      '1月/2024年',
      '4月',
      '7月',
      '10月',
    ]);
  });

  it('of one period each in its year keep their names whole', () => {
    expect(shown(['Q4 2022', 'Q4 2023', 'Q4 2024'], 300, 'en')).toEqual(['Q4 2022', 'Q4 2023', 'Q4 2024']);
  });
});
