/** What bars and columns share: a bar's length is its number, its label stands past its end. */
import type { Chart } from '../model/chart.js';
import type { Pt } from '../model/length.js';
import type { ChartType, ChartPlace } from './chart-type.js';
import { categoryScale, chartJsConfig, seriesLabels, valueScale, zeroLine } from './chartjs-config.js';
import { directLabels } from './direct-labels.js';
import { asShares, frameWithColumns, frameWithRows, labelGap, lineHeight, type Frame } from './frame.js';
import { categoryAxis, nativeChart, nativeSeries, pointFills, pointLabels, valueAxis } from './native-parts.js';
import { colorHex, pointColor, seriesColor } from './palette.js';
import { estimateWidth } from './text-width.js';
import { numbersOf, rangeWithLabels, roundRange, valueAxisWidth, type ValueRange } from './value-range.js';

/** Per cent of a bar's width that is left between categories: PowerPoint's `gapWidth`. At least 60, more where bars would grow fat. */
function gapWidth(chart: Chart, place: ChartPlace, extent: Pt, rows: boolean): number {
  const slot = extent / Math.max(1, chart.categories.length);
  const fattest = place.fontSize * (rows ? 2 : 4.5);
  const series = Math.max(1, chart.series.length);
  return Math.round(Math.min(400, Math.max(60, (slot / fattest - series) * 100)));
}

interface Setting {
  readonly frame: Frame;
  readonly range: ValueRange;
  /** Every bar has its label; else the axis is shown. */
  readonly labelled: boolean;
  readonly gap: number;
}

/** Of one bar. */
const barWidth = (chart: Chart, extent: Pt, gap: number): Pt =>
  extent / Math.max(1, chart.categories.length) / (Math.max(1, chart.series.length) + gap / 100);

/** Of a value axis along the foot. */
const axisHeight = (place: ChartPlace): Pt => lineHeight(place.fontSize) + 8;

function settle(chart: Chart, place: ChartPlace, rows: boolean): Setting {
  const { fontSize } = place;
  const points = chart.series.flatMap((series) => series.points);
  const frame = rows ? frameWithRows(chart, place) : frameWithColumns(chart, place);
  const across = rows ? frame.plot.height : frame.plot.width;
  const gap = gapWidth(chart, place, across, rows);
  const bar = barWidth(chart, across, gap);
  const widest = Math.max(0, ...points.map((point) => estimateWidth(point.label, fontSize)));
  const alone = chart.series.length === 1;
  // A single column's label may reach over the gaps beside it.
  const mayLabel = rows ? bar >= fontSize * 0.95 : widest <= (alone ? frame.plot.width / chart.categories.length - 4 : bar + 2);
  if (mayLabel) {
    const labels = points.flatMap((point) => point.value === null ? [] : [{
      value: point.value, // A label of a falling bar keeps away from the names of the categories.
      room: labelGap + (rows ? estimateWidth(point.label, fontSize) * 1.02 + (point.value < 0 ? 12 : 2) : lineHeight(fontSize) + 1),
    }]);
    const range = rangeWithLabels(labels, rows ? frame.plot.width : frame.plot.height);
    if (range !== null) return { frame, range, labelled: true, gap };
  }
  const range = roundRange(numbersOf(chart));
  const axisWidth = valueAxisWidth(range, fontSize);
  if (rows) return { frame: { ...frame, plot: { ...frame.plot, height: frame.plot.height - axisHeight(place) } }, range, labelled: false, gap };
  return { frame: frameWithColumns(chart, place, axisWidth), range, labelled: false, gap };
}

export function barType(rows: boolean): ChartType {
  return {
    toNative(chart, place) {
      const { frame, range, labelled, gap } = settle(chart, place, rows);
      const series = chart.series.map((each, index) => nativeSeries(each, {
        fill: seriesColor(place.theme, index), points: pointFills(chart, place, index),
        labels: labelled ? pointLabels(each, place, 'outEnd') : [],
      }));
      return nativeChart(chart, place, {
        categories: frame.categories,
        plots: [{ kind: 'bar', direction: rows ? 'bar' : 'col', grouping: 'clustered', gapWidth: gap, overlap: 0, series }],
        categoryAxis: categoryAxis(place, { every: frame.every, ...(rows ? { side: 'left', reversed: true } as const : {}) }),
        valueAxis: valueAxis(place, range, !labelled, rows ? { side: 'bottom', crosses: 'max' } : {}),
        plotArea: asShares(frame.plot, place),
      });
    },
    toChartJs(chart, place) {
      const { frame, range, labelled, gap } = settle(chart, place, rows);
      const [category, value] = rows ? ['y', 'x'] as const : ['x', 'y'] as const;
      const share = 1 / (1 + gap / 100 / Math.max(1, chart.series.length));
      return chartJsConfig(chart, place, {
        type: 'bar', frame,
        data: {
          labels: frame.categoryLines.map((lines) => [...lines]),
          datasets: chart.series.map((series, index) => ({
            label: series.name, data: series.points.map((point) => point.value),
            backgroundColor: series.points.map((_, at) => colorHex(place.theme, pointColor(chart, place.theme, index, at))),
            categoryPercentage: share, barPercentage: 1, borderWidth: 0,
          })),
        },
        options: {
          indexAxis: category,
          scales: {
            [category]: categoryScale(place, frame, category),
            [value]: { ...valueScale(place, range, !labelled, rows ? { height: axisHeight(place) } : { width: frame.plot.x }) },
          },
        },
        plugins: [zeroLine(place, value), ...(labelled ? [directLabels(chart.series.flatMap((series, index) => seriesLabels(series, index, place, ['beyond'])))] : [])],
      });
    },
  };
}
