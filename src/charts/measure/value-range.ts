/** The range of a value axis: reckoned once, so that every drawing of a chart has the same. */
import { saysPlace } from '../../locale/chinese-number.js';
import type { Chart } from '../../model/chart.js';
import { numberFormat, tickFormat, tickLabel } from '../../locale/chart-label.js';
import type { Pt } from '../../model/length.js';
import { estimateWidth } from '../../text/label-lines.js';

export interface ValueRange {
  readonly min: number;
  readonly max: number;
  /** Between ticks. */
  readonly step: number;
  /** Said at the last tick, in that language. */
  readonly said?: { readonly unit: string | null; readonly language: string };
  /** Ends are powers of ten. */
  readonly log?: boolean;
  /** Both ways from zero numbers print without a sign. */
  readonly isUnsigned?: boolean;
}

/** What labels and ticks say behind their numbers: nothing where the title says it for all of them. */
export const unitOnMarks = ({ unit, measured }: Pick<Chart, 'unit' | 'measured'>): string | null =>
  measured === undefined ? unit : null;

/** Its ticks print in the chart's language, the last one with the unit. */
export const withUnit = (
  range: ValueRange,
  unit: string | null,
  { language }: Pick<Chart, 'language'>,
): ValueRange => ({
  ...range,
  said: { unit, language },
});

/** A label at the end of a bar, and the room that it takes along the bar, gap included. */
export interface EndLabel {
  readonly value: number;
  readonly room: Pt;
}

export const numbersOf = (chart: Chart): number[] => [
  ...chart.series.flatMap((series) => series.points.flatMap((point) => (point.value === null ? [] : [point.value]))),
  ...lineValues(chart),
];

/** Values at which marks draw lines across the plot. */
export const lineValues = ({ marks = [] }: Pick<Chart, 'marks'>): number[] =>
  marks.flatMap((mark) => (mark.kind === 'line' ? [mark.value] : []));

/** What shares are shares of: as the spec says, 100 for %; a number of nothing known fills its track. */
export function wholeOf(chart: Chart): number {
  const stated = chart.whole ?? (chart.unit === '%' || chart.unit === null ? 100 : 0);
  return Math.max(stated, ...numbersOf(chart)) || 1;
}

/** Places in a ranking: the first is the best. Where the spec does not say, labels that all name a place do. */
export function isRank(chart: Chart): boolean {
  if (chart.measure !== undefined) return chart.measure === 'rank';
  const labels = chart.series
    .flatMap((series) => series.points.map((point) => point.label))
    .filter((label) => label !== '');
  return labels.length > 0 && labels.every(saysPlace);
}

/** What the longest bar keeps of the length, whatever its label takes. */
const leastBar = 0.12;

/**
 * A range in which bars from zero and the labels at their ends fill `length` just so; null where labels leave the bars
 * no room. The axis itself is hidden, so its ends need not be round.
 */
export function rangeWithLabels(labels: readonly EndLabel[], length: Pt): ValueRange | null {
  const up = labels.filter((label) => label.value >= 0);
  const down = labels.filter((label) => label.value < 0);
  const needed = (scale: number): [Pt, Pt] => [
    Math.max(0, ...up.map((label) => label.value * scale + label.room)),
    Math.max(0, ...down.map((label) => -label.value * scale + label.room)),
  ];
  const largest = Math.max(...labels.map((label) => Math.abs(label.value)), 0);
  if (largest === 0) return { min: 0, max: 1, step: 1 };
  // The need grows with the scale (pt a unit), so halving finds the largest that fits.
  let [low, high] = [(length * leastBar) / largest, length / largest];
  if (needed(low)[0] + needed(low)[1] > length) return null;
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2;
    const [above, below] = needed(middle);
    if (above + below <= length) low = middle;
    else high = middle;
  }
  const [above, below] = needed(low);
  return { min: tidy(-below / low), max: tidy(above / low), step: tidy((above + below) / low) };
}

/** Powers of ten about positive numbers; `room` is the share of the axis that labels need past the largest. */
export function logRange(values: readonly number[], room: number): ValueRange {
  const positive = values.filter((value) => value > 0);
  const [low, high] = positive.length === 0 ? [1, 10] : [Math.min(...positive), Math.max(...positive)];
  // The smallest has a length too.
  const first = Math.ceil(Math.log10(low) - 1e-9) - 1;
  const needed = first + (Math.log10(high) - first) / Math.max(0.2, 1 - room);
  const [min, max] = [10 ** first, 10 ** Math.max(first + 1, Math.ceil(needed - 1e-9))].map(tidy) as [number, number];
  return { min, max, step: min, log: true };
}

