/** The Chart.js configuration that all kinds start from, and how the author's own options go over it. */
import type { ChartConfiguration, ChartOptions, Plugin } from 'chart.js';
import { isChinese } from '../../locale/language.js';
import type { Chart, ChartPoint, ChartSeries } from '../../model/chart.js';
import type { Color } from '../../model/theme.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { canvasFont, chartFontFamily, type DirectLabel, type LabelSpot } from './direct-labels.js';
import { axisGap, hasLegend, legendNames, legendPlaces, lineHeight, type Frame } from '../measure/frame.js';
import { markOf, traceMark } from './marks.js';
import { axisColor, colorHex, gridColor, seriesColor, textColor } from '../measure/chart-palette.js';
import { pluginsAsked, withPluginLooks } from './plugins-asked.js';
import { tickText, type ValueRange } from '../measure/value-range.js';
import { isPlain, type Plain } from './plain-object.js';

/** `over` wins; objects are merged, lists are replaced. Neither is changed. */
export function mergeOptions(under: Plain, over: Plain): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    // A key of this name would change the prototype of what Chart.js merges it into.
    if (key === '__proto__') continue;
    const below = merged[key];
    merged[key] = isPlain(value) && isPlain(below) ? mergeOptions(below, value) : value;
  }
  return merged;
}

/**
 * Letters are set in the theme's font, which is all that a drawing has: an author's family would be another on each
 * machine.
 */
function inThemeFont(options: Plain): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(options).map(([key, value]) => {
      if (Array.isArray(value)) return [key, value.map((each: unknown) => (isPlain(each) ? inThemeFont(each) : each))];
      if (!isPlain(value)) return [key, value];
      const inside = inThemeFont(value);
      return [key, /font$/i.test(key) && 'family' in inside ? { ...inside, family: chartFontFamily } : inside];
    }),
  );
}

/** Time axes say months and days in the report's language. */
function withLanguage(options: Plain, language: string): Plain {
  const { scales } = options;
  if (!isPlain(scales)) return options;
  const isTime = (scale: unknown): scale is Plain => isPlain(scale) && /^time/.test(String(scale['type']));
  const spoken = Object.entries(scales).map(([id, scale]) => [
    id,
    isTime(scale) ? mergeOptions({ adapters: { date: { language } } }, scale) : scale,
  ]);
  return { ...options, scales: Object.fromEntries(spoken) as Plain };
}

const noPlugins: Plain = { legend: { display: false }, tooltip: { enabled: false }, title: { display: false } };

/** `plugins: false` of an author means legend and title: for Chart.js it would mean our labels as well. */
const withPlugins = (options: Plain): Plain =>
  'plugins' in options && !isPlain(options['plugins']) ? { ...options, plugins: noPlugins } : options;

/**
 * Chart.js' own plugins that show nothing here unless an author asks for them. Each is left out where nobody does: a
 * legend that is not shown makes its labels all the same, a twelfth of the time that a chart takes.
 */
const idlePlugins = ['legend', 'title', 'subtitle', 'tooltip', 'decimation'] as const;

/** `false` for each that shows nothing. */
function withoutIdle(options: Plain): Plain {
  const said: unknown = options['plugins'];
  const asked = isPlain(said) ? said : {};
  const isIdle = (plugin: unknown): boolean =>
    plugin === undefined || (isPlain(plugin) && (plugin['display'] === false || plugin['enabled'] === false));
  return Object.fromEntries(idlePlugins.filter((id) => isIdle(asked[id])).map((id) => [id, false]));
}

interface Parts {
  readonly type: ChartConfiguration['type'];
  readonly data: ChartConfiguration['data'];
  readonly options?: Plain;
  readonly plugins?: readonly Plugin[];
  readonly frame?: Frame;
  /** False where series are named beside their marks. */
  readonly legend?: boolean | readonly LegendEntry[];
}

/** `mark` is the place of a line among the lines, whose dot stands before its name; other series have a square. */
export interface LegendEntry {
  readonly name: string;
  readonly color: Color;
  readonly mark?: number;
}

export function chartJsConfig(
  chart: Chart,
  place: ChartPlace,
  { type, data, options = {}, plugins = [], frame, legend = true }: Parts,
): ChartConfiguration {
  const { fontSize, theme, size } = place;
  const own: Plain = {
    color: colorHex(theme, textColor),
    locale: isChinese(chart.language) ? 'zh-CN' : 'en-US',
    font: { family: chartFontFamily, size: fontSize },
    layout: {
      autoPadding: false,
      padding:
        frame === undefined
          ? 0
          : { left: 0, top: frame.plot.y, right: size.width - frame.plot.x - frame.plot.width, bottom: 0 },
    },
    plugins: noPlugins,
  };
  const entries =
    typeof legend === 'object'
      ? legend
      : legend && hasLegend(chart)
        ? legendNames(chart).map((name, index) => ({
            name,
            color: seriesColor(theme, index),
          }))
        : [];
  // An author's options may change the looks, never that a drawing stands still.
  const still: Plain = {
    animation: false,
    animations: {},
    transitions: {},
    responsive: false,
    maintainAspectRatio: false,
    devicePixelRatio: 1,
    events: [],
  };
  const said = withLanguage(
    inThemeFont(mergeOptions(mergeOptions(own, withPlugins(options)), withPlugins(chart.options))),
    chart.language,
  );
  const looked = pluginsAsked(chart).length === 0 ? said : withPluginLooks(said, place);
  const merged = mergeOptions(looked, { ...still, plugins: withoutIdle(looked) });
  return {
    type,
    data,
    options: merged as ChartOptions,
    plugins: [...plugins, ...(entries.length === 0 ? [] : [legendRow(entries, place)])],
  };
}

