/** Progress: shares of a whole as bars on a track. What the track leaves over is never said: it is no figure of the report. */
import type { Chart } from '../../model/chart.js';
import type { ChartPlace, ChartType } from '../measure/chart-type.js';
import { categoryScale, chartJsConfig, seriesLabels, valueScale } from '../chartjs/chartjs-config.js';
import { directLabels } from '../chartjs/direct-labels.js';
import { asShares, frameWithRows, type Frame } from '../measure/frame.js';
import { categoryAxis, nativeChart, nativeSeries, pointFills, pointLabels, valueAxis } from '../native/native-parts.js';
import { colorHex, colorOn, pointColor, seriesColor, textColor, trackColor } from '../measure/chart-palette.js';
import { shareBar } from '../families/share-bar.js';
import { estimateWidth } from '../../text/label-lines.js';
import { wholeOf } from '../measure/value-range.js';

interface Setting {
  readonly frame: Frame;
  readonly whole: number /** Per cent of a bar's height. */;
  readonly gap: number;
}

function settle(chart: Chart, place: ChartPlace): Setting {
  const values = (chart.series[0]?.points ?? []).map((point) => point.value ?? 0);
  const whole = wholeOf(chart);
  const frame = frameWithRows({ ...chart, series: chart.series.slice(0, 1) }, place);
  const slot = frame.plot.height / Math.max(1, values.length);
  return { frame, whole, gap: Math.round(Math.min(500, Math.max(60, (slot / (place.fontSize * 2) - 1) * 100))) };
}

/** Inside the end of its bar where there is room, else past it on the track. */
function isInside(chart: Chart, place: ChartPlace, { frame, whole }: Setting, index: number): boolean {
  const point = chart.series[0]?.points[index];
  const room = ((point?.value ?? 0) / whole) * frame.plot.width;
  return estimateWidth(point?.label ?? '', place.fontSize) + 12 <= room;
}

const shareBars: ChartType = {
  toNative(chart, place) {
    const [series] = chart.series;
    if (series === undefined) return null;
    const setting = settle(chart, place);
    const labels = pointLabels(series, place, 'outEnd').map((label) =>
      isInside(chart, place, setting, label.index)
        ? {
            ...label,
            position: 'inEnd' as const,
            bold: true,
            color: colorOn(place.theme, pointColor(chart, place.theme, 0, label.index)),
          }
        : label,
    );
    // The whole lies behind the share, so that no number for the rest is made up and an edited share needs no second edit.
    const track = nativeSeries(
      { name: '', points: [] },
      { values: series.points.map(() => setting.whole), format: 'General', fill: trackColor },
    );
    const share = nativeSeries(series, {
      fill: seriesColor(place.theme, 0),
      points: pointFills({ ...chart, series: [series] }, place, 0),
      labels,
    });
    return nativeChart(chart, place, {
      categories: setting.frame.categories,
      plots: [
        {
          kind: 'bar',
          direction: 'bar',
          grouping: 'clustered',
          gapWidth: setting.gap,
          overlap: 100,
          series: [track, share],
        },
      ],
      categoryAxis: categoryAxis(place, { every: setting.frame.every, side: 'left', reversed: true, line: null }),
      valueAxis: valueAxis(place, { min: 0, max: setting.whole, step: setting.whole }, false, {
        side: 'bottom',
        crosses: 'max',
      }),
      plotArea: asShares(setting.frame.plot, place),
      legend: null,
    });
  },
  toChartJs(chart, place) {
    const setting = settle(chart, place);
    const { frame, whole, gap } = setting;
    const points = chart.series[0]?.points ?? [];
    const bars = { grouped: false, categoryPercentage: 1 / (1 + gap / 100), barPercentage: 1, borderWidth: 0 };
    const labels = chart.series
      .slice(0, 1)
      .flatMap((series) => seriesLabels(series, 1, place, ['beyond']))
      .map((label) =>
        isInside(chart, place, setting, label.index)
          ? {
              ...label,
              spots: ['left' as const],
              clear: 6,
              bold: true,
              color: colorHex(place.theme, colorOn(place.theme, pointColor(chart, place.theme, 0, label.index))),
            }
          : { ...label, color: colorHex(place.theme, textColor) },
      );
    return chartJsConfig({ ...chart, series: chart.series.slice(0, 1) }, place, {
      type: 'bar',
      frame,
      data: {
        labels: frame.categoryLines.map((lines) => [...lines]),
        datasets: [
          { data: points.map(() => whole), backgroundColor: colorHex(place.theme, trackColor), order: 2, ...bars },
          {
            data: points.map((point) => point.value),
            backgroundColor: points.map((_, index) => colorHex(place.theme, pointColor(chart, place.theme, 0, index))),
            order: 1,
            ...bars,
          },
        ] as never,
      },
      options: {
        indexAxis: 'y',
        scales: {
          y: categoryScale(place, frame, 'y'),
          x: valueScale(place, { min: 0, max: whole, step: whole }, false),
        },
      },
      plugins: [directLabels(labels)],
    });
  },
};

/** One share stands alone, its value large; several are bars below each other. */
export const progress: ChartType = {
  toNative: (chart, place) => (chart.categories.length === 1 ? shareBar : shareBars).toNative(chart, place),
  toChartJs: (chart, place) => (chart.categories.length === 1 ? shareBar : shareBars).toChartJs(chart, place),
};