/**
 * Round ends and 3 to 6 steps of 1, 2, 2.5 or 5; zero is in it unless the numbers lie close together and `fromZero` is
 * false.
 */
export function roundRange(values: readonly number[], fromZero = true): ValueRange {
  const high = Math.max(...values, ...(fromZero ? [0] : []));
  const low = Math.min(...values, ...(fromZero ? [0] : []));
  if (!Number.isFinite(high) || (high === 0 && low === 0)) return { min: 0, max: 1, step: 1 };
  // Numbers that are all the same have nothing to be close together to.
  if (high === low) return roundRange([high]);
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough - 1e-12) ?? 10 * power;
  return {
    min: tidy(Math.floor(low / step + 1e-9) * step),
    max: tidy(Math.ceil(high / step - 1e-9) * step),
    step: tidy(step),
  };
}

/** The range with so many steps more that labels past the ends of bars find room along `length`. */
export function rangeWithRoom(range: ValueRange, labels: readonly EndLabel[], length: Pt): ValueRange {
  let { min, max } = range;
  for (let more = 0; more < 12; more++) {
    const scale = length / (max - min);
    const above = labels.some(({ value, room }) => value >= 0 && (max - value) * scale < room);
    const below = labels.some(({ value, room }) => value < 0 && (value - min) * scale < room);
    if (!above && !below) break;
    if (above) max = tidy(max + range.step);
    if (below) min = tidy(min - range.step);
  }
  return { ...range, min, max };
}

/** Two ranges whose zeros stand level, in as many steps each. */
export function withLevelZeros(one: ValueRange, other: ValueRange): readonly [ValueRange, ValueRange] {
  const steps = ({ min, max, step }: ValueRange): readonly [number, number] => [
    Math.max(0, Math.ceil(-min / step - 1e-9)),
    Math.max(0, Math.ceil(max / step - 1e-9)),
  ];
  const [[below, above], [otherBelow, otherAbove]] = [steps(one), steps(other)];
  const [down, up] = [Math.max(below, otherBelow), Math.max(above, otherAbove)];
  const over = (range: ValueRange): ValueRange => ({
    ...range,
    min: tidy(0 - down * range.step),
    max: tidy(up * range.step),
  });
  return [over(one), over(other)];
}

/** Without the dust of binary fractions. */
const tidy = (value: number): number => Number(value.toPrecision(6)) + 0;

/** A step's digits behind the point. */
export function decimalsOf(step: number): number {
  const [, fraction = '', exponent = '0'] = /^\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(step)) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}

/** What the labels of a visible axis take beside the plot. */
export const valueAxisWidth = (range: ValueRange, fontSize: Pt): Pt =>
  Math.max(...[range.min, range.max].map((end) => estimateWidth(tickText(range, end), fontSize))) + 10;

/** 0, 200, 400亿元: the last tick says the unit. */
export function tickText({ max, step, said, log, isUnsigned }: ValueRange, signed: number): string {
  const value = isUnsigned === true ? Math.abs(signed) : signed;
  const unit = said !== undefined && Math.abs(value - max) < step / 2 ? said.unit : null;
  return log === true
    ? tickLabel(tidy(value), null, unit, said?.language ?? 'zh')
    : tickLabel(value, decimalsOf(step), unit, said?.language ?? 'zh');
}

/** The same as a number format. */
export const ticksFormat = ({ max, step, said, log, isUnsigned }: ValueRange): string =>
  isUnsigned === true
    ? `${numberFormat(decimalsOf(step))};${numberFormat(decimalsOf(step))}`
    : tickFormat(
        log === true ? null : decimalsOf(step),
        said?.unit ?? null,
        Number((max - step / 2).toPrecision(6)),
        said?.language ?? 'zh',
      );

/** Ticks along the foot, so many steps apart that their numbers do not touch. */
export const withFewerTicks = (range: ValueRange, length: Pt, fontSize: Pt): ValueRange =>
  ticksApart(
    range,
    length,
    Math.max(...[range.min, range.max].map((end) => estimateWidth(tickText(range, end), fontSize))) + 8,
  );

/** Ticks up the side of a low plot, so many steps apart that their numbers do not touch. */
export const withFewerTicksUp = (range: ValueRange, height: Pt, fontSize: Pt): ValueRange =>
  ticksApart(range, height, fontSize * 1.05);

/** @param room what the number of a tick takes along the axis, in pt, with what parts it from the next. */
function ticksApart(range: ValueRange, length: Pt, room: Pt): ValueRange {
  const steps = Math.round((range.max - range.min) / range.step);
  const every = Array.from({ length: steps }, (_, index) => index + 1).find(
    (count) => steps % count === 0 && (steps / count + 0.5) * room <= length,
  );
  return { ...range, step: range.step * (every ?? Math.max(1, steps)) };
}
