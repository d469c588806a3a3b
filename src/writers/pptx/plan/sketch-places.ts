/** Where each piece of a sketch stands as a shape of its own, in pt from the sketch's top left. */
import { assertNever } from '../../../model/assert-never.js';
import type { Box } from '../../../model/length.js';
import type { SketchPoint, SketchShape, SketchText } from '../../../model/native-chart.js';

/** The box of points that are joined. */
export function pointBounds(points: readonly SketchPoint[]): Box {
  const [across, down] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...across), Math.min(...down)];
  return { x, y, width: Math.max(...across) - x, height: Math.max(...down) - y };
}

/** Share of its width by which a text is wider in other fonts than those it was measured with. */
const widerBy = 0.4;

/** Nothing is seen of the box: it may reach further at the sides to which its text grows, which stays where it is. */
export function roomierBox(box: Box, align: SketchText['align']): Box {
  const more = box.width * widerBy;
  const before = align === 'left' ? 0 : align === 'right' ? more : more / 2;
  return { ...box, x: box.x - before, width: box.width + more };
}

export function sketchPlace(shape: SketchShape): Box {
  switch (shape.kind) {
    case 'line':
      return pointBounds(shape.points);
    case 'box':
      return shape.box;
    case 'area':
      return pointBounds(shape.rings.flat());
    case 'words':
      return roomierBox(shape.box, shape.text.align);
    default:
      return assertNever(shape);
  }
}
