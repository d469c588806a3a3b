/** Marks upon a plan: arrows, lines, brackets and callouts as plain shapes, where the plan's own scale puts them. */
import type { ChartMark } from '../../model/chart.js';
import type { Box, Pt } from '../../model/length.js';
import type { Sketch, SketchPoint, SketchShape } from '../../model/native-chart.js';
import { estimateWidth, wrapLabel } from '../../text/label-lines.js';
import { paperColor, targetColor, textColor } from '../measure/chart-palette.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { lineHeight } from '../measure/frame.js';
import { lengthAlong } from '../plan/plan-places.js';
import type { Plan } from '../plan/plan.js';
import { touch, type LabelRect } from '../measure/label-rect.js';
import { besideShapes } from './beside.js';
import { arrowColor, middleOf, placeOf, quietColor, type Laying } from './laying.js';
import { arrowRoom, bandHeight, differenceLines, lineLabelWidth } from './mark-room.js';

/** What names a point stands nearer to it than what spans several. */
const rankOf = { beside: 0, callout: 0, bracket: 1, difference: 2, growth: 3 } as const;

export function layMarks(laying: Laying): Sketch {
  const { chart } = laying;
  const marks = chart.marks ?? [];
  const lines = marks.filter((mark) => mark.kind === 'line');
  const others = marks
    .filter((mark) => mark.kind !== 'line')
    .sort((one, other) => rankOf[one.kind] - rankOf[other.kind]);
  const fromWithin = [...others].sort(
    (one, other) => rankOf[one.kind] - rankOf[other.kind] || lengthOf(one) - lengthOf(other),
  );
  let band = 0;
  const laid = new Map<ChartMark, readonly SketchShape[]>();
  fromWithin.forEach((mark, index) => {
    laid.set(mark, shapesOf(mark, { band, legs: legsOf(fromWithin.slice(index + 1), laying) }, laying));
    band += bandHeight(mark, laying.plan.rows, laying.place);
  });
  // In their own order whichever is the longer one: a later build of other numbers has the same pieces.
  const shapes = others.flatMap((mark) => laid.get(mark)!);
  // Where a leg has to pass what another says, it passes behind it.
  const isPill = (shape: SketchShape): boolean => shape.kind === 'box' && shape.form === 'pill';
  const pillsLast = others.filter(({ kind }) => kind === 'growth' || kind === 'difference').length > 1;
  const inOrder = pillsLast ? [...shapes.filter((shape) => !isPill(shape)), ...shapes.filter(isPill)] : shapes;
  return [...lineShapes(lines, laying), ...ringsOutside(lines, laying), ...inOrder];
}

function shapesOf(
  mark: Exclude<ChartMark, { readonly kind: 'line' }>,
  where: MarkBand,
  laying: Laying,
): readonly SketchShape[] {
  switch (mark.kind) {
    case 'growth':
      return growthShapes(mark, where, laying);
    case 'difference':
      return differenceShapes(mark, where, laying);
    case 'bracket':
      return bracketShapes(mark, where.band, laying);
    case 'callout':
      return calloutShapes(mark, where.band, laying);
    case 'beside':
      return besideShapes(mark, laying);
  }
}

/** Over how many categories it leads: of two of a kind the shorter one stands nearer, so that no leg cuts it. */
const lengthOf = (mark: ChartMark): number => ('from' in mark ? Math.abs(mark.to - mark.from) : 0);

/** Where legs of marks that stand further out pass, along the categories. */
const legsOf = (outer: readonly ChartMark[], laying: Laying): readonly Pt[] =>
  outer.flatMap((mark) =>
    mark.kind === 'growth' || (mark.kind === 'difference' && laying.plan.rows)
      ? [middleOf(mark.from, laying), middleOf(mark.to, laying)]
      : [],
  );

/** Where a mark that leads from one category to another stands. */
interface MarkBand {
  readonly band: Pt;
  readonly legs: readonly Pt[];
}

/** The place nearest to the middle of the two where something of this extent stands on no leg; else the middle. */
function clearOfLegs(from: Pt, to: Pt, extent: Pt, legs: readonly Pt[]): Pt {
  const middle = (from + to) / 2;
  const room = Math.max(0, Math.abs(to - from) / 2 - extent / 2);
  const far = extent / 2 + 3;
  const candidates = [middle, ...legs.flatMap((leg) => [leg - far, leg + far])]
    .filter((at) => Math.abs(at - middle) <= room && legs.every((leg) => Math.abs(leg - at) > far - 1))
    .sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle));
  return candidates[0] ?? middle;
}

/** What all series of a stack come to at a category, or the farthest of those side by side. */
function topOf(index: number, { chart }: Laying): number {
  const values = chart.series.flatMap(({ points }) => points[index]?.value ?? []);
  return chart.stack === undefined
    ? Math.max(0, ...values)
    : values.reduce((sum, value) => sum + Math.max(0, value), 0);
}

