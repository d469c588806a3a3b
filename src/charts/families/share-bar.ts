/** One share of a whole: its value large above a bar on a track, its name below. */
import type { Plugin } from 'chart.js';
import type { Chart } from '../../model/chart.js';
import type { Box, Pt } from '../../model/length.js';
import type { NativeLabel } from '../../model/native-chart.js';
import type { ChartPlace, ChartType } from '../measure/chart-type.js';
import { chartJsConfig, valueScale } from '../chartjs/chartjs-config.js';
import { canvasFont } from '../chartjs/direct-labels.js';
import { asShares, lineHeight, ownName } from '../measure/frame.js';
import { categoryAxis, nativeChart, nativeSeries, pointLabels, valueAxis } from '../native/native-parts.js';
import { colorHex, seriesColor, textColor, trackColor } from '../measure/chart-palette.js';
import { estimateWidth } from '../../text/label-lines.js';
import { wholeOf } from '../measure/value-range.js';

interface Setting {
  readonly bar: Box;
  readonly whole: number;
  readonly valueSize: Pt;
  /** Middles of the two lines of text. */
  readonly valueY: Pt;
  readonly nameY: Pt;
}

function settle(chart: Chart, { size, fontSize }: ChartPlace): Setting {
  const label = chart.series[0]?.points[0]?.label ?? '';
  const valueSize = Math.round(
    Math.min(fontSize * 4, size.height * 0.3, (size.width * 0.8) / Math.max(0.1, estimateWidth(label, 1))),
  );
  const thickness = fontSize * 1.5;
  const gap = fontSize * 0.7;
  const nameHeight = lineHeight(fontSize);
  const below = ownName(chart) === '' ? 0 : gap + nameHeight;
  const top = Math.max(0, (size.height - valueSize - gap - thickness - below) / 2);
  const bar = { x: 0, y: top + valueSize + gap, width: size.width, height: thickness };
  return {
    bar,
    whole: wholeOf(chart),
    valueSize,
    valueY: top + valueSize / 2,
    nameY: bar.y + thickness + gap + nameHeight / 2,
  };
}

export const shareBar: ChartType = {
  toNative(chart, place) {
    const [series] = chart.series;
    if (series === undefined) return null;
    const { bar, whole, valueSize, valueY, nameY } = settle(chart, place);
    /** PowerPoint sets it at the start of the bar, half way up. */
    const moved = (y: Pt): Pick<NativeLabel, 'offset'> => ({
      offset: { x: 0, y: (y - bar.y - bar.height / 2) / place.size.height },
    });
    const name = { ...series, points: series.points.map((point) => ({ ...point, emphasised: false })) };
    const track = nativeSeries(
      { name: '', points: [] },
      {
        values: [whole],
        format: 'General',
        fill: trackColor,
        labels:
          ownName(chart) === ''
            ? []
            : pointLabels(name, place, 'inBase', { says: 'category', format: null, text: null, ...moved(nameY) }),
      },
    );
    const share = nativeSeries(series, {
      fill: seriesColor(place.theme, 0),
      labels: pointLabels(series, place, 'inBase', { size: valueSize, bold: true, ...moved(valueY) }),
    });
    return nativeChart(chart, place, {
      plots: [
        { kind: 'bar', direction: 'bar', grouping: 'clustered', gapWidth: 0, overlap: 100, series: [track, share] },
      ],
      categoryAxis: categoryAxis(place, { visible: false, side: 'left', line: null }),
      valueAxis: valueAxis(place, { min: 0, max: whole, step: whole }, false, { side: 'bottom' }),
      plotArea: asShares(bar, place),
      legend: null,
    });
  },
  toChartJs(chart, place) {
    const setting = settle(chart, place);
    const { bar, whole } = setting;
    const look = { grouped: false, categoryPercentage: 1, barPercentage: 1, borderWidth: 0 };
    return chartJsConfig({ ...chart, series: chart.series.slice(0, 1) }, place, {
      type: 'bar',
      data: {
        labels: [...chart.categories],
        datasets: [
          { data: [whole], backgroundColor: colorHex(place.theme, trackColor), order: 2, ...look },
          {
            data: [chart.series[0]?.points[0]?.value ?? null],
            backgroundColor: colorHex(place.theme, seriesColor(place.theme, 0)),
            order: 1,
            ...look,
          },
        ] as never,
      },
      options: {
        indexAxis: 'y',
        layout: { padding: { left: 0, right: 0, top: bar.y, bottom: place.size.height - bar.y - bar.height } },
        scales: {
          y: { type: 'category', display: false },
          x: valueScale(place, { min: 0, max: whole, step: whole }, false),
        },
      },
      plugins: [words(chart, setting, place)],
    });
  },
};

function words(chart: Chart, { bar, valueSize, valueY, nameY }: Setting, place: ChartPlace): Plugin {
  const lines = [
    { text: chart.series[0]?.points[0]?.label ?? '', size: valueSize, bold: true, y: valueY },
    { text: ownName(chart), size: place.fontSize, bold: false, y: nameY },
  ];
  return {
    id: 'shareWords',
    afterDatasetsDraw({ ctx }) {
      ctx.save();
      ctx.fillStyle = colorHex(place.theme, textColor);
      ctx.textAlign = 'left';
      ctx.textBaseline = 'alphabetic';
      for (const { text, size, bold, y } of lines) {
        ctx.font = canvasFont(size, bold);
        ctx.fillText(text, bar.x, y + size * 0.37);
      }
      ctx.restore();
    },
  };
}
