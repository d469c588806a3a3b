/** What lines and areas share: points over categories, joined. */
import type { Chart, ChartPoint } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import type { NativeLabel, NativeLine, NativeMarker, NativePoint, NativeSeries } from '../../model/native-chart.js';
import type { Color } from '../../model/theme.js';
import type { ChartPlace, ChartType } from '../measure/chart-type.js';
import {
  categoryScale,
  chartJsConfig,
  linesOf,
  seriesLabels,
  targetDataset,
  valueScale,
  zeroLine,
  type LegendEntry,
} from '../chartjs/chartjs-config.js';
import { directLabels, type DirectLabel } from '../chartjs/direct-labels.js';
import { asShares, frameWithColumns, legendHeight, lineHeight, type Frame } from '../measure/frame.js';
import {
  categoryAxis,
  legendBox,
  nativeChart,
  nativeSeries,
  pointLabels,
  targetPlot,
  valueAxis,
} from '../native/native-parts.js';
import { markOf } from '../chartjs/marks.js';
import { colorHex, hasEmphasis, paperColor, seriesColor, targetColor, withAlpha } from '../measure/chart-palette.js';
import { estimateWidth } from '../../text/label-lines.js';
import { logRange, numbersOf, roundRange, valueAxisWidth, withUnit, type ValueRange } from '../measure/value-range.js';

interface Setting {
  readonly frame: Frame;
  readonly range: ValueRange;
  /** Every point has its label; else the axis is shown. */
  readonly labelled: boolean;
  /** Series are named at the ends of their lines; else in a legend. */
  readonly namedAtEnds: boolean;
}

/** From the middle of a point to its label, in pt. */
const clearOfPoint: Pt = 6;
const areaAlpha = 0.2;

function settle(chart: Chart, place: ChartPlace): Setting {
  const { fontSize } = place;
  const points = chart.series.flatMap((series) => series.points);
  const widest = Math.max(0, ...points.flatMap((point) => linesOf(point).map((line) => estimateWidth(line, fontSize))));
  const slot = place.size.width / Math.max(1, chart.categories.length);
  const labelled = chart.series.length === 1 && widest <= slot - 4;
  const range =
    chart.log === true
      ? withUnit(logRange(numbersOf(chart), 0), chart.unit, chart)
      : withUnit(roundRange(numbersOf(chart)), labelled ? null : chart.unit, chart);
  const axisWidth = labelled && chart.log !== true ? 0 : valueAxisWidth(range, fontSize);
  // The topmost label, or half a line of the topmost tick, stands above the plot.
  const mostLines = Math.max(1, ...points.map((point) => linesOf(point).length));
  const above = labelled || points.some(standsOut) ? lineHeight(fontSize) * mostLines + clearOfPoint : fontSize * 0.6;
  const lowered = (frame: Frame, by: Pt): Frame => ({
    ...frame,
    plot: { ...frame.plot, y: frame.plot.y + by, height: frame.plot.height - by },
  });
  const frame = lowered(frameWithColumns(chart, place, axisWidth), above);
  const setting = { range, labelled, frame };
  if (chart.series.length === 1) return { ...setting, namedAtEnds: false };
  const names = Math.max(...chart.series.map((series) => estimateWidth(series.name, fontSize))) + clearOfPoint;
  // The last point stands half a slot from the plot's edge, and a narrower plot has narrower slots.
  const halfSlot = 1 / (2 * Math.max(1, chart.categories.length));
  const kept = Math.max(0, (names - (place.size.width - axisWidth) * halfSlot) / (1 - halfSlot)) + 1;
  const open = lowered(
    frameWithColumns(chart, { ...place, size: { ...place.size, width: place.size.width - kept } }, axisWidth),
    above - legendHeight(chart, place) + legendHeight({ ...chart, series: chart.series.slice(0, 1) }, place),
  );
  return endsLieApart(chart, open, range, lineHeight(fontSize)) && names <= place.size.width * 0.3
    ? { ...setting, frame: open, namedAtEnds: true }
    : { ...setting, namedAtEnds: false };
}

/** In pt from the top of the plot. */
function heightOf(value: number, { plot }: Frame, range: ValueRange): Pt {
  const scaled = (number: number): number => (range.log === true ? Math.log10(Math.max(number, range.min)) : number);
  return ((scaled(range.max) - scaled(value)) / (scaled(range.max) - scaled(range.min))) * plot.height;
}

function endsLieApart(chart: Chart, frame: Frame, range: ValueRange, least: Pt): boolean {
  const ends = chart.series.map((series) => series.points.at(-1)?.value ?? null);
  if (ends.includes(null)) return false;
  const heights = ends.map((end) => heightOf(end!, frame, range)).sort((one, other) => one - other);
  return heights.every((height, index) => index === 0 || height - heights[index - 1]! >= least);
}