/** The number that an arrow starts from or leads to. */
function valueAt(mark: { readonly series: number | null }, index: number, laying: Laying): number {
  if (mark.series === null || laying.chart.stack !== undefined) return topOf(index, laying);
  return laying.chart.series[mark.series]?.points[index]?.value ?? 0;
}

/** Where all that stands at a category ends, its labels too: upwards of columns, to the right of bars. */
function clearOf(index: number, laying: Laying): Pt {
  const {
    plan: {
      rows,
      frame: { plot },
    },
    labels,
    chart,
    place,
  } = laying;
  const slot = (rows ? plot.height : plot.width) / Math.max(1, chart.categories.length);
  const middle = middleOf(index, laying);
  const end = placeOf(topOf(index, laying), laying);
  const near = labels.filter(({ left, right, top, bottom }) =>
    rows
      ? top < middle + slot * 0.3 && bottom > middle - slot * 0.3
      : left < middle + slot * 0.3 && right > middle - slot * 0.3,
  );
  if (rows) return Math.max(end, ...near.map(({ right }) => right)) + 4;
  // The number of a part that is lower than its line stands half above it.
  const above = chart.stack === undefined ? 3 : Math.max(3, place.fontSize * 0.5);
  return Math.min(end - above, ...near.map(({ top }) => top - 3));
}

interface Pill {
  readonly width: Pt;
  readonly height: Pt;
  /** With its middle there. */
  readonly at: (x: Pt, y: Pt) => SketchShape;
}

const pill = (text: string, { fontSize }: ChartPlace): Pill => {
  const [width, height] = [estimateWidth(text, fontSize) + fontSize, lineHeight(fontSize) + 2];
  return {
    width,
    height,
    at: (x, y) => ({
      kind: 'box',
      box: { x: x - width / 2, y: y - height / 2, width, height },
      form: 'pill',
      fill: paperColor,
      stroke: { color: arrowColor, width: 1 },
      text: { lines: [text], size: fontSize, bold: true, color: textColor, align: 'center' },
      name: text,
    }),
  };
};

/** Up from the first, across in its own band, and down to the last with an arrow; what it says in the middle. */
function growthShapes(
  mark: Extract<ChartMark, { readonly kind: 'growth' | 'difference' }>,
  { band, legs }: MarkBand,
  laying: Laying,
): SketchShape[] {
  const {
    plan: {
      rows,
      frame: { plot },
    },
    place,
  } = laying;
  const [from, to] = [middleOf(mark.from, laying), middleOf(mark.to, laying)];
  const [start, end] = [clearOf(mark.from, laying), clearOf(mark.to, laying)];
  const half = bandHeight(mark, rows, place) / 2;
  const level = rows
    ? plot.x + plot.width + laying.room.beside + band + half
    : plot.y - laying.room.above - band - half;
  const points: SketchPoint[] = rows
    ? [
        [start, from],
        [level, from],
        [level, to],
        [end, to],
      ]
    : [
        [from, start],
        [from, level],
        [to, level],
        [to, end],
      ];
  const said = pill(mark.label, place);
  const along = clearOfLegs(from, to, rows ? said.height : said.width, legs);
  return [
    { kind: 'line', points, color: arrowColor, width: 1.25, head: true },
    said.at(...((rows ? [level, along] : [along, level]) as SketchPoint)),
  ];
}

/** Two levels led to the side, and an arrow from one to the other. Of bars the same as growth. */
function differenceShapes(
  mark: Extract<ChartMark, { readonly kind: 'growth' | 'difference' }>,
  where: MarkBand,
  laying: Laying,
): SketchShape[] {
  const {
    plan: {
      rows,
      frame: { plot },
    },
    place,
    room,
  } = laying;
  if (rows) return growthShapes(mark, where, laying);
  const nth = (laying.chart.marks ?? []).filter(({ kind }) => kind === 'difference').indexOf(mark);
  const width = arrowRoom(mark, place);
  const x = plot.x + plot.width + room.lines + nth * width + 9;
  const slot = plot.width / Math.max(1, laying.chart.categories.length);
  const [before, after] = [mark.from, mark.to].map((index) => ({
    y: placeOf(valueAt(mark, index, laying), laying),
    x: middleOf(index, laying) + slot * 0.3,
  })) as [{ x: Pt; y: Pt }, { x: Pt; y: Pt }];
  const level = (end: { readonly x: Pt; readonly y: Pt }): SketchShape => ({
    kind: 'line',
    points: [
      [end.x, end.y],
      [x + 3, end.y],
    ],
    color: quietColor,
    width: 0.75,
    dash: true,
  });
  const lines = differenceLines(mark, place);
  const height = lineHeight(place.fontSize) * lines.length;
  const middle = (before.y + after.y) / 2;
  return [
    level(before),
    level(after),
    {
      kind: 'line',
      points: [
        [x, before.y],
        [x, after.y],
      ],
      color: arrowColor,
      width: 1.5,
      head: true,
    },
    {
      kind: 'words',
      box: { x: x + 5, y: middle - height / 2, width: width - 18, height },
      text: { lines, size: place.fontSize, bold: true, color: textColor, align: 'left' },
    },
  ];
}

