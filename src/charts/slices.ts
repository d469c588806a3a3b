/** What pies and doughnuts share: slices of a whole, each named and numbered beside the ring. */
import type { Plugin } from 'chart.js';
import type { Chart } from '../model/chart.js';
import type { Pt } from '../model/length.js';
import type { ChartPlace, ChartType } from './chart-type.js';
import { chartJsConfig } from './chartjs-config.js';
import { drawLines } from './direct-labels.js';
import { asShares, lineHeight } from './frame.js';
import { nativeChart, nativeSeries, pointLabels } from './native-parts.js';
import { colorHex, paperColor, sliceColor, textColor } from './palette.js';
import { estimateWidth, wrapLabel } from './text-width.js';

/** Of the diameter. */
const holeShare = 0.6;
/** From the ring to its labels, in pt. */
const clearOfRing: Pt = 8;

interface SliceLabel {
  readonly index: number;
  readonly lines: readonly string[];
  readonly bold: boolean;
  /** Of its box, in pt. */
  readonly centre: readonly [Pt, Pt];
  readonly width: Pt;
  readonly height: Pt;
  /** Where PowerPoint would set it by itself: in the middle of its piece of the ring. */
  readonly home: readonly [Pt, Pt];
}

interface Ring { readonly centre: readonly [Pt, Pt]; readonly radius: Pt; readonly labels: readonly SliceLabel[] }

/** The largest ring whose labels find room round it. */
function settle(chart: Chart, place: ChartPlace, hole: number): Ring {
  const { size, fontSize } = place;
  const points = chart.series[0]?.points ?? [];
  const texts = points.map((point, index) => point.value === null || point.value <= 0 ? [] :
    [...wrapLabel(chart.categories[index] ?? '', fontSize, size.width * 0.26, 2), ...(point.label === '' ? [] : [point.label])]);
  const half = Math.min(size.width, size.height) / 2;
  let ring = ringOf(chart, place, hole, texts, half - 2);
  while (ring.radius > half * 0.45 && !hasRoom(ring, place)) ring = ringOf(chart, place, hole, texts, ring.radius - 1);
  return ring;
}

function ringOf(chart: Chart, place: ChartPlace, hole: number, texts: readonly (readonly string[])[], radius: Pt): Ring {
  const { size, fontSize } = place;
  const points = chart.series[0]?.points ?? [];
  const centre = [size.width / 2, size.height / 2] as const;
  const total = points.reduce((sum, point) => sum + Math.max(0, point.value ?? 0), 0);
  let turned = 0;
  const labels = points.flatMap((point, index): SliceLabel[] => {
    const share = total === 0 ? 0 : Math.max(0, point.value ?? 0) / total;
    const angle = (turned + share / 2) * 2 * Math.PI;
    turned += share;
    const lines = texts[index] ?? [];
    if (lines.length === 0) return [];
    const [across, down] = [Math.sin(angle), -Math.cos(angle)];
    const width = Math.max(...lines.map((line) => estimateWidth(line, fontSize)));
    const height = lines.length * lineHeight(fontSize);
    let out = radius + clearOfRing;
    while (reach(across * out, down * out, width, height) < radius + clearOfRing) out += 1;
    const home = radius * (1 + hole) / 2;
    return [{
      index, lines, bold: point.emphasised, width, height, home: [centre[0] + across * home, centre[1] + down * home],
      centre: [centre[0] + across * out, centre[1] + down * out],
    }];
  });
  return { centre, radius, labels: spread(labels, place, centre, radius) };
}

/** From the ring's centre to the nearest point of a box whose middle is at (x, y). */
const reach = (x: Pt, y: Pt, width: Pt, height: Pt): Pt =>
  Math.hypot(Math.max(0, Math.abs(x) - width / 2), Math.max(0, Math.abs(y) - height / 2));

