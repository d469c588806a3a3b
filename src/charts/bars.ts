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
import { numbersOf, rangeWithLabels, roundRange, type ValueRange } from './value-range.js';

/** Of a bar's width, the gap between categories: PowerPoint's `gapWidth`. */
const gapWidth = (chart: Chart): number => chart.categories.length <= 3 ? 90 : 60;

interface Setting {
  readonly frame: Frame;
  readonly range: ValueRange;
  /** Every bar has its label; else the axis is shown. */
  readonly labelled: boolean;
}

const slotWidth = (chart: Chart, extent: Pt): Pt => extent / Math.max(1, chart.categories.length) / (1 + gapWidth(chart) / 100 / Math.max(1, chart.series.length)) / Math.max(1, chart.series.length);

function settle(chart: Chart, place: ChartPlace, rows: boolean): Setting {
  const { fontSize } = place;
  const points = chart.series.flatMap((series) => series.points);
  const frame = rows ? frameWithRows(chart, place) : frameWithColumns(chart, place);
  const bar = slotWidth(chart, rows ? frame.plot.height : frame.plot.width);
  const widest = Math.max(0, ...points.map((point) => estimateWidth(point.label, fontSize)));
  const alone = chart.series.length === 1;
  // A single column's label may reach over the gaps beside it.
  const labelled = rows ? bar >= fontSize * 0.95 : widest <= (alone ? frame.plot.width / chart.categories.length - 4 : bar + 2);
  if (labelled) {
    const labels = points.flatMap((point) => point.value === null ? [] : [{
      value: point.value, room: labelGap + (rows ? estimateWidth(point.label, fontSize) * 1.02 + 2 : lineHeight(fontSize) + 1),
    }]);
    return { frame, range: rangeWithLabels(labels, rows ? frame.plot.width : frame.plot.height), labelled };
  }
  const range = roundRange(numbersOf(chart));
  const axisWidth = Math.max(estimateWidth(String(range.max), fontSize), estimateWidth(String(range.min), fontSize)) + 10;
  if (rows) return { frame: { ...frame, plot: { ...frame.plot, height: frame.plot.height - lineHeight(fontSize) - 8 } }, range, labelled };
  return { frame: frameWithColumns(chart, place, axisWidth), range, labelled };
}

export function barType(rows: boolean): ChartType {
  return {
    toNative(chart, place) {
      const { frame, range, labelled } = settle(chart, place, rows);
      const series = chart.series.map((each, index) => nativeSeries(each, {
        fill: seriesColor(place.theme, index), points: pointFills(chart, place, index),
        labels: labelled ? pointLabels(each, place, 'outEnd') : [],
      }));
      return nativeChart(chart, place, {
        plots: [{ kind: 'bar', direction: rows ? 'bar' : 'col', grouping: 'clustered', gapWidth: gapWidth(chart), overlap: 0, series }],
        categoryAxis: categoryAxis(place, rows ? { side: 'left', reversed: true } : {}),
        valueAxis: valueAxis(place, range, !labelled, rows ? { side: 'bottom', crosses: 'max' } : {}),
        plotArea: asShares(frame.plot, place),
      });
    },
    toChartJs(chart, place) {
      const { frame, range, labelled } = settle(chart, place, rows);
      const [category, value] = rows ? ['y', 'x'] as const : ['x', 'y'] as const;
      const share = 1 / (1 + gapWidth(chart) / 100 / chart.series.length);
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
            [value]: { ...valueScale(place, range, !labelled, rows ? 0 : frame.plot.x) },
          },
        },
        plugins: [zeroLine(place, value), ...(labelled ? [directLabels(chart.series.flatMap((series, index) => seriesLabels(series, index, place, ['beyond'])))] : [])],
      });
    },
  };
}
