/** Where a new piece goes: where the report has it, else in the largest free room, else over the foot of the slide. */
import { freeRooms } from './free-room.js';
import type { NewPiece } from './new-pieces.js';
import { overlap, type Box } from './slide-units.js';

/** Something that stands on the edited slide. */
export interface Obstacle {
  readonly box: Box;
  readonly name: string;
  /** The report has it there below the piece: a panel on which that stands. */
  readonly isBelow: boolean;
}

export interface PlacedPiece {
  readonly box: Box;
  /** What it stands on, by name; empty where its room is free. */
  readonly over: readonly string[];
}

/** The smallest share of its width and height to which each kind may be made smaller, to have a room of its own. */
const least: Readonly<Record<NewPiece['main']['kind'], number>> = {
  chart: 0.5,
  picture: 0.4,
  table: 1,
  text: 1,
  plain: 1,
};

/** @param bounds where the report's slide has its content: within the margins */
export function placePiece({ box, main }: NewPiece, bounds: Box, obstacles: readonly Obstacle[]): PlacedPiece {
  if (!obstacles.some((each) => !each.isBelow && overlap(each.box, box))) return { box, over: [] };
  const standing = obstacles.filter((each) => !each.isBelow);
  const rooms = freeRooms(
    bounds,
    standing.map((each) => each.box),
  );
  const fitted = rooms.flatMap((room) => fitInto(room, box, main.kind) ?? []);
  const distance = (other: Box): number => Math.abs(other.x - box.x) + Math.abs(other.y - box.y);
  const [best] = [...fitted].sort((one, other) => areaOf(other) - areaOf(one) || distance(one) - distance(other));
  if (best !== undefined) return { box: best, over: [] };
  const foot = { ...box, y: Math.max(bounds.y, bounds.y + bounds.cy - box.cy) };
  return { box: foot, over: standing.filter((each) => overlap(each.box, foot)).map(({ name }) => name) };
}

const areaOf = ({ cx, cy }: Box): number => cx * cy;

/** As large as it was, or smaller; a picture keeps its form. Null where the room is too small. */
function fitInto(room: Box, { cx, cy }: Box, kind: NewPiece['main']['kind']): Box | null {
  const [across, down] = [Math.min(1, room.cx / cx), Math.min(1, room.cy / cy)];
  const [width, height] = kind === 'picture' ? [Math.min(across, down), Math.min(across, down)] : [across, down];
  const isEnough = width >= least[kind] - 0.001 && height >= least[kind] - 0.001;
  return isEnough ? { x: room.x, y: room.y, cx: Math.round(cx * width), cy: Math.round(cy * height) } : null;
}
