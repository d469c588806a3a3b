/** Gauge: a share of a whole as a ring open at the foot, its value large in the middle. */
import type { Plugin } from 'chart.js';
import type { Chart, ChartPoint } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import type { NativeLabel } from '../../model/native-chart.js';
import type { ChartPlace, ChartType } from '../measure/chart-type.js';
import { chartJsConfig } from '../chartjs/chartjs-config.js';
import { drawLines } from '../chartjs/direct-labels.js';
import { asShares, lineHeight, ownName } from '../measure/frame.js';
import { nativeChart, nativeSeries } from '../native/native-parts.js';
import { colorHex, seriesColor, textColor, trackColor } from '../measure/chart-palette.js';
import { estimateWidth, wrapLabel } from '../../text/label-lines.js';
import { wholeOf } from '../measure/value-range.js';

/** Degrees of the ring, and where it starts, clockwise from the top. */
const sweep = 240;
const start = 240;
/**
 * The hole as a share of the diameter. LibreOffice shows half whatever is asked, so the value has to fit that, in a
 * font that may be a fifth wider.
 */
const holeShare = 0.6;
const leastHole = 0.5;

interface Setting {
  readonly point: ChartPoint;
  /** What is filled, what is not, and the open foot, in units of the value. */
  readonly parts: readonly [number, number, number];
  /** Centre and radius of the ring. */
  readonly ring: { readonly x: Pt; readonly y: Pt; readonly radius: Pt };
  /** The value's size, and the middle of its line. */
  readonly valueSize: Pt;
  readonly valueY: Pt;
  /** Lines of the name, and their middle. */
  readonly name: readonly string[];
  readonly nameY: Pt;
}

/** Without the dust of binary fractions. */
const tidy = (value: number): number => Number(value.toPrecision(12));

function settle(chart: Chart, { size, fontSize }: ChartPlace): Setting | null {
  const point = chart.series[0]?.points[0];
  if (point === undefined || point.value === null) return null;
  const filled = Math.max(0, point.value);
  const whole = wholeOf(chart);
  // The ring ends half a radius below its centre, but PowerPoint's plot needs the whole circle in the box.
  const radius = Math.max(1, Math.min(size.width, size.height) / 2 - 1);
  const [x, y] = [size.width / 2, size.height / 2];
  const valueSize = Math.round(
    Math.min(radius * 0.34, (radius * leastHole * 1.4) / Math.max(0.1, estimateWidth(point.label, 1))),
  );
  const name = wrapLabel(ownName(chart), fontSize, radius * 1.5);
  const valueY = y - radius * 0.04;
  return {
    point,
    parts: [filled, tidy(whole - filled), tidy((whole * (360 - sweep)) / sweep)],
    ring: { x, y, radius },
    valueSize,
    valueY,
    name,
    nameY: Math.max(y + radius * 0.5, valueY + valueSize * 0.7) + (lineHeight(fontSize) * name.length) / 2,
  };
}

/**
 * Where PowerPoint sets a label by itself: in the ring, half way along its piece. `from` and `share` are parts of the
 * circle.
 */
function homeOf({ ring }: Setting, from: number, share: number): readonly [Pt, Pt] {
  const angle = (start / 360 + from + share / 2) * 2 * Math.PI;
  const radius = (ring.radius * (1 + holeShare)) / 2;
  return [ring.x + Math.sin(angle) * radius, ring.y - Math.cos(angle) * radius];
}

function nativeLabels(setting: Setting, place: ChartPlace): NativeLabel[] {
  const { point, parts, ring, name } = setting;
  const total = parts[0] + parts[1] + parts[2];
  const moved = ([fromX, fromY]: readonly [Pt, Pt], y: Pt) => ({
    x: (ring.x - fromX) / place.size.width,
    y: (y - fromY) / place.size.height,
  });
  const format = point.format;
  const shared = { color: textColor, position: null, says: 'value' } as const;
  return [
    {
      ...shared,
      index: 0,
      format,
      text: format === null ? point.label : null,
      bold: true,
      size: setting.valueSize,
      offset: moved(homeOf(setting, 0, parts[0] / total), setting.valueY),
    },
    ...(name.length === 0
      ? []
      : [
          {
            ...shared,
            index: 2,
            format: null,
            text: name.join('\n'),
            bold: false,
            size: place.fontSize,
            offset: moved(homeOf(setting, 1 - parts[2] / total, parts[2] / total), setting.nameY),
          },
        ]),
  ];
}

export const gauge: ChartType = {
  toNative(chart, place) {
    const setting = settle(chart, place);
    if (setting === null) return null;
    const { parts, ring } = setting;
    const fill = seriesColor(place.theme, 0);
    const series = nativeSeries(
      { name: chart.series[0]!.name, points: [] },
      {
        values: parts,
        format: 'General',
        fill,
        labels: nativeLabels(setting, place),
        // The rest follows when the value is edited.
        formulas: [null, `${tidy(parts[0] + parts[1])}-B2`, null],
        points: [fill, trackColor, null].map((color, index) => ({ index, fill: color, line: null, marker: null })),
      },
    );
    return nativeChart(chart, place, {
      categories: [chart.categories[0] ?? '', '', ''],
      legend: null,
      plots: [{ kind: 'doughnut', firstAngle: start, hole: Math.round(holeShare * 100), series: [series] }],
      plotArea: asShares(
        { x: ring.x - ring.radius, y: ring.y - ring.radius, width: ring.radius * 2, height: ring.radius * 2 },
        place,
      ),
    });
  },
  toChartJs(chart, place) {
    const setting = settle(chart, place);
    return chartJsConfig({ ...chart, series: chart.series.slice(0, 1) }, place, {
      type: 'doughnut',
      data: {
        labels: [chart.categories[0] ?? '', '', ''],
        datasets: [
          {
            data: [...(setting?.parts ?? [0, 1, 0])],
            borderWidth: 0,
            backgroundColor: [
              colorHex(place.theme, seriesColor(place.theme, 0)),
              colorHex(place.theme, trackColor),
              'rgba(0,0,0,0)',
            ],
          },
        ],
      },
      options: { radius: setting?.ring.radius ?? 0, cutout: `${holeShare * 100}%`, rotation: start },
      plugins: setting === null ? [] : [words(setting, place)],
    });
  },
};

function words({ point, ring, valueSize, valueY, name, nameY }: Setting, place: ChartPlace): Plugin {
  const color = colorHex(place.theme, textColor);
  const around = (y: Pt, height: Pt) => ({ left: ring.x, right: ring.x, top: y - height / 2, bottom: y + height / 2 });
  return {
    id: 'gaugeWords',
    afterDatasetsDraw({ ctx }) {
      drawLines(
        ctx,
        { lines: [point.label], size: valueSize, bold: true, color },
        around(valueY, lineHeight(valueSize)),
      );
      drawLines(
        ctx,
        { lines: name, size: place.fontSize, bold: false, color },
        around(nameY, lineHeight(place.fontSize) * name.length),
      );
    },
  };
}
