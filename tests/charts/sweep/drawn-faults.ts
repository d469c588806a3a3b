/** What makes a text of a drawn chart hard to read, or says another thing than the deck. */
import type { Chart } from '../../../src/model/chart.js';
import type { DrawingOperation, Paint, PathStep } from '../../../src/model/drawing.js';
import { chartTypes } from '../../../src/charts/chart-types.js';
import type { ChartType } from '../../../src/charts/measure/chart-type.js';
import { contrast } from '../../../src/charts/measure/chart-palette.js';
import { readNative } from '../native-reader.js';
import { draw, inkOf, textsIn, theme, type InkBox, type onSlide } from '../sample-charts.js';

type Place = typeof onSlide;
type Point = readonly [number, number];

/** Pairs of texts of which the ink of one lies in that of the other. */
export function overlaps(chart: Chart, place: Place): string[] {
  const boxes = textsIn(draw(chart, place)).map(inkOf);
  return boxes.flatMap((box, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          box.left < other.right - 0.5 &&
          other.left < box.right - 0.5 &&
          box.top < other.bottom &&
          other.top < box.bottom,
      )
      .map((other) => `${box.text} × ${other.text}`),
  );
}

/** Texts of which the ink is cut by the edge of the chart's frame. */
export const beyondFrame = (chart: Chart, place: Place): string[] =>
  textsIn(draw(chart, place))
    .map(inkOf)
    .filter(({ left, right }) => left < -1 || right > place.size.width + 1)
    .map(({ text, left, right }) => `${text} is cut: ${left.toFixed(1)} to ${right.toFixed(1)} of ${place.size.width}`);

const paper = '#ffffff';
/** Paler than this against the paper, hairlines and areas are a ground on which texts read. */
const leastMark = 1.7;
/** Large and small texts of charts alike: 3 to 1, as WCAG 2.2 has it for what is not running text. */
const leastContrast = 3;