/** Labels of one side are pushed apart from the top down, then back up, and then outwards until they are clear of the ring. */
function spread(labels: readonly SliceLabel[], place: ChartPlace, [middle, centreY]: readonly [Pt, Pt], radius: Pt): SliceLabel[] {
  const moved = new Map<number, Pt>();
  for (const right of [true, false]) {
    const side = labels.filter((label) => (label.centre[0] >= middle) === right).sort((one, other) => one.centre[1] - other.centre[1]);
    let free = 0;
    for (const label of side) {
      const y = Math.max(label.centre[1], free + label.height / 2);
      moved.set(label.index, y);
      free = y + label.height / 2 + 2;
    }
    let limit = place.size.height;
    for (const label of [...side].reverse()) {
      const y = Math.min(moved.get(label.index)!, limit - label.height / 2);
      moved.set(label.index, y);
      limit = y - label.height / 2 - 2;
    }
  }
  return labels.map((label) => {
    const y = moved.get(label.index)!;
    const side = label.centre[0] >= middle ? 1 : -1;
    let x = Math.abs(label.centre[0] - middle);
    while (reach(x, y - centreY, label.width, label.height) < radius + clearOfRing - 0.5) x += 1;
    return { ...label, centre: [middle + side * x, y] };
  });
}

function hasRoom({ labels }: Ring, { size }: ChartPlace): boolean {
  const inside = labels.every(({ centre: [x, y], width, height }) =>
    x - width / 2 >= 0 && x + width / 2 <= size.width && y - height / 2 >= -0.5 && y + height / 2 <= size.height + 0.5);
  return inside && labels.every((one, at) => labels.slice(at + 1).every((other) =>
    Math.abs(one.centre[0] - other.centre[0]) >= (one.width + other.width) / 2 + 4 || Math.abs(one.centre[1] - other.centre[1]) >= (one.height + other.height) / 2));
}

export function sliceType(kind: 'pie' | 'doughnut'): ChartType {
  const hole = kind === 'doughnut' ? holeShare : 0;
  return {
    toNative(chart, place) {
      const [series] = chart.series;
      if (series === undefined) return null;
      const ring = settle(chart, place, hole);
      const edge = { color: paperColor, width: 1.5, dash: false };
      const labels = pointLabels(series, place, null, { says: 'category-value' }).flatMap((label) => {
        const set = ring.labels.find((each) => each.index === label.index);
        if (set === undefined) return [];
        const offset = { x: (set.centre[0] - set.home[0]) / place.size.width, y: (set.centre[1] - set.home[1]) / place.size.height };
        return [{ ...label, text: label.format === null ? `${chart.categories[label.index] ?? ''}\n${label.text}` : null, offset, position: kind === 'pie' ? 'ctr' as const : null }];
      });
      const native = nativeSeries(series, {
        fill: sliceColor(chart, place.theme, 0), line: edge, labels,
        points: series.points.map((_, index) => ({ index, fill: sliceColor(chart, place.theme, index), line: edge, marker: null })),
      });
      const [x, y] = ring.centre;
      return nativeChart(chart, place, {
        plots: [kind === 'pie' ? { kind, firstAngle: 0, series: [native] } : { kind, firstAngle: 0, hole: holeShare * 100, series: [native] }],
        plotArea: asShares({ x: x - ring.radius, y: y - ring.radius, width: ring.radius * 2, height: ring.radius * 2 }, place), legend: null,
      });
    },
    toChartJs(chart, place) {
      const ring = settle(chart, place, hole);
      const points = chart.series[0]?.points ?? [];
      const config = chartJsConfig({ ...chart, series: chart.series.slice(0, 1) }, place, {
        type: kind,
        data: {
          labels: [...chart.categories],
          datasets: [{
            data: points.map((point) => Math.max(0, point.value ?? 0)), borderColor: colorHex(place.theme, paperColor), borderWidth: 1.5,
            backgroundColor: points.map((_, index) => colorHex(place.theme, sliceColor(chart, place.theme, index))),
          }],
        },
        options: { radius: ring.radius, cutout: `${hole * 100}%` },
        plugins: [sliceLabels(ring, place)],
      });
      return config;
    },
  };
}

function sliceLabels(ring: Ring, place: ChartPlace): Plugin {
  return {
    id: 'sliceLabels',
    afterDatasetsDraw({ ctx }) {
      for (const label of ring.labels) {
        const [x, y] = label.centre;
        drawLines(ctx, { lines: label.lines, size: place.fontSize, bold: label.bold, color: colorHex(place.theme, textColor) },
          { left: x - label.width / 2, right: x + label.width / 2, top: y - label.height / 2, bottom: y + label.height / 2 });
      }
    },
  };
}
