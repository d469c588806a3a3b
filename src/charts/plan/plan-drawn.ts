/** A plan as a Chart.js configuration. */
import type { ChartConfiguration, Plugin } from 'chart.js';
import type { Chart } from '../../model/chart.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { categoryScale, chartJsConfig, valueScale, zeroLine } from '../chartjs/chartjs-config.js';
import { directLabels, type DirectLabel, type LabelSpot } from '../chartjs/direct-labels.js';
import { lineHeight } from '../measure/frame.js';
import { markOf } from '../chartjs/marks.js';
import { colorHex, paperColor, seamWidth, withAlpha } from '../measure/chart-palette.js';
import type { Layer, Plan, PlanLabel, PlanSeries, PlanSpot } from './plan.js';

const spots: Readonly<Record<PlanSpot, readonly LabelSpot[]>> = {
  beyond: ['beyond'],
  inside: ['inside'],
  base: ['beyond'],
  end: ['inside'],
  above: ['above', 'below'],
  below: ['below', 'above'],
  left: ['left'],
  right: ['right'],
};
const areaAlpha = 0.85;
const nothing = 'rgba(0,0,0,0)';

interface Placed {
  readonly layer: Layer;
  readonly at: number;
  readonly series: PlanSeries;
}

/** The shares of a stack of 100 %. */
function sharesOf(placed: readonly Placed[], { layer, series }: Placed, index: number): number | null {
  const value = series.values[index] ?? null;
  const sum = placed.reduce(
    (total, other) => (other.layer === layer ? total + Math.abs(other.series.values[index] ?? 0) : total),
    0,
  );
  return value === null || sum === 0 ? null : (value / sum) * 100;
}

function dataOf(placed: readonly Placed[], one: Placed): unknown[] {
  const { layer, series } = one;
  if (series.spans !== undefined) return [...series.spans];
  return layer.kind !== 'line' && layer.stack === 'percent'
    ? series.values.map((_, index) => sharesOf(placed, one, index))
    : [...series.values];
}

function datasetOf(plan: Plan, placed: readonly Placed[], one: Placed, place: ChartPlace): object {
  const { layer, at, series } = one;
  const hex = (color: PlanSeries['color']): string => (color === null ? nothing : colorHex(place.theme, color));
  const base = {
    label: series.name,
    data: dataOf(placed, one),
    order: plan.layers.length - at,
    [plan.rows ? 'xAxisID' : 'yAxisID']: layer.second === true ? 'second' : plan.rows ? 'x' : 'y',
    ...(layer.kind === 'line' || layer.stack === 'none' || series.spans !== undefined ? {} : { stack: `layer ${at}` }),
  };
  if (layer.kind === 'bar') {
    const inLayer = layer.stack === 'none' && layer.overlaid !== true ? layer.series.length : 1;
    return {
      ...base,
      type: 'bar',
      grouped: layer.stack === 'none' && layer.overlaid !== true,
      barPercentage: 1,
      categoryPercentage: 1 / (1 + layer.gap / 100 / inLayer),
      ...(layer.parted === true
        ? {
            /* Each part draws half of it inside itself. */ borderWidth: seamWidth / 2,
            borderSkipped: false,
            borderColor: hex(paperColor),
          }
        : { borderWidth: 0 }),
      backgroundColor: series.values.map((_, index) => hex(series.colors?.get(index) ?? series.color)),
      minBarLength: 0,
    };
  }
  const line = {
    ...base,
    type: 'line',
    borderColor: hex(series.color),
    borderJoinStyle: 'round',
    borderCapStyle: 'round',
    clip: false,
  };
  if (layer.kind === 'area') {
    const first = layer.series.filter(({ only }) => only !== 'native')[0] === series;
    return {
      ...line,
      ...(layer.series.length > 1 ? { borderWidth: seamWidth, borderColor: hex(paperColor) } : { borderWidth: 0 }),
      pointRadius: 0,
      fill: first ? 'origin' : '-1',
      backgroundColor: withAlpha(hex(series.color), areaAlpha),
    };
  }
  const mark = markOf(layer.series.indexOf(series));
  const dashed = (index: number): boolean => layer.dashedFrom !== undefined && index >= layer.dashedFrom;
  return {
    ...line,
    borderWidth: layer.width,
    showLine: series.color !== null && layer.width > 0,
    pointStyle: mark.drawn,
    pointRadius: series.color === null ? 0 : (layer.dot / 2) * mark.reach,
    pointBorderWidth: 1,
    pointBorderColor: series.values.map((_, index) => (dashed(index) ? hex(series.color) : hex(paperColor))),
    pointBackgroundColor: series.values.map((_, index) => (dashed(index) ? hex(paperColor) : hex(series.color))),
    segment: {
      borderDash: (context: { readonly p1DataIndex: number }) => (dashed(context.p1DataIndex) ? [4, 3] : undefined),
    },
  };
}

function drawnLabel(label: PlanLabel, dataset: number, { layer, series }: Placed, place: ChartPlace): DirectLabel {
  return {
    dataset,
    index: label.index,
    lines: label.lines,
    size: place.fontSize,
    bold: label.bold,
    color: colorHex(place.theme, label.color),
    spots: spots[label.at],
    weight: (label.bold ? 1e15 : 0) + (layer.kind === 'line' ? 1e14 : 0) + Math.abs(series.values[label.index] ?? 0),
    shift: label.shift ?? 0,
    ...(layer.kind === 'line' ? { clear: layer.dot / 2 + 3 } : {}),
  };
}

export function planToChartJs(plan: Plan, chart: Chart, place: ChartPlace): ChartConfiguration {
  const placed = plan.layers.flatMap((layer, at): Placed[] =>
    layer.series.filter(({ only }) => only !== 'native').map((series) => ({ layer, at, series })),
  );
  const { frame, rows } = plan;
  const [category, value] = rows ? (['y', 'x'] as const) : (['x', 'y'] as const);
  const foot = lineHeight(place.fontSize) + 8;
  const right = place.size.width - frame.plot.x - frame.plot.width;
  const second = plan.second;
  const labels = placed.flatMap((one, dataset) =>
    one.series.labels.map((label) => drawnLabel(label, dataset, one, place)),
  );
  const line: Plugin[] = plan.axis.range.min <= 0 && plan.afloat !== true ? [zeroLine(place, value)] : [];
  return chartJsConfig(chart, place, {
    type: 'bar',
    frame,
    legend: plan.legend,
    data: {
      labels: frame.categoryLines.map((lines) => [...lines]),
      datasets: placed.map((one) => datasetOf(plan, placed, one, place)) as never,
    },
    options: {
      indexAxis: category,
      ...(second?.visible === true ? { layout: { padding: { right: 0 } } } : {}),
      scales: {
        [category]: categoryScale(place, frame, category),
        [value]: valueScale(
          place,
          plan.axis.range,
          plan.axis.visible,
          rows ? { height: foot } : { width: frame.plot.x },
        ),
        ...(second === undefined
          ? {}
          : {
              second: {
                ...valueScale(place, second.range, second.visible, { width: right }),
                axis: value,
                position: rows ? 'bottom' : 'right',
                grid: { display: false },
              },
            }),
      },
    },
    plugins: [...line, directLabels(labels)],
  });
}