/** Chart.js would make the plot smaller by half of an axis's outermost labels: the frame has room for them. */
const noPadding = { paddingTop: 0, paddingBottom: 0, paddingLeft: 0, paddingRight: 0 } as const;

/** A category axis of exactly the frame's size, so that the plot stands where the native chart has it. */
export function categoryScale(place: ChartPlace, frame: Frame, side: 'x' | 'y'): Plain {
  const extent = side === 'y' ? frame.plot.x : place.size.height - frame.plot.y - frame.plot.height;
  return {
    type: 'category',
    offset: true,
    grid: { display: false, drawTicks: false },
    border: { display: false },
    ticks: {
      autoSkip: false,
      maxRotation: 0,
      padding: axisGap,
      color: colorHex(place.theme, textColor),
      font: { size: frame.nameSize ?? place.fontSize, lineHeight: 1.3 },
    },
    afterFit: (scale: object) => {
      Object.assign(scale, { ...noPadding, [side === 'y' ? 'width' : 'height']: extent });
    },
  };
}

export function valueScale(
  place: ChartPlace,
  range: ValueRange,
  visible: boolean,
  extent: { readonly width?: number; readonly height?: number } = {},
): Plain {
  const log = range.log === true;
  const powers = log
    ? Array.from({ length: Math.round(Math.log10(range.max / range.min)) + 1 }, (_, power) => ({
        value: range.min * 10 ** power,
      }))
    : [];
  return {
    ...(log
      ? {
          afterBuildTicks: (scale: { ticks: unknown[] }) => {
            scale.ticks = powers;
          },
        }
      : {}),
    type: log ? 'logarithmic' : 'linear',
    display: visible,
    min: range.min,
    max: range.max,
    border: { display: false },
    grid: { drawTicks: false, color: colorHex(place.theme, gridColor), lineWidth: 0.5 },
    ticks: {
      stepSize: range.step,
      padding: axisGap,
      autoSkip: false,
      maxRotation: 0,
      color: colorHex(place.theme, textColor),
      font: { size: place.fontSize },
      callback: (value: number) => tickText(range, value),
    },
    ...(visible
      ? {
          afterFit: (scale: object) => {
            Object.assign(scale, { ...noPadding, ...extent });
          },
        }
      : {}),
  };
}

/** The line from which bars start. */
export function zeroLine(place: ChartPlace, valueAxis: 'x' | 'y'): Plugin {
  return {
    id: 'zeroLine',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const at = chart.scales[valueAxis]!.getPixelForValue(0);
      ctx.save();
      ctx.strokeStyle = colorHex(place.theme, axisColor);
      ctx.lineWidth = 0.75;
      ctx.beginPath();
      ctx.moveTo(...((valueAxis === 'x' ? [at, chartArea.top] : [chartArea.left, at]) as [number, number]));
      ctx.lineTo(...((valueAxis === 'x' ? [at, chartArea.bottom] : [chartArea.right, at]) as [number, number]));
      ctx.stroke();
      ctx.restore();
    },
  };
}

/** Names of the series in rows above the plot. */
function legendRow(entries: readonly LegendEntry[], place: ChartPlace): Plugin {
  const { fontSize, theme } = place;
  const places = legendPlaces(
    entries.map(({ name }) => name),
    place,
  );
  return {
    id: 'legendRow',
    afterDraw({ ctx }) {
      ctx.save();
      ctx.font = canvasFont(fontSize, false);
      ctx.textAlign = 'left';
      ctx.textBaseline = 'alphabetic';
      entries.forEach(({ name, color, mark }, index) => {
        const { row, x } = places[index]!;
        const middle = lineHeight(fontSize) * (row + 0.5) + 1;
        ctx.fillStyle = colorHex(theme, color);
        if (mark === undefined) ctx.fillRect(x, middle - fontSize * 0.35, fontSize * 0.7, fontSize * 0.7);
        else {
          ctx.beginPath();
          traceMark(ctx, markOf(mark), x + fontSize * 0.35, middle, fontSize * 0.35);
          ctx.fill();
        }
        ctx.fillStyle = colorHex(theme, textColor);
        ctx.fillText(name, x + fontSize * 1.1, middle + fontSize * 0.37);
      });
      ctx.restore();
    },
  };
}

/** What stands at a point: its label, and its note on a line below. */
export const linesOf = ({ label, note }: ChartPoint): string[] => (note === undefined ? [label] : [label, note]);

/** Labels of one series, as its points print them. */
export function seriesLabels(
  series: ChartSeries,
  dataset: number,
  place: ChartPlace,
  spots: readonly LabelSpot[],
  changes: Partial<DirectLabel> = {},
): DirectLabel[] {
  return series.points.flatMap((point, index) =>
    point.value === null || point.label === ''
      ? []
      : [
          {
            dataset,
            index,
            lines: linesOf(point),
            size: place.fontSize,
            bold: point.emphasised,
            color: colorHex(place.theme, textColor),
            spots,
            weight: (point.emphasised ? 1e15 : 0) + Math.abs(point.value),
            ...changes,
          },
        ],
  );
}
