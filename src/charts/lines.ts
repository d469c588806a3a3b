/** What lines and areas share: points over categories, joined. */
import type { Chart } from '../model/chart.js';
import type { Pt } from '../model/length.js';
import type { NativeMarker } from '../model/native-chart.js';
import type { Color } from '../model/theme.js';
import type { ChartPlace, ChartType } from './chart-type.js';
import { categoryScale, chartJsConfig, seriesLabels, valueScale, zeroLine } from './chartjs-config.js';
import { directLabels } from './direct-labels.js';
import { asShares, frameWithColumns, lineHeight, type Frame } from './frame.js';
import { categoryAxis, nativeChart, nativeSeries, pointLabels, valueAxis } from './native-parts.js';
import { colorHex, hasEmphasis, paperColor, seriesColor } from './palette.js';
import { estimateWidth } from './text-width.js';
import { decimalsOf, numbersOf, roundRange, type ValueRange } from './value-range.js';

interface Setting {
  readonly frame: Frame;
  readonly range: ValueRange;
  /** Every point has its label; else the axis is shown. */
  readonly labelled: boolean;
}

/** From the middle of a point to its label, in pt. */
const clearOfPoint: Pt = 6;

const lineWidth = (place: ChartPlace): Pt => place.fontSize >= 11 ? 2.25 : 1.5;

function settle(chart: Chart, place: ChartPlace): Setting {
  const { fontSize } = place;
  const points = chart.series.flatMap((series) => series.points);
  const widest = Math.max(0, ...points.map((point) => estimateWidth(point.label, fontSize)));
  const slot = place.size.width / Math.max(1, chart.categories.length);
  const labelled = chart.series.length === 1 && widest <= slot - 4;
  const range = roundRange(numbersOf(chart));
  const axisWidth = labelled ? 0 : Math.max(...[range.min, range.max].map((end) => estimateWidth(end.toFixed(decimalsOf(range.step)), fontSize))) + 10;
  const frame = frameWithColumns(chart, place, axisWidth);
  // The topmost label, or half a line of the topmost tick, stands above the plot.
  const above = labelled ? lineHeight(fontSize) + clearOfPoint : fontSize * 0.6;
  return { frame: { ...frame, plot: { ...frame.plot, y: frame.plot.y + above, height: frame.plot.height - above } }, range, labelled };
}

const marker = (place: ChartPlace, color: Color, large: boolean): NativeMarker =>
  ({ symbol: 'circle', size: (place.fontSize >= 11 ? 7 : 5) + (large ? 2 : 0), fill: color, line: { color: paperColor, width: 1.25, dash: false } });

/** With an accent on some points, only those have a mark; with many points none has. */
const hasMark = (chart: Chart, series: number, point: number): boolean =>
  hasEmphasis(chart) ? chart.series[series]?.points[point]?.emphasised === true : chart.categories.length <= 14;

export function lineType(filled: boolean): ChartType {
  return {
    toNative(chart, place) {
      const { frame, range, labelled } = settle(chart, place);
      const series = chart.series.map((each, index) => {
        const color = seriesColor(place.theme, index);
        return nativeSeries(each, {
          fill: filled ? { ...color, lighten: 0.65 } : null,
          line: { color, width: lineWidth(place), dash: false },
          marker: filled ? null : { symbol: 'none', size: 5, fill: null, line: null },
          points: filled ? [] : each.points.flatMap((point, at) => !hasMark(chart, index, at) ? [] : [{
            index: at, fill: null, line: { color, width: lineWidth(place), dash: false }, marker: marker(place, color, point.emphasised),
          }]),
          labels: filled || !labelled ? [] : pointLabels(each, place, 't'),
        });
      });
      // PowerPoint sets the labels of an area in its middle; a line over it, of the same numbers, could not be edited with it, so the axis speaks.
      const axisShown = filled || !labelled;
      return nativeChart(chart, place, {
        plots: [{ kind: filled ? 'area' : 'line', grouping: 'standard', series }],
        categoryAxis: categoryAxis(place),
        valueAxis: valueAxis(place, range, axisShown),
        plotArea: asShares(frame.plot, place),
      });
    },
    toChartJs(chart, place) {
      const { frame, range, labelled } = settle(chart, place);
      return chartJsConfig(chart, place, {
        type: 'line', frame,
        data: {
          labels: frame.categoryLines.map((lines) => [...lines]),
          datasets: chart.series.map((series, index) => {
            const color = seriesColor(place.theme, index);
            const hex = colorHex(place.theme, color);
            return {
              label: series.name, data: series.points.map((point) => point.value), borderColor: hex, borderWidth: lineWidth(place), borderJoinStyle: 'round',
              borderCapStyle: 'round', clip: false, fill: filled ? 'origin' : false, backgroundColor: colorHex(place.theme, { ...color, lighten: 0.65 }),
              pointBackgroundColor: hex, pointBorderColor: colorHex(place.theme, paperColor), pointBorderWidth: 1.25,
              pointRadius: series.points.map((_, at) => filled || !hasMark(chart, index, at) ? 0 : marker(place, color, series.points[at]!.emphasised).size / 2),
            };
          }),
        },
        options: { scales: { x: categoryScale(place, frame, 'x'), y: valueScale(place, range, !labelled, frame.plot.x) } },
        plugins: [zeroLine(place, 'y'), ...(labelled ? [directLabels(chart.series.flatMap((series, index) =>
          seriesLabels(series, index, place, ['above', 'below', 'right'], { clear: clearOfPoint })))] : [])],
      });
    },
  };
}
