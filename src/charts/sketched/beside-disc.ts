/** Names that find no room in their pieces of a disc: at its two sides, each with a line to its piece. */
import type { Pt, Size } from '../../model/length.js';
import type { SketchPoint, SketchShape } from '../../model/native-chart.js';
import { estimateWidth } from '../../text/label-lines.js';
import { wordsAt } from '../families/painted.js';
import { spreadRows } from '../marks/spread-rows.js';
import { axisColor } from '../measure/chart-palette.js';
import { lineHeight } from '../measure/frame.js';

/** The middle of a disc, its radius, and the room that it stands in, whose top left is 0, 0. */
export interface DiscPlace {
  readonly x: Pt;
  readonly y: Pt;
  readonly radius: Pt;
  readonly size: Size;
}

/** A piece that is named outside. */
export interface OuterName {
  /** The first that fits is set. */
  readonly texts: readonly string[];
  /** Radians from straight up, clockwise, and how far out it reaches. */
  readonly turn: number;
  readonly outer: Pt;
}

/** From the disc to what stands beside it. */
const clear: Pt = 8;

/** Shapes of each name, in the order of the names; none for one that has no room. */
export function namesBeside(
  names: readonly OuterName[],
  disc: DiscPlace,
  fontSize: Pt,
): readonly (readonly SketchShape[])[] {
  const placed = new Map<OuterName, readonly SketchShape[]>();
  for (const side of [1, -1] as const) {
    const own = names
      .filter(({ turn }) => Math.sin(turn) >= 0 === (side === 1))
      .sort((one, other) => Math.cos(other.turn) - Math.cos(one.turn));
    const height = lineHeight(fontSize);
    const rows = own.map(({ turn }) => ({ wanted: disc.y - (disc.radius + clear) * Math.cos(turn), height }));
    if (rows.length * height > disc.size.height) continue;
    spreadRows(rows, 0, disc.size.height).forEach((y, at) =>
      placed.set(own[at]!, nameAt(own[at]!, side, y, disc, fontSize)),
    );
  }
  return names.map((name) => placed.get(name) ?? []);
}

function nameAt(
  { texts, turn, outer }: OuterName,
  side: 1 | -1,
  y: Pt,
  { x: middle, y: center, radius, size }: DiscPlace,
  fontSize: Pt,
): readonly SketchShape[] {
  const nearest = Math.max(0, Math.abs(y - center) - lineHeight(fontSize) / 2);
  const reach = Math.sqrt(Math.max(0, (radius + clear) ** 2 - nearest ** 2));
  const x = middle + side * reach;
  const room = side === 1 ? size.width - x : x;
  const text = texts.find((each) => estimateWidth(each, fontSize) + 2 <= room);
  if (text === undefined) return [];
  const from: SketchPoint = [middle + outer * Math.sin(turn), center - outer * Math.cos(turn)];
  return [
    { kind: 'line', points: [from, [x - side * 2, y]], color: axisColor, width: 0.75 },
    wordsAt({ text, x, y, align: side === 1 ? 'left' : 'right' }, fontSize),
  ];
}
