/** Scatter and bubble: two numbers across and up, a third as the size of the dot; each dot is named beside it. */
import type { ChartConfiguration, Plugin } from 'chart.js';
import type { Chart } from '../../model/chart.js';
import type { Box, Pt } from '../../model/length.js';
import type { NativeChart, NativeLabel, NativePlot, NativePoint } from '../../model/native-chart.js';
import type { ChartPlace, ChartType } from '../measure/chart-type.js';
import { chartJsConfig, valueScale } from '../chartjs/chartjs-config.js';
import { chartFontFamily, directLabels, type DirectLabel } from '../chartjs/direct-labels.js';
import { asShares, lineHeight } from '../measure/frame.js';
import { nativeChart, nativeSeries, valueAxis } from '../native/native-parts.js';
import {
  axisColor,
  colorHex,
  gridColor,
  paperColor,
  pointColor,
  seriesColor,
  textColor,
  withAlpha,
} from '../measure/chart-palette.js';
import { estimateWidth } from '../../text/label-lines.js';
import { dotNames, type Spot } from './dot-names.js';
import {
  roundRange,
  tickText,
  valueAxisWidth,
  withFewerTicks,
  withUnit,
  type ValueRange,
} from '../measure/value-range.js';

const nativeSpots = { right: 'r', left: 'l', above: 't', below: 'b' } as const;

interface Dot {
  readonly index: number;
  readonly x: Pt;
  readonly y: Pt;
  readonly radius: Pt;
  /** By how much its number alone would draw it too small to be seen, in pt of its radius. */
  readonly lacks: Pt;
  readonly spot: Spot | null;
}
interface Setting {
  readonly plot: Box;
  readonly across: ValueRange;
  readonly up: ValueRange;
  readonly dots: readonly Dot[];
}

/** Numbers that lie far from zero need no zero; half a step stays free round them. */
function rangeOf(values: readonly number[], chart: Chart): ValueRange {
  const [low, high] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
  const spread = (high - low) * 0.08;
  const ends = [low - (low - spread < 0 && low >= 0 ? low : spread), high + spread];
  return withUnit(roundRange(ends, low >= 0 && low < high * 0.5), null, chart);
}

/** The radius of the smallest bubble that is seen, in pt. */
const leastRadius: Pt = 2.5;

const numbersAt = (chart: Chart, series: number): (number | null)[] =>
  (chart.series[series]?.points ?? []).map(({ value }) => value);
const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

function settle(chart: Chart, place: ChartPlace, bubbles: boolean): Setting {
  const { size, fontSize } = place;
  const [xs, ys, sizes] = [0, 1, 2].map((at) => numbersAt(chart, at)) as [
    (number | null)[],
    (number | null)[],
    (number | null)[],
  ];
  const wide = rangeOf(known(xs), chart);
  const up = rangeOf(known(ys), chart);
  const left = valueAxisWidth(up, fontSize);
  const [top, foot] = [lineHeight(fontSize) * 1.7 + 4, lineHeight(fontSize) * 2 + 13];
  // Half of the last tick stands past the end of the axis.
  const right = Math.max(fontSize, estimateWidth(tickText(wide, wide.max), fontSize) / 2 + 1);
  const plot = { x: left, y: top, width: size.width - left - right, height: Math.max(10, size.height - top - foot) };
  const across = withFewerTicks(wide, plot.width, fontSize);
  const most = Math.max(0, ...known(sizes)) || 1;
  const largest = Math.min(plot.width, plot.height) * 0.125;
  const placed = xs.flatMap((x, index): Omit<Dot, 'spot'>[] => {
    const [y, third] = [ys[index] ?? null, sizes[index] ?? null];
    if (x === null || y === null || (bubbles && third === null)) return [];
    const natural = Math.sqrt(Math.max(0, third ?? 0) / most) * largest;
    return [
      {
        index,
        x: plot.x + ((x - across.min) / (across.max - across.min)) * plot.width,
        y: plot.y + ((up.max - y) / (up.max - up.min)) * plot.height,
        // One that is very small is seen all the same.
        radius: bubbles ? Math.max(leastRadius, natural) : fontSize >= 11 ? 5 : 3.5,
        lacks: bubbles ? Math.max(0, leastRadius - natural) : 0,
      },
    ];
  });
  const named = placed.map((dot) => ({
    ...dot,
    width: estimateWidth(chart.categories[dot.index] ?? '', fontSize),
    emphasised: chart.series[0]?.points[dot.index]?.emphasised === true,
  }));
  const spots = dotNames(named, lineHeight(fontSize), plot, size.width);
  return { plot, across, up, dots: placed.map((dot, at) => ({ ...dot, spot: spots[at]! })) };
}

