/** A chart as Chart.js drew it, replayed as vectors, with its labels as text in the page's own font. */
import type { ChartItem } from '../../../model/page.js';
import type { Canvas } from './canvas.js';
import { drawOperations } from './draw-drawing.js';

export function drawChart(canvas: Canvas, item: ChartItem): void {
  const { chart, box, tag } = item;
  const drawing = canvas.drawings.get(item);
  if (drawing === undefined) throw new Error(`the chart "${chart.id}" was placed before it was drawn`);
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
