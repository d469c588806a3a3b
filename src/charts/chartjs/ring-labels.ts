/**
 * Labels round a circle, of pies, doughnuts, radars and polar areas: clear of the circle, of each other and of the
 * chart's edge.
 */
import type { Plugin } from 'chart.js';
import type { Insets, Pt } from '../../model/length.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { drawLines } from './direct-labels.js';
import { lineHeight } from '../measure/frame.js';
import { colorHex, textColor } from '../measure/chart-palette.js';
import { estimateWidth } from '../../text/label-lines.js';

/** From the circle to its labels, in pt. */
const clearOfRing: Pt = 8;

/** What is to stand beside the circle, and where. */
export interface RingText {
  readonly index: number;
  readonly lines: readonly string[];
  readonly bold: boolean;
  /** In radians, clockwise from the top. */
  readonly angle: number;
}

export interface RingLabel extends RingText {
  /** The middle of the label's box, in pt. */
  readonly centre: readonly [Pt, Pt];
  readonly width: Pt;
  readonly height: Pt;
}

export interface Ring {
  readonly centre: readonly [Pt, Pt];
  readonly radius: Pt;
  readonly labels: readonly RingLabel[];
  /** The size at which labels are set, in pt. */
  readonly fontSize: Pt;
  /** Labels touch neither each other nor the edge of the box. */
  readonly hasRoom: boolean;
}

/**
 * What a name beside the circle may take: in a wide and low box, what a circle of its full height leaves on either
 * side.
 */
const ringTextWidth = ({ size }: ChartPlace): Pt =>
  Math.max(size.width * 0.26, (size.width - size.height) / 2 - clearOfRing);

/** Share of the size of labels, largest first. */
const shrinks = [1, 0.9, 0.8, 0.72];
/** A circle of less than this share of its box looks lost. */
const leastCircle = 0.62;

/**
 * The largest circle whose labels find room round it, below `top` pt. Long labels are wrapped by `textsAt`, which is
 * given the size of the type and the width that a label may take, and are set smaller before the circle shrinks far.
 */
export function layRing(
  textsAt: (fontSize: Pt, width: Pt) => readonly RingText[],
  place: ChartPlace,
  top: Pt = 0,
): Ring {
  const rings = shrinks.map((share) => () => {
    const smaller = { ...place, fontSize: place.fontSize * share };
    return ringAt(textsAt(smaller.fontSize, ringTextWidth(place)), smaller, top);
  });
  let last: Ring | null = null;
  for (const laid of rings) {
    last = laid();
    const half = Math.min(place.size.width, place.size.height - top) / 2;
    if (last.hasRoom && last.radius >= half * leastCircle) break;
  }
  return last!;
}

function ringAt(texts: readonly RingText[], place: ChartPlace, top: Pt): Ring {
  const within = { ...place, size: { ...place.size, height: place.size.height - top } };
  const half = Math.max(2, Math.min(within.size.width, within.size.height) / 2);
  // A label over the top or under the foot stays in the middle, so it takes its height from the circle.
  const upright = texts
    .filter(({ angle }) => Math.abs(Math.sin(angle)) < 0.2)
    .map(({ lines }) => lines.length * lineHeight(place.fontSize) + clearOfRing);
  // In a wide and low box the labels find room beside a circle that takes the height.
  const tall = ringOf(texts, within, Math.max(1, half - 2));
  let ring =
    within.size.width > within.size.height * 1.5 && hasRoom(tall, within)
      ? tall
      : ringOf(texts, within, Math.max(1, Math.min(half - 2, within.size.height / 2 - Math.max(2, ...upright))));
  while (ring.radius > half * 0.45 && !hasRoom(ring, within)) ring = ringOf(texts, within, ring.radius - 1);
  const lowered = ([x, y]: readonly [Pt, Pt]): readonly [Pt, Pt] => [x, y + top];
  const isFree = hasRoom(ring, within);
  return {
    ...ring,
    hasRoom: isFree,
    centre: lowered(ring.centre),
    labels: (isFree ? ring.labels : apartFrom(ring.labels, within)).map((label) => ({
      ...label,
      centre: lowered(label.centre),
    })),
  };
}

