/** Box: of each category the least, the lower quarter, the middle, the upper quarter and the most. */
import type { Chart, ChartPoint } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import type { Sketch, SketchLine, SketchShape } from '../../model/native-chart.js';
import type { Color } from '../../model/theme.js';
import { sketchedType, wordsAt } from '../families/painted.js';
import { axisColor, colorOn, gridColor, pointColor, textColor } from '../measure/chart-palette.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { axisGap, columnsBesideAxis, lineHeight, type Frame } from '../measure/frame.js';
import { lengthAlong } from '../plan/plan-places.js';
import {
  numbersOf,
  roundRange,
  tickText,
  unitOnMarks,
  valueAxisWidth,
  withUnit,
  type ValueRange,
} from '../measure/value-range.js';
import { estimateWidth } from '../../text/label-lines.js';

interface Setting {
  readonly frame: Frame;
  readonly range: ValueRange;
}

function settle(chart: Chart, place: ChartPlace): Setting {
  const range = withUnit(roundRange(numbersOf(chart), false), unitOnMarks(chart), chart);
  const one = { ...chart, series: chart.series.slice(0, 1) };
  return { range, frame: columnsBesideAxis(one, place, valueAxisWidth(range, place.fontSize)) };
}

interface Five {
  readonly least: Pt;
  readonly lower: Pt;
  readonly middle: Pt;
  readonly upper: Pt;
  readonly most: Pt;
}

/** Where the five numbers of a category stand, from the page's top; null where one is missing. */
function placesOf(chart: Chart, index: number, yOf: (value: number) => Pt): Five | null {
  const values = chart.series.slice(0, 5).map(({ points }) => points[index]!.value);
  if (values.length < 5 || values.includes(null)) return null;
  const [least, lower, middle, upper, most] = (values as number[]).map(yOf) as [Pt, Pt, Pt, Pt, Pt];
  return { least, lower, middle, upper, most };
}

const line = (
  from: readonly [Pt, Pt],
  to: readonly [Pt, Pt],
  look: Pick<SketchLine, 'color' | 'width'>,
): SketchShape => ({
  kind: 'line',
  points: [from, to],
  ...look,
});
const stroke = { color: axisColor, width: 1 };

/** The box of a category `wide` pt across, its whiskers and the line of its middle. */
const boxShapes = (
  name: string,
  x: Pt,
  wide: Pt,
  five: Five,
  colors: { fill: Color; middle: Color },
): SketchShape[] => {
  const { least, lower, middle, upper, most } = five;
  return [
    line([x, most], [x, upper], stroke),
    line([x, lower], [x, least], stroke),
    line([x - wide / 4, most], [x + wide / 4, most], stroke),
    line([x - wide / 4, least], [x + wide / 4, least], stroke),
    {
      kind: 'box',
      box: { x: x - wide / 2, y: upper, width: wide, height: Math.max(1, lower - upper) },
      form: 'rect',
      fill: colors.fill,
      name,
    },
    line([x - wide / 2, middle], [x + wide / 2, middle], { color: colors.middle, width: 1.5 }),
  ];
};

interface LabelPlace {
  readonly x: Pt;
  readonly wide: Pt;
  /** Between the middles of two categories, in pt. */
  readonly slot: Pt;
  /** Where zero stands. */
  readonly zero: Pt;
  readonly five: Five;
  readonly color: Color;
  /** Where the plot ends. */
  readonly edge: Pt;
}

/** What the middle is: in the larger half of the box where it has room, else beside it, else nowhere. */
function middleLabel({ label, emphasised }: ChartPoint, at: LabelPlace, fontSize: Pt): SketchShape[] {
  const { x, wide, slot, zero, color } = at;
  const { lower, middle, upper } = at.five;
  const line = lineHeight(fontSize);
  const width = estimateWidth(label, fontSize);
  if (lower - upper >= line + 4 && wide >= width + 4) {
    const y = middle - upper > lower - middle ? middle - line * 0.55 : middle + line * 0.6;
    return [wordsAt({ text: label, x, y, align: 'center', color, bold: true }, fontSize)];
  }
  if (width + 4 > slot / 2) return [];
  // Clear of the line at zero.
  const y = Math.abs(middle - zero) < line / 2 ? zero - line / 2 : middle;
  // The last one has its words before it.
  const isOver = x + wide / 2 + 4 + width > at.edge;
  if (isOver && width + 4 > (slot - wide) / 2) return [];
  const beside = isOver
    ? ({ x: x - wide / 2 - 4, align: 'right' } as const)
    : { x: x + wide / 2 + 4, align: 'left' as const };
  return [wordsAt({ text: label, ...beside, y, bold: emphasised }, fontSize)];
}

/** The lines of the values with their numbers. */
function valueLines({ frame: { plot }, range }: Setting, yOf: (value: number) => Pt, fontSize: Pt): SketchShape[] {
  const count = Math.round((range.max - range.min) / range.step);
  const ticks = Array.from({ length: count + 1 }, (_, at) => Number((range.min + at * range.step).toPrecision(12)));
  return [
    ...ticks.map((tick) =>
      line([plot.x, yOf(tick)], [plot.x + plot.width, yOf(tick)], {
        color: tick === 0 ? axisColor : gridColor,
        width: tick === 0 ? 0.75 : 0.5,
      }),
    ),
    ...ticks.map((tick) =>
      wordsAt({ text: tickText(range, tick), x: plot.x - axisGap, y: yOf(tick), align: 'right' }, fontSize),
    ),
  ];
}

/** The categories' names below the plot, each in its slot. */
function names({ plot, nameSize, categoryLines }: Frame, slot: Pt, fontSize: Pt): SketchShape[] {
  const size = nameSize ?? fontSize;
  const top = plot.y + plot.height + axisGap;
  return categoryLines.flatMap((lines, index) =>
    lines.map((text, at) => {
      const [x, y] = [plot.x + (index + 0.5) * slot, top + lineHeight(size) * (at + 0.5)];
      return wordsAt({ text, x, y, align: 'center', size, color: textColor }, fontSize);
    }),
  );
}

function sketch(chart: Chart, place: ChartPlace): Sketch {
  const { fontSize, theme } = place;
  const setting = settle(chart, place);
  const { frame, range } = setting;
  const { plot } = frame;
  const slot = plot.width / Math.max(1, chart.categories.length);
  const wide = Math.min(slot * 0.5, fontSize * 4);
  const yOf = (value: number): Pt => plot.y + plot.height - lengthAlong(value, { range, visible: true }, plot.height);
  const boxes = chart.categories.flatMap((name, index): SketchShape[] => {
    const five = placesOf(chart, index, yOf);
    if (five === null) return [];
    const x = plot.x + (index + 0.5) * slot;
    const fill = pointColor({ ...chart, series: chart.series.slice(0, 1) }, theme, 0, index);
    const color = colorOn(theme, fill);
    return [
      ...boxShapes(name, x, wide, five, { fill, middle: color }),
      ...middleLabel(
        chart.series[2]!.points[index]!,
        { x, wide, slot, zero: yOf(0), five, color, edge: plot.x + plot.width },
        fontSize,
      ),
    ];
  });
  return [...valueLines(setting, yOf, fontSize), ...boxes, ...names(frame, slot, fontSize)];
}

export const box = sketchedType(sketch, (chart, place) => settle(chart, place).frame.isCrowded === true);
