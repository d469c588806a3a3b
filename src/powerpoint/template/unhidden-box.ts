/**
 * Where the text of a placeholder is not lost on what its layout shows there: a logo at the end of a title, a bar down
 * the slide's side across its footer.
 */
import type { Box } from '../../model/length.js';
import { contrastOf } from '../look/color.js';
import { isBehind, rightOf } from './measure-layout.js';
import { readable } from './palette.js';
import type { Obstacle } from './template.js';

/** Share of a placeholder's width that text needs at the least. */
const leastWidth = 0.4;
/** Share of its height from which on something stands in the way of its lines. */
const leastHeight = 0.15;

/**
 * The box cut back from what would hide text in this colour, at the side where least of it is lost; as it is where too
 * little would stay. What lies behind all of it is its ground.
 * @param ink six digits.
 */
export function unhiddenBox(box: Box, obstacles: readonly Obstacle[], ink: string): Box {
  const cut = obstacles.reduce((free, obstacle) => {
    if (!hides(obstacle, ink) || isBehind(obstacle, box) || !isAcross(obstacle.box, free)) return free;
    const before = { ...free, width: obstacle.box.x - free.x };
    const behind = { ...free, x: rightOf(obstacle.box), width: rightOf(free) - rightOf(obstacle.box) };
    return before.width >= behind.width ? before : behind;
  }, box);
  return cut.width >= box.width * leastWidth ? cut : box;
}

const hides = ({ kind, fill }: Obstacle, ink: string): boolean =>
  kind === 'picture' || (fill !== null && contrastOf(ink, fill) < readable);

function isAcross(other: Box, box: Box): boolean {
  const shared = Math.min(other.y + other.height, box.y + box.height) - Math.max(other.y, box.y);
  return shared > box.height * leastHeight && rightOf(other) > box.x + 1 && other.x < rightOf(box) - 1;
}
