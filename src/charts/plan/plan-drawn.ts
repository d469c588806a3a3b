/** A plan as a Chart.js configuration. */
import type { ChartConfiguration, Plugin } from 'chart.js';
import type { Chart } from '../../model/chart.js';
import type { Color } from '../../model/theme.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { categoryScale, chartJsConfig, valueScale, zeroLine } from '../chartjs/chartjs-config.js';
import { sketchPlugin } from '../chartjs/paint-sketch.js';
import { directLabels, type DirectLabel, type LabelSpot } from '../chartjs/direct-labels.js';
import { footHeight } from '../measure/frame.js';
import { markOf } from '../chartjs/marks.js';
import { colorHex, paperColor, seamWidth, withAlpha } from '../measure/chart-palette.js';
import { weightOf } from './settle-labels.js';
import { areaAlpha, ringWidth, type AreaLayer, type BarLayer, type Layer, type LineLayer } from './plan.js';
import type { Plan, PlanLabel, PlanSeries, PlanSpot } from './plan.js';

const spots: Readonly<Record<PlanSpot, LabelSpot>> = {
  beyond: 'beyond',
  inside: 'inside',
  base: 'beyond',
  end: 'left',
  above: 'above',
  below: 'below',
  left: 'left',
  right: 'right',
};
/** Where a label goes when its place is taken and its kind names no other. */
const others: Partial<Readonly<Record<PlanSpot, readonly PlanSpot[]>>> = { above: ['below'], below: ['above'] };
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

const isPercent = (layer: Layer): boolean => 'stack' in layer && layer.stack === 'percent';

const dataOf = (placed: readonly Placed[], one: Placed): unknown[] =>
  one.series.spans !== undefined
    ? [...one.series.spans]
    : one.series.values.map((value, index) => (isPercent(one.layer) ? sharesOf(placed, one, index) : value));

type Hex = (color: Color | null) => string;

function barLook(series: PlanSeries, layer: BarLayer, hex: Hex): object {
  const isBeside = layer.stack === 'none' && layer.overlaid !== true;
  return {
    type: 'bar',
    grouped: isBeside,
    barPercentage: 1,
    categoryPercentage: 1 / (1 + layer.gap / 100 / (isBeside ? layer.series.length : 1)),
    // Each part draws half of a seam inside itself.
    ...(layer.parted === true
      ? { borderWidth: seamWidth / 2, borderSkipped: false, borderColor: hex(paperColor) }
      : { borderWidth: 0 }),
    backgroundColor: series.values.map((_, index) => hex(series.colors?.get(index) ?? series.color)),
    minBarLength: 0,
  };
}

const joins = { borderJoinStyle: 'round', borderCapStyle: 'round', clip: false } as const;

function areaLook(series: PlanSeries, layer: AreaLayer, hex: Hex): object {
  const isFirst = layer.series.filter(({ only }) => only !== 'native')[0] === series;
  const parted = layer.stack !== 'none' && layer.series.length > 1;
  return {
    type: 'line',
    ...joins,
    ...(parted ? { borderWidth: seamWidth, borderColor: hex(paperColor) } : { borderWidth: 0, borderColor: nothing }),
    pointRadius: 0,
    fill: isFirst || layer.stack === 'none' ? 'origin' : '-1',
    backgroundColor: withAlpha(hex(series.color), areaAlpha[layer.stack]),
  };
}

function lineLook(series: PlanSeries, layer: LineLayer, hex: Hex): object {
  const mark = markOf(series.mark ?? layer.series.filter(({ only }) => only !== 'native').indexOf(series));
  const { dashedFrom } = layer;
  const ring = layer.ring ?? ringWidth;
  return {
    type: 'line',
    ...joins,
    borderColor: hex(series.color),
    borderWidth: layer.width,
    showLine: series.color !== null && layer.width > 0,
    fill: false,
    pointStyle: mark.drawn,
    pointRadius: series.values.map((_, index) =>
      series.color === null ? 0 : ((series.dots?.[index] ?? layer.dot) / 2) * mark.reach,
    ),
    pointBorderWidth: ring,
    pointBorderColor: hex(paperColor),
    pointBackgroundColor: series.values.map((_, index) => hex(series.colors?.get(index) ?? series.color)),
    ...(layer.isStepped === true ? { stepped: 'before' } : {}),
    ...(dashedFrom === 0 ? { borderDash: [5, 3] } : {}),
    segment: {
      borderDash: (context: { readonly p1DataIndex: number }) =>
        dashedFrom !== undefined && dashedFrom > 0 && context.p1DataIndex >= dashedFrom ? [5, 4] : undefined,
    },
  };
}

/** Stems are drawn by a plugin: their data set is there for its scale. */
const stemLook = { type: 'line', showLine: false, pointRadius: 0, clip: false } as const;

function lookOf(series: PlanSeries, layer: Layer, hex: Hex): object {
  switch (layer.kind) {
    case 'bar':
      return barLook(series, layer, hex);
    case 'area':
      return areaLook(series, layer, hex);
    case 'line':
      return lineLook(series, layer, hex);
    case 'stems':
      return stemLook;
  }
}

