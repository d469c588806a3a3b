/** A plan as a native chart. */
import type { Chart } from '../../model/chart.js';
import type {
  NativeChart,
  NativeLabel,
  NativeLabelPosition,
  NativePlot,
  NativePoint,
  NativeSeries,
} from '../../model/native-chart.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { asShares } from '../measure/frame.js';
import { categoryAxis, legendBox, nativeChart, nativeSeries, valueAxis } from '../native/native-parts.js';
import { markOf } from '../chartjs/marks.js';
import { paperColor, seamWidth } from '../measure/chart-palette.js';
import type { Layer, Plan, PlanAxis, PlanLabel, PlanSeries, PlanSpot } from './plan.js';

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
  format: label.format,
  text: label.format === null ? label.lines.join('\n') : null,
  color: label.color,
  bold: label.bold,
  size: place.fontSize,
  // An area's labels have but one place.
  position: plain ? null : positions[label.at],
  offset: label.shift === undefined || label.shift === 0 ? null : { x: 0, y: label.shift / place.size.height },
  says: 'value',
});

const areaAlpha = 0.85;

function toSeries(series: PlanSeries, layer: Layer, place: ChartPlace, listed: ReadonlySet<string>): NativeSeries {
  const own = {
    values: series.values,
    formulas: series.formulas ?? [],
    format: series.format,
    unlisted: !listed.has(series.name),
    labels: series.labels.map((label) => nativeLabel(label, place, layer.kind === 'area')),
  };
  const base = { name: series.name, points: [] };
  const points = series.values.flatMap((_, index): NativePoint[] => {
    const color = series.colors?.get(index);
    return color === undefined ? [] : [{ index, fill: color, line: null, marker: null }];
  });
  const seam = { color: paperColor, width: seamWidth, dash: false };
  if (layer.kind === 'bar') {
    const line = layer.parted === true && series.color !== null ? seam : null;
    return nativeSeries(base, {
      ...own,
      fill: series.color,
      line,
      points: points.map((point) => ({ ...point, line })),
    });
  }
  if (layer.kind === 'area')
    return nativeSeries(base, {
      ...own,
      fill: series.color === null ? null : { ...series.color, alpha: areaAlpha },
      line: layer.series.length > 1 ? seam : null,
    });
  const symbol = markOf(layer.series.indexOf(series)).native;
  const line =
    series.color === null || layer.width === 0 ? null : { color: series.color, width: layer.width, dash: false };
  return nativeSeries(base, {
    ...own,
    line,
    marker:
      series.color === null || layer.dot === 0
        ? { symbol: 'none', size: 5, fill: null, line: null }
        : { symbol, size: layer.dot, fill: series.color, line: { color: paperColor, width: 1, dash: false } },
    points:
      line === null || layer.dashedFrom === undefined
        ? []
        : series.values.flatMap((_, index) =>
            index < layer.dashedFrom!
              ? []
              : [
                  {
                    index,
                    fill: null,
                    line: { ...line, dash: true },
                    marker: layer.dot === 0 ? null : { symbol, size: layer.dot, fill: paperColor, line },
                  },
                ],
          ),
  });
}

function toPlot(layer: Layer, place: ChartPlace, plan: Plan, listed: ReadonlySet<string>): NativePlot {
  const series = layer.series
    .filter(({ only }) => only !== 'drawn')
    .map((each) => toSeries(each, layer, place, listed));
  const second = layer.second === true;
  if (layer.kind === 'line') return { kind: 'line', grouping: 'standard', second, series };
  const grouping = layer.stack === 'percent' ? ('percentStacked' as const) : ('stacked' as const);
  if (layer.kind === 'area') return { kind: 'area', grouping, second, series };
  return {
    kind: 'bar',
    direction: plan.rows ? 'bar' : 'col',
    grouping: layer.stack === 'none' ? 'clustered' : grouping,
    second,
    gapWidth: Math.round(layer.gap),
    overlap: layer.stack === 'none' && layer.overlaid !== true ? 0 : 100,
    series,
  };
}

/** Null where PowerPoint cannot draw it. */
export function planToNative(plan: Plan, chart: Chart, place: ChartPlace): NativeChart | null {
  if (!plan.native) return null;
  const listed = new Set(plan.legend.map(({ name }) => name));
  const share = plan.layers.some((layer) => layer.kind !== 'line' && layer.stack === 'percent');
  const axisOf = ({ range, visible }: PlanAxis, changes: Parameters<typeof valueAxis>[3]) => {
    const axis = valueAxis(place, range, visible, changes);
    // An axis of shares runs to 100 % by itself.
    return share ? { ...axis, min: null, max: null, step: null } : axis;
  };
  return nativeChart(chart, place, {
    categories: plan.frame.categories,
    plots: plan.layers.map((layer) => toPlot(layer, place, plan, listed)),
    categoryAxis: categoryAxis(place, {
      every: plan.frame.every,
      ...(plan.afloat === true ? ({ line: null, crosses: 'min' } as const) : {}),
      ...(plan.rows ? ({ side: 'left', reversed: true } as const) : {}),
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
  });
}
