/** Timeline: rows of bars from their beginnings to their ends, with what is done of each; milestones as diamonds. */
import { tickName, type TickStep } from '../../locale/time-names.js';
import type { Chart, ChartPoint } from '../../model/chart.js';
import type { Box, Pt } from '../../model/length.js';
import type { Sketch, SketchShape } from '../../model/native-chart.js';
import type { Color } from '../../model/theme.js';
import { estimateWidth } from '../../text/label-lines.js';
import { sketchedType, wordsAt } from '../families/painted.js';
import { axisColor, gridColor, hasEmphasis, seriesColor, textColor } from '../measure/chart-palette.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { axisGap, frameWithRows, lineHeight, rowsToRead, type Frame } from '../measure/frame.js';

const dayLength = 86_400_000;
const dayOf = (year: number, month: number): number => Date.UTC(year, month, 1) / dayLength;
const dateOf = (day: number): Date => new Date(day * dayLength);

interface Axis {
  readonly step: TickStep;
  /** Days; one more than there are slots between them. */
  readonly ticks: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Days of a step: what slots of it are about as long as. */
const days = { year: 365, quarter: 91, month: 30.4, week: 7 } as const;

/** The tick on which a day lies, or the one before it. */
function tickBefore(day: number, step: TickStep): number {
  const [year, month] = [dateOf(day).getUTCFullYear(), dateOf(day).getUTCMonth()];
  switch (step) {
    case 'year':
      return dayOf(year, 0);
    case 'quarter':
      return dayOf(year, month - (month % 3));
    case 'month':
      return dayOf(year, month);
    case 'week':
      // Day 0 was a Thursday; weeks begin on Mondays.
      return day - ((((day + 3) % 7) + 7) % 7);
  }
}

const nextTick = (tick: number, step: TickStep): number =>
  step === 'week' ? tick + 7 : tickBefore(tick + Math.round(days[step] * 1.25), step);

/** The finest step of which each slot has room for its name. */
function axisOf(points: readonly ChartPoint[], width: Pt, { fontSize }: ChartPlace, language: string): Axis {
  const known = points.flatMap(({ value }) => value ?? []);
  const [first, last] = known.length === 0 ? [0, 1] : [Math.min(...known), Math.max(...known)];
  const fits = (step: TickStep): boolean => {
    const slot = (width * days[step]) / Math.max(days[step], last - first);
    const widest = step === 'week' ? 30 : step === 'quarter' ? dayOf(2024, 9) : step === 'month' ? dayOf(2024, 11) : 0;
    return slot >= estimateWidth(tickName(widest, step, language), fontSize) + fontSize * 0.5;
  };
  const steps = (['week', 'month', 'quarter', 'year'] as const).filter((step) => step !== 'week' || last - first < 120);
  const step = steps.find(fits) ?? 'year';
  const ticks = [tickBefore(first, step)];
  while (ticks.at(-1)! < last && ticks.length < 400) ticks.push(nextTick(ticks.at(-1)!, step));
  if (ticks.length < 2) ticks.push(nextTick(ticks[0]!, step));
  return { step, ticks, from: ticks[0]!, to: ticks.at(-1)! };
}

interface Setting {
  readonly frame: Frame;
  readonly axis: Axis;
  /** The bars stand in it, under the head of years and slots. */
  readonly plot: Box;
  readonly row: Pt;
  xOf(day: number): Pt;
}

function settle(chart: Chart, place: ChartPlace): Setting {
  const { fontSize } = place;
  const head = lineHeight(fontSize) * 2 + 2;
  const rows = { ...chart, series: chart.series.slice(0, 1) };
  const frame = rowsToRead(frameWithRows(rows, place, head), chart, place);
  const plot = { ...frame.plot, y: head, height: Math.max(10, place.size.height - head), width: frame.plot.width - 2 };
  const points = chart.series.slice(0, 2).flatMap((series) => series.points);
  const axis = axisOf(points, plot.width, place, chart.language);
  return {
    frame,
    axis,
    plot,
    row: plot.height / Math.max(1, chart.categories.length),
    xOf: (day) => plot.x + ((day - axis.from) / (axis.to - axis.from)) * plot.width,
  };
}

/** Pieces of an upright line that run through no words. */
function openSpans(x: Pt, [top, bottom]: readonly [Pt, Pt], words: readonly Box[]): readonly (readonly [Pt, Pt])[] {
  const crossed = words
    .filter((box) => x > box.x - 2 && x < box.x + box.width + 2)
    .sort((one, other) => one.y - other.y);
  const spans: (readonly [Pt, Pt])[] = [];
  let from = top;
  for (const box of crossed) {
    if (box.y > from) spans.push([from, box.y]);
    from = Math.max(from, box.y + box.height);
  }
  if (bottom > from) spans.push([from, bottom]);
  return spans;
}

/** Years once over their slots, names of the slots below them, a hairline at each that spares the words of rows. */
function headOf({ axis, plot, xOf }: Setting, chart: Chart, words: readonly Box[], { fontSize }: ChartPlace): Sketch {
  const { step, ticks } = axis;
  const line = lineHeight(fontSize);
  const slots = ticks.slice(0, -1).map((from, at) => ({ from, to: ticks[at + 1]! }));
  const years = new Map<string, { from: number; to: number }>();
  for (const { from, to } of slots) {
    const year =
      step === 'week'
        ? `${dateOf(from).getUTCFullYear()} ${tickName(from, 'month', chart.language)}`
        : tickName(from, 'year', chart.language);
    years.set(year, { from: years.get(year)?.from ?? from, to });
  }
  const word = (text: string, from: number, to: number, y: Pt, bold: boolean): SketchShape[] =>
    estimateWidth(text, fontSize) > xOf(to) - xOf(from)
      ? []
      : [wordsAt({ text, x: (xOf(from) + xOf(to)) / 2, y, align: 'center', bold }, fontSize)];
  const rule = (day: number, isYear: boolean): SketchShape[] =>
    openSpans(xOf(day), [isYear ? 0 : line, plot.y + plot.height], words).map(([top, bottom]) => ({
      kind: 'line',
      points: [
        [xOf(day), top],
        [xOf(day), bottom],
      ],
      color: isYear ? axisColor : gridColor,
      width: 0.5,
    }));
  const yearStarts = new Set([...years.values()].flatMap(({ from, to }) => [from, to]));
  return [
    ...ticks.flatMap((day) => rule(day, yearStarts.has(day))),
    ...[...years].flatMap(([text, { from, to }]) => word(text, from, to, line / 2, true)),
    ...(step === 'year'
      ? []
      : slots.flatMap(({ from, to }) => word(tickName(from, step, chart.language), from, to, line * 1.5, false))),
    {
      kind: 'line',
      points: [
        [plot.x, plot.y],
        [plot.x + plot.width, plot.y],
      ],
      color: textColor,
      width: 1,
    },
  ];
}

interface Row {
  readonly name: string;
  readonly start: ChartPoint;
  readonly end: ChartPoint | undefined;
  /** 0 to 1; null where nobody says. */
  readonly done: number | null;
  readonly color: Color;
}

/** When it is, where that has room to the right of it, else to the left, else nowhere: the axis says it. */
function whenOf({ start, end }: Row, y: Pt, [left, right]: readonly [Pt, Pt], { plot }: Setting, fontSize: Pt): Sketch {
  const size = fontSize * 0.88;
  const text = end === undefined || end.value === null ? start.label : `${start.label} – ${end.label}`;
  const width = estimateWidth(text, size) + fontSize * 0.5;
  const isRight = right + width <= plot.x + plot.width;
  if (!isRight && left - width < plot.x) return [];
  const x = isRight ? right + fontSize * 0.4 : left - fontSize * 0.4;
  return [wordsAt({ text, x, y, align: isRight ? 'left' : 'right', size, bold: start.emphasised }, fontSize)];
}

/** The colour of what is still to be done. */
const paler = (color: Color): Color =>
  color.lighten === undefined ? { ...color, lighten: 0.65, mute: 0.4 } : { ...color, lighten: 0.75 };

function rowOf(row: Row, y: Pt, setting: Setting, fontSize: Pt): Sketch {
  const { start, end, done, color, name } = row;
  if (start.value === null) return [];
  const height = Math.min(setting.row * 0.55, fontSize * 1.6);
  const left = setting.xOf(start.value);
  const said = [name, start.label, end?.label ?? ''].filter((part) => part !== '').join(' ');
  if (end === undefined || end.value === null) {
    const half = Math.min(height, fontSize * 1.2) / 2;
    return [
      {
        kind: 'box',
        form: 'diamond',
        fill: color,
        name: said,
        box: { x: left - half, y: y - half, width: half * 2, height: half * 2 },
      },
      ...whenOf(row, y, [left - half, left + half], setting, fontSize),
    ];
  }
  const right = Math.max(left + 2, setting.xOf(end.value));
  const bar = { x: left, y: y - height / 2, width: right - left, height };
  const isOpen = done !== null && done < 1;
  const whole: SketchShape = {
    kind: 'box',
    form: 'rect',
    box: bar,
    fill: isOpen ? paler(color) : color,
    name: said,
  };
  const part: SketchShape[] =
    isOpen && done > 0 ? [{ kind: 'box', form: 'rect', fill: color, box: { ...bar, width: bar.width * done } }] : [];
  return [whole, ...part, ...whenOf(row, y, [left, right], setting, fontSize)];
}

function sketch(chart: Chart, place: ChartPlace): Sketch {
  const { fontSize, theme } = place;
  const setting = settle(chart, place);
  const { plot, row, frame } = setting;
  const [starts, ends, shares] = chart.series.map(({ points }) => points);
  const nameSize = frame.nameSize ?? fontSize;
  const rows = chart.categories.flatMap((name, index): SketchShape[] => {
    const y = plot.y + (index + 0.5) * row;
    const start = starts?.[index];
    const lines = frame.categoryLines[index] ?? [];
    const names = lines.map((text, at) =>
      wordsAt(
        {
          text,
          x: plot.x - axisGap,
          y: y + (at - (lines.length - 1) / 2) * lineHeight(nameSize),
          align: 'right',
          size: nameSize,
          bold: start?.emphasised === true,
        },
        fontSize,
      ),
    );
    // Where shares are told, a row without one has nothing done.
    const share = shares === undefined ? null : (shares[index]?.value ?? 0);
    const isPale = hasEmphasis(chart) && start?.emphasised !== true;
    const color = isPale ? theme.muted : seriesColor(theme, 0);
    const shown =
      start === undefined
        ? []
        : rowOf(
            { name, start, end: ends?.[index], done: share === null ? null : share / 100, color },
            y,
            setting,
            fontSize,
          );
    return [...names, ...shown];
  });
  const words = rows.flatMap((shape) => (shape.kind === 'words' ? [shape.box] : []));
  return [...headOf(setting, chart, words, place), ...rows];
}

export const timeline = sketchedType(sketch, (chart, place) => settle(chart, place).frame.isCrowded === true);
