/** Shapes to paths. */
import type { ShapeItem } from '../../../model/page.js';
import type { Canvas } from './canvas.js';
import { shapePath } from '../../drawn/shape-path.js';
import { formatNumber } from '../file/serialize.js';

export function drawShape(canvas: Canvas, item: ShapeItem): void {
  const { content } = canvas;
  const filled = item.fill !== null && item.shape !== 'line';
  const stroked = item.stroke !== null && item.strokeWidth > 0;
  if (!filled && !stroked) return;
  canvas.mark(item.tag);
  canvas.extend(item.tag, item.box);
  if (filled) canvas.fill(item.fill!);
  if (stroked) {
    canvas.stroke(item.stroke!);
    content.add(`${formatNumber(item.strokeWidth, 3)} w`);
    const dash = item.dash ? `${formatNumber(item.strokeWidth * 3, 3)} ${formatNumber(item.strokeWidth * 2, 3)}` : '';
    content.add(`[${dash}] 0 d`);
  }
  content.path(shapePath(item.shape, item.box));
  content.add(filled ? (stroked ? 'B' : 'f') : 'S');
}
