/** Bars, columns and areas on top of each other, as amounts or as shares of their sum; the sum stands at the end. */
import { seriesWords } from '../../locale/part-words.js';
import { columnName } from '../../model/cell-name.js';
import type { Chart, ChartPoint } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import type { ChartPlace, ChartType } from '../measure/chart-type.js';
import {
  columnsBesideAxis,
  frameWithColumns,
  frameWithRows,
  hasLegend,
  labelGap,
  liesBetter,
  lineHeight,
  rowsOverAxis,
  type Frame,
} from '../measure/frame.js';
import { numberFormat, quantityLabel } from '../../locale/chart-label.js';
import {
  insideLabel,
  planLabel,
  pointsFormat,
  textLabel,
  type Layer,
  type Plan,
  type PlanLabel,
  type PlanSeries,
  type PlanSpot,
} from '../plan/plan.js';
import { isAskedBeside } from '../marks/fit-beside.js';
import { besideGap, besideOutside, outsideLabels } from './outside-labels.js';
import { plannedType } from '../marks/planned.js';
import { colorOn, forecastColors, seriesColor } from '../measure/chart-palette.js';
import { estimateWidth } from '../../text/label-lines.js';
import {
  roundRange,
  tickText,
  valueAxisWidth,
  withUnit,
  unitOnMarks,
  type ValueRange,
} from '../measure/value-range.js';

type Form = 'column' | 'bar' | 'area';

type Sum = Pick<ChartPoint, 'value' | 'label' | 'format' | 'decimals'>;

/** The sum of each category, printed as its parts are; null where all are gaps. */
function sumsOf(chart: Chart): Sum[] {
  return chart.categories.map((_, index) => {
    const points = chart.series.map(({ points: all }) => all[index]!).filter(({ value }) => value !== null);
    const decimals = Math.max(0, ...points.map((point) => point.decimals));
    const value = points.reduce((sum, point) => sum + Math.round(point.value! * 10 ** decimals), 0) / 10 ** decimals;
    const { text, format } = quantityLabel({ value, decimals }, unitOnMarks(chart), null, chart.language);
    return { value: points.length === 0 ? null : value, label: text, format, decimals };
  });
}

/** Room past the highest sum for its label. */
function withRoom(range: ValueRange, highest: number, length: Pt, room: Pt): ValueRange {
  const needed = (highest * length) / Math.max(1, length - room);
  return needed <= range.max
    ? range
    : { ...range, max: Number((Math.ceil(needed / range.step - 1e-9) * range.step).toPrecision(6)) };
}

/** An axis that nobody sees need not end at a step that could be read: a quarter of one will do. */
function shorter(range: ValueRange, highest: number): ValueRange {
  const step = range.step / 4;
  return { ...range, step, max: Number((Math.ceil(highest / step - 1e-9) * step).toPrecision(6)) };
}

interface Setting {
  readonly frame: Frame;
  readonly range: ValueRange;
  readonly gap: number;
  /** `bar` is how thick one bar is, `scale` how long a unit of value (or one per cent) is, in pt. */
  readonly bar: Pt;
  readonly scale: number;
  /** Sums of each category: `sizes` of the amounts without their signs, `sums` with them. */
  readonly sizes: readonly number[];
  readonly sums: ReturnType<typeof sumsOf>;
  readonly showsSums: boolean;
  /** The axis is shown: not every part has its number, or there are no sums. */
  readonly visible: boolean;
  /** Of one category, in pt. */
  readonly slot: Pt;
}

const partOf = (chart: Chart, index: number, sign: 1 | -1): number =>
  chart.series.reduce((sum, { points }) => sum + Math.max(0, sign * (points[index]?.value ?? 0)), 0);

/** Null for no axis. */
function frameFor(chart: Chart, place: ChartPlace, rows: boolean, axis: ValueRange | null): Frame {
  if (axis === null) return (rows ? frameWithRows : frameWithColumns)(chart, place);
  return rows
    ? rowsOverAxis(chart, place, estimateWidth(tickText(axis, axis.max), place.fontSize))
    : columnsBesideAxis(chart, place, valueAxisWidth(axis, place.fontSize));
}

interface Labelled {
  readonly setting: Setting;
  /** Of each series. */
  readonly labels: readonly (readonly PlanLabel[])[];
}

/** Where every part has its number and every stack its sum, no axis says them again. */
function settle(chart: Chart, place: ChartPlace, form: Form): Labelled {
  if (form === 'area') return { setting: settleWith(chart, place, form, true), labels: chart.series.map(() => []) };
  const bare = settleWith(chart, place, form, false);
  const labels = labelsOf(chart, place, form, bare);
  if (chart.stack === 'percent' || (bare.showsSums && hasAll(chart, labels))) return { setting: bare, labels };
  const setting = settleWith(chart, place, form, true);
  return { setting, labels: labelsOf(chart, place, form, setting) };
}