function datasetOf(plan: Plan, placed: readonly Placed[], one: Placed, place: ChartPlace): object {
  const { layer, at, series } = one;
  const hex: Hex = (color) => (color === null ? nothing : colorHex(place.theme, color));
  const stacks =
    (layer.kind === 'bar' || layer.kind === 'area') && layer.stack !== 'none' && series.spans === undefined;
  return {
    label: series.name,
    data: dataOf(placed, one),
    // Of bars over each other the later lies on top, as in PowerPoint: the share on its track. A stack goes by the
    // order of its data sets.
    order:
      (plan.layers.length - at) * 1000 -
      (layer.kind === 'bar' && layer.overlaid === true ? layer.series.indexOf(series) : 0),
    [plan.rows ? 'xAxisID' : 'yAxisID']: layer.second === true ? 'second' : plan.rows ? 'x' : 'y',
    ...(stacks ? { stack: `layer ${at}` } : {}),
    ...lookOf(series, layer, hex),
  };
}

function drawnLabel(label: PlanLabel, dataset: number, { layer, series }: Placed, place: ChartPlace): DirectLabel {
  return {
    dataset,
    index: label.index,
    lines: label.lines,
    size: label.size ?? place.fontSize,
    bold: label.bold,
    color: colorHex(place.theme, label.color),
    spots: [label.at, ...(label.or ?? others[label.at] ?? [])].map((spot) => spots[spot]),
    weight: weightOf(label, layer, series.values[label.index] ?? null),
    shift: label.shift ?? 0,
    aside: label.aside ?? 0,
    ...(label.clear !== undefined ? { clear: label.clear } : layer.kind === 'line' ? { clear: layer.dot / 2 + 3 } : {}),
  };
}

/** A stem from the foot to each number of its layer. */
function stemPlugin(placed: readonly Placed[], value: 'x' | 'y', place: ChartPlace): Plugin[] {
  const stems = placed.flatMap(({ layer }, dataset) => (layer.kind === 'stems' ? [{ layer, dataset }] : []));
  if (stems.length === 0) return [];
  return [
    {
      id: 'stems',
      beforeDatasetsDraw(chart) {
        const { ctx } = chart;
        ctx.save();
        for (const { layer, dataset } of stems) {
          ctx.strokeStyle = colorHex(place.theme, layer.color);
          ctx.lineWidth = layer.width;
          for (const [index, point] of chart.getDatasetMeta(dataset).data.entries()) {
            const { x, y } = point.getProps(['x', 'y'], true);
            const foot = typeof layer.foot === 'number' ? layer.foot : (layer.foot[index] ?? null);
            if (foot === null || !Number.isFinite(x) || !Number.isFinite(y)) continue;
            const from = chart.scales[value]!.getPixelForValue(foot);
            ctx.beginPath();
            ctx.moveTo(...((value === 'y' ? [x, from] : [from, y]) as [number, number]));
            ctx.lineTo(x, y);
            ctx.stroke();
          }
        }
        ctx.restore();
      },
    },
  ];
}

/** Scales by the names that data sets call them. */
function scalesOf(plan: Plan, place: ChartPlace): Record<string, object> {
  const { frame, rows, axis, second } = plan;
  const [category, value] = rows ? (['y', 'x'] as const) : (['x', 'y'] as const);
  const foot = footHeight(place.fontSize);
  const right = place.size.width - frame.plot.x - frame.plot.width;
  return {
    [category]: categoryScale(place, frame, category),
    [value]: {
      ...valueScale(place, axis.range, axis.visible, rows ? { height: foot } : { width: frame.plot.x }),
      ...(axis.reversed === true ? { reverse: true } : {}),
    },
    ...(second === undefined
      ? {}
      : {
          second: {
            ...valueScale(place, second.range, second.visible, { width: right }),
            axis: value,
            position: rows ? 'bottom' : 'right',
            grid: { display: false, drawTicks: false },
          },
        }),
  };
}

export function planToChartJs(plan: Plan, chart: Chart, place: ChartPlace): ChartConfiguration {
  const placed = plan.layers.flatMap((layer, at): Placed[] =>
    layer.series.filter(({ only }) => only !== 'native').map((series) => ({ layer, at, series })),
  );
  const { frame, rows } = plan;
  const value = rows ? 'x' : 'y';
  const labels = placed.flatMap((one, dataset) =>
    one.series.labels.map((label) => drawnLabel(label, dataset, one, place)),
  );
  const hasZero = plan.axis.range.min <= 0 && plan.afloat !== true && plan.axis.range.log !== true;
  return chartJsConfig(chart, place, {
    type: 'bar',
    frame,
    legend: plan.legend,
    data: {
      labels: frame.categoryLines.map((lines) => [...lines]),
      datasets: placed.map((one) => datasetOf(plan, placed, one, place)) as never,
    },
    options: {
      indexAxis: rows ? 'y' : 'x',
      ...(plan.second?.visible === true ? { layout: { padding: { right: 0 } } } : {}),
      scales: scalesOf(plan, place),
    },
    plugins: [
      ...stemPlugin(placed, value, place),
      ...(hasZero ? [zeroLine(place, value)] : []),
      directLabels(labels),
      ...(plan.marks === undefined ? [] : [sketchPlugin(() => plan.marks!, place.theme)]),
    ],
  });
}
