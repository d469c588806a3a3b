/** Polar area: equal slices whose radius is the number. PowerPoint has none, so a deck shows it as a picture. */
import type { Chart } from '../../model/chart.js';
import type { ChartPlace, ChartType } from '../measure/chart-type.js';
import { chartJsConfig } from '../chartjs/chartjs-config.js';
import { colorHex, paperColor, pointColor, webColor } from '../measure/chart-palette.js';
import { layRing, ringLabels, ringPadding, type Ring } from '../chartjs/ring-labels.js';
import { wrapLabel } from '../../text/label-lines.js';
import { numbersOf } from '../measure/value-range.js';

function settle(chart: Chart, place: ChartPlace): Ring {
  const points = chart.series[0]?.points ?? [];
  return layRing(
    (fontSize, width) =>
      points.flatMap((point, index) =>
        point.value === null
          ? []
          : [
              {
                index,
                bold: point.emphasised,
                angle: ((index + 0.5) / points.length) * 2 * Math.PI,
                lines: [
                  ...wrapLabel(chart.categories[index] ?? '', fontSize, width),
                  ...(point.label === '' ? [] : [point.label]),
                ],
              },
            ],
      ),
    place,
  );
}

export const polarArea: ChartType = {
  isCrowded: (chart, place) => !settle(chart, place).hasRoom,
  toNative: () => null,
  toChartJs(chart, place) {
    const points = chart.series[0]?.points ?? [];
    const ring = settle(chart, place);
    // The longest slice reaches the rim; the rings between are thirds, for the labels say the numbers.
    const most = Math.max(0, ...numbersOf(chart)) || 1;
    return chartJsConfig(chart, place, {
      type: 'polarArea',
      legend: false,
      data: {
        labels: [...chart.categories],
        datasets: [
          {
            data: points.map((point) => Math.max(0, point.value ?? 0)),
            borderColor: colorHex(place.theme, paperColor),
            borderWidth: 1.5,
            backgroundColor: points.map((_, index) => colorHex(place.theme, pointColor(chart, place.theme, 0, index))),
          },
        ],
      },
      options: {
        layout: { padding: ringPadding(ring, place) },
        scales: {
          r: {
            min: 0,
            max: most,
            grid: { color: colorHex(place.theme, webColor), lineWidth: 0.5, circular: true },
            angleLines: { display: false },
            ticks: { display: false, stepSize: most / 3 },
            pointLabels: { display: false },
          },
        },
      },
      plugins: [ringLabels(ring, place)],
    });
  },
};
