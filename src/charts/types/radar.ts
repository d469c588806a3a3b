/** Radar: several numbers of one kind on spokes. */
import type { Chart } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import type { ChartPlace, ChartType } from '../measure/chart-type.js';
import { chartJsConfig } from '../chartjs/chartjs-config.js';
import { asShares, legendHeight } from '../measure/frame.js';
import { categoryAxis, hairline, nativeChart, nativeSeries, pointLabels, valueAxis } from '../native/native-parts.js';
import { markOf } from '../chartjs/marks.js';
import { colorHex, paperColor, seriesColor, textColor, webColor } from '../measure/chart-palette.js';
import { layRing, ringLabels, ringPadding, type Ring } from '../chartjs/ring-labels.js';
import { wrapLabel } from '../../text/label-lines.js';
import { isRank, numbersOf, roundRange, type ValueRange } from '../measure/value-range.js';

const lineWidth = (place: ChartPlace): Pt => (place.fontSize >= 11 ? 2.25 : 1.5);
const markerSize = (place: ChartPlace): Pt => (place.fontSize >= 11 ? 7 : 5);

/** With one series the number stands under its spoke's name, for nothing else says it. */
function settle(chart: Chart, place: ChartPlace): Ring {
  const [series, ...more] = chart.series;
  return layRing(
    (fontSize, width) =>
      chart.categories.map((name, index) => {
        const label = more.length === 0 ? (series?.points[index]?.label ?? '') : '';
        return {
          index,
          bold: more.length === 0 && series?.points[index]?.emphasised === true,
          angle: (index / chart.categories.length) * 2 * Math.PI,
          lines: [...wrapLabel(name, fontSize, width), ...(label === '' ? [] : [label])],
        };
      }),
    place,
    legendHeight(chart, place),
  );
}

/** The first place is the furthest out. */
const rangeOf = (chart: Chart): ValueRange => {
  const range = roundRange(numbersOf(chart));
  return isRank(chart) ? { min: 1, max: Math.max(2, ...numbersOf(chart)) + 1, step: 1 } : range;
};

export const radar: ChartType = {
  isCrowded: (chart, place) => !settle(chart, place).hasRoom,
  toNative(chart, place) {
    const {
      centre: [x, y],
      radius,
      fontSize,
    } = settle(chart, place);
    const series = chart.series.map((each, index) => {
      const color = seriesColor(place.theme, index);
      return nativeSeries(each, {
        line: { color, width: lineWidth(place), dash: false },
        labels: chart.series.length === 1 ? pointLabels(each, place, 'outEnd') : [],
        marker: {
          symbol: markOf(index).native,
          size: markerSize(place),
          fill: color,
          line: { color: paperColor, width: 1, dash: false },
        },
      });
    });
    return nativeChart(chart, place, {
      plots: [{ kind: 'radar', filled: false, series }],
      categoryAxis: categoryAxis(place, { line: null, labelSize: fontSize, gridlines: hairline(webColor, 0.5) }),
      // PowerPoint draws the rings only while the axis is there; with one series its labels would be a second voice.
      valueAxis: valueAxis(place, rangeOf(chart), true, {
        reversed: isRank(chart),
        labelsAt: chart.series.length === 1 ? 'none' : 'axis',
        gridlines: hairline(webColor, 0.5),
      }),
      plotArea: asShares({ x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 }, place),
    });
  },
  toChartJs(chart, place) {
    const ring = settle(chart, place);
    const range = rangeOf(chart);
    const grid = { color: colorHex(place.theme, webColor), lineWidth: 0.5 };
    return chartJsConfig(chart, place, {
      type: 'radar',
      data: {
        labels: [...chart.categories],
        datasets: chart.series.map((series, index) => {
          const color = colorHex(place.theme, seriesColor(place.theme, index));
          return {
            label: series.name,
            data: series.points.map((point) => point.value),
            borderColor: color,
            borderWidth: lineWidth(place),
            borderJoinStyle: 'round',
            fill: false,
            pointBackgroundColor: color,
            pointBorderColor: colorHex(place.theme, paperColor),
            pointBorderWidth: 1,
            pointStyle: markOf(index).drawn,
            pointRadius: (markerSize(place) / 2) * markOf(index).reach,
          };
        }),
      },
      options: {
        layout: { padding: ringPadding(ring, place) },
        scales: {
          r: {
            min: range.min,
            max: range.max,
            reverse: isRank(chart),
            grid,
            angleLines: grid,
            pointLabels: { display: false },
            ticks: {
              display: chart.series.length > 1,
              stepSize: range.step,
              showLabelBackdrop: false,
              z: 1,
              font: { size: place.fontSize * 0.85 },
              color: colorHex(place.theme, textColor),
            },
          },
        },
      },
      plugins: [ringLabels(ring, place)],
    });
  },
};