/** Below its point where the line to a neighbour would run through a label above it, as in a valley. */
function isBelow(chart: Chart, { frame, range }: Setting, place: ChartPlace, at: number): boolean {
  const points = chart.series[0]?.points ?? [];
  const slot = frame.plot.width / Math.max(1, chart.categories.length);
  const height = (index: number): Pt | null => {
    const value = points[index]?.value ?? null;
    return value === null ? null : heightOf(value, frame, range);
  };
  const own = height(at);
  if (own === null) return false;
  const reach = estimateWidth(points[at]!.label, place.fontSize) / 2 + 2;
  /** How far the neighbouring line climbs within the label's half width; negative where it falls. */
  const climbs = [height(at - 1), height(at + 1)].flatMap((other) =>
    other === null ? [] : [(own - other) * Math.min(1, reach / slot)],
  );
  const crossesAbove = climbs.some((climb) => climb > clearOfPoint);
  const crossesBelow = climbs.some((climb) => -climb > clearOfPoint);
  const fitsBelow = own + clearOfPoint + lineHeight(place.fontSize) <= frame.plot.height;
  return crossesAbove && !crossesBelow && fitsBelow;
}

const lineOf = (place: ChartPlace, color: Color): NativeLine => ({
  color,
  width: place.fontSize >= 11 ? 2.25 : 1.5,
  dash: false,
});

const markerOf = (place: ChartPlace, color: Color, large: boolean, series: number): NativeMarker => ({
  symbol: markOf(series).native,
  size: (place.fontSize >= 11 ? 7 : 5) + (large ? 2 : 0),
  fill: color,
  line: { color: paperColor, width: 1.25, dash: false },
});

const noMarker: NativeMarker = { symbol: 'none', size: 5, fill: null, line: null };

/** About so many marks tell one line from others. */
const marksToALine = 10;

/** One line alone: with an accent on some points, only those have a mark; with many points none has. Several lines have marks to be told apart by. */
function hasMark(chart: Chart, series: number, point: number): boolean {
  const emphasised = chart.series[series]?.points[point]?.emphasised === true;
  if (chart.series.length > 1) return emphasised || point % Math.ceil(chart.categories.length / marksToALine) === 0;
  return hasEmphasis(chart) ? emphasised : chart.categories.length <= 14;
}

function nativeLabels(chart: Chart, place: ChartPlace, setting: Setting, index: number): NativeLabel[] {
  const series = chart.series[index]!;
  if (setting.labelled) {
    return pointLabels(series, place, 't').map((label) =>
      isBelow(chart, setting, place, label.index) ? { ...label, position: 'b' } : label,
    );
  }
  if (!setting.namedAtEnds)
    return pointLabels(series, place, 't').filter((label) => standsOut(series.points[label.index]!));
  const last = chart.categories.length - 1;
  return pointLabels(series, place, 'r', { says: 'series', format: null, text: null }).filter(
    (label) => label.index === last,
  );
}

function nativeLine(
  chart: Chart,
  place: ChartPlace,
  setting: Setting,
  index: number,
  cellsOf: number | null,
): NativeSeries {
  const series = chart.series[index]!;
  const color = seriesColor(place.theme, index);
  const several = chart.series.length > 1;
  return nativeSeries(series, {
    unlisted: chart.series.length === 1 || setting.namedAtEnds,
    line: lineOf(place, color),
    marker: several ? markerOf(place, color, false, index) : noMarker,
    labels: nativeLabels(chart, place, setting, index),
    cellsOf,
    points: series.points.flatMap((point, at): NativePoint[] => {
      const marked = hasMark(chart, index, at);
      // As its series is.
      if (!isForecast(chart, at) && marked === several && !point.emphasised) return [];
      const unmarked = several ? noMarker : null;
      return [
        {
          index: at,
          fill: null,
          line: { ...lineOf(place, color), dash: isForecast(chart, at) },
          marker: marked ? markerOf(place, color, point.emphasised, index) : unmarked,
        },
      ];
    }),
  });
}

const isForecast = (chart: Chart, point: number): boolean => chart.forecast !== undefined && point >= chart.forecast;

/** What has its label where others have none. */
const standsOut = (point: ChartPoint): boolean => point.emphasised || point.note !== undefined;