function ringOf(texts: readonly RingText[], place: ChartPlace, radius: Pt): Ring {
  const { size, fontSize } = place;
  const centre = [size.width / 2, size.height / 2] as const;
  const labels = texts.map((text): RingLabel => {
    const [across, down] = [Math.sin(text.angle), -Math.cos(text.angle)];
    const width = Math.max(...text.lines.map((line) => estimateWidth(line, fontSize)));
    const height = text.lines.length * lineHeight(fontSize);
    let out = radius + clearOfRing;
    while (reach(across * out, down * out, width, height) < radius + clearOfRing) out += 1;
    return { ...text, width, height, centre: [centre[0] + across * out, centre[1] + down * out] };
  });
  return { centre, radius, fontSize, hasRoom: false, labels: spread(labels, place, centre, radius) };
}

/** From the ring's centre to the nearest point of a box whose middle is at (x, y). */
const reach = (x: Pt, y: Pt, width: Pt, height: Pt): Pt =>
  Math.hypot(Math.max(0, Math.abs(x) - width / 2), Math.max(0, Math.abs(y) - height / 2));

/** Between labels of one side, in pt: so much, where there is room for it, that each is seen as one; at the least 2. */
function gapBetween(side: readonly RingLabel[], { size, fontSize }: ChartPlace): Pt {
  const spare = size.height - side.reduce((total, { height }) => total + height, 0);
  return Math.max(2, Math.min(0.5 * fontSize, spare / Math.max(1, side.length - 1)));
}

/**
 * Labels of one side are pushed apart from the top down, then back up, and then outwards until they are clear of the
 * ring.
 */
function spread(
  labels: readonly RingLabel[],
  place: ChartPlace,
  [middle, centreY]: readonly [Pt, Pt],
  radius: Pt,
): RingLabel[] {
  const moved = new Map<number, Pt>();
  for (const right of [true, false]) {
    const side = labels
      .filter((label) => label.centre[0] >= middle === right)
      .sort((one, other) => one.centre[1] - other.centre[1]);
    const gap = gapBetween(side, place);
    let free = 0;
    for (const label of side) {
      const y = Math.max(label.centre[1], free + label.height / 2);
      moved.set(label.index, y);
      free = y + label.height / 2 + gap;
    }
    let limit = place.size.height;
    for (const label of [...side].reverse()) {
      const y = Math.min(moved.get(label.index)!, limit - label.height / 2);
      moved.set(label.index, y);
      limit = y - label.height / 2 - gap;
    }
  }
  return labels.map((label) => {
    const y = moved.get(label.index)!;
    const side = label.centre[0] >= middle ? 1 : -1;
    let x = Math.abs(label.centre[0] - middle);
    while (reach(x, y - centreY, label.width, label.height) < radius + clearOfRing - 0.5) x += 1;
    return { ...label, centre: [middle + side * x, y] };
  });
}

function hasRoom({ labels }: Pick<Ring, 'labels'>, { size }: ChartPlace): boolean {
  const inside = labels.every(
    ({ centre: [x, y], width, height }) =>
      x - width / 2 >= 0 &&
      x + width / 2 <= size.width &&
      y - height / 2 >= -0.5 &&
      y + height / 2 <= size.height + 0.5,
  );
  return (
    inside &&
    labels.every((one, at) =>
      labels
        .slice(at + 1)
        .every(
          (other) =>
            Math.abs(one.centre[0] - other.centre[0]) >= (one.width + other.width) / 2 + 4 ||
            Math.abs(one.centre[1] - other.centre[1]) >= (one.height + other.height) / 2,
        ),
    )
  );
}

/**
 * Where there is no room for all labels, those that touch neither the edge nor one that matters more: first come those
 * that stand out.
 */
function apartFrom(labels: readonly RingLabel[], place: ChartPlace): readonly RingLabel[] {
  const kept = new Set<RingLabel>();
  for (const label of [...labels].sort((one, other) => Number(other.bold) - Number(one.bold)))
    if (hasRoom({ labels: [...kept, label] }, place)) kept.add(label);
  return labels.filter((label) => kept.has(label));
}

/** Leaves just the circle's square for the drawing. */
export const ringPadding = ({ centre: [x, y], radius }: Ring, { size }: ChartPlace): Insets => ({
  left: x - radius,
  right: size.width - x - radius,
  top: y - radius,
  bottom: size.height - y - radius,
});

export function ringLabels(ring: Ring, place: ChartPlace): Plugin {
  return {
    id: 'ringLabels',
    afterDatasetsDraw({ ctx }) {
      for (const {
        centre: [x, y],
        width,
        height,
        lines,
        bold,
      } of ring.labels) {
        drawLines(
          ctx,
          { lines, size: ring.fontSize, bold, color: colorHex(place.theme, textColor) },
          { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 },
        );
      }
    },
  };
}
