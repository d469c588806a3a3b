/**
 * Where the plot stands in the chart's box: reckoned once, so that the native chart and the drawn ones have the same
 * frame.
 */
import type { Chart } from '../../model/chart.js';
import type { Box, Pt } from '../../model/length.js';
import type { NativeBox } from '../../model/native-chart.js';
import type { ChartPlace } from './chart-type.js';
import { estimateWidth, strandsEnd, widestPiece, wrapLabel } from '../../text/label-lines.js';

export interface Frame {
  /** The plot without axis labels, in pt. */
  readonly plot: Box;
  /** Each category's name, in the lines in which it is set. */
  readonly categoryLines: readonly (readonly string[])[];
  /** The names for PowerPoint, which breaks lines itself: with a line end only where it would strand a character. */
  readonly categories: readonly string[];
  /** Names stand at the first category and at each `every`th after it: 1 for all of them. */
  readonly every: number;
  /** Of the names, in pt, where they are set smaller than other labels. */
  readonly nameSize?: Pt;
}

/** Between an axis and its labels, in pt. */
export const axisGap: Pt = 6;

/** Between the end of a bar and its label, in pt. */
export const labelGap: Pt = 5;

export const lineHeight = (fontSize: Pt): Pt => fontSize * 1.3;

/** One series needs no legend: the title names it. A target has no other place for its name. */
export const legendNames = (chart: Chart): readonly string[] => [
  ...(chart.series.length > 1 ? chart.series.map(({ name }) => name) : []),
  ...(chart.target === undefined ? [] : [chart.target.label]),
];

export const hasLegend = (chart: Chart): boolean => legendNames(chart).length > 0;

/**
 * Where each name of a legend stands: its row, and how far from the left, in pt. Names that a row has no room for begin
 * another.
 */
export function legendPlaces(
  names: readonly string[],
  { size, fontSize }: ChartPlace,
): readonly { readonly row: number; readonly x: Pt }[] {
  let [row, x] = [0, 0];
  return names.map((name) => {
    const width = fontSize * 2.4 + estimateWidth(name, fontSize);
    if (x > 0 && x + width - fontSize > size.width) [row, x] = [row + 1, 0];
    const place = { row, x };
    x += width;
    return place;
  });
}

export function legendHeight(chart: Chart, place: ChartPlace): Pt {
  if (!hasLegend(chart)) return 0;
  const rows = (legendPlaces(legendNames(chart), place).at(-1)?.row ?? 0) + 1;
  return lineHeight(place.fontSize) * rows + 10;
}

/** Categories down the left side. */
export function frameWithRows(chart: Chart, place: ChartPlace): Frame {
  const { size, fontSize } = place;
  const widest = Math.max(0, ...chart.categories.map((name) => estimateWidth(name, fontSize)));
  const width = Math.min(widest, size.width * 0.36);
  const every = Math.max(
    1,
    Math.ceil(
      (lineHeight(fontSize) * 0.9 * chart.categories.length) / Math.max(1, size.height - legendHeight(chart, place)),
    ),
  );
  const categoryLines = chart.categories.map((name, index) =>
    index % every === 0 ? wrapLabel(name, fontSize, width) : [],
  );
  const set = Math.max(0, ...categoryLines.flat().map((line) => estimateWidth(line, fontSize)));
  const left = set + axisGap + 2;
  const top = legendHeight(chart, place);
  return {
    plot: { x: left, y: top, width: size.width - left - 1, height: size.height - top },
    categoryLines,
    categories: unstranded(chart, categoryLines, fontSize, width),
    every,
  };
}

/** Up to so many names may have three lines. */
const mostTall = 12;

/** Categories along the foot; `left` is what a visible value axis needs. */
export function frameWithColumns(chart: Chart, place: ChartPlace, left: Pt = 0): Frame {
  const { size, fontSize } = place;
  const slot = (size.width - left) / Math.max(1, chart.categories.length);
  // Names that no line end can make narrow enough are set at every second, third … category.
  const narrowest = Math.max(0, ...chart.categories.map((name) => widestPiece(name, fontSize)));
  let every = Math.max(1, Math.ceil((narrowest + fontSize * 0.4) / slot));
  // Many names in three lines or more are a wall of letters: fewer of them are set, in two.
  const isWall = (): boolean =>
    chart.categories.some((name) => wrapLabel(name, fontSize, slot * every - fontSize * 0.4).length > 2);
  while (chart.categories.length > mostTall && every < chart.categories.length && isWall()) every++;
  const measure = slot * every - fontSize * 0.4;
  const categoryLines = chart.categories.map((name, index) =>
    index % every === 0 ? wrapLabel(name, fontSize, measure) : [],
  );
  const most = Math.max(1, ...categoryLines.map((lines) => lines.length));
  const bottom = most * lineHeight(fontSize) + axisGap + 2;
  const top = legendHeight(chart, place);
  return {
    plot: { x: left, y: top, width: size.width - left, height: Math.max(10, size.height - top - bottom) },
    categoryLines,
    categories: unstranded(chart, categoryLines, fontSize, measure),
    every,
  };
}

const unstranded = (chart: Chart, lines: readonly (readonly string[])[], fontSize: Pt, width: Pt): string[] =>
  chart.categories.map((name, index) =>
    lines[index]!.length > 1 && strandsEnd(name, fontSize, width) ? lines[index]!.join('\n') : name,
  );

/** Of a chart with one number: its category, unless the chart's title says the same. */
export const ownName = (chart: Chart): string =>
  chart.categories[0] === chart.title ? '' : (chart.categories[0] ?? '');

export const asShares = (box: Box, place: ChartPlace): NativeBox => ({
  x: box.x / place.size.width,
  y: box.y / place.size.height,
  width: box.width / place.size.width,
  height: box.height / place.size.height,
});