/** Labels of a drawn chart: numbers at the points, or names at the ends. */
function drawnLabels(chart: Chart, place: ChartPlace, setting: Setting): DirectLabel[] {
  if (setting.labelled) {
    return chart.series
      .slice(0, 1)
      .flatMap((series) => seriesLabels(series, 0, place, ['above', 'below', 'right'], { clear: clearOfPoint }))
      .map((label) =>
        isBelow(chart, setting, place, label.index) ? { ...label, spots: ['below', 'above', 'right'] } : label,
      );
  }
  if (!setting.namedAtEnds) {
    return chart.series.flatMap((series, index) =>
      seriesLabels(series, index, place, ['above', 'right', 'left'], { clear: clearOfPoint }).filter((label) =>
        standsOut(series.points[label.index]!),
      ),
    );
  }
  const last = chart.categories.length - 1;
  return chart.series
    .flatMap((series, index) =>
      seriesLabels(series, index, place, ['right'], { clear: clearOfPoint, lines: [series.name] }),
    )
    .filter((label) => label.index === last);
}

/** Names that stand at the ends of their lines need no legend; a target has no other place for its own. */
const legendOfLines = (chart: Chart, { theme }: ChartPlace, namedAtEnds: boolean): LegendEntry[] => [
  ...(namedAtEnds || chart.series.length === 1
    ? []
    : chart.series.map(({ name }, index) => ({ name, color: seriesColor(theme, index), mark: index }))),
  ...(chart.target === undefined ? [] : [{ name: chart.target.label, color: targetColor }]),
];

/** What of `line` PowerPoint has none of, such as steps, is null. */
export function lineType(form: 'line' | 'area' | 'stepped'): ChartType {
  const filled = form === 'area';
  return {
    toNative(chart, place) {
      if (form === 'stepped') return null;
      const setting = settle(chart, place);
      const { frame, range, labelled, namedAtEnds } = setting;
      const areas = filled
        ? chart.series.map((series, index) =>
            nativeSeries(series, {
              unlisted: chart.series.length === 1 || namedAtEnds,
              fill: { ...seriesColor(place.theme, index), alpha: areaAlpha },
            }),
          )
        : [];
      const lines = chart.series.map((_, index) => nativeLine(chart, place, setting, index, filled ? index : null));
      return nativeChart(chart, place, {
        categories: frame.categories,
        plots: [
          ...(filled ? [{ kind: 'area', grouping: 'standard', series: areas } as const] : []),
          { kind: 'line', grouping: 'standard', series: lines },
          ...targetPlot(chart),
        ],
        categoryAxis: categoryAxis(place, { every: frame.every }),
        valueAxis: valueAxis(place, range, !labelled || range.log === true),
        plotArea: asShares(frame.plot, place),
        ...(namedAtEnds
          ? { legend: chart.target === undefined ? null : legendBox([chart.target.label], place, place.fontSize * 4) }
          : {}),
      });
    },
    toChartJs(chart, place) {
      const setting = settle(chart, place);
      const { frame, range, labelled, namedAtEnds } = setting;
      return chartJsConfig(chart, place, {
        type: 'line',
        frame,
        legend: legendOfLines(chart, place, namedAtEnds),
        data: {
          labels: frame.categoryLines.map((lines) => [...lines]),
          datasets: [
            ...chart.series.map((series, index) => {
              const color = seriesColor(place.theme, index);
              const hex = colorHex(place.theme, color);
              return {
                label: series.name,
                data: series.points.map((point) => point.value),
                borderColor: hex,
                borderWidth: lineOf(place, color).width,
                borderJoinStyle: 'round',
                borderCapStyle: 'round',
                clip: false,
                fill: filled ? 'origin' : false,
                backgroundColor: withAlpha(hex, areaAlpha),
                pointBackgroundColor: hex,
                pointBorderColor: colorHex(place.theme, paperColor),
                pointBorderWidth: 1.25,
                pointStyle: markOf(index).drawn,
                pointRadius: series.points.map((point, at) =>
                  hasMark(chart, index, at)
                    ? (markerOf(place, color, point.emphasised, index).size / 2) * markOf(index).reach
                    : 0,
                ),
                ...(form === 'stepped' ? { stepped: 'after' } : {}),
                segment: {
                  borderDash: (context: { readonly p1DataIndex: number }) =>
                    isForecast(chart, context.p1DataIndex) ? [5, 4] : undefined,
                },
              };
            }),
            ...targetDataset(chart, place),
          ] as never,
        },
        options: {
          scales: {
            x: categoryScale(place, frame, 'x'),
            y: valueScale(place, range, !labelled || range.log === true, { width: frame.plot.x }),
          },
        },
        plugins: [
          ...(range.log === true ? [] : [zeroLine(place, 'y')]),
          directLabels(drawnLabels(chart, place, setting)),
        ],
      });
    },
  };
}