function bracketShapes(
  mark: Extract<ChartMark, { readonly kind: 'bracket' }>,
  band: Pt,
  laying: Laying,
): SketchShape[] {
  const {
    plan: {
      rows,
      frame: { plot },
    },
    place,
    room,
    chart,
  } = laying;
  const slot = (rows ? plot.height : plot.width) / Math.max(1, chart.categories.length);
  const [from, to] = [middleOf(mark.from, laying) - slot * 0.35, middleOf(mark.to, laying) + slot * 0.35];
  const text = { size: place.fontSize, bold: true, color: textColor };
  const height = lineHeight(place.fontSize);
  if (rows) {
    const x = plot.x + plot.width + room.beside + band + 6;
    const width = estimateWidth(mark.label, place.fontSize);
    return [
      {
        kind: 'line',
        points: [
          [x - 4, from],
          [x, from],
          [x, to],
          [x - 4, to],
        ],
        color: arrowColor,
        width: 1,
      },
      {
        kind: 'words',
        box: { x: x + 4, y: (from + to) / 2 - height / 2, width, height },
        text: { ...text, lines: [mark.label], align: 'left' },
      },
    ];
  }
  const y = plot.y - room.above - band - 6;
  return [
    {
      kind: 'line',
      points: [
        [from, y + 5],
        [from, y],
        [to, y],
        [to, y + 5],
      ],
      color: arrowColor,
      width: 1,
    },
    {
      kind: 'words',
      box: { x: from, y: y - height - 1, width: to - from, height },
      text: { ...text, lines: [mark.label], align: 'center' },
    },
  ];
}

/** A thin leader from above the point to words in their own band. */
function calloutShapes(
  mark: Extract<ChartMark, { readonly kind: 'callout' }>,
  band: Pt,
  laying: Laying,
): SketchShape[] {
  const {
    plan: {
      rows,
      frame: { plot },
    },
    place,
    room,
  } = laying;
  const [height, middle] = [lineHeight(place.fontSize), middleOf(mark.at, laying)];
  const width = estimateWidth(mark.text, place.fontSize);
  const words = (box: Box): SketchShape => ({
    kind: 'words',
    box,
    text: { lines: [mark.text], size: place.fontSize, bold: true, color: textColor, align: 'left' },
  });
  const leader = (points: readonly SketchPoint[]): SketchShape => ({
    kind: 'line',
    points,
    color: quietColor,
    width: 0.75,
  });
  if (rows) {
    const x = plot.x + plot.width + room.beside + band + 6;
    return [
      leader([
        [clearOf(mark.at, laying), middle],
        [x - 3, middle],
      ]),
      words({ x, y: middle - height / 2, width, height }),
    ];
  }
  const bottom = plot.y - room.above - band - 3;
  const left = Math.min(Math.max(0, middle - width / 2), Math.max(0, place.size.width - width));
  return [
    leader([
      [middle, clearOf(mark.at, laying)],
      [middle, bottom],
    ]),
    words({ x: left, y: bottom - height, width, height }),
  ];
}

type LineMark = Extract<ChartMark, { readonly kind: 'line' }>;

const lineLooks = {
  average: { color: quietColor, width: 1.25, dash: false },
  target: { color: targetColor, width: 1.5, dash: true },
  limit: { color: quietColor, width: 1, dash: true },
} as const;

