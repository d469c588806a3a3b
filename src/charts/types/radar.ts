/** Radar: several numbers of one kind on spokes. */
import type { Chart } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import type { ChartPlace, ChartType } from '../chart-type.js';
import { chartJsConfig } from '../chartjs-config.js';
import { legendHeight, lineHeight } from '../frame.js';
import { categoryAxis, hairline, nativeChart, nativeSeries, pointLabels, valueAxis } from '../native-parts.js';
import { colorHex, paperColor, seriesColor, textColor, webColor } from '../palette.js';
import { wrapLabel } from '../text-width.js';
import { numbersOf, roundRange } from '../value-range.js';

const lineWidth = (place: ChartPlace): Pt => place.fontSize >= 11 ? 2.25 : 1.5;

/** With one series the number stands under its spoke's name, for nothing else says it. */
function spokeLines(chart: Chart, place: ChartPlace): string[][] {
  return chart.categories.map((name, index) => {
    const label = chart.series.length === 1 ? chart.series[0]!.points[index]?.label ?? '' : '';
    return [...wrapLabel(name, place.fontSize, place.size.width * 0.28, 2), ...(label === '' ? [] : [label])];
  });
}

export const radar: ChartType = {
  toNative(chart, place) {
    const range = roundRange(numbersOf(chart));
    const spokes = spokeLines(chart, place);
    const series = chart.series.map((each, index) => {
      const color = seriesColor(place.theme, index);
      return nativeSeries(each, {
        labels: chart.series.length === 1 ? pointLabels(each, place, 'outEnd') : [],
        line: { color, width: lineWidth(place), dash: false },
        marker: { symbol: 'circle', size: place.fontSize >= 11 ? 6 : 4, fill: color, line: { color: paperColor, width: 1, dash: false } },
      });
    });
    const top = legendHeight(chart, place) + lineHeight(place.fontSize) * Math.max(1, ...spokes.map((lines) => lines.length));
    return nativeChart(chart, place, {
      plots: [{ kind: 'radar', filled: false, series }],
      categoryAxis: categoryAxis(place, { line: null, gridlines: hairline(webColor, 0.5) }),
      // PowerPoint draws the rings of a radar only while the axis is there, so it stays, with labels too small to be a second voice.
      valueAxis: valueAxis(place, range, true, { labelsAt: chart.series.length === 1 ? 'none' : 'axis' }),
      plotArea: { x: 0.2, y: top / place.size.height, width: 0.6, height: Math.max(0.2, 1 - (top + lineHeight(place.fontSize) * 2) / place.size.height) },
    });
  },
  toChartJs(chart, place) {
    const range = roundRange(numbersOf(chart));
    const grid = { color: colorHex(place.theme, webColor), lineWidth: 0.5 };
    return chartJsConfig(chart, place, {
      type: 'radar',
      data: {
        labels: spokeLines(chart, place),
        datasets: chart.series.map((series, index) => {
          const color = seriesColor(place.theme, index);
          return {
            label: series.name, data: series.points.map((point) => point.value), borderColor: colorHex(place.theme, color), borderWidth: lineWidth(place), fill: false,
            pointBackgroundColor: colorHex(place.theme, color), pointBorderColor: colorHex(place.theme, paperColor), pointBorderWidth: 1, pointRadius: place.fontSize >= 11 ? 3.5 : 2.5,
          };
        }),
      },
      options: {
        layout: { padding: { top: legendHeight(chart, place) + 2, bottom: 2, left: 2, right: 2 } },
        scales: {
          r: {
            min: range.min, max: range.max, grid, angleLines: grid,
            ticks: { display: chart.series.length > 1, stepSize: range.step, showLabelBackdrop: false, z: 1, font: { size: place.fontSize * 0.85 }, color: colorHex(place.theme, textColor) },
            pointLabels: { font: { size: place.fontSize, lineHeight: 1.3 }, color: colorHex(place.theme, textColor), padding: 5 },
          },
        },
      },
    });
  },
};
