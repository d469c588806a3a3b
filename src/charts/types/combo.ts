/** Columns with lines over them, on an axis of their own where their unit is another. */
import type { Chart, ChartPoint, ChartSeries } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import { farthestBeside } from '../measure/farthest-beside.js';
import { estimateWidth } from '../../text/label-lines.js';
import { linesOf } from '../chartjs/chartjs-config.js';
import { forecastColors, seriesColor } from '../measure/chart-palette.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { columnsBesideAxis, labelGap, lineHeight, lowered, type Frame } from '../measure/frame.js';
import {
  rangeWithRoom,
  roundRange,
  valueAxisWidth,
  withLevelZeros,
  withUnit,
  unitOnMarks,
  type ValueRange,
} from '../measure/value-range.js';
import { planLabel, pointsFormat, type Layer, type Plan, type PlanSeries } from '../plan/plan.js';
import { plannedType } from '../marks/planned.js';

const valuesOf = (series: readonly PlanSeries[]): number[] =>
  series.flatMap(({ values }) => values.filter((value) => value !== null));

/** Room over the highest point of a labelled line, as a share of the plot's height. */
const shareOverLine = 0.09;

/** Labelled lines run over the columns, in the upper third of the plot. */
function over(values: readonly number[]): ValueRange {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const spread = high - low || Math.abs(high) || 1;
  const [min, max] = [low - spread * 2.1, high + spread * 3.1 * (shareOverLine / (1 - shareOverLine))].map((end) =>
    Number(end.toPrecision(6)),
  ) as [number, number];
  return { min, max, step: max - min };
}

/** Twice as high as the columns need, in their steps. */
const under = (range: ValueRange, highest: number): ValueRange => ({
  ...range,
  max: Number((Math.max(1, Math.ceil(highest / 0.56 / range.step - 1e-9)) * range.step).toPrecision(6)),
});

/** Where the line comes down to and goes up from: a label over it would be struck through. */
const isValley = (values: readonly (number | null)[], index: number): boolean =>
  [values[index - 1], values[index + 1]].every(
    (other) => other === undefined || other === null || other > (values[index] ?? other),
  );

interface Parts {
  readonly bars: readonly PlanSeries[];
  readonly lines: readonly PlanSeries[];
  /** Lines have an axis of their own. */
  readonly second: boolean;
  /** The only line, whose numbers stand at its points; null where there is an axis for them. */
  readonly labelled: ChartSeries | null;
}

function partsOf(chart: Chart, place: ChartPlace): Parts {
  const drawnAsLine = new Set(chart.lines?.names ?? [chart.series.at(-1)?.name]);
  const all = chart.series.map(
    ({ name, points }, at): PlanSeries => ({
      name,
      values: points.map(({ value }) => value),
      format: pointsFormat(points),
      color: seriesColor(place.theme, drawnAsLine.has(name) ? at + 3 : at),
      labels: [],
    }),
  );
  const [bars, lines] = [false, true].map((isLine) => all.filter(({ name }) => drawnAsLine.has(name) === isLine)) as [
    PlanSeries[],
    PlanSeries[],
  ];
  const second = chart.lines !== undefined && chart.lines.unit !== chart.unit;
  const slot = (place.size.width * 0.9) / Math.max(1, chart.categories.length);
  const only = lines.length === 1 && second ? (chart.series.find(({ name }) => name === lines[0]!.name) ?? null) : null;
  // A line that floats over the columns says nothing of zero, so nothing of it may fall below.
  const isLabelled =
    only !== null &&
    only.points.every(({ label }) => estimateWidth(label, place.fontSize) <= slot - 2) &&
    valuesOf(lines).length > 0 &&
    valuesOf(all).every((value) => value >= 0);
  return { bars, lines, second, labelled: isLabelled ? only : null };
}

/** The range of the columns' axis, then that of the lines'. */
function rangesOf(chart: Chart, { bars, lines, second, labelled }: Parts): readonly [ValueRange, ValueRange] {
  const plain = withUnit(roundRange(valuesOf(second ? bars : [...bars, ...lines])), unitOnMarks(chart), chart);
  if (labelled !== null) return [under(plain, Math.max(0, ...valuesOf(bars))), over(valuesOf(lines))];
  const own = withUnit(roundRange(valuesOf(lines)), chart.lines?.unit ?? null, chart);
  return second ? withLevelZeros(plain, own) : [plain, own];
}

