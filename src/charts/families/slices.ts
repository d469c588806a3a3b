/** What pies and doughnuts share: slices of a whole, each named and numbered beside the ring. */
import type { Chart } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import type { NativeLabel } from '../../model/native-chart.js';
import type { ChartPlace, ChartType } from '../measure/chart-type.js';
import { chartJsConfig } from '../chartjs/chartjs-config.js';
import { asShares } from '../measure/frame.js';
import { nativeChart, nativeSeries, pointLabels } from '../native/native-parts.js';
import { colorHex, paperColor, sliceColor } from '../measure/chart-palette.js';
import { layRing, ringLabels, type Ring, type RingText } from '../chartjs/ring-labels.js';
import { wrapLabel } from '../../text/label-lines.js';

/** The hole of a doughnut as a share of its diameter. */
const holeShare = 0.6;

/** Slices begin at the top and go clockwise; a gap, a zero and a negative number have none. */
function settle(chart: Chart, place: ChartPlace): Ring {
  const points = chart.series[0]?.points ?? [];
  const total = points.reduce((sum, point) => sum + Math.max(0, point.value ?? 0), 0);
  const textsAt = (fontSize: Pt, width: Pt): RingText[] => {
    let turned = 0;
    return points.flatMap((point, index): RingText[] => {
      if (point.value === null || point.value <= 0) return [];
      const share = point.value / total;
      const angle = (turned + share / 2) * 2 * Math.PI;
      turned += share;
      const name = wrapLabel(chart.categories[index] ?? '', fontSize, width);
      return [{ index, angle, bold: point.emphasised, lines: [...name, ...(point.label === '' ? [] : [point.label])] }];
    });
  };
  return layRing(textsAt, place);
}

/** PowerPoint sets a label in the middle of its slice and takes its place as an offset from there. */
function nativeLabels(chart: Chart, place: ChartPlace, ring: Ring, hole: number): NativeLabel[] {
  return pointLabels(chart.series[0]!, place, hole === 0 ? 'ctr' : null, { says: 'category-value' }).flatMap(
    (label) => {
      const set = ring.labels.find((each) => each.index === label.index);
      if (set === undefined) return [];
      const home: Pt = (ring.radius * (1 + hole)) / 2;
      const [homeX, homeY] = [ring.centre[0] + Math.sin(set.angle) * home, ring.centre[1] - Math.cos(set.angle) * home];
      return [
        {
          ...label,
          size: ring.fontSize,
          text: label.format === null ? `${chart.categories[label.index] ?? ''}\n${label.text}` : null,
          offset: { x: (set.centre[0] - homeX) / place.size.width, y: (set.centre[1] - homeY) / place.size.height },
        },
      ];
    },
  );
}

export function sliceType(kind: 'pie' | 'doughnut'): ChartType {
  const hole = kind === 'doughnut' ? holeShare : 0;
  return {
    isCrowded: (chart, place) => !settle(chart, place).hasRoom,
    toNative(chart, place) {
      const [series] = chart.series;
      if (series === undefined) return null;
      const ring = settle(chart, place);
      const edge = { color: paperColor, width: 1.5, dash: false };
      const native = nativeSeries(series, {
        fill: sliceColor(chart, place.theme, 0),
        line: edge,
        labels: nativeLabels(chart, place, ring, hole),
        points: series.points.map((_, index) => ({
          index,
          fill: sliceColor(chart, place.theme, index),
          line: edge,
          marker: null,
        })),
      });
      const [x, y] = ring.centre;
      return nativeChart(chart, place, {
        plots: [
          kind === 'pie'
            ? { kind, firstAngle: 0, series: [native] }
            : { kind, firstAngle: 0, hole: holeShare * 100, series: [native] },
        ],
        plotArea: asShares(
          { x: x - ring.radius, y: y - ring.radius, width: ring.radius * 2, height: ring.radius * 2 },
          place,
        ),
        legend: null,
      });
    },
    toChartJs(chart, place) {
      const ring = settle(chart, place);
      const points = chart.series[0]?.points ?? [];
      return chartJsConfig(chart, place, {
        type: kind,
        legend: false,
        data: {
          labels: [...chart.categories],
          datasets: [
            {
              data: points.map((point) => Math.max(0, point.value ?? 0)),
              borderColor: colorHex(place.theme, paperColor),
              borderWidth: 1.5,
              backgroundColor: points.map((_, index) => colorHex(place.theme, sliceColor(chart, place.theme, index))),
            },
          ],
        },
        options: { radius: ring.radius, cutout: `${hole * 100}%` },
        plugins: [ringLabels(ring, place)],
      });
    },
  };
}
