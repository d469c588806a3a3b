/** Lollipop: a dot at the number on a stem. For ranks the axis is turned round: the first place stands highest. */
import type { Chart, ChartPoint } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import { farthestBeside } from '../measure/farthest-beside.js';
import { linesOf } from '../chartjs/chartjs-config.js';
import { pointColor, seriesColor } from '../measure/chart-palette.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { frameWithColumns, lineHeight, lowered, type Frame } from '../measure/frame.js';
import {
  isRank,
  numbersOf,
  roundRange,
  unitOnMarks,
  valueAxisWidth,
  withUnit,
  type ValueRange,
} from '../measure/value-range.js';
import { estimateWidth } from '../../text/label-lines.js';
import { planLabel, pointsFormat, type Plan, type PlanSeries } from '../plan/plan.js';
import { plannedType } from '../marks/planned.js';

interface Setting {
  /** Every dot has its number; else the axis is shown, and those that stand out have theirs. */
  readonly labelled: boolean;
  readonly frame: Frame;
  readonly range: ValueRange;
  readonly reversed: boolean;
  readonly dot: Pt;
  readonly stem: Pt;
}

function settle(chart: Chart, place: ChartPlace): Setting {
  const values = numbersOf(chart);
  const reversed = isRank(chart);
  const dot = place.fontSize >= 11 ? 13 : 9;
  const points = chart.series.flatMap((series) => series.points);
  const mostLines = Math.max(1, ...points.filter(({ emphasised }) => emphasised).map((point) => linesOf(point).length));
  const room = lineHeight(place.fontSize) * mostLines + dot / 2 + 4;
  const widest = Math.max(0, ...points.map(({ label }) => estimateWidth(label, place.fontSize)));
  const bare = frameWithColumns(chart, place);
  const labelled = widest <= bare.plot.width / Math.max(1, chart.categories.length) - 2;
  const ticks = withUnit(roundRange(values), unitOnMarks(chart), chart);
  const frame = labelled || reversed ? bare : frameWithColumns(chart, place, valueAxisWidth(ticks, place.fontSize));
  const below = !reversed && values.some((value) => value < 0) ? room : 0;
  // A rank's foot is one place below the last one shown, so that every stem has a length.
  const last = Math.max(2, ...values);
  const range = reversed
    ? { min: 1, max: last + Math.max(1, Math.round(last / 4)), step: 1 }
    : labelled
      ? withRoomBelow(roundRange(values), below, frame.plot.height)
      : ticks;
  return {
    frame: lowered(frame, room),
    range,
    labelled: labelled || reversed,
    reversed,
    dot,
    stem: place.fontSize >= 11 ? 2.5 : 1.75,
  };
}

/** Names of categories stand under the plot, so a label below the lowest dot needs room in it. */
const withRoomBelow = (range: ValueRange, room: Pt, height: Pt): ValueRange => ({
  ...range,
  min: range.min - ((range.max - range.min) * Math.max(0, room)) / height,
});

/** Where stems start, in units of the axis. */
const foot = ({ reversed, range }: Setting): number => (reversed ? range.max : 0);

/**
 * Dots of the same cells on top of the stems, or a stem would be drawn through its dot. For PowerPoint those that stand
 * out are one more series: LibreOffice paints all dots of a series alike, whatever its points say.
 */
function dotsOf(chart: Chart, place: ChartPlace, setting: Setting, index: number): PlanSeries[] {
  const { name, points } = chart.series[index]!;
  const colors = points.map((_, at) => pointColor(chart, place.theme, index, at));
  const own = seriesColor(place.theme, index);
  const quiet = colors.find((color) => color !== own);
  const series: PlanSeries = {
    name,
    values: points.map(({ value }) => value),
    format: pointsFormat(points),
    color: own,
    cellsOf: index,
    // The dots that stand out are a series of their own in a deck, with the same mark.
    mark: index,
    // A label stands beyond its dot: below one that hangs from the axis.
    labels: points.flatMap((point, at) =>
      !setting.labelled && !point.emphasised
        ? []
        : planLabel(point, at, !setting.reversed && (point.value ?? 0) < 0 ? 'below' : 'above', {
            clear: setting.dot / 2 + 4,
            shift: setting.labelled ? 0 : clearOfDots(chart, place, setting, point, at),
            or: ['right'],
          }),
    ),
  };
  if (quiet === undefined) return [series];
  const drawn = { ...series, colors: new Map(colors.map((color, at) => [at, color] as const)) };
  return [
    { ...drawn, only: 'drawn' },
    { ...series, only: 'native', color: quiet },
    {
      ...series,
      only: 'native',
      isUnlisted: true,
      labels: [],
      dots: colors.map((color) => (color === own ? setting.dot : 0)),
    },
  ];
}

/** Pt down by which a label keeps clear of the dots beside its own. */
function clearOfDots(
  { series, categories }: Chart,
  { fontSize }: ChartPlace,
  { frame: { plot }, range }: Setting,
  point: ChartPoint,
  index: number,
): Pt {
  const { value } = point;
  if (value === null) return 0;
  const farthest = farthestBeside({
    values: series.map(({ points }) => points.map((point) => point.value)),
    index,
    value,
    label: Math.max(...linesOf(point).map((line) => estimateWidth(line, fontSize))),
    slot: plot.width / Math.max(1, categories.length),
  });
  return ((value - farthest) * plot.height) / (range.max - range.min);
}

function planOf(chart: Chart, place: ChartPlace): Plan {
  const setting = settle(chart, place);
  const { frame, range, reversed } = setting;
  const stems = chart.series.map(
    ({ name, points }, index): PlanSeries => ({
      name,
      values: points.map(({ value }) => value),
      format: pointsFormat(points),
      color: seriesColor(place.theme, index),
      labels: [],
    }),
  );
  return {
    rows: false,
    frame,
    axis: { range, visible: !setting.labelled, reversed },
    layers: [
      { kind: 'stems', width: setting.stem, color: place.theme.muted, foot: foot(setting), series: stems },
      {
        kind: 'line',
        width: 0,
        dot: setting.dot,
        ring: 0,
        series: chart.series.flatMap((_, index) => dotsOf(chart, place, setting, index)),
      },
    ],
    legend: stems.length === 1 ? [] : stems.map(({ name, color }) => ({ name, color: color! })),
    native: true,
  };
}

export const lollipop = plannedType(planOf);
