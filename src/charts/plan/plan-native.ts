/** A plan as a native chart. */
import type { Chart } from '../../model/chart.js';
import type {
  NativeChart,
  NativeLabel,
  NativeLabelPosition,
  NativeLine,
  NativeMarker,
  NativePlot,
  NativePoint,
  NativeSeries,
} from '../../model/native-chart.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { asShares } from '../measure/frame.js';
import { categoryAxis, legendBox, nativeChart, nativeSeries, valueAxis } from '../native/native-parts.js';
import { markOf } from '../chartjs/marks.js';
import { paperColor, seamWidth } from '../measure/chart-palette.js';
import { areaAlpha, ringWidth, type BarLayer, type Layer, type LineLayer, type Plan, type StemLayer } from './plan.js';
import type { AreaLayer, PlanAxis, PlanLabel, PlanSeries, PlanSpot } from './plan.js';

const positions: Readonly<Record<PlanSpot, NativeLabelPosition>> = {
  beyond: 'outEnd',
  inside: 'ctr',
  base: 'inBase',
  end: 'inEnd',
  above: 't',
  below: 'b',
  left: 'l',
  right: 'r',
};

const nativeLabel = (label: PlanLabel, place: ChartPlace, plain: boolean): NativeLabel => ({
  index: label.index,
  format: label.namesSeries === true ? null : label.format,
  text: label.format === null && label.namesSeries !== true ? label.lines.join('\n') : null,
  color: label.color,
  bold: label.bold,
  size: label.size ?? place.fontSize,
  // An area's labels have but one place.
  position: plain ? null : positions[label.at],
  offset:
    (label.shift ?? 0) === 0 && (label.aside ?? 0) === 0
      ? null
      : { x: (label.aside ?? 0) / place.size.width, y: (label.shift ?? 0) / place.size.height },
  says: label.namesSeries === true ? 'series' : 'value',
});

const seam: NativeLine = { color: paperColor, width: seamWidth, dash: false };
const noMarker: NativeMarker = { symbol: 'none', size: 5, fill: null, line: null };

type Own = Partial<NativeSeries>;

function barSeries(series: PlanSeries, layer: BarLayer): Own {
  const line = layer.parted === true && series.color !== null ? seam : null;
  return {
    fill: series.color,
    line,
    points: series.values.flatMap((_, index): NativePoint[] => {
      const color = series.colors?.get(index);
      return color === undefined ? [] : [{ index, fill: color, line, marker: null }];
    }),
  };
}

function areaSeries(series: PlanSeries, layer: AreaLayer): Own {
  return {
    fill: series.color === null ? null : { ...series.color, alpha: areaAlpha[layer.stack] },
    line: layer.stack !== 'none' && layer.series.length > 1 ? seam : null,
  };
}

/** A point has a look of its own where its dot or its dash is another than its series'. */
function lineSeries(series: PlanSeries, layer: LineLayer): Own {
  const { color } = series;
  const symbol = markOf(series.mark ?? layer.series.indexOf(series)).native;
  const ring = layer.ring ?? ringWidth;
  const edge = ring === 0 ? null : { color: paperColor, width: ring, dash: false };
  const markerOf = (size: number, index?: number): NativeMarker =>
    color === null || size === 0
      ? noMarker
      : { symbol, size, fill: (index === undefined ? undefined : series.colors?.get(index)) ?? color, line: edge };
  const line = color === null || layer.width === 0 ? null : { color, width: layer.width, dash: layer.dashedFrom === 0 };
  const points = series.values.flatMap((_, index): NativePoint[] => {
    const isDashed = layer.dashedFrom !== undefined && layer.dashedFrom > 0 && index >= layer.dashedFrom;
    const dot = series.dots?.[index] ?? layer.dot;
    if (!isDashed && dot === layer.dot && series.colors?.has(index) !== true) return [];
    const plain = dot === 0 && layer.dot === 0;
    return [
      {
        index,
        fill: null,
        line: line === null ? null : { ...line, dash: isDashed },
        marker: plain ? null : markerOf(dot, index),
      },
    ];
  });
  return { line, marker: markerOf(layer.dot), points };
}

/** From the number back to the foot, in units of the axis; negative where it hangs. */
function stemSeries(series: PlanSeries, { foot, width, color }: StemLayer): Own {
  const isTurned = typeof foot === 'number' && foot > 0;
  const lengthOf = (value: number | null, index: number): number | null => {
    const from = typeof foot === 'number' ? foot : (foot[index] ?? null);
    return value === null || from === null ? null : Number(((isTurned ? -1 : 1) * (value - from)).toPrecision(12));
  };
  return {
    marker: noMarker,
    stems: {
      direction: isTurned ? 'plus' : 'minus',
      line: { color, width, dash: false },
      lengths: series.values.map(lengthOf),
    },
  };
}

function lookOf(series: PlanSeries, layer: Layer): Own {
  switch (layer.kind) {
    case 'bar':
      return barSeries(series, layer);
    case 'area':
      return areaSeries(series, layer);
    case 'line':
      return lineSeries(series, layer);
    case 'stems':
      return stemSeries(series, layer);
  }
}

