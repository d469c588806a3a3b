/** How a report argues: topics for titles, unlike things compared, cut axes, crowded rings, legends for labels. */
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/check/check-content.js';
import { isTopicTitle } from '../../src/locale/reading/topic-title.js';
import { surveyReport } from '../layout/sweep/survey-report.js';

describe('a title', () => {
  it.each([
    '产业发展情况',
    '收入构成',
    '各镇产值一览',
    'Revenue by segment',
    'Overview',
    'Market overview',
    'Performance indicators',
    'Trends in exports',
  ])('%s names a topic', (title) => {
    expect(isTopicTitle(title)).toBe(true);
  });

  it.each([
    '规上工业增加值546.6亿元',
    '产业结构更优',
    '两项指标双下降',
    '三个镇占全县近半',
    '民生“加码” 更安全更幸福',
    'Revenue by segment rose by a tenth',
    'Orders outran sales in every quarter',
    'Safer work and fewer departures',
    'Process and Laboratory carried the growth',
    '',
  ])('%s says something, or may', (title) => {
    expect(isTopicTitle(title)).toBe(false);
  });
});

const told = async (title: string, charts: string, table = 'Name,a,b\nX,1,2\nY,3,4\n'): Promise<readonly string[]> => {
  const { found } = await surveyReport({
    'report.yaml': `bundle: annual-briefing
theme: celadon
locale: en
title: T
date: '2025-01-31'
outputs: [deck.pptx]
sections: [{ id: s, title: S, findings: [{ id: f, title: '${title}', chart: c }] }]
charts:
  c: ${charts}
tables:
  t: { file: t.csv }
figures: [{ id: p, label: Places, value: 7, unit: km, source: s, period: '2024' }, { id: q, label: Share, value: 8, unit: '%', source: s, period: '2024' }]
`,
    't.csv': table,
  });
  const said: string[] = [];
  checkContent(found.data!, [...found.bound.values()], ({ code, span }) => said.push(`${code}:${span?.line}`));
  return said.filter((line) => !/^(?:unused-figure|unbound-number|missing)/.test(line));
};
const table = 'type: column, title: Numbers, table: t';

describe('what is told of a chart', () => {
  it('is nothing where it argues', async () => {
    expect(await told('Y is above X', `{ ${table} }`)).toEqual([]);
  });

  it.each([
    ['a title that is a topic', 'Sales by region', `{ ${table} }`, 'topic-title:7'],
    ['unlike units in a ring', 'It grew', '{ type: radar, title: C, figures: [p, q] }', 'unlike-units:9'],
    ['bars that begin above zero', 'It grew', `{ ${table}, options: { scales: { y: { min: 100 } } } }`, 'cut-axis:9'],
    [
      'a legend for one series',
      'It grew',
      `{ ${table}, series: [a], options: { plugins: { legend: { display: true } } } }`,
      'legend-for-label:9',
    ],
  ])('is %s', async (_what, title, chart, code) => {
    expect(await told(title, chart)).toContain(code);
  });

  it('is a ring of seven, and a legend for one category', async () => {
    const seven = `Name,a\n${Array.from({ length: 7 }, (_, at) => `N${at},${at + 1}`).join('\n')}\n`;
    expect(await told('It grew', '{ type: doughnut, title: C, table: t }', seven)).toContain('crowded-pie:9');
    expect(await told('It grew', `{ ${table} }`, 'Name,a,b,c\nX,1,2,3\n')).toContain('legend-for-label:9');
  });
});