/** Across the plot, named at the end; labels that stand in their way are left free. */
function lineShapes(lines: readonly LineMark[], laying: Laying): SketchShape[] {
  const {
    plan: {
      rows,
      frame: { plot },
    },
    labels,
    place,
  } = laying;
  const height = lineHeight(place.fontSize);
  const inOrder = [...lines].sort((one, other) => placeOf(one.value, laying) - placeOf(other.value, laying));
  const end = plot.x + plot.width;
  // Lines of the chart may be named where these end: then these are named beyond them.
  const beyond = Math.max(end, ...labels.map(({ right }) => right)) + 5;
  const taken: LabelRect[] = labels.filter(({ right }) => right > end + 2);
  const shapesOfLine = (mark: LineMark): readonly SketchShape[] => {
    const at = placeOf(mark.value, laying);
    const look = lineLooks[mark.role];
    const [from, to] = rows ? [plot.y - 2, plot.y + plot.height] : [plot.x, plot.x + plot.width];
    const pieces = freePieces(at, from, to, rows, labels);
    const words = wrapLabel(mark.label, place.fontSize, lineLabelWidth(place), 2);
    const width = Math.max(...words.map((line) => estimateWidth(line, place.fontSize)));
    const tall = height * words.length;
    const own = (shift: Pt, left = end + 5): LabelRect =>
      rows
        ? boxAt(Math.min(Math.max(0, at - width / 2), place.size.width - width), plot.y - 3 - tall - shift, width, tall)
        : boxAt(left, Math.min(Math.max(0, at - tall / 2 + shift), place.size.height - tall), width, tall);
    const isTaken = (rect: LabelRect): boolean => taken.some((other) => touch(rect, other));
    let [shift, rect] = [0, own(0)];
    if (isTaken(rect) && beyond + width <= place.size.width) rect = own(0, beyond);
    while (isTaken(rect) && shift < place.size.height) rect = own((shift += 2));
    taken.push(rect);
    return [
      ...pieces.map(
        ([start, end]): SketchShape => ({
          kind: 'line',
          points: rows
            ? [
                [at, start],
                [at, end],
              ]
            : [
                [start, at],
                [end, at],
              ],
          ...look,
        }),
      ),
      {
        kind: 'words',
        box: { x: rect.left, y: rect.top, width, height: tall },
        text: { lines: words, size: place.fontSize, bold: false, color: textColor, align: rows ? 'center' : 'left' },
      },
    ];
  };
  const laid = new Map(inOrder.map((mark) => [mark, shapesOfLine(mark)]));
  return lines.flatMap((mark) => laid.get(mark)!);
}

const boxAt = (left: Pt, top: Pt, width: Pt, height: Pt): LabelRect => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/** A line from one end to the other, without where a label stands. */
function freePieces(at: Pt, from: Pt, to: Pt, rows: boolean, labels: readonly LabelRect[]): (readonly [Pt, Pt])[] {
  const gaps = labels
    .filter(({ left, right, top, bottom }) =>
      rows ? left - 1 < at && right + 1 > at : top + 1 < at && bottom - 1 > at,
    )
    .map(({ left, right, top, bottom }): readonly [Pt, Pt] => (rows ? [top, bottom] : [left - 2, right + 2]))
    .sort(([one], [other]) => one - other);
  const pieces: (readonly [Pt, Pt])[] = [];
  let start = from;
  for (const [open, close] of gaps) {
    if (open > start + 1) pieces.push([start, Math.min(open, to)]);
    start = Math.max(start, close);
  }
  return start < to - 1 ? [...pieces, [start, to]] : pieces;
}

/** From the end of each bar to the start of the next, at the level that both share. */
export function joinShapes(plan: Plan): Sketch {
  const {
    rows,
    frame: { plot },
    axis,
    joins = [],
  } = plan;
  const bars = plan.layers.find((layer) => layer.kind === 'bar');
  const slot = (rows ? plot.height : plot.width) / Math.max(1, joins.length);
  const half = slot / (1 + (bars?.gap ?? 0) / 100) / 2;
  return joins.flatMap((level, index): SketchShape[] => {
    if (level === null || index === joins.length - 1) return [];
    const along = lengthAlong(level, axis, rows ? plot.width : plot.height);
    const at = rows ? plot.x + along : plot.y + plot.height - along;
    const [from, to] = [index, index + 1].map((each) => (rows ? plot.y : plot.x) + (each + 0.5) * slot) as [Pt, Pt];
    const ends = [from + half, to - half] as const;
    return [
      {
        kind: 'line',
        points: rows
          ? [
              [at, ends[0]],
              [at, ends[1]],
            ]
          : [
              [ends[0], at],
              [ends[1], at],
            ],
        color: quietColor,
        width: 0.75,
      },
    ];
  });
}

/** Points of a control chart that lie outside of its limits. */
function ringsOutside(lines: readonly LineMark[], laying: Laying): SketchShape[] {
  const { chart, place, plan } = laying;
  const limits = lines.flatMap(({ role, value }) => (role === 'limit' ? [value] : []));
  if (chart.kind !== 'control' || limits.length < 2) return [];
  const [low, high] = [Math.min(...limits), Math.max(...limits)];
  const radius = place.fontSize * 0.6;
  return (chart.series[0]?.points ?? []).flatMap(({ value, label }, index): SketchShape[] => {
    if (value === null || (value >= low && value <= high)) return [];
    const [along, across] = [middleOf(index, laying), placeOf(value, laying)];
    const [x, y] = plan.rows ? [across, along] : [along, across];
    return [
      {
        kind: 'box',
        box: { x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 },
        form: 'oval',
        fill: null,
        stroke: { color: place.theme.bad, width: 1.5 },
        name: `${chart.categories[index] ?? ''} ${label}`,
      },
    ];
  });
}
