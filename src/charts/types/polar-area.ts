/** Polar area: equal slices whose radius is the number. PowerPoint has none, so a deck shows it as a picture. */
import type { ChartType } from '../chart-type.js';
import { chartJsConfig } from '../chartjs-config.js';
import { lineHeight } from '../frame.js';
import { colorHex, gridColor, paperColor, pointColor, textColor } from '../palette.js';
import { wrapLabel } from '../text-width.js';
import { numbersOf } from '../value-range.js';

export const polarArea: ChartType = {
  toNative: () => null,
  toChartJs(chart, place) {
    const points = chart.series[0]?.points ?? [];
    // The longest slice reaches the rim; the rings between are thirds, for the labels say the numbers.
    const most = Math.max(0, ...numbersOf(chart)) || 1;
    return chartJsConfig({ ...chart, series: chart.series.slice(0, 1) }, place, {
      type: 'polarArea',
      data: {
        labels: chart.categories.map((name, index) => [...wrapLabel(name, place.fontSize, place.size.width * 0.28, 2), points[index]?.label ?? '']) as never,
        datasets: [{
          data: points.map((point) => Math.max(0, point.value ?? 0)), borderColor: colorHex(place.theme, paperColor), borderWidth: 1.5,
          backgroundColor: points.map((_, index) => colorHex(place.theme, pointColor(chart, place.theme, 0, index))),
        }],
      },
      options: {
        layout: { padding: lineHeight(place.fontSize) / 4 },
        scales: {
          r: {
            min: 0, max: most, grid: { color: colorHex(place.theme, gridColor), lineWidth: 0.5, circular: true }, angleLines: { display: false },
            ticks: { display: false, stepSize: most / 3 },
            pointLabels: { display: true, centerPointLabels: true, font: { size: place.fontSize, lineHeight: 1.3 }, color: colorHex(place.theme, textColor), padding: 5 },
          },
        },
      },
    });
  },
};
