/** Pieces that the native charts of several kinds share. */
import type { Chart, ChartSeries } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import type {
  NativeAxis,
  NativeChart,
  NativeLabel,
  NativeLabelPosition,
  NativePoint,
  NativeSeries,
} from '../../model/native-chart.js';
import type { Color } from '../../model/theme.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { linesOf } from '../chartjs/chartjs-config.js';
import { hasLegend, legendNames, legendPlaces, lineHeight } from '../measure/frame.js';
import { numberFormat } from '../../locale/chart-label.js';
import { axisColor, forecastColors, gridColor, pointColor, seriesColor, textColor } from '../measure/chart-palette.js';
import { estimateWidth } from '../../text/label-lines.js';
import { ticksFormat, type ValueRange } from '../measure/value-range.js';

export const hairline = (color: Color, width: Pt = 0.75) => ({ color, width, dash: false });

const seriesFormat = (series: ChartSeries): string =>
  numberFormat(Math.max(0, ...series.points.map((point) => point.decimals)));

export function nativeSeries(series: ChartSeries, changes: Partial<NativeSeries>): NativeSeries {
  return {
    name: series.name,
    values: series.points.map((point) => point.value),
    formulas: [],
    format: seriesFormat(series),
    fill: null,
    line: null,
    marker: null,
    smooth: false,
    points: [],
    labels: [],
    stems: null,
    cellsOf: null,
    ...changes,
  };
}

/** A label for each point that has a number; its words come from the point's own label. */
export function pointLabels(
  series: ChartSeries,
  place: ChartPlace,
  position: NativeLabelPosition | null,
  changes: Partial<NativeLabel> = {},
): NativeLabel[] {
  return series.points.flatMap((point, index) => {
    if (point.value === null || point.label === '') return [];
    const format = point.note === undefined ? point.format : null;
    return [
      {
        index,
        format,
        text: format === null ? linesOf(point).join('\n') : null,
        color: textColor,
        bold: point.emphasised,
        size: place.fontSize,
        position,
        offset: null,
        says: 'value',
        ...changes,
      },
    ];
  });
}

/** Points whose colour differs from their series'. */
export function pointFills(chart: Chart, place: ChartPlace, series: number): NativePoint[] {
  const own = seriesColor(place.theme, series);
  const forecast = forecastColors(chart, place.theme, series);
  return (chart.series[series]?.points ?? []).flatMap((_, index) => {
    const fill = forecast.get(index) ?? pointColor(chart, place.theme, series, index);
    return fill === own ? [] : [{ index, fill, line: null, marker: null }];
  });
}

export function categoryAxis(place: ChartPlace, changes: Partial<NativeAxis> = {}): NativeAxis {
  return {
    side: 'bottom',
    visible: true,
    reversed: false,
    min: null,
    max: null,
    step: null,
    every: 1,
    format: 'General',
    gridlines: null,
    line: hairline(axisColor),
    labelColor: textColor,
    labelSize: place.fontSize,
    crosses: 'zero',
    labelsAt: 'low',
    ...changes,
  };
}

/** Hidden where every point has its own label. */
export function valueAxis(
  place: ChartPlace,
  range: ValueRange,
  visible: boolean,
  changes: Partial<NativeAxis> = {},
): NativeAxis {
  return {
    side: 'left',
    visible,
    reversed: false,
    min: range.min,
    max: range.max,
    step: range.log === true ? null : range.step,
    ...(range.log === true ? { log: true } : {}),
    every: 1,
    format: ticksFormat(range),
    gridlines: visible ? hairline(gridColor, 0.5) : null,
    line: null,
    labelColor: textColor,
    labelSize: place.fontSize,
    crosses: 'zero',
    labelsAt: 'axis',
    ...changes,
  };
}

const legendOf = (chart: Chart, place: ChartPlace): NativeChart['legend'] =>
  hasLegend(chart) ? legendBox(legendNames(chart), place) : null;

/** Null without names. */
export function legendBox(names: readonly string[], place: ChartPlace): NativeChart['legend'] {
  if (names.length === 0) return null;
  const width = names.reduce((sum, name) => sum + estimateWidth(name, place.fontSize) + place.fontSize * 2.4, 0);
  const rows = (legendPlaces(names, place).at(-1)?.row ?? 0) + 1;
  return {
    side: 'top',
    size: place.fontSize,
    box: {
      x: 0,
      y: 0,
      width: Math.min(1, width / place.size.width),
      height: Math.min(0.4, (lineHeight(place.fontSize) * rows + 6) / place.size.height),
    },
  };
}

export function nativeChart(
  chart: Chart,
  place: ChartPlace,
  parts: Pick<NativeChart, 'plots'> & Partial<NativeChart>,
): NativeChart {
  return {
    categories: chart.categories,
    language: chart.language,
    categoryAxis: null,
    valueAxis: null,
    legend: legendOf(chart, place),
    plotArea: null,
    textColor,
    textSize: place.fontSize,
    ...parts,
  };
}
