/** What stands on a slide by itself: single shapes, groups, alternatives. Each moves as a whole. */
import type { EditedShape } from '../../powerpoint/edited/edited-deck.js';
import { readShapes } from '../../powerpoint/edited/read-shapes.js';
import type { ShapeIdentity } from '../../powerpoint/identity/deck-identity.js';
import type { Relation } from '../../powerpoint/package/relations.js';
import { childOf, findElement, numberOf, type XmlElement } from '../../powerpoint/xml/parse-xml.js';

/** In EMU, from the slide's top left. */
export type Box = ShapeIdentity['box'];

export interface SlideUnit {
  readonly element: XmlElement;
  /** The shapes in it, itself where it is one. */
  readonly leaves: readonly EditedShape[];
  /** Null where it takes its placeholder's. */
  readonly box: Box | null;
  /** What is in it has the slide's own measure: nobody has moved it as a group, or made it larger. */
  readonly isPlain: boolean;
}

const notShapes: ReadonlySet<string> = new Set(['p:nvGrpSpPr', 'p:grpSpPr', 'p:extLst']);

/** In the order of the slide. */
export function slideUnits(root: XmlElement, relations: readonly Relation[]): readonly SlideUnit[] {
  const tree = findElement(root, 'p:cSld', 'p:spTree');
  const known = new Map(relations.map((each) => [each.id, each]));
  return (tree?.children ?? [])
    .filter(({ name }) => !notShapes.has(name))
    .map((element) => {
      const leaves = readShapes({ ...element, children: [element] }, known);
      const frame = groupFrame(element);
      return frame === null
        ? { element, leaves, box: leaves.find(({ isBeside }) => !isBeside)?.box ?? null, isPlain: true }
        : { element, leaves, ...frame };
    });
}

/** Null for what is no group. */
function groupFrame(element: XmlElement): Pick<SlideUnit, 'box' | 'isPlain'> | null {
  if (element.name !== 'p:grpSp') return null;
  const frame = findElement(element, 'p:grpSpPr', 'a:xfrm');
  const [offset, extent] = [childOf(frame, 'a:off'), childOf(frame, 'a:ext')];
  const [inner, within] = [childOf(frame, 'a:chOff'), childOf(frame, 'a:chExt')];
  const box = {
    x: numberOf(offset, 'x') ?? 0,
    y: numberOf(offset, 'y') ?? 0,
    cx: numberOf(extent, 'cx') ?? 0,
    cy: numberOf(extent, 'cy') ?? 0,
  };
  const isPlain =
    numberOf(inner, 'x') === box.x &&
    numberOf(inner, 'y') === box.y &&
    numberOf(within, 'cx') === box.cx &&
    numberOf(within, 'cy') === box.cy &&
    !element.children.some(({ name }) => name === 'p:grpSp');
  return { box, isPlain };
}

/** Two boxes are one where no side is further off, in EMU: a tenth of a point, and what LibreOffice rounds. */
const sameWithin = 1_600;

export const isSameBox = (one: Box, other: Box): boolean =>
  (['x', 'y', 'cx', 'cy'] as const).every((side) => Math.abs(one[side] - other[side]) <= sameWithin);

/** Whether they share more than a hair, or lie nearer than `gap`, in EMU. */
export const overlap = (one: Box, other: Box, gap = -12_700): boolean =>
  one.x < other.x + other.cx + gap &&
  other.x < one.x + one.cx + gap &&
  one.y < other.y + other.cy + gap &&
  other.y < one.y + one.cy + gap;

export function boundsOf(boxes: readonly Box[]): Box {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const right = Math.max(...boxes.map((box) => box.x + box.cx));
  return { x, y, cx: right - x, cy: Math.max(...boxes.map((box) => box.y + box.cy)) - y };
}
