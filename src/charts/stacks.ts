/** Bars, columns and areas on top of each other, as amounts or as shares of their sum; the sum stands at the end. */
import type { Chart } from '../model/chart.js';
import type { Pt } from '../model/length.js';
import type { ChartPlace, ChartType } from './chart-type.js';
import { frameWithColumns, frameWithRows, labelGap, lineHeight } from './frame.js';
import { numberFormat, printedLike } from './label-format.js';
import { insideLabel, planLabel, pointsFormat, textLabel, type Layer, type Plan, type PlanSeries } from './plan.js';
import { plannedType } from './planned.js';
import { colorOn, forecastColors, paperColor, seriesColor } from './palette.js';
import { estimateWidth } from './text-width.js';
import { roundRange, valueAxisWidth, type ValueRange } from './value-range.js';

/** Where bars lie, LibreOffice counts a legend's entries from the other end, so none may be left out: the sums are listed, without a mark. */
const sumName = '合计';

type Form = 'column' | 'bar' | 'area';

/** The sum of each category, printed as its parts are; null where all are gaps. */
function sumsOf(chart: Chart): { readonly value: number | null; readonly label: string; readonly decimals: number }[] {
  return chart.categories.map((_, index) => {
    const points = chart.series.map(({ points: all }) => all[index]!).filter(({ value }) => value !== null);
    const decimals = Math.max(0, ...points.map((point) => point.decimals));
    const value = points.reduce((sum, point) => sum + Math.round(point.value! * 10 ** decimals), 0) / 10 ** decimals;
    return { value: points.length === 0 ? null : value, label: printedLike(points, value, decimals), decimals };
  });
}

/** Room past the highest sum for its label. */
function withRoom(range: ValueRange, highest: number, length: Pt, room: Pt): ValueRange {
  const needed = highest * length / Math.max(1, length - room);
  return needed <= range.max ? range : { ...range, max: Number((Math.ceil(needed / range.step - 1e-9) * range.step).toPrecision(6)) };
}

function planOf(chart: Chart, place: ChartPlace, form: Form): Plan {
  const rows = form === 'bar';
  const percent = chart.stack === 'percent';
  const { fontSize } = place;
  const sums = sumsOf(chart);
  const rises = chart.series.every(({ points }) => points.every(({ value }) => (value ?? 0) >= 0));
  const totals = !percent && rises && form !== 'area';
  const negative = sums.map((_, index) => chart.series.reduce((sum, { points }) => sum + Math.min(0, points[index]?.value ?? 0), 0));
  const positive = sums.map((_, index) => chart.series.reduce((sum, { points }) => sum + Math.max(0, points[index]?.value ?? 0), 0));
  const rough: ValueRange = percent ? { min: 0, max: 100, step: 25, unit: '%' } : { ...roundRange([...negative, ...positive]), unit: chart.unit };
  const visible = !percent || form === 'area';
  const axisWidth = visible ? valueAxisWidth(rough, fontSize) : 0;
  const bare = rows ? frameWithRows(chart, place) : frameWithColumns(chart, place, axisWidth);
  const above = rows || !visible ? 0 : fontSize * 0.7;
  const below = rows && visible ? lineHeight(fontSize) + 8 : 0;
  const frame = { ...bare, plot: { ...bare.plot, y: bare.plot.y + above, height: bare.plot.height - above - below } };
  const [along, across] = rows ? [frame.plot.width, frame.plot.height] : [frame.plot.height, frame.plot.width];
  const widest = Math.max(0, ...sums.map(({ label }) => estimateWidth(label, fontSize)));
  const slot = across / Math.max(1, chart.categories.length);
  const showsSums = totals && (rows ? slot >= fontSize * 1.1 : widest <= slot - 2);
  const range = showsSums ? withRoom(rough, Math.max(0, ...positive), along, labelGap + (rows ? widest + 4 : lineHeight(fontSize))) : rough;
  const gap = Math.min(300, Math.max(45, (slot / (fontSize * (rows ? 2 : 5)) - 1) * 100));
  const bar = slot / (1 + gap / 100);
  const series = chart.series.map(({ name, points }, at): PlanSeries => {
    const color = seriesColor(place.theme, at);
    const paler = forecastColors(chart, place.theme, at);
    return {
      name, values: points.map(({ value }) => value), format: pointsFormat(points), color, colors: paler,
      labels: form === 'area' ? [] : points.flatMap((point, index) => {
        const length = Math.abs(point.value ?? 0) / (percent ? (positive[index]! - negative[index]!) || 1 : range.max - range.min) * along;
        const room = rows ? { width: length, height: bar } : { width: bar, height: length };
        if (!percent) return insideLabel(point, index, paler.get(index) ?? color, room, place);
        const share = `${Math.round(Math.abs(point.value ?? 0) / ((positive[index]! - negative[index]!) || 1) * 100)}%`;
        const fits = estimateWidth(share, fontSize) + 2 <= room.width && fontSize * 1.15 <= room.height;
        return point.value === null || !fits ? [] : [textLabel(share, index, 'inside', { color: colorOn(place.theme, paler.get(index) ?? color) })];
      }),
    };
  });
  const last = String.fromCharCode(65 + chart.series.length);
  const sumSeries = (only: 'native' | 'drawn'): PlanSeries => ({
    name: sumName, only, values: sums.map(({ value }) => value), format: numberFormat(Math.max(0, ...sums.map(({ decimals }) => decimals))), color: null,
    formulas: only === 'native' ? sums.map(({ value }, index) => value === null ? null : `SUM(B${index + 2}:${last}${index + 2})`) : [],
    labels: sums.flatMap(({ value, label, decimals }, index) =>
      planLabel({ value, label, decimals, figure: null, emphasised: true, span: chart.span }, index, only === 'native' ? 'base' : rows ? 'right' : 'above')),
  });
  const layers: Layer[] = form === 'area'
    ? [{ kind: 'area', stack: chart.stack ?? 'stacked', series }]
    : [{ kind: 'bar', stack: chart.stack ?? 'stacked', gap, series: showsSums ? [...series, sumSeries('native')] : series }];
  return {
    rows, frame, axis: { range, visible }, native: true, legend: series.length < 2 ? [] : [...series.map(({ name, color }) => ({ name, color: color! })), ...(showsSums && rows ? [{ name: sumName, color: paperColor }] : [])],
    layers: showsSums ? [...layers, { kind: 'line', width: 0, dot: 0, series: [sumSeries('drawn')] }] : layers,
  };
}

export const stackType = (form: Form): ChartType => plannedType((chart, place) => planOf(chart, place, form));

/** Stacks where the spec asks for them, else the other. */
export const stackedOr = (form: Form, other: ChartType): ChartType => {
  const stacked = stackType(form);
  const typeOf = (chart: Chart): ChartType => chart.stack === undefined ? other : stacked;
  return {
    toNative: (chart, place) => typeOf(chart).toNative(chart, place),
    toChartJs: (chart, place) => typeOf(chart).toChartJs(chart, place),
  };
};
