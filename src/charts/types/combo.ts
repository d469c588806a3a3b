/** Columns with lines over them, on an axis of their own where their unit is another. */
import type { Chart } from '../../model/chart.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { frameWithColumns } from '../measure/frame.js';
import { planLabel, pointsFormat, type Layer, type Plan, type PlanSeries } from '../plan/plan.js';
import { plannedType } from '../plan/planned.js';
import { forecastColors, seriesColor } from '../measure/chart-palette.js';
import { estimateWidth } from '../../text/label-lines.js';
import { roundRange, valueAxisWidth, withUnit, type ValueRange } from '../measure/value-range.js';

const valuesOf = (series: readonly PlanSeries[]): number[] =>
  series.flatMap(({ values }) => values.filter((value) => value !== null));

/** Labelled lines run over the columns, in the upper third of the plot. */
function over(values: readonly number[]): ValueRange {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const spread = high - low || Math.abs(high) || 1;
  const [min, max] = [low - spread * 2.1, high + spread * 0.3].map((end) => Number(end.toPrecision(6))) as [
    number,
    number,
  ];
  return { min, max, step: max - min };
}

/** Twice as high as the columns need, in their steps. */
const under = (range: ValueRange, highest: number): ValueRange => ({
  ...range,
  max: Number((Math.ceil(highest / 0.56 / range.step - 1e-9) * range.step).toPrecision(6)),
});

/** Where the line comes down to and goes up from: a label over it would be struck through. */
const isValley = (values: readonly (number | null)[], index: number): boolean =>
  [values[index - 1], values[index + 1]].every(
    (other) => other === undefined || other === null || other > (values[index] ?? other),
  );

function planOf(chart: Chart, place: ChartPlace): Plan {
  const { fontSize, theme } = place;
  const drawnAsLine = new Set(chart.lines?.names ?? [chart.series.at(-1)?.name]);
  const second = chart.lines !== undefined && chart.lines.unit !== chart.unit;
  const all = chart.series.map(
    ({ name, points }, at): PlanSeries => ({
      name,
      values: points.map(({ value }) => value),
      format: pointsFormat(points),
      color: seriesColor(theme, drawnAsLine.has(name) ? at + 3 : at),
      labels: [],
    }),
  );
  const bars = all.filter(({ name }) => !drawnAsLine.has(name));
  const lines = all.filter(({ name }) => drawnAsLine.has(name));
  const slotAbout = (place.size.width * 0.9) / Math.max(1, chart.categories.length);
  // One line's numbers stand at its points where there is room; its axis is then not needed.
  const onlyLine = lines.length === 1 && second ? chart.series.find(({ name }) => name === lines[0]!.name)! : null;
  const labelled =
    onlyLine !== null &&
    onlyLine.points.every(({ label }) => estimateWidth(label, fontSize) <= slotAbout - 2) &&
    valuesOf(lines).length > 0 &&
    valuesOf(bars).every((value) => value >= 0);
  const plain = withUnit(roundRange(second ? valuesOf(bars) : valuesOf(all)), chart.unit, chart);
  const range = labelled ? under(plain, Math.max(0, ...valuesOf(bars))) : plain;
  const own = labelled
    ? over(valuesOf(lines))
    : withUnit(roundRange(valuesOf(lines)), chart.lines?.unit ?? null, chart);
  const left = valueAxisWidth(range, fontSize);
  const right = second && !labelled ? valueAxisWidth(own, fontSize) : 0;
  const bare = frameWithColumns(chart, { ...place, size: { ...place.size, width: place.size.width - right } }, left);
  const above = fontSize * 0.7;
  const frame = { ...bare, plot: { ...bare.plot, y: bare.plot.y + above, height: bare.plot.height - above } };
  const slot = frame.plot.width / Math.max(1, chart.categories.length);
  const gap = Math.max(60, (slot / (fontSize * 4) - bars.length) * 100);
  const drawn = lines.map((line) => ({
    ...line,
    labels: labelled
      ? onlyLine!.points.flatMap((point, index) =>
          planLabel(point, index, isValley(line.values, index) ? 'below' : 'above'),
        )
      : [],
  }));
  const layers: Layer[] = [
    {
      kind: 'bar',
      stack: 'none',
      gap: Math.min(400, gap),
      series: bars.map((one, at) => ({
        ...one,
        colors: forecastColors(
          { ...chart, series: chart.series.filter(({ name }) => !drawnAsLine.has(name)) },
          theme,
          at,
        ),
      })),
    },
    {
      kind: 'line',
      second,
      width: fontSize >= 11 ? 2.25 : 1.5,
      dot: fontSize >= 11 ? 7 : 5,
      dashedFrom: chart.forecast,
      series: drawn,
    },
  ];
  return {
    rows: false,
    frame,
    axis: { range, visible: true },
    ...(second ? { second: { range: own, visible: !labelled } } : {}),
    layers,
    native: true,
    legend: all.map((one) => ({
      name: one.name,
      color: one.color!,
      ...(lines.includes(one) ? { mark: lines.indexOf(one) } : {}),
    })),
  };
}

export const combo = plannedType(planOf);
