/** Shapes upon a chart, when that stands elsewhere or is of another size. */
import type { MarkIdentity, ShapeIdentity } from '../../powerpoint/identity/deck-identity.js';

/** In EMU. */
export type Box = ShapeIdentity['box'];

/** @param from the chart's box when they were made; @param to its box now */
export function placeMarks(marks: readonly MarkIdentity[], from: Box, to: Box): readonly MarkIdentity[] {
  const [across, down] = [from.cx === 0 ? 1 : to.cx / from.cx, from.cy === 0 ? 1 : to.cy / from.cy];
  return marks.map((mark) => {
    const [x, y, cx, cy] = mark.box;
    const box = [to.x + (x - from.x) * across, to.y + (y - from.y) * down, cx * across, cy * down].map(
      Math.round,
    ) as unknown as MarkIdentity['box'];
    return { ...mark, box };
  });
}
