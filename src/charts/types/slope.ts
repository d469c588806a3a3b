/** Slope: each category's number in one period and in a later one, joined. */
import { formatWithin } from '../../locale/chart-label.js';
import type { Chart, ChartPoint } from '../../model/chart.js';
import type { Box, Pt } from '../../model/length.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { axisGap, lineHeight } from '../measure/frame.js';
import { pointsFormat, textLabel, type Plan, type PlanSeries } from '../plan/plan.js';
import { plannedType } from '../marks/planned.js';
import { hasEmphasis, seriesColor } from '../measure/chart-palette.js';
import { estimateWidth, wrapLabel } from '../../text/label-lines.js';
import { numbersOf, roundRange, type ValueRange } from '../measure/value-range.js';

/**
 * How far down each label goes so that no two of a side touch: pushed apart from the top, then back up from the foot.
 */
function spread(heights: readonly (Pt | null)[], step: Pt, foot: Pt): readonly Pt[] {
  const order = heights
    .flatMap((height, index) => (height === null ? [] : [{ height, index }]))
    .sort((one, other) => one.height - other.height);
  const places = new Map<number, Pt>();
  let free = -Infinity;
  for (const { height, index } of order) {
    const at = Math.max(height, free);
    places.set(index, at);
    free = at + step;
  }
  let limit = foot;
  for (const { index } of [...order].reverse()) {
    const at = Math.min(places.get(index)!, limit);
    places.set(index, at);
    limit = at - step;
  }
  return heights.map((height, index) => (height === null ? 0 : Number((places.get(index)! - height).toFixed(2))));
}

/** Points stand at a quarter and three quarters of the plot; it is as wide as the labels beside them leave it. */
function plotOf(size: Pt, left: Pt, right: Pt): { readonly x: Pt; readonly width: Pt } {
  const apart = Math.max(30, Math.min(size / 2, size - left - right, (size - left) / 1.5, (size - right) / 1.5));
  return { x: Math.min(Math.max(0, left - apart / 2), size - apart * 2), width: apart * 2 };
}

/** What later numbers and their names may take, as a share of the width. */
const mostBeside = 0.4;

const periodsOf = (chart: Chart) => chart.series.slice(0, 2);
const pointOf = (chart: Chart, row: number, period: number): ChartPoint | undefined =>
  periodsOf(chart)[period]?.points[row];

/** The later number says the name as well, in lines where that would leave the plot no width. */
function linesAt(chart: Chart, { fontSize, size }: ChartPlace, row: number, period: number): readonly string[] {
  const label = pointOf(chart, row, period)?.label ?? '';
  if (period === 0) return [label];
  return wrapLabel(`${label} ${chart.categories[row] ?? ''}`, fontSize, size.width * mostBeside, 3);
}

interface Setting {
  readonly plot: Box;
  readonly range: ValueRange;
  /** How many lines the highest label beside the later numbers has. */
  readonly mostLines: number;
  /** How far down each label goes, by period and by row, in pt. */
  readonly shifts: readonly (readonly Pt[])[];
}

function settle(chart: Chart, place: ChartPlace): Setting {
  const { fontSize, size } = place;
  const widest = (period: number): Pt =>
    Math.max(
      0,
      ...chart.categories.flatMap((_, row) =>
        linesAt(chart, place, row, period).map((line) => estimateWidth(line, fontSize)),
      ),
    ) + 10;
  const mostLines = Math.max(1, ...chart.categories.map((_, row) => linesAt(chart, place, row, 1).length));
  const bottom = lineHeight(fontSize) + axisGap + 2;
  const plot = {
    ...plotOf(size.width, widest(0), widest(1)),
    y: lineHeight(fontSize) * 0.6,
    height: Math.max(10, size.height - bottom - lineHeight(fontSize) * 0.6),
  };
  const range = roundRange(numbersOf(chart), false);
  const heightOf = (value: number | null | undefined): Pt | null =>
    value === null || value === undefined ? null : ((range.max - value) / (range.max - range.min || 1)) * plot.height;
  const shifts = [0, 1].map((period) =>
    spread(
      chart.categories.map((_, row) => heightOf(pointOf(chart, row, period)?.value)),
      lineHeight(fontSize) * (period === 0 ? 1 : mostLines),
      plot.height - (lineHeight(fontSize) * (period === 0 ? 0 : mostLines - 1)) / 2,
    ),
  );
  return { plot, range, mostLines, shifts };
}

/** A row of the table is a line from the earlier number to the later. */
function seriesOf(chart: Chart, place: ChartPlace, { shifts }: Setting): readonly PlanSeries[] {
  const { theme } = place;
  const accent = hasEmphasis(chart);
  return chart.categories.map((name, row): PlanSeries => {
    const emphasised = pointOf(chart, row, 0)?.emphasised === true;
    const points = [0, 1].map((period) => pointOf(chart, row, period));
    return {
      name,
      values: points.map((point) => point?.value ?? null),
      format: pointsFormat(points.flatMap((point) => point ?? [])),
      color: accent ? (emphasised ? seriesColor(theme, 0) : theme.muted) : seriesColor(theme, row),
      labels: points.flatMap((point, period) =>
        (point?.value ?? null) === null
          ? []
          : [
              textLabel('', period, period === 0 ? 'left' : 'right', {
                lines: linesAt(chart, place, row, period),
                format: formatWithin(
                  linesAt(chart, place, row, period).join('\n'),
                  point?.value ?? -1,
                  point?.decimals ?? 0,
                ),
                bold: emphasised,
                or: [],
                shift: shifts[period]![row]!,
              }),
            ],
      ),
    };
  });
}

function planOf(chart: Chart, place: ChartPlace): Plan {
  const { fontSize } = place;
  const setting = settle(chart, place);
  const { plot, range, mostLines } = setting;
  const categories = periodsOf(chart).map(({ name }) => name);
  return {
    rows: false,
    frame: {
      plot,
      categories,
      categoryLines: categories.map((name) => [name]),
      every: 1,
      isCrowded: (chart.categories.length - 1) * mostLines * lineHeight(fontSize) > plot.height,
    },
    axis: { range, visible: false },
    native: true,
    // A line at zero would strike the labels beside it.
    afloat: true,
    legend: [],
    layers: [
      {
        kind: 'line',
        width: fontSize >= 11 ? 2.25 : 1.5,
        dot: fontSize >= 11 ? 7 : 5,
        series: seriesOf(chart, place, setting),
      },
    ],
  };
}

export const slope = plannedType(planOf);
