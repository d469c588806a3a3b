/** Lollipop: a dot at the number on a stem. For ranks the axis is turned round: the first place stands highest. */
import type { Plugin } from 'chart.js';
import type { Chart } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import type { NativeLine, NativeMarker, NativeSeries } from '../../model/native-chart.js';
import type { Color } from '../../model/theme.js';
import type { ChartPlace, ChartType } from '../measure/chart-type.js';
import { categoryScale, chartJsConfig, seriesLabels, valueScale, zeroLine } from '../chartjs/chartjs-config.js';
import { directLabels } from '../chartjs/direct-labels.js';
import { asShares, frameWithColumns, lineHeight, type Frame } from '../measure/frame.js';
import { categoryAxis, nativeChart, nativeSeries, pointLabels, valueAxis } from '../native/native-parts.js';
import { colorHex, pointColor, seriesColor, textColor } from '../measure/chart-palette.js';
import { isRank, numbersOf, roundRange, type ValueRange } from '../measure/value-range.js';

interface Setting {
  readonly frame: Frame;
  readonly range: ValueRange;
  readonly reversed: boolean;
  readonly dot: Pt;
  readonly stem: Pt;
}

function settle(chart: Chart, place: ChartPlace): Setting {
  const values = numbersOf(chart);
  const reversed = isRank(chart);
  const dot = place.fontSize >= 11 ? 13 : 9;
  const room = lineHeight(place.fontSize) + dot / 2 + 4;
  const frame = frameWithColumns(chart, place);
  const below = !reversed && values.some((value) => value < 0) ? room : 0;
  // A rank's foot is one place below the last one shown, so that every stem has a length.
  const last = Math.max(2, ...values);
  const range = reversed
    ? { min: 1, max: last + Math.max(1, Math.round(last / 4)), step: 1 }
    : withRoomBelow(roundRange(values), below, frame.plot.height);
  return {
    frame: { ...frame, plot: { ...frame.plot, y: frame.plot.y + room, height: frame.plot.height - room } },
    range,
    reversed,
    dot,
    stem: place.fontSize >= 11 ? 2.5 : 1.75,
  };
}

/** Names of categories stand under the plot, so a label below the lowest dot needs room in it. */
const withRoomBelow = (range: ValueRange, room: Pt, height: Pt): ValueRange => ({
  ...range,
  min: range.min - ((range.max - range.min) * Math.max(0, room)) / height,
});

/** Where stems start, in units of the axis. */
const foot = ({ reversed, range }: Setting): number => (reversed ? range.max : 0);

/** A label stands beyond its dot: below one that hangs from the axis. */
const isBelow = ({ reversed }: Setting, value: number | null | undefined): boolean => !reversed && (value ?? 0) < 0;

/** From the number back to the foot, in units of the axis; negative where it hangs. */
const stemLength = (setting: Setting, value: number | null): number | null =>
  value === null ? null : setting.reversed ? foot(setting) - value : value;

/**
 * Series of the same cells on top of the stems, or a stem would be drawn through its dot. Those that stand out are one more series:
 * LibreOffice paints all dots of a series alike, whatever its points say.
 */
function nativeDots(chart: Chart, place: ChartPlace, setting: Setting): NativeSeries[] {
  const dot = (fill: Color): NativeMarker => ({ symbol: 'circle', size: setting.dot, fill, line: null });
  const none: NativeMarker = { symbol: 'none', size: 5, fill: null, line: null };
  return chart.series.flatMap((series, index) => {
    const colors = series.points.map((_, at) => pointColor(chart, place.theme, index, at));
    const own = seriesColor(place.theme, index);
    const quiet = colors.find((color) => color !== own);
    const dots = nativeSeries(series, {
      cellsOf: index,
      marker: dot(quiet ?? own),
      labels: pointLabels(series, place, 't').map((label) =>
        isBelow(setting, series.points[label.index]?.value) ? { ...label, position: 'b' } : label,
      ),
    });
    return quiet === undefined
      ? [dots]
      : [
          dots,
          nativeSeries(series, {
            cellsOf: index,
            marker: dot(own),
            points: colors.flatMap((color, at) =>
              color === own ? [] : [{ index: at, fill: null, line: null, marker: none }],
            ),
          }),
        ];
  });
}

export const lollipop: ChartType = {
  toNative(chart, place) {
    const setting = settle(chart, place);
    const line: NativeLine = { color: place.theme.muted, width: setting.stem, dash: false };
    const stems = chart.series.map((each) =>
      nativeSeries(each, {
        marker: { symbol: 'none', size: 5, fill: null, line: null },
        stems: {
          direction: setting.reversed ? 'plus' : 'minus',
          line,
          lengths: each.points.map((point) => stemLength(setting, point.value)),
        },
      }),
    );
    return nativeChart(chart, place, {
      categories: setting.frame.categories,
      plots: [{ kind: 'line', grouping: 'standard', series: [...stems, ...nativeDots(chart, place, setting)] }],
      categoryAxis: categoryAxis(place, {
        every: setting.frame.every,
        ...(setting.reversed ? ({ crosses: 'max', labelsAt: 'high' } as const) : {}),
      }),
      valueAxis: valueAxis(place, setting.range, false, { reversed: setting.reversed }),
      plotArea: asShares(setting.frame.plot, place),
    });
  },
  toChartJs(chart, place) {
    const setting = settle(chart, place);
    return chartJsConfig(chart, place, {
      type: 'line',
      frame: setting.frame,
      data: {
        labels: setting.frame.categoryLines.map((lines) => [...lines]),
        datasets: chart.series.map((series, index) => ({
          label: series.name,
          data: series.points.map((point) => point.value),
          showLine: false,
          clip: false,
          pointRadius: setting.dot / 2,
          pointBorderWidth: 0,
          pointBackgroundColor: series.points.map((_, at) =>
            colorHex(place.theme, pointColor(chart, place.theme, index, at)),
          ),
          backgroundColor: colorHex(place.theme, textColor),
        })),
      },
      options: {
        scales: {
          x: categoryScale(place, setting.frame, 'x'),
          y: { ...valueScale(place, setting.range, false), reverse: setting.reversed },
        },
      },
      plugins: [
        stems(setting, place),
        ...(setting.reversed ? [] : [zeroLine(place, 'y')]),
        directLabels(
          chart.series.flatMap((series, index) =>
            seriesLabels(series, index, place, ['above', 'right', 'below'], { clear: setting.dot / 2 + 4 }).map(
              (label) =>
                isBelow(setting, series.points[label.index]?.value)
                  ? { ...label, spots: ['below', 'right'] as const }
                  : label,
            ),
          ),
        ),
      ],
    });
  },
};

function stems(setting: Setting, place: ChartPlace): Plugin {
  return {
    id: 'stems',
    beforeDatasetsDraw(chart) {
      const { ctx } = chart;
      const from = chart.scales['y']!.getPixelForValue(foot(setting));
      ctx.save();
      ctx.strokeStyle = colorHex(place.theme, place.theme.muted);
      ctx.lineWidth = setting.stem;
      for (const dataset of chart.getSortedVisibleDatasetMetas()) {
        for (const point of dataset.data) {
          const { x, y } = point.getProps(['x', 'y'], true);
          if (!Number.isFinite(y)) continue;
          ctx.beginPath();
          ctx.moveTo(x, from);
          ctx.lineTo(x, y);
          ctx.stroke();
        }
      }
      ctx.restore();
    },
  };
}
