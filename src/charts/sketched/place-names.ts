/**
 * Names upon a map: in their areas where they have room, else beside them on open ground, with a leader; none upon
 * another.
 */
import type { Box, Pt } from '../../model/length.js';
import type { Sketch, SketchPoint, SketchShape } from '../../model/native-chart.js';
import type { Color } from '../../model/theme.js';
import { estimateWidth } from '../../text/label-lines.js';
import { wordsAt } from '../families/painted.js';
import { axisColor, textColor } from '../measure/chart-palette.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { lineHeight } from '../measure/frame.js';

/** In pt of the chart. */
export interface NamedPlace {
  readonly name: string;
  /** Its number; '' for none. */
  readonly label: string;
  readonly isStrong: boolean;
  readonly middle: SketchPoint;
  /** Across all of the area. */
  readonly width: Pt;
  readonly rings: readonly (readonly SketchPoint[])[];
  /** In which words are read upon its fill. */
  readonly color: Color;
}

/** Names are no smaller than this share of a label's size, so that a room reads them. */
const sizes = [1, 0.88] as const;
/** More areas than this have no leaders: they would be a net over the map. */
const mostLeaders = 24;

const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** Whether a point lies in the rings, by even and odd crossings. */
function isInside([x, y]: SketchPoint, rings: readonly (readonly SketchPoint[])[]): boolean {
  let inside = false;
  for (const ring of rings)
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
      const [fromX, fromY] = ring[before]!;
      const [toX, toY] = ring[at]!;
      if (toY > y !== fromY > y && x < ((fromX - toX) * (y - toY)) / (fromY - toY) + toX) inside = !inside;
    }
  return inside;
}

/** Eight places around a box and its middle. */
const placesOn = ({ x, y, width, height }: Box): readonly SketchPoint[] =>
  [0, 0.5, 1].flatMap((right) => [0, 0.5, 1].map((down): SketchPoint => [x + right * width, y + down * height]));

/** Whether a straight line comes near a box: looked for at points of it that stand less than a line apart. */
function meets([from, to]: Leader, box: Box): boolean {
  const steps = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 3));
  return Array.from({ length: steps + 1 }, (_, at) => at / steps).some((share) => {
    const [x, y] = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    return x > box.x - 1 && x < box.x + box.width + 1 && y > box.y - 1 && y < box.y + box.height + 1;
  });
}

type Leader = readonly [from: SketchPoint, to: SketchPoint];

interface Said {
  readonly lines: readonly string[];
  readonly size: Pt;
}

const boxAround = ({ lines, size }: Said, [x, y]: SketchPoint): Box => {
  const width = Math.max(...lines.map((line) => estimateWidth(line, size)));
  const height = lines.length * size * 1.2;
  return { x: x - width / 2, y: y - height / 2, width, height };
};

/** Name over number, the name alone, each smaller, in this order. */
const waysToSay = ({ name, label }: NamedPlace, fontSize: Pt): readonly Said[] =>
  sizes.flatMap((share) => [
    ...(label === '' ? [] : [{ lines: [name, label], size: fontSize * share }]),
    { lines: [name], size: fontSize * share },
  ]);

const wordsIn = ({ lines, size }: Said, box: Box, place: NamedPlace, color: Color, fontSize: Pt): SketchShape[] =>
  lines.map((text, at) =>
    wordsAt(
      {
        text,
        x: box.x + box.width / 2,
        y: box.y + (at + 0.5) * size * 1.2,
        align: 'center',
        size,
        color,
        bold: place.isStrong || (at === 0 && lines.length > 1),
      },
      fontSize,
    ),
  );

/** Name and number on one line, on open ground at the side where there is some nearest. */
function beside(
  place: NamedPlace,
  all: readonly NamedPlace[],
  { boxes: taken, leaders }: { readonly boxes: readonly Box[]; readonly leaders: readonly Leader[] },
  { size, fontSize }: ChartPlace,
): { readonly box: Box; readonly leader: Leader; readonly shapes: Sketch } | null {
  const text = [place.name, place.label].filter((part) => part !== '').join(' ');
  const [width, height] = [estimateWidth(text, fontSize), lineHeight(fontSize)];
  const [x, y] = place.middle;
  const reach = Math.max(size.width, size.height) / 3;
  for (let away = fontSize; away < reach; away += fontSize)
    for (const turn of [0, 4, 1, 7, 3, 5, 2, 6]) {
      const [right, down] = [Math.cos((turn * Math.PI) / 4), Math.sin((turn * Math.PI) / 4)];
      const [endX, endY] = [x + right * away, y + down * away];
      const box = {
        x: right > 0.3 ? endX : right < -0.3 ? endX - width : endX - width / 2,
        y: endY - height / 2,
        width,
        height,
      };
      // To the edge of the words, a hair before them.
      const end: SketchPoint = [endX - right * 2, Math.abs(right) > 0.3 ? endY : endY - down * (height / 2 + 1)];
      const leader: Leader = [place.middle, end];
      const isOpen =
        box.x >= 0 &&
        box.y >= 0 &&
        box.x + width <= size.width &&
        box.y + height <= size.height &&
        !taken.some((other) => overlap(box, other) || meets(leader, other)) &&
        !leaders.some((other) => meets(other, box)) &&
        !placesOn(box).some((point) => all.some(({ rings }) => isInside(point, rings)));
      if (!isOpen) continue;
      const line: SketchShape = { kind: 'line', points: leader, color: axisColor, width: 0.5 };
      const words = wordsAt(
        { text, x: box.x + width / 2, y: endY, align: 'center', bold: place.isStrong, color: textColor },
        fontSize,
      );
      return { box, leader, shapes: [line, words] };
    }
  return null;
}

/** @param taken where nothing may stand: the legend. */
export function placeNames(places: readonly NamedPlace[], taken: readonly Box[], place: ChartPlace): Sketch {
  const boxes = [...taken];
  const shapes: SketchShape[] = [];
  const waiting: NamedPlace[] = [];
  for (const named of places) {
    const fitting = waysToSay(named, place.fontSize).find((said) => {
      const box = boxAround(said, named.middle);
      return (
        placesOn(box).every((point) => isInside(point, named.rings)) && !boxes.some((other) => overlap(box, other))
      );
    });
    if (fitting === undefined) waiting.push(named);
    else {
      const box = boxAround(fitting, named.middle);
      boxes.push(box);
      shapes.push(...wordsIn(fitting, box, named, named.color, place.fontSize));
    }
  }
  const leaders: Leader[] = [];
  for (const named of waiting.filter(({ isStrong }) => isStrong || places.length <= mostLeaders)) {
    const found = beside(named, places, { boxes, leaders }, place);
    if (found === null) continue;
    boxes.push(found.box);
    leaders.push(found.leader);
    shapes.push(...found.shapes);
  }
  return shapes;
}