/** Pt down by which a label keeps clear of the columns beside its own. */
function clearOfColumns(
  bars: readonly PlanSeries[],
  point: ChartPoint,
  index: number,
  slot: Pt,
  { fontSize }: ChartPlace,
  { plot }: Frame,
  range: ValueRange,
): Pt {
  const { value } = point;
  if (value === null) return 0;
  const width = Math.max(...linesOf(point).map((line) => estimateWidth(line, fontSize)));
  const farthest = farthestBeside({ values: bars.map(({ values }) => values), index, value, label: width, slot });
  return ((value - farthest) * plot.height) / (range.max - range.min);
}

function layersOf(chart: Chart, place: ChartPlace, parts: Parts, frame: Frame, range: ValueRange): Layer[] {
  const { bars, lines, second, labelled } = parts;
  const { fontSize, theme } = place;
  const barNames = new Set(bars.map(({ name }) => name));
  const columns = { ...chart, series: chart.series.filter(({ name }) => barNames.has(name)) };
  const slot = frame.plot.width / Math.max(1, chart.categories.length);
  return [
    {
      kind: 'bar',
      stack: 'none',
      gap: Math.min(400, Math.max(60, (slot / (fontSize * 4) - bars.length) * 100)),
      series: bars.map((one, at) => ({
        ...one,
        colors: forecastColors(columns, theme, at),
        labels: (columns.series[at]?.points ?? []).flatMap((point, index) =>
          point.emphasised
            ? planLabel(point, index, 'beyond', {
                shift: clearOfColumns(bars, point, index, slot, place, frame, range),
              })
            : [],
        ),
      })),
    },
    {
      kind: 'line',
      second,
      width: fontSize >= 11 ? 2.25 : 1.5,
      dot: fontSize >= 11 ? 7 : 5,
      dashedFrom: chart.forecast,
      series: lines.map((line) => ({
        ...line,
        labels: (labelled?.points ?? []).flatMap((point, index) =>
          planLabel(point, index, isValley(line.values, index) ? 'below' : 'above'),
        ),
      })),
    },
  ];
}

/** What the label of a line's highest point has too little over it within the plot, in pt. */
const lackOverLine = ({ plot }: Frame, { fontSize }: ChartPlace): Pt =>
  Math.max(0, lineHeight(fontSize) + 6 - plot.height * shareOverLine);

/** Columns that stand out have labels beside an axis too: the range with room for them, zeros level. */
function withLoudRoom(
  [range, own]: readonly [ValueRange, ValueRange],
  chart: Chart,
  { bars, second }: Parts,
  fontSize: Pt,
  height: Pt,
): readonly [ValueRange, ValueRange] {
  const names = new Set(bars.map(({ name }) => name));
  const [low, high] = [Math.min(0, ...valuesOf(bars)), Math.max(0, ...valuesOf(bars))];
  const loud = chart.series
    .filter(({ name }) => names.has(name))
    .flatMap(({ points }) => points.filter(({ emphasised, value }) => emphasised && value !== null))
    // Past the longest of the columns that its label may reach over.
    .map((point) => ({
      value: point.value! < 0 ? low : high,
      room: labelGap + lineHeight(fontSize) * linesOf(point).length,
    }));
  const roomy = rangeWithRoom(range, loud, height);
  return second ? withLevelZeros(roomy, own) : [roomy, roomy];
}

function planOf(chart: Chart, place: ChartPlace): Plan {
  const parts = partsOf(chart, place);
  const { bars, lines, second, labelled } = parts;
  const ranges = rangesOf(chart, parts);
  const { size, fontSize } = place;
  const frameBeside = ([range, own]: typeof ranges): Frame => {
    const right = second && labelled === null ? valueAxisWidth(own, fontSize) : 0;
    const narrower = { ...place, size: { ...size, width: size.width - right } };
    return columnsBesideAxis(chart, narrower, valueAxisWidth(range, fontSize));
  };
  const rough = frameBeside(ranges);
  const settled = labelled === null ? withLoudRoom(ranges, chart, parts, fontSize, rough.plot.height) : ranges;
  const frame = labelled === null ? frameBeside(settled) : lowered(rough, lackOverLine(rough, place));
  const [range, own] = settled;
  const inOrder = chart.series.flatMap(({ name }) => [...bars, ...lines].find((one) => one.name === name) ?? []);
  return {
    rows: false,
    frame,
    axis: { range, visible: true },
    ...(second ? { second: { range: own, visible: labelled === null } } : {}),
    layers: layersOf(chart, place, parts, frame, range),
    native: true,
    legend: (inOrder.length === 1 ? [] : inOrder).map((one) => ({
      name: one.name,
      color: one.color!,
      ...(lines.includes(one) ? { mark: lines.indexOf(one) } : {}),
    })),
  };
}

export const combo = plannedType(planOf);
