/** Marks upon charts from a column of a page to a whole slide: each text can be read, and none is cut or struck. */
import { expect, it } from 'vitest';
import { chartTypes } from '../../../src/charts/chart-types.js';
import type { ChartType } from '../../../src/charts/measure/chart-type.js';
import type { Chart } from '../../../src/model/chart.js';
import { hearTheRunner } from '../../hear-the-runner.js';
import { blocksOf, withYaml } from '../../read/report-files.js';
import type { onSlide } from '../sample-charts.js';
import { draw, inkOf, textsIn, theme } from '../sample-charts.js';
import { beyondFrame, crossings, overlaps } from './drawn-faults.js';

const specs = [
  'type: column, series: 甲, compare: [2020, 2024]',
  'type: column, series: 甲, difference: [2020, 2024]',
  'type: column, series: 甲, average: true, target: 130',
  'type: column, series: 甲, brackets: [{ from: 2020, to: 2022, label: 头三年 }]',
  'type: column, stack: stacked, series: [甲, 乙], compare: [2020, 2024], beside: [cagr, share]',
  'type: bar, series: 甲, difference: [2020, 2024]',
  'type: bar, series: 甲, average: true, target: 130',
  'type: line, series: 甲, compare: [2020, 2024]',
  'type: line, series: [甲, 乙], average: true',
  'type: line, series: 甲, callouts: [{ at: 2022, text: 高架通车 }]',
];

const tables = {
  'three years': '2020,846.2,120\n2022,958.4,150\n2024,1101.9,210',
  'a fall': '2020,846.2,120\n2022,258.4,150\n2024,101.9,210',
  'both signs': '2020,-46.2,12\n2022,58.4,15\n2024,101.9,21',
  'fifteen years': Array.from(
    { length: 15 },
    (_, year) => `${2010 + year},${100 + ((year * 37) % 23) * 12.5},${40 + ((year * 13) % 11) * 3}`,
  ).join('\n'),
} as const;

function chartOver(spec: string, rows: string): Chart {
  const { blocks } = blocksOf('{{chart "c"}}', {
    report: {
      ...withYaml(`charts:\n  c: { title: 图, table: t, unit: 亿元, ${spec} }\ntables:\n  t: { file: tables/t.csv }\n`),
      'tables/t.csv': `年,甲,乙\n${rows}\n`,
    },
  });
  return blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []))[0]!;
}

/** Width, height and size of words, in pt: from a column of a page to a slide. */
const places = [240, 340, 520, 860].flatMap((width) =>
  [110, 140, 210, 330].flatMap((height) => [8, 12].map((fontSize) => ({ size: { width, height }, fontSize }))),
);
const isAll = process.env['BRIEFKIT_SWEEP'] === 'all';
/** A part of the places, another one for each chart. */
const chosen = (at: number): typeof places => places.filter((_, index) => isAll || (index * 3 + at) % 7 === 0);

function faultsAt(chart: Chart, place: typeof onSlide): readonly string[] {
  const type: ChartType = chartTypes[chart.kind];
  // What finds no room is told.
  if (type.isCrowded?.(chart, { theme, ...place }) === true) return [];
  if (type.lacksBeside?.(chart, { theme, ...place }) === true) return [];
  const { width, height } = place.size;
  const cut = textsIn(draw(chart, place))
    .map(inkOf)
    .filter(({ top, bottom }) => top < -1 || bottom > height + 1)
    .map(({ text }) => `${text} is cut above or below`);
  return [...cut, ...overlaps(chart, place), ...beyondFrame(chart, place), ...crossings(chart, place)].map(
    (fault) => `${width} × ${height}, ${place.fontSize} pt: ${fault}`,
  );
}

it.each(specs.flatMap((spec, at) => Object.keys(tables).map((rows, row) => [spec, rows, at * 4 + row] as const)))(
  'a chart of %s over %s can be read',
  async (spec, rows, at) => {
    const chart = chartOver(spec, tables[rows as keyof typeof tables]);
    const faults: string[] = [];
    for (const place of chosen(at)) {
      faults.push(...faultsAt(chart, place));
      await hearTheRunner();
    }
    expect(faults).toEqual([]);
  },
);
