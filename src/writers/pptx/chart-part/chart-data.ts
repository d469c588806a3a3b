/** A native chart as its deck's identity keeps it. */
import type { NativeAxis, NativeChart } from '../../../model/native-chart.js';
import { chartMark } from '../../../powerpoint/identity/chart-mark.js';
import { joinLevels } from '../../../powerpoint/identity/category-levels.js';
import type { ChartData } from '../../../powerpoint/identity/deck-identity.js';
import { placeSeries } from './cell-references.js';

export const chartData = (chart: NativeChart, xml: string): ChartData => ({
  mark: chartMark(xml),
  categories:
    chart.groups === undefined
      ? chart.categories
      : chart.categories.map((member, index) => joinLevels(chart.groups![index] ?? '', member)),
  ...(chart.groups === undefined ? {} : { levels: 2 }),
  series: placeSeries(chart).map(({ series, column }) => ({
    name: series.name,
    column,
    values: chart.categories.map((_category, row) => series.values[row] ?? null),
    labels: series.labels.map(({ index, format, text }) => ({ point: index, format, text })),
  })),
  axes: [chart.valueAxis, chart.secondAxis ?? null].flatMap((axis) => (axis === null ? [] : [rangeOf(axis)])),
});

const rangeOf = ({ min, max, step }: NativeAxis): ChartData['axes'][number] => ({ min, max, step });
