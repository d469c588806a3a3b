/** Rows of a table in time: periods in any spelling, milestones, shares that are done. */
import { describe, expect, it } from 'vitest';
import { surveyReport } from '../layout/sweep/survey-report.js';

const survey = async (rows: string, series = '') => {
  const { found, told } = await surveyReport({
    'report.yaml': `bundle: annual-briefing
theme: celadon
locale: en
title: Works
date: '2025-01-31'
outputs: [deck.pptx]
sections: [{ id: s, title: S, findings: [{ id: f, title: It goes on, chart: m }] }]
charts:
  m: { type: timeline, title: Works, table: t${series} }
tables:
  t: { file: t.csv }
figures: []
`,
    't.csv': rows,
  });
  const item = found.documents
    .get('deck')
    ?.pages.flatMap(({ items }) => items)
    .find((one) => one.kind === 'chart');
  return {
    chart: item?.chart,
    told: told.map(({ code, span }) => `${code} ${span?.file.split('/').at(-1)}:${span?.line}`),
  };
};
const day = (text: string): number => Date.parse(text) / 86_400_000;

describe('a timeline', () => {
  it('reads periods from their first day to the one after their last; an empty end is a milestone', async () => {
    const { chart, told } = await survey('Work,From,To,Done\nDesign,2024Q3,Sep 2024,60\nOpening,2025-06-18,,\n');
    expect(told.filter((line) => !line.startsWith('mostly-empty'))).toEqual([]);
    expect(chart!.series.map(({ points }) => points.map(({ value }) => value))).toEqual([
      [day('2024-07-01'), day('2025-06-18')],
      [day('2024-10-01'), null],
      [60, null],
    ]);
    expect(chart!.alt).toBe('Timeline: Works. Design Q3 2024 to Sep 2024, 60 done; Opening 18 June 2025.');
  });

  it.each([
    ['what is no time', 'Work,From,To\nDesign,soon,2024\n', 'not-a-period t.csv:2'],
    ['an end before its beginning', 'Work,From,To\nDesign,2024-09,2024-03\n', 'end-before-start t.csv:2'],
    ['more done than there is', 'Work,From,To,Done\nDesign,2024,2025,130\n', 'outside-domain t.csv:2'],
    ['one column alone', 'Work,From\nDesign,2024\n', 'series-count report.yaml:9'],
  ])('tells %s at its cell', async (_what, rows, told) => {
    expect((await survey(rows)).told).toContain(told);
  });
});