const mixed = (paint: Paint): string => {
  if (paint.kind !== 'solid') return paper;
  const part = (at: number): string => {
    const value = Number.parseInt(paint.hex.slice(at, at + 2), 16);
    return Math.round(value * paint.alpha + 255 * (1 - paint.alpha))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
};

/** Corners of a path; curves in eight pieces. */
function cornersOf(path: readonly PathStep[]): Point[][] {
  const parts: Point[][] = [];
  let at: Point = [0, 0];
  for (const step of path) {
    if (step[0] === 'Z') continue;
    const end: Point = step[0] === 'C' ? [step[5], step[6]] : [step[1], step[2]];
    if (step[0] === 'M') parts.push([end]);
    else if (step[0] === 'L') parts.at(-1)!.push(end);
    else
      for (let piece = 1; piece <= 8; piece++) {
        const t = piece / 8;
        const curve = (from: number, one: number, two: number, to: number): number =>
          (1 - t) ** 3 * from + 3 * (1 - t) ** 2 * t * one + 3 * (1 - t) * t ** 2 * two + t ** 3 * to;
        parts.at(-1)!.push([curve(at[0], step[1], step[3], step[5]), curve(at[1], step[2], step[4], step[6])]);
      }
    at = end;
  }
  return parts;
}

function isInside([x, y]: Point, parts: readonly (readonly Point[])[]): boolean {
  let inside = false;
  for (const corners of parts)
    corners.forEach(([ax, ay], index) => {
      const [bx, by] = corners[(index + 1) % corners.length]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    });
  return inside;
}

/** Whether a segment runs through a box. */
function crosses([ax, ay]: Point, [bx, by]: Point, box: InkBox): boolean {
  let [from, to] = [0, 1];
  for (const [start, by_, low, high] of [
    [ax, bx - ax, box.left, box.right],
    [ay, by - ay, box.top, box.bottom],
  ] as const) {
    if (by_ === 0) {
      if (start < low || start > high) return false;
      continue;
    }
    const ends = [(low - start) / by_, (high - start) / by_].sort((one, other) => one - other);
    [from, to] = [Math.max(from, ends[0]!), Math.min(to, ends[1]!)];
  }
  return from <= to;
}

const covers = (path: readonly PathStep[], { left, right, top, bottom }: InkBox): boolean => {
  const parts = cornersOf(path);
  return [left, right].every((x) => [top, bottom].every((y) => isInside([x, y], parts)));
};

const flat = (operations: readonly DrawingOperation[]): DrawingOperation[] =>
  operations.flatMap((operation) => (operation.kind === 'group' ? flat(operation.operations) : [operation]));

/** Texts that a line strikes, that run over the edge of a mark, or that do not stand out from what is behind them. */
export function crossings(chart: Chart, place: Place): string[] {
  const operations = flat(draw(chart, place).operations);
  return operations.flatMap((operation, at) => {
    if (operation.kind !== 'text') return [];
    const { text, paint, size } = operation;
    const whole = inkOf(operation);
    const ink = {
      ...whole,
      left: whole.left + 1,
      right: whole.right - 1,
      top: whole.top + size * 0.15,
      bottom: whole.bottom - size * 0.1,
    };
    const grounds = Array.from({ length: 15 }, () => paper);
    const faults: string[] = [];
    operations.forEach((other, order) => {
      if (other.kind === 'fill') {
        const parts = cornersOf(other.path);
        grounds.forEach((_, index) => {
          const x = ink.left + ((ink.right - ink.left) * (index % 5)) / 4;
          const y = ink.top + ((ink.bottom - ink.top) * Math.floor(index / 5)) / 2;
          if (!isInside([x, y], parts)) return;
          if (order > at) faults.push(`${text} is covered`);
          grounds[index] = mixed(other.paint);
        });
      }
      if (other.kind !== 'stroke' || contrast(mixed(other.paint), paper) < leastMark) return;
      const struck = cornersOf(other.path).some((corners) =>
        corners.some((corner, index) => index > 0 && crosses(corners[index - 1]!, corner, ink)),
      );
      const inFill = order < at && grounds.every((ground) => contrast(ground, paper) >= leastMark);
      // A bubble that was drawn over the line.
      const isHidden = operations
        .slice(order + 1, Math.max(order + 1, at))
        .some((over) => over.kind === 'fill' && covers(over.path, ink));
      if (struck && !inFill && !isHidden) faults.push(`${text} is struck`);
    });
    const kinds = [...new Set(grounds)];
    if (kinds.some((ground) => kinds.some((other) => contrast(ground, other) >= leastMark)))
      faults.push(`${text} runs over an edge`);
    if (kinds.some((ground) => contrast(ground, mixed(paint)) < leastContrast)) faults.push(`${text} is pale`);
    return [...new Set(faults)];
  });
}

const bare = (text: string): string => text.replaceAll(/\s/g, '');

const unnamedKinds: ReadonlySet<Chart['kind']> = new Set([
  'scatter',
  'bubble',
  'multiples',
  'heat',
  'treemap',
  'sunburst',
  'range',
  'bullet',
  'dumbbell',
  'box',
  'histogram',
  'map',
  'timeline',
]);

/** What stands out and has no name or no number. */
export function unnamed(chart: Chart, place: Place): string[] {
  // Where names stand at a few points alone, a point is known by its place: a dense cloud, a panel, a small field.
  if (unnamedKinds.has(chart.kind)) return [];
  const said = bare(
    textsIn(draw(chart, place))
      .map(({ text }) => text)
      .join(''),
  );
  return chart.series.flatMap(({ points }) =>
    points.flatMap((point, index) =>
      !point.emphasised || point.value === null
        ? []
        : [chart.categories[index]!, point.label]
            .filter((words) => !said.includes(bare(words)))
            .map((words) => `${words} stands out and is not said`),
    ),
  );
}

/** Labels that only the deck prints, or only the page. */
export function textsTold(chart: Chart, place: Place): string[] {
  const type = chartTypes[chart.kind];
  const native = type.toNative(chart, { theme, ...place });
  if (native === null) return [];
  if ((type as ChartType).isCrowded?.(chart, { theme, ...place }) === true) return [];
  const linesOf = (texts: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const line of texts.flatMap((text) => text.split('\n'))) counts.set(line, (counts.get(line) ?? 0) + 1);
    return counts;
  };
  const read = readNative(chart, place);
  const deck = linesOf(
    read.series.flatMap(({ labels }) => labels.filter((label) => label !== null && label !== '') as string[]),
  );
  const page = linesOf(textsIn(draw(chart, place)).map(({ text }) => text));
  const own = new Set(chart.series.flatMap(({ points }) => points.map(({ label }) => label)));
  const missing = [...deck].filter(([line, count]) => (page.get(line) ?? 0) < count);
  // Ticks of an axis may say the same.
  const more = [...(native.valueAxis?.visible === true ? [] : page)].filter(
    ([line, count]) => own.has(line) && /\D/.test(line) && (deck.get(line) ?? 0) < count,
  );
  return [
    ...missing.map(([line]) => `${line} stands in the deck alone`),
    ...more.map(([line]) => `${line} stands on the page alone`),
  ];
}