function nativePlots(chart: Chart, place: ChartPlace, { dots }: Setting, bubbles: boolean): NativePlot[] {
  const column = (at: number) => nativeSeries(chart.series[at]!, {});
  const labels = dots.flatMap(({ index, spot }): NativeLabel[] =>
    spot === null
      ? []
      : [
          {
            index,
            format: null,
            text: chart.categories[index] ?? '',
            color: textColor,
            bold: chart.series[0]!.points[index]!.emphasised,
            size: place.fontSize,
            position: nativeSpots[spot],
            offset: null,
            says: 'value',
          },
        ],
  );
  const fill = seriesColor(place.theme, 0);
  const colorOf = (index: number) => pointColor({ ...chart, series: chart.series.slice(0, 1) }, place.theme, 0, index);
  const edge = { color: paperColor, width: 1, dash: false };
  const marker = (index: number) => ({
    symbol: 'circle' as const,
    size: dots[0]!.radius * 2,
    fill: colorOf(index),
    line: edge,
  });
  const drawn = nativeSeries(chart.series[1]!, {
    labels,
    across: { x: 0, size: bubbles ? 2 : null },
    line: bubbles ? edge : null,
    fill: bubbles ? { ...fill, alpha: bubbleAlpha } : null,
    marker: bubbles || dots.length === 0 ? null : { symbol: 'circle', size: dots[0]!.radius * 2, fill, line: edge },
    points: dots.flatMap(({ index, lacks }): NativePoint[] => {
      if (colorOf(index) === fill && lacks === 0) return [];
      if (!bubbles) return [{ index, fill: null, line: null, marker: marker(index) }];
      // PowerPoint draws a bubble as large as its number says: one too small to be seen grows by its edge.
      const line = lacks === 0 ? edge : { ...edge, color: colorOf(index), width: 2 * lacks };
      return [{ index, fill: { ...colorOf(index), alpha: bubbleAlpha }, line, marker: null }];
    }),
  });
  // Columns of the workbook in the order of the spec: x, y, size.
  return [
    { kind: 'cells', series: [column(0)] },
    { kind: bubbles ? 'bubble' : 'scatter', series: [drawn] },
    ...(bubbles ? [{ kind: 'cells', series: [column(2)] } as const] : []),
  ];
}

const bubbleAlpha = 0.75;

function toNative(chart: Chart, place: ChartPlace, bubbles: boolean): NativeChart | null {
  if (chart.series.length < (bubbles ? 3 : 2)) return null;
  const setting = settle(chart, place, bubbles);
  const axis = (range: ValueRange, at: number) => ({
    ...valueAxis(place, range, true),
    crosses: 'min' as const,
    title: chart.series[at]!.name,
  });
  return nativeChart(chart, place, {
    plots: nativePlots(chart, place, setting, bubbles),
    legend: null,
    plotArea: asShares(setting.plot, place),
    categoryAxis: {
      ...axis(setting.across, 0),
      side: 'bottom',
      line: { color: axisColor, width: 0.75, dash: false },
      gridlines: null,
    },
    valueAxis: axis(setting.up, 1),
  });
}