function toSeries(series: PlanSeries, layer: Layer, place: ChartPlace, listed: ReadonlySet<string>): NativeSeries {
  return nativeSeries(
    { name: series.name, points: [] },
    {
      values: series.values,
      formulas: series.formulas ?? [],
      format: series.format,
      unlisted: layer.kind === 'stems' || series.isUnlisted === true || !listed.has(series.name),
      labels: series.labels.map((label) => nativeLabel(label, place, layer.kind === 'area')),
      cellsOf: series.cellsOf ?? null,
      ...lookOf(series, layer),
    },
  );
}

/** Nothing for a layer that PowerPoint needs not: an empty plot is none. */
function toPlot(layer: Layer, place: ChartPlace, plan: Plan, listed: ReadonlySet<string>): NativePlot[] {
  const series = layer.series
    .filter(({ only }) => only !== 'drawn')
    .map((each) => toSeries(each, layer, place, listed));
  if (series.length === 0) return [];
  const second = layer.second === true;
  if (layer.kind === 'line' || layer.kind === 'stems') return [{ kind: 'line', grouping: 'standard', second, series }];
  const stacked = layer.stack === 'percent' ? ('percentStacked' as const) : ('stacked' as const);
  if (layer.kind === 'area')
    return [{ kind: 'area', grouping: layer.stack === 'none' ? 'standard' : stacked, second, series }];
  return [
    {
      kind: 'bar',
      direction: plan.rows ? 'bar' : 'col',
      grouping: layer.stack === 'none' ? 'clustered' : stacked,
      second,
      gapWidth: Math.round(layer.gap),
      overlap: layer.stack === 'none' && layer.overlaid !== true ? 0 : 100,
      series,
    },
  ];
}

/** Stems and the dots on them are one plot: dots that come later lie on top. */
const joined = (plots: readonly NativePlot[]): NativePlot[] =>
  plots.reduce<NativePlot[]>((done, plot) => {
    const last = done.at(-1);
    const stems = last?.kind === 'line' && last.series.every((series) => series.stems !== null);
    return stems && plot.kind === 'line'
      ? [...done.slice(0, -1), { ...plot, series: [...last.series, ...plot.series] }]
      : [...done, plot];
  }, []);

/**
 * Whether PowerPoint may choose how high the value axis reaches, so that a larger number that a person types is not
 * cut: on columns and lines from zero whose axis nobody sees, with nothing laid upon its scale and no helper stacked on
 * what it measures. Labels past the ends of rows need the room that was reckoned for them.
 */
const reachesByItself = ({ rows, axis, second, layers, marks, afloat }: Plan): boolean =>
  !rows &&
  !axis.visible &&
  axis.reversed !== true &&
  axis.range.min === 0 &&
  axis.range.max > 0 &&
  axis.range.log !== true &&
  afloat !== true &&
  second === undefined &&
  (marks === undefined || marks.length === 0) &&
  layers.every(
    (layer) =>
      layer.series.every(({ only }) => only !== 'native') &&
      (layer.kind === 'line' || layer.kind === 'stems' || layer.stack === 'none'),
  );

const categoriesOf = ({ rows, frame: { categories, levels } }: Plan): Pick<NativeChart, 'categories' | 'groups'> =>
  rows || levels === undefined ? { categories } : { categories: levels.parts, groups: levels.years };

/** Null where PowerPoint cannot draw it. */
export function planToNative(plan: Plan, chart: Chart, place: ChartPlace): NativeChart | null {
  if (!plan.native) return null;
  const listed = new Set(plan.legend.map(({ name }) => name));
  const share = plan.layers.some((layer) => 'stack' in layer && layer.stack === 'percent');
  const axisOf = ({ range, visible, reversed = false }: PlanAxis, changes: Parameters<typeof valueAxis>[3]) => {
    const axis = valueAxis(place, range, visible, { reversed, ...changes });
    if (reachesByItself(plan)) return { ...axis, max: null, step: null };
    // An axis of shares runs to 100 % by itself, and its numbers are shares of one.
    return share ? { ...axis, min: null, max: null, step: null, format: '0%' } : axis;
  };
  return nativeChart(chart, place, {
    ...categoriesOf(plan),
    plots: joined(plan.layers.flatMap((layer) => toPlot(layer, place, plan, listed))),
    categoryAxis: categoryAxis(place, {
      every: plan.frame.every,
      labelSize: plan.frame.nameSize ?? place.fontSize,
      ...(plan.afloat === true ? ({ line: null, crosses: 'min' } as const) : {}),
      ...(plan.rows
        ? ({ side: 'left', reversed: true, labelsAt: plan.axis.reversed === true ? 'high' : 'low' } as const)
        : plan.axis.reversed === true
          ? ({ crosses: 'max', labelsAt: 'high' } as const)
          : {}),
    }),
    valueAxis: axisOf(plan.axis, plan.rows ? { side: 'bottom', crosses: 'max' } : {}),
    // A second axis that is deleted is none to LibreOffice: its series would go by the first.
    ...(plan.second === undefined
      ? {}
      : {
          secondAxis: axisOf(plan.second, {
            visible: true,
            labelsAt: plan.second.visible ? 'axis' : 'none',
            side: plan.rows ? 'bottom' : 'right',
            crosses: 'max',
            gridlines: null,
          }),
        }),
    legend: legendBox(
      plan.legend.map(({ name }) => name),
      place,
    ),
    plotArea: asShares(plan.frame.plot, place),
    ...(plan.marks === undefined || plan.marks.length === 0 ? {} : { marks: plan.marks }),
  });
}
