/**
 * Where the plot stands in the chart's box: reckoned once, so that the native chart and the drawn ones have the same
 * frame.
 */
import type { Chart } from '../../model/chart.js';
import type { Box, Pt } from '../../model/length.js';
import type { NativeBox } from '../../model/native-chart.js';
import type { ChartPlace } from './chart-type.js';
import type { TimeGroups } from '../../locale/group-times.js';
import { estimateWidth, strandsEnd } from '../../text/label-lines.js';
import { namesAcross, namesDown, type SetNames } from './category-names.js';

export interface Frame {
  /** The plot without axis labels, in pt. */
  readonly plot: Box;
  /** Each category's name, in the lines in which it is set. */
  readonly categoryLines: readonly (readonly string[])[];
  /** The names for PowerPoint, which breaks lines itself: with a line end only where it would strand a character. */
  readonly categories: readonly string[];
  /** Instead of them in PowerPoint: parts of years over their years. */
  readonly levels?: TimeGroups;
  /** PowerPoint's own axis names the first category and each `every`th after it: 1 for all of them. */
  readonly every: number;
  /** The size of the categories' names, in pt, where they are set smaller than other labels. */
  readonly nameSize?: Pt;
  /** Names of things stand closer than they should, or are left out. */
  readonly isCrowded?: boolean;
}

/** Between an axis and its labels, in pt. */
export const axisGap: Pt = 6;

/** Between the end of a bar and its label, in pt. */
export const labelGap: Pt = 5;

export const lineHeight = (fontSize: Pt): Pt => fontSize * 1.3;

/** One series needs no legend: the title names it; nor do those that are named beside their parts. */
export const legendNames = (chart: Chart): readonly string[] =>
  chart.series.length > 1 && chart.marks?.some(({ kind }) => kind === 'beside') !== true
    ? chart.series.map(({ name }) => name)
    : [];

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

/**
 * What names beside a plot may take as a share of the chart's width: usually, and where they would else be in each
 * other's way.
 */
const besideShare = [0.36, 0.48] as const;

/** Categories down the left side. `foot` is what a visible value axis takes under the plot. */
export function frameWithRows(chart: Chart, place: ChartPlace, foot: Pt = 0): Frame {
  const { size, fontSize } = place;
  const top = legendHeight(chart, place);
  const slot = Math.max(1, size.height - top - foot) / Math.max(1, chart.categories.length);
  const [narrow, wide] = besideShare.map((share) => namesDown(chart.categories, slot, size.width * share, fontSize));
  const set = narrow!.isCrowded || narrow!.size < wide!.size ? wide! : narrow!;
  const widest = Math.max(0, ...set.lines.flat().map((line) => estimateWidth(line, set.size)));
  const left = widest + axisGap + 2;
  // Where rows are lower than a line, the first and the last name stand half beyond theirs.
  const over = Math.max(0, (lineHeight(set.size) - slot) / 2);
  const height = Math.max(leastPlot, size.height - top - 2 * over);
  return {
    plot: { x: left, y: top + over, width: size.width - left - 1, height },
    ...namesOf(chart, set, set.width),
  };
}

/** No plot is smaller, in pt. */
const leastPlot: Pt = 10;

/** Categories along the foot; `left` is what a visible value axis needs. */
export function frameWithColumns(chart: Chart, place: ChartPlace, left: Pt = 0): Frame {
  const { size, fontSize } = place;
  const slot = (size.width - left) / Math.max(1, chart.categories.length);
  const set = namesAcross(chart.categories, slot, fontSize, chart.language);
  const most = Math.max(1, ...[...set.lines, ...(set.whole ?? [])].map((lines) => lines.length));
  const bottom = most * lineHeight(set.size) + axisGap + 2;
  const top = legendHeight(chart, place);
  const width = Math.max(leastPlot, size.width - left - overhang(set, slot));
  return {
    plot: { x: left, y: top, width, height: Math.max(leastPlot, size.height - top - bottom) },
    ...namesOf(chart, set, slot * set.every - set.size * 0.6),
  };
}