const hasAll = (chart: Chart, labels: Labelled['labels']): boolean =>
  chart.series.every(
    ({ points }, at) => points.filter(({ value }) => value !== null && value !== 0).length <= labels[at]!.length,
  );

/** @param told the axis whose numbers the frame leaves room for, where that of the parts alone is too narrow. */
function settleWith(chart: Chart, place: ChartPlace, form: Form, visible: boolean, told?: ValueRange): Setting {
  const rows = form === 'bar';
  const percent = chart.stack === 'percent';
  const { fontSize } = place;
  const sums = sumsOf(chart);
  const positive = sums.map((_, index) => partOf(chart, index, 1));
  const negative = sums.map((_, index) => partOf(chart, index, -1));
  const rough: ValueRange = percent
    ? withUnit({ min: 0, max: 100, step: 25 }, '%', chart)
    : withUnit(roundRange([...negative.map((size) => 0 - size), ...positive]), unitOnMarks(chart), chart);
  const frame = frameFor(chart, place, rows, visible ? (told ?? rough) : null);
  const [along, across] = rows ? [frame.plot.width, frame.plot.height] : [frame.plot.height, frame.plot.width];
  const widest = Math.max(0, ...sums.map(({ label }) => estimateWidth(label, fontSize)));
  const slot = across / Math.max(1, chart.categories.length);
  // A sum stands past its end only where nothing falls below zero.
  const showsSums =
    !percent &&
    form !== 'area' &&
    negative.every((size) => size === 0) &&
    (rows ? slot >= fontSize * 1.1 : widest <= slot - 2);
  const range = showsSums
    ? withRoom(
        visible ? rough : shorter(rough, Math.max(0, ...positive)),
        Math.max(0, ...positive),
        along,
        labelGap + (rows ? widest + 4 : lineHeight(fontSize)),
      )
    : rough;
  const isWider = valueAxisWidth(range, fontSize) > valueAxisWidth(told ?? rough, fontSize);
  if (visible && !rows && isWider) return settleWith(chart, place, form, visible, range);
  const scale = along / (range.max - range.min);
  const wide = Math.max(slot / 4, Math.min(slot / 1.45, fontSize * (rows ? 2 : fattest)));
  const bar = form === 'column' && !percent ? besideOutside(chart, place, { bar: wide, slot, scale }) : wide;
  return {
    frame,
    range,
    gap: (slot / bar - 1) * 100,
    bar,
    scale,
    sizes: positive.map((size, index) => size + negative[index]! || 1),
    sums,
    showsSums,
    visible,
    slot,
  };
}

/** No column is wider than so many times the size of labels: 84 pt on a slide. */
const fattest = 7;

/** Of each series: inside its parts, and beside columns of amounts where a part has no room. */
function labelsOf(chart: Chart, place: ChartPlace, form: Form, setting: Setting): Labelled['labels'] {
  const inside = chart.series.map((_, at) => partLabels(chart, place, form, setting, at));
  if (form !== 'column' || chart.stack === 'percent') return inside;
  if (!holdsWidest(chart, place, setting)) return inside.map((labels, at) => labels.filter(isLoud(chart, at)));
  const holds = (series: number, index: number): boolean => inside[series]!.some((label) => label.index === index);
  const outside = outsideLabels(chart, place, { ...setting, holds });
  return inside.map((labels, at) => [...labels, ...outside[at]!]);
}

/** Where columns are too narrow for the widest number, a few short ones would say nothing: all stand there, or none. */
function holdsWidest({ series }: Chart, { fontSize }: ChartPlace, { bar, slot }: Setting): boolean {
  const labels = series.flatMap(({ points }) => points.flatMap(({ value, label }) => (value ? [label] : [])));
  const widest = Math.max(0, ...labels.map((label) => estimateWidth(label, fontSize)));
  return widest + 2 <= bar || widest <= slot - bar - besideGap;
}

/** What an author pointed at keeps its number. */
const isLoud =
  ({ series }: Chart, at: number) =>
  ({ index }: PlanLabel): boolean =>
    series[at]?.points[index]?.emphasised === true;

/** Amounts, or shares of their sum, inside the bars that have room for them. */
function partLabels(
  chart: Chart,
  place: ChartPlace,
  form: Form,
  { bar, scale, sizes }: Setting,
  at: number,
): PlanLabel[] {
  const paler = forecastColors(chart, place.theme, at);
  return (chart.series[at]?.points ?? []).flatMap((point, index) => {
    const ground = paler.get(index) ?? seriesColor(place.theme, at);
    const size = Math.abs(point.value ?? 0);
    const length = (chart.stack === 'percent' ? (size / sizes[index]!) * 100 : size) * scale;
    const room = form === 'bar' ? { width: length, height: bar } : { width: bar, height: length };
    if (chart.stack !== 'percent') return insideLabel(point, index, ground, room, place);
    const share = `${Math.round((size / sizes[index]!) * 100)}%`;
    const fits = estimateWidth(share, place.fontSize) + 2 <= room.width && place.fontSize * 1.15 <= room.height;
    return point.value === null || !fits
      ? []
      : [textLabel(share, index, 'inside', { color: colorOn(place.theme, ground) })];
  });
}

