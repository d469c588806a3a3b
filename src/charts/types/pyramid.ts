/** Pyramid: two series back to back, as men and women by age. */
import type { Chart, ChartPoint } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { farthestBeside } from '../measure/farthest-beside.js';
import { frameWithRows, hasRowLabels, labelGap, lineHeight, rowsOverAxis, type Frame } from '../measure/frame.js';
import { planLabel, pointsFormat, type Plan, type PlanSeries } from '../plan/plan.js';
import { plannedType } from '../marks/planned.js';
import { seriesColor } from '../measure/chart-palette.js';
import { estimateWidth } from '../../text/label-lines.js';
import { rangeWithLabels, rangeWithRoom, roundRange, withUnit, unitOnMarks } from '../measure/value-range.js';

interface Setting {
  readonly frame: Frame;
  /** Height of a row, in pt. */
  readonly slot: Pt;
  /** The number at either end of the axis: both sides have one scale, whichever needs more room. */
  readonly half: number;
  /** Every bar has its label; else the axis says the numbers. */
  readonly labelled: boolean;
}

function settle(chart: Chart, place: ChartPlace): Setting {
  const sides = chart.series.slice(0, 2);
  const frame = frameWithRows(chart, place);
  const hasRows = hasRowLabels(frame, chart, place);
  const ends = sides.flatMap(({ points }) =>
    points.flatMap(({ value, label }) =>
      value === null
        ? []
        : [{ value: Math.abs(value), room: labelGap + (hasRows ? estimateWidth(label, place.fontSize) + 12 : 0) }],
    ),
  );
  const fitted = hasRows ? rangeWithLabels(ends, frame.plot.width / 2) : null;
  const loud = sides.flatMap(({ points }) =>
    points.flatMap(({ value, label, emphasised }) =>
      value === null || !emphasised
        ? []
        : [{ value: Math.abs(value), room: labelGap + estimateWidth(label, place.fontSize) + 4 }],
    ),
  );
  const plain = rangeWithRoom(roundRange(ends.map(({ value }) => value)), loud, frame.plot.width / 2);
  return {
    frame,
    slot: frame.plot.height / Math.max(1, chart.categories.length),
    half: (fitted ?? plain).max,
    labelled: fitted !== null,
  };
}

function seriesOf(chart: Chart, place: ChartPlace, { frame, slot, half, labelled }: Setting): readonly PlanSeries[] {
  /** Where rows are lower than a label, it stands past the bars beside its own. */
  const asideOf = (points: readonly ChartPoint[], index: number, side: number): number => {
    const value = points[index]!.value;
    if (labelled || value === null) return 0;
    const values = [points.map((point) => point.value)];
    const farthest = farthestBeside({ values, index, value, label: lineHeight(place.fontSize), slot });
    return ((side === 0 ? -1 : 1) * (((farthest - value) / half) * frame.plot.width)) / 2;
  };
  return chart.series.slice(0, 2).map(({ name, points }, side): PlanSeries => {
    const digits = pointsFormat(points);
    return {
      name,
      color: seriesColor(place.theme, side),
      format: `${digits};${digits}`,
      values: points.map(({ value }) => (value === null ? null : side === 0 ? 0 - value : value)),
      labels: points.flatMap((point, index) =>
        labelled || point.emphasised
          ? planLabel(point, index, 'beyond', { aside: asideOf(points, index, side) }).map((label) =>
              side === 0 && label.format !== null ? { ...label, format: mirrored(label.format) } : label,
            )
          : [],
      ),
    };
  });
}

function planOf(chart: Chart, place: ChartPlace): Plan {
  const setting = settle(chart, place);
  const { frame, slot, half, labelled } = setting;
  const series = seriesOf(chart, place, setting);
  return {
    rows: true,
    // Without labels the axis says the numbers.
    frame: labelled ? frame : rowsOverAxis(chart, place),
    axis: {
      range: withUnit({ min: -half, max: half, step: half, isUnsigned: true }, unitOnMarks(chart), chart),
      visible: !labelled,
    },
    native: true,
    legend: series.map(({ name, color }) => ({ name, color: color! })),
    layers: [
      {
        kind: 'bar',
        stack: 'none',
        overlaid: true,
        gap: Math.min(150, Math.max(25, (slot / (place.fontSize * 2) - 1) * 100)),
        series,
      },
    ],
  };
}

/** The left side runs below zero and prints without a sign. */
const mirrored = (format: string): string => {
  const positive = format.split(';')[0]!;
  return `${positive};${positive}`;
};

export const pyramid = plannedType(planOf);
