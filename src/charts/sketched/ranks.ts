/** Rank strip: the place of each in a list, as a dot on a scale from the first to the last. */
import type { Chart, ChartPoint } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import type { Sketch, SketchShape } from '../../model/native-chart.js';
import type { Color } from '../../model/theme.js';
import { estimateWidth } from '../../text/label-lines.js';
import { sketchedType, wordsAt } from '../families/painted.js';
import { axisColor, pointColor, textColor } from '../measure/chart-palette.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { axisGap, frameWithRows, lineHeight, rowsToRead, type Frame } from '../measure/frame.js';

/** Length of the list: as the spec says, else the next ten. */
function lengthOf({ whole, series }: Chart): number {
  const last = Math.max(1, ...series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? [])));
  return Math.max(last, whole ?? Math.ceil(last / 10) * 10);
}

interface Strip {
  readonly frame: Frame;
  readonly left: Pt;
  readonly right: Pt;
  readonly row: Pt;
}

function stripOf(chart: Chart, place: ChartPlace): Strip {
  const one = { ...chart, series: chart.series.slice(0, 1) };
  const frame = rowsToRead(frameWithRows(one, place, lineHeight(place.fontSize)), chart, place);
  const labels = chart.series[0]?.points.map(({ label }) => estimateWidth(label, place.fontSize * 1.15)) ?? [];
  return {
    frame,
    left: frame.plot.x + place.fontSize,
    right: place.size.width - Math.max(0, ...labels) - place.fontSize * 1.4,
    row: (frame.plot.height - lineHeight(place.fontSize)) / Math.max(1, chart.categories.length),
  };
}

/** What a row shows, from the strip's middle at `y` pt. */
interface RowPlace {
  readonly y: Pt;
  readonly radius: Pt;
  readonly color: Color;
  /** From the page's left edge, in pt. */
  xOf(value: number): Pt;
}

const nameOf = (lines: readonly string[], bold: boolean, { frame }: Strip, y: Pt, fontSize: Pt): SketchShape[] => {
  const size = frame.nameSize ?? fontSize;
  return lines.map((text, at) => {
    const above = (at - (lines.length - 1) / 2) * lineHeight(size);
    return wordsAt({ text, size, x: frame.plot.x - axisGap, y: y + above, align: 'right', bold }, fontSize);
  });
};

/** The dot and the place in words; nothing where the place is not known. */
function dotOf(
  point: ChartPoint,
  name: string,
  strip: Strip,
  { y, radius, color, xOf }: RowPlace,
  fontSize: Pt,
): Sketch {
  if (point.value === null) return [];
  const size = strip.row >= fontSize * 1.5 ? fontSize * 1.15 : fontSize;
  const x = strip.right + fontSize * 0.9;
  return [
    {
      kind: 'box',
      box: { x: xOf(point.value) - radius, y: y - radius, width: radius * 2, height: radius * 2 },
      form: 'oval',
      fill: color,
      name: `${name} ${point.label}`,
    },
    wordsAt({ text: point.label, x, y, align: 'left', bold: true, size, color: textColor }, fontSize),
  ];
}

function sketch(chart: Chart, place: ChartPlace): Sketch {
  const { fontSize, theme } = place;
  const strip = stripOf(chart, place);
  const { frame, left, right, row } = strip;
  const most = lengthOf(chart);
  const xOf = (value: number): Pt => left + ((value - 1) / Math.max(1, most - 1)) * (right - left);
  const points = chart.series[0]?.points ?? [];
  const radius = Math.min(fontSize * 0.55, row * 0.35);
  const rows = points.flatMap((point, index): SketchShape[] => {
    const y = frame.plot.y + (index + 0.5) * row;
    const ends = [[left, y] as const, [right, y] as const];
    const color = pointColor(chart, theme, 0, index);
    return [
      { kind: 'line', points: ends, color: axisColor, width: 0.75 },
      ...nameOf(frame.categoryLines[index] ?? [], point.emphasised, strip, y, fontSize),
      ...dotOf(point, chart.categories[index] ?? '', strip, { y, radius, color, xOf }, fontSize),
    ];
  });
  const foot = frame.plot.y + row * points.length + lineHeight(fontSize) / 2;
  return [
    ...rows,
    wordsAt({ text: '1', x: left, y: foot, align: 'center' }, fontSize),
    wordsAt({ text: String(most), x: right, y: foot, align: 'center' }, fontSize),
  ];
}

export const ranks = sketchedType(sketch, (chart, place) => stripOf(chart, place).frame.isCrowded === true);