/**
 * PowerPoint has no label past the end of a stack: an invisible bar on top has it at its foot. Where bars lie,
 * LibreOffice counts the entries that a legend leaves out from its other end, so an empty series stands before the
 * parts, to be left out as well.
 */
function sumSeries(chart: Chart, { sums }: Setting, only: 'native' | 'drawn', at: PlanSpot, before = 0): PlanSeries {
  const column = (index: number): string => columnName(2 + index);
  const [first, last] = [column(before), column(before + chart.series.length - 1)];
  return {
    name: seriesWords(chart.language).sum,
    only,
    values: sums.map(({ value }) => value),
    format: numberFormat(Math.max(0, ...sums.map(({ decimals }) => decimals))),
    color: null,
    formulas:
      only === 'drawn'
        ? []
        : sums.map(({ value }, index) => (value === null ? null : `SUM(${first}${index + 2}:${last}${index + 2})`)),
    labels: sums.flatMap((sum, index) =>
      planLabel({ ...sum, figure: null, emphasised: true, span: chart.span }, index, at),
    ),
  };
}

const emptySeries = (chart: Chart): PlanSeries => ({
  name: seriesWords(chart.language).blank,
  only: 'native',
  values: chart.categories.map(() => null),
  format: 'General',
  color: null,
  labels: [],
});

/** Bars, or areas, with the sums past their ends. */
function layersOf(chart: Chart, setting: Setting, form: Form, series: readonly PlanSeries[]): Layer[] {
  const { gap, showsSums } = setting;
  const rows = form === 'bar';
  const stack = chart.stack ?? 'stacked';
  if (form === 'area') return [{ kind: 'area', stack, series }];
  const bars = { kind: 'bar', stack, parted: series.length > 1, gap } as const;
  if (!showsSums) return [{ ...bars, series }];
  const held = rows
    ? [emptySeries(chart), ...series, sumSeries(chart, setting, 'native', 'base', 1)]
    : [...series, sumSeries(chart, setting, 'native', 'base')];
  return [
    { ...bars, series: held },
    { kind: 'line', width: 0, dot: 0, series: [sumSeries(chart, setting, 'drawn', rows ? 'right' : 'above')] },
  ];
}

function planOf(chart: Chart, place: ChartPlace, form: Form): Plan {
  const { setting, labels } = settle(chart, place, form);
  const { frame, range, visible } = setting;
  const series = chart.series.map(
    ({ name, points }, at): PlanSeries => ({
      name,
      values: points.map(({ value }) => value),
      format: pointsFormat(points),
      color: seriesColor(place.theme, at),
      colors: forecastColors(chart, place.theme, at),
      labels: labels[at]!,
    }),
  );
  return {
    rows: form === 'bar',
    frame,
    axis: { range, visible },
    // PowerPoint lets an area fall to zero in a gap.
    native: form !== 'area' || series.every(({ values }) => !values.includes(null)),
    legend: hasLegend(chart) ? series.map(({ name, color }) => ({ name, color: color! })) : [],
    layers: layersOf(chart, setting, form, series),
  };
}

/** Columns whose names find room only when set much smaller lie down, unless something is to stand beside them. */
const formFor = (chart: Chart, place: ChartPlace, form: Form): Form =>
  form === 'column' && !isAskedBeside(chart) && liesBetter(chart, place) ? 'bar' : form;

const stackType = (form: Form): ChartType =>
  plannedType((chart, place) => planOf(chart, place, formFor(chart, place, form)));

/** Stacks where the spec asks for them, else the other. */
export const stackedOr = (form: Form, other: ChartType): ChartType => {
  const stacked = stackType(form);
  const typeOf = (chart: Chart): ChartType => (chart.stack === undefined ? other : stacked);
  return {
    isCrowded: (chart, place) => typeOf(chart).isCrowded?.(chart, place) === true,
    cutOff: (chart, place) => typeOf(chart).cutOff?.(chart, place) ?? [],
    lacksBeside: (chart, place) => typeOf(chart).lacksBeside?.(chart, place) === true,
    toNative: (chart, place) => typeOf(chart).toNative(chart, place),
    toChartJs: (chart, place) => typeOf(chart).toChartJs(chart, place),
  };
};
