/** Box: of each category the least, the lower quarter, the middle, the upper quarter and the most. */
import type { Chart } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import type { Sketch, SketchShape } from '../../model/native-chart.js';
import { sketchedType, wordsAt } from '../families/painted.js';
import { axisColor, colorOn, gridColor, pointColor, textColor } from '../measure/chart-palette.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { axisGap, frameWithColumns, lineHeight, type Frame } from '../measure/frame.js';
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
  const bare = frameWithColumns(one, place, valueAxisWidth(range, place.fontSize));
  const above = place.fontSize * 0.7;
  return {
    range,
    frame: { ...bare, plot: { ...bare.plot, y: bare.plot.y + above, height: bare.plot.height - above } },
  };
}

function sketch(chart: Chart, place: ChartPlace): Sketch {
  const { fontSize, theme } = place;
  const { frame, range } = settle(chart, place);
  const { plot } = frame;
  const slot = plot.width / Math.max(1, chart.categories.length);
  const wide = Math.min(slot * 0.5, fontSize * 4);
  const yOf = (value: number): Pt => plot.y + plot.height - lengthAlong(value, { range, visible: true }, plot.height);
  const count = Math.round((range.max - range.min) / range.step);
  const ticks = Array.from({ length: count + 1 }, (_, index) =>
    Number((range.min + index * range.step).toPrecision(12)),
  );
  const stroke = { color: axisColor, width: 1 };
  const boxes = chart.categories.flatMap((name, index): SketchShape[] => {
    const five = chart.series.slice(0, 5).map(({ points }) => points[index]!);
    const values = five.map(({ value }) => value);
    if (five.length < 5 || values.includes(null)) return [];
    const [least, lower, middle, upper, most] = (values as number[]).map(yOf) as [Pt, Pt, Pt, Pt, Pt];
    const x = plot.x + (index + 0.5) * slot;
    const color = pointColor({ ...chart, series: chart.series.slice(0, 1) }, theme, 0, index);
    const { label } = five[2]!;
    const inside = lower - upper >= lineHeight(fontSize) + 4 && wide >= estimateWidth(label, fontSize) + 4;
    // Clear of the line at zero.
    const zero = yOf(0);
    const besideY = Math.abs(middle - zero) < lineHeight(fontSize) / 2 ? zero - lineHeight(fontSize) / 2 : middle;
    const beside = wide / 2 + 4 + estimateWidth(label, fontSize) <= slot / 2 + wide / 2;
    return [
      {
        kind: 'line',
        points: [
          [x, most],
          [x, upper],
        ],
        ...stroke,
      },
      {
        kind: 'line',
        points: [
          [x, lower],
          [x, least],
        ],
        ...stroke,
      },
      {
        kind: 'line',
        points: [
          [x - wide / 4, most],
          [x + wide / 4, most],
        ],
        ...stroke,
      },
      {
        kind: 'line',
        points: [
          [x - wide / 4, least],
          [x + wide / 4, least],
        ],
        ...stroke,
      },
      {
        kind: 'box',
        box: { x: x - wide / 2, y: upper, width: wide, height: Math.max(1, lower - upper) },
        form: 'rect',
        fill: color,
        name,
      },
      {
        kind: 'line',
        points: [
          [x - wide / 2, middle],
          [x + wide / 2, middle],
        ],
        color: colorOn(theme, color),
        width: 1.5,
      },
      ...(beside && !inside
        ? [
            wordsAt(
              { text: label, x: x + wide / 2 + 4, y: besideY, align: 'left' as const, bold: five[2]!.emphasised },
              fontSize,
            ),
          ]
        : inside
          ? [
              wordsAt(
                {
                  text: label,
                  x,
                  y:
                    middle - upper > lower - middle
                      ? middle - lineHeight(fontSize) * 0.55
                      : middle + lineHeight(fontSize) * 0.6,
                  align: 'center' as const,
                  color: colorOn(theme, color),
                  bold: true,
                },
                fontSize,
              ),
            ]
          : []),
    ];
  });
  return [
    ...ticks.map(
      (tick): SketchShape => ({
        kind: 'line',
        points: [
          [plot.x, yOf(tick)],
          [plot.x + plot.width, yOf(tick)],
        ],
        color: tick === 0 ? axisColor : gridColor,
        width: tick === 0 ? 0.75 : 0.5,
      }),
    ),
    ...ticks.map((tick) =>
      wordsAt({ text: tickText(range, tick), x: plot.x - axisGap, y: yOf(tick), align: 'right' }, fontSize),
    ),
    ...boxes,
    ...frame.categoryLines.flatMap((lines, index) =>
      lines.map((text, at) =>
        wordsAt(
          {
            text,
            x: plot.x + (index + 0.5) * slot,
            y: plot.y + plot.height + axisGap + lineHeight(frame.nameSize ?? fontSize) * (at + 0.5),
            align: 'center',
            size: frame.nameSize ?? fontSize,
            color: textColor,
          },
          fontSize,
        ),
      ),
    ),
  ];
}

export const box = sketchedType(sketch, (chart, place) => settle(chart, place).frame.isCrowded === true);
