/** Rows of a table bound to the areas of a file by their names; what does not match is told. */
import { describe, expect, it } from 'vitest';
import { surveyReport } from '../layout/sweep/survey-report.js';

const area = (properties: object, x: number) => ({
  type: 'Feature',
  properties,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, 50],
        [x + 1, 50],
        [x + 1, 51],
        [x, 51],
        [x, 50],
      ],
    ],
  },
});
const areas = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    area({ name: 'Kent County', code: 'A1' }, 10),
    area({ name: 'Avon', code: 'A2' }, 11),
    area({ name: '慈溪市', code: 'A3' }, 12),
  ],
});
const report = (chart: string): string => `bundle: annual-briefing
theme: celadon
locale: en
title: Towns
date: '2025-01-31'
outputs: [deck.pptx]
sections: [{ id: s, title: S, findings: [{ id: f, title: Towns differ, chart: m }] }]
charts:
  m: { type: map, title: Output, table: t${chart} }
tables:
  t: { file: t.csv }
figures: []
`;
const survey = async (rows: string, chart = ', areas: towns.geojson') => {
  const { found, told } = await surveyReport({
    'report.yaml': report(chart),
    't.csv': `Town,Output\n${rows}`,
    'towns.geojson': areas,
  });
  const chartItem = found.documents
    .get('deck')
    ?.pages.flatMap(({ items }) => items)
    .find((item) => item.kind === 'chart');
  return {
    bound: chartItem?.chart.map?.areas.map(({ name, category }) => [name, category]),
    alt: chartItem?.chart.alt,
    told: told.map(({ code, span, hint }) => `${code} ${span?.file.split('/').at(-1)}:${span?.line} ${hint ?? ''}`),
  };
};

describe('a map', () => {
  it('knows areas with what kind they are or without, in any order', async () => {
    const { bound, told, alt } = await survey('慈溪,3\nkent,1\nAvon,2\n');
    expect(bound).toEqual([
      ['kent', 1],
      ['Avon', 2],
      ['慈溪', 0],
    ]);
    expect(told.filter((line) => line.includes('area'))).toEqual([]);
    expect(alt).toMatch(/^Map: Output\. .*highest: 慈溪, lowest: kent/);
  });

  it('finds the property by which the rows call areas', async () => {
    expect((await survey('A3,1\nA1,2\nA2,3\n')).bound).toEqual([
      ['A1', 1],
      ['A2', 2],
      ['A3', 0],
    ]);
  });

  it('tells a row without an area at its cell, with the nearest name, and areas without a number', async () => {
    const { told, bound } = await survey('Avvon,2\nKent County,1\n');
    expect(told.filter((line) => line.includes('area'))).toEqual([
      'unknown-area t.csv:2 did you mean "Avon"?',
      expect.stringContaining('area-without-number report.yaml:9'),
    ]);
    expect(bound).toEqual([
      ['Kent County', 1],
      ['Avon', null],
      ['慈溪市', null],
    ]);
  });

  it.each([
    ['no areas', '', 'chart-needs-areas'],
    ['a file that is not there', ', areas: twons.geojson', 'missing-file'],
    ['a file that is no map', ', areas: t.csv', 'not-a-map'],
    ['a file outside of the report', ', areas: ../../secret.geojson', 'outside-folder'],
  ])('with %s is an error', async (_what, chart, code) => {
    expect((await survey('Avon,2\n', chart)).told.join('\n')).toContain(code);
  });

  it('is refused its key on another kind', async () => {
    const { told } = await surveyReport({
      'report.yaml': report(', areas: towns.geojson').replace('type: map', 'type: bar'),
      't.csv': 'Town,Output\nAvon,2\n',
      'towns.geojson': areas,
    });
    expect(told.map(({ message }) => message).join('\n')).toContain('areas');
  });
});