/** How far a last name that is wider than its slot would stand out of the chart, in pt. */
const overhang = ({ lines, size }: SetNames, slot: Pt): Pt =>
  Math.max(0, (Math.max(0, ...(lines.at(-1) ?? []).map((line) => estimateWidth(line, size))) - slot) / 2);

/** Less than this share of the size of labels, and rows have no room for a label each. */
const leastRow = 1.1;

/** Whether each row is high enough for a label. */
export const hasRowLabels = ({ plot }: Frame, { categories }: Chart, { fontSize }: ChartPlace): boolean =>
  plot.height / Math.max(1, categories.length) >= fontSize * leastRow;

/** For a kind whose numbers stand in its labels alone: rows without room for them are told. */
export const rowsToRead = (frame: Frame, chart: Chart, place: ChartPlace): Frame =>
  hasRowLabels(frame, chart, place) ? frame : { ...frame, isCrowded: true };

/** With room over the plot: for labels, or for half a line of an axis's topmost number. */
export const lowered = (frame: Frame, by: Pt): Frame => ({
  ...frame,
  plot: { ...frame.plot, y: frame.plot.y + by, height: Math.max(leastPlot, frame.plot.height - by) },
});

/** What the numbers of an axis along the foot take, in pt. */
export const footHeight = (fontSize: Pt): Pt => lineHeight(fontSize) + 8;

/** With room under the plot for the numbers of an axis, half of the last one past its end. */
export const withFoot = (frame: Frame, { fontSize }: ChartPlace, lastTick: Pt = fontSize * 2.4): Frame => ({
  ...frame,
  plot: {
    ...frame.plot,
    width: Math.max(leastPlot, frame.plot.width - lastTick / 2),
    height: Math.max(leastPlot, frame.plot.height - footHeight(fontSize)),
  },
});

/** Rows over an axis along the foot, with names in the height that it leaves. */
export const rowsOverAxis = (chart: Chart, place: ChartPlace, lastTick?: Pt): Frame =>
  withFoot(frameWithRows(chart, place, footHeight(place.fontSize)), place, lastTick);

/** Columns beside an axis of that width, half a line of whose topmost number stands above the plot. */
export const columnsBesideAxis = (chart: Chart, place: ChartPlace, axisWidth: Pt): Frame =>
  lowered(frameWithColumns(chart, place, axisWidth), place.fontSize * 0.7);

/** Names under columns of less than this share of the size of labels had better stand beside bars. */
const leastUpright = 0.8;

/** Whether names are better off beside bars than under columns. */
export function liesBetter(chart: Chart, place: ChartPlace): boolean {
  const { fontSize } = place;
  const [upright, lying] = [frameWithColumns(chart, place), frameWithRows(chart, place)];
  const sizeOf = ({ nameSize = fontSize, isCrowded }: Frame): Pt => (isCrowded === true ? 0 : nameSize);
  return sizeOf(upright) < fontSize * leastUpright && sizeOf(lying) > sizeOf(upright);
}

const namesOf = (chart: Chart, { lines, whole = lines, levels, size, every, isCrowded }: SetNames, width: Pt) => ({
  categoryLines: lines,
  categories: unstranded(chart, whole, size, width),
  ...(levels === undefined ? {} : { levels }),
  every: levels === undefined ? every : 1,
  nameSize: size,
  isCrowded,
});

/** A program that fills lines by itself would break some names elsewhere: those have their own line ends. */
const unstranded = (chart: Chart, lines: readonly (readonly string[])[], fontSize: Pt, width: Pt): string[] =>
  chart.categories.map((name, index) =>
    lines[index]!.length > 1 && strandsEnd(name, fontSize, width) ? lines[index]!.join('\n') : name,
  );

/** What a chart with one number is named by: its category, unless the chart's title says the same. */
export const ownName = (chart: Chart): string =>
  chart.categories[0] === chart.title ? '' : (chart.categories[0] ?? '');

export const asShares = (box: Box, place: ChartPlace): NativeBox => ({
  x: box.x / place.size.width,
  y: box.y / place.size.height,
  width: box.width / place.size.width,
  height: box.height / place.size.height,
});