/** Names beside the dots, at the spots that were found for them. */
function dotLabels(chart: Chart, place: ChartPlace, dots: readonly Dot[]): DirectLabel[] {
  return dots.flatMap(({ index, spot, radius }, at): DirectLabel[] =>
    spot === null
      ? []
      : [
          {
            dataset: 0,
            index: at,
            lines: [chart.categories[index] ?? ''],
            size: place.fontSize,
            bold: chart.series[0]!.points[index]!.emphasised,
            color: colorHex(place.theme, textColor),
            spots: [spot],
            weight: radius,
            clear: radius + 4,
          },
        ],
  );
}

/** Scales of just the frame's size, so that the plot stands where the native chart has it. */
function scalesOf(place: ChartPlace, { plot, across, up }: Setting): Record<'x' | 'y', object> {
  const foot = place.size.height - plot.y - plot.height - lineHeight(place.fontSize);
  return {
    x: {
      ...valueScale(place, across, true, { height: foot }),
      grid: { display: false },
      border: { display: true, color: colorHex(place.theme, axisColor), width: 0.75 },
    },
    y: {
      ...valueScale(place, up, true, { width: plot.x }),
      grid: { color: colorHex(place.theme, gridColor), lineWidth: 0.5, drawTicks: false },
    },
  };
}

function toChartJs(chart: Chart, place: ChartPlace, bubbles: boolean): ChartConfiguration {
  const setting = settle(chart, place, bubbles);
  const { plot, dots } = setting;
  const one = { ...chart, series: chart.series.slice(0, 1) };
  const hex = (index: number): string => colorHex(place.theme, pointColor(one, place.theme, 0, index));
  const at = (series: number, index: number): number => numbersAt(chart, series)[index]!;
  const data = dots.map(({ index, radius }) => ({ x: at(0, index), y: at(1, index), r: radius }));
  const right = place.size.width - plot.x - plot.width;
  return chartJsConfig(one, place, {
    type: bubbles ? 'bubble' : 'scatter',
    legend: false,
    data: {
      datasets: [
        {
          data,
          clip: false,
          pointRadius: dots[0]?.radius ?? 0,
          backgroundColor: dots.map(({ index }) => (bubbles ? withAlpha(hex(index), bubbleAlpha) : hex(index))),
          borderColor: dots.map(({ index, lacks }) =>
            lacks === 0 ? colorHex(place.theme, paperColor) : withAlpha(hex(index), bubbleAlpha),
          ),
          borderWidth: 1,
        },
      ] as never,
    },
    options: {
      layout: { padding: { left: 0, right, top: plot.y, bottom: lineHeight(place.fontSize) } },
      scales: scalesOf(place, setting),
    },
    plugins: [axisTitles(chart, place, plot), directLabels(dotLabels(chart, place, dots))],
  });
}

export const pointType = (bubbles: boolean): ChartType => ({
  toNative: (chart, place) => toNative(chart, place, bubbles),
  toChartJs: (chart, place) => toChartJs(chart, place, bubbles),
});

/** The name of the upright axis lies level above it, that of the lower one under it. */
function axisTitles(chart: Chart, place: ChartPlace, plot: Box): Plugin {
  const title = (at: number): string => chart.series[at]?.name ?? '';
  return {
    id: 'axisTitles',
    afterDraw({ ctx }) {
      ctx.save();
      ctx.font = `${place.fontSize}px ${chartFontFamily}`;
      ctx.fillStyle = colorHex(place.theme, textColor);
      ctx.textAlign = 'left';
      ctx.textBaseline = 'alphabetic';
      ctx.fillText(title(1), 0, place.fontSize * 1.02);
      ctx.textAlign = 'center';
      ctx.fillText(title(0), plot.x + plot.width / 2, place.size.height - place.fontSize * 0.28);
      ctx.restore();
    },
  };
}
