/** Gauge: a share of a whole as a ring open at the foot, its value large in the middle. */
import type { Plugin } from 'chart.js';
import type { Chart, ChartPoint } from '../../model/chart.js';
import type { Box, Pt } from '../../model/length.js';
import type { ChartPlace, ChartType } from '../chart-type.js';
import { chartJsConfig } from '../chartjs-config.js';
import { drawLines } from '../direct-labels.js';
import { asShares, lineHeight } from '../frame.js';
import { nativeChart, nativeSeries } from '../native-parts.js';
import { colorHex, seriesColor, textColor, trackColor } from '../palette.js';
import { estimateWidth, wrapLabel } from '../text-width.js';

/** Degrees of the ring, and where it starts, clockwise from the top. */
const sweep = 240;
const start = 240;
const holeShare = 0.74;

interface Setting {
  readonly point: ChartPoint;
  /** What is filled, what is not, and the open foot, in units of the value. */
  readonly parts: readonly [number, number, number];
  /** The whole circle's. */
  readonly circle: Box;
  readonly valueSize: Pt;
  readonly valueAt: Box;
  readonly name: readonly string[];
  readonly nameAt: Box;
}

const round = (value: number): number => Number(value.toPrecision(12));

function settle(chart: Chart, place: ChartPlace): Setting | null {
  const point = chart.series[0]?.points[0];
  if (point === undefined || point.value === null) return null;
  const { size, fontSize } = place;
  const whole = Math.max(chart.whole ?? 100, point.value, Number.MIN_VALUE);
  const filled = Math.max(0, point.value);
  // The circle's open quarter at the foot reaches to cos 60° of the radius; the native plot still needs the whole square.
  const radius = Math.max(1, Math.min(size.width, size.height) / 2 - 2);
  const centre = [size.width / 2, size.height / 2] as const;
  const hole = radius * holeShare;
  const valueSize = Math.min(radius * 0.42, hole * 1.55 / Math.max(0.1, estimateWidth(point.label, 1)));
  const name = wrapLabel(chart.categories[0] ?? '', fontSize, radius * 1.5);
  const [valueHeight, nameHeight] = [valueSize * 1.2, lineHeight(fontSize) * name.length];
  const valueTop = centre[1] - valueHeight * 0.55;
  return {
    point, parts: [filled, round(whole - filled), round(whole * (360 - sweep) / sweep)],
    circle: { x: centre[0] - radius, y: centre[1] - radius, width: radius * 2, height: radius * 2 },
    valueSize, valueAt: { x: centre[0] - hole, y: valueTop, width: hole * 2, height: valueHeight },
    name, nameAt: { x: centre[0] - hole, y: Math.max(valueTop + valueHeight + 2, centre[1] + radius * 0.5), width: hole * 2, height: nameHeight },
  };
}

export const gauge: ChartType = {
  toNative(chart, place) {
    const setting = settle(chart, place);
    if (setting === null) return null;
    const { point, parts, circle, name, valueSize, valueAt, nameAt } = setting;
    const fill = seriesColor(place.theme, 0);
    const widest = Math.max(estimateWidth(point.label, valueSize), ...name.map((line) => estimateWidth(line, place.fontSize)));
    const series = nativeSeries(
      { name: chart.series[0]!.name, points: [] },
      {
        values: parts, format: 'General', fill,
        // The rest follows when the value is edited.
        formulas: [null, `${round(parts[0] + parts[1])}-B2`, null],
        points: [
          { index: 0, fill, line: null, marker: null }, { index: 1, fill: trackColor, line: null, marker: null }, { index: 2, fill: null, line: null, marker: null },
        ],
      },
    );
    return nativeChart(chart, place, {
      categories: [chart.categories[0] ?? '', '', ''],
      plots: [{ kind: 'doughnut', firstAngle: start, hole: Math.round(holeShare * 100), series: [series] }],
      plotArea: asShares(circle, place), legend: null,
      title: {
        lines: [
          { text: point.label, size: valueSize, bold: true, color: textColor },
          ...name.map((text) => ({ text, size: place.fontSize, bold: false, color: textColor })),
        ],
        at: { x: (place.size.width - widest) / 2 / place.size.width, y: (valueAt.y + (nameAt.y > valueAt.y ? 0 : 0)) / place.size.height },
      },
    });
  },
  toChartJs(chart, place) {
    const setting = settle(chart, place);
    const parts = setting?.parts ?? [0, 1, 0];
    return chartJsConfig({ ...chart, series: chart.series.slice(0, 1) }, place, {
      type: 'doughnut',
      data: {
        labels: [chart.categories[0] ?? '', '', ''],
        datasets: [{
          data: [...parts], borderWidth: 0,
          backgroundColor: [colorHex(place.theme, seriesColor(place.theme, 0)), colorHex(place.theme, trackColor), 'rgba(0,0,0,0)'],
        }],
      },
      options: { radius: (setting?.circle.width ?? 0) / 2, cutout: `${holeShare * 100}%`, rotation: start },
      plugins: setting === null ? [] : [words(setting, place)],
    });
  },
};

function words({ point, valueSize, valueAt, name, nameAt }: Setting, place: ChartPlace): Plugin {
  const color = colorHex(place.theme, textColor);
  const rect = (box: Box) => ({ left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height });
  return {
    id: 'gaugeWords',
    afterDatasetsDraw({ ctx }) {
      drawLines(ctx, { lines: [point.label], size: valueSize, bold: true, color }, rect(valueAt));
      drawLines(ctx, { lines: name, size: place.fontSize, bold: false, color }, rect(nameAt));
    },
  };
}
