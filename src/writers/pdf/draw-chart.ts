/** A chart as Chart.js drew it, replayed as vectors, with its labels as text in the page's own font. */
import type { ChartItem } from '../../model/page.js';
import type { Canvas } from './canvas.js';
import { drawOperations } from './draw-drawing.js';

export function drawChart(canvas: Canvas, { chart, box, fontSize, tag }: ChartItem): void {
  const drawing = canvas.shared.drawChart(chart, { width: box.width, height: box.height }, fontSize);
  canvas.mark(tag);
  canvas.extend(tag, box, chart.alt);
  const { content } = canvas;
  content.save();
  content.transform([1, 0, 0, 1, box.x, box.y]);
  content.rect({ x: 0, y: 0, width: box.width, height: box.height });
  content.add('W n');
  drawOperations(canvas, drawing.operations);
  content.restore();
}
