/** One page: its background, what its slide layout draws behind, the word of a draft, then its items in their order. */
import { assertNever } from '../../../model/assert-never.js';
import type { Page, PageItem, ShapeItem, TextItem } from '../../../model/page.js';
import type { Decoration } from '../../../model/slide-layout.js';
import { Canvas } from './canvas.js';
import type { ChartDrawings } from '../../drawn/chart-drawings.js';
import { drawChart } from './draw-chart.js';
import { drawPicture } from './draw-picture.js';
import { drawShape } from './draw-shape.js';
import { drawTable } from './draw-table.js';
import { drawTextBox } from './draw-text.js';
import { drawWatermark } from './draw-watermark.js';
import type { Shared } from './surface.js';

export function drawPage(shared: Shared, page: Page, drawings: ChartDrawings): void {
  const canvas = new Canvas(shared, page, drawings);
  drawContent(canvas, page);
  canvas.finish();
}

function drawContent(canvas: Canvas, page: Page): void {
  canvas.mark('artifact');
  canvas.fill(page.background);
  canvas.content.rect({ x: 0, y: 0, ...page.size });
  canvas.content.add('f');
  for (const item of canvas.shared.grounds.get(page.layout ?? '') ?? []) drawItem(canvas, item);
  for (const decoration of canvas.shared.layouts.get(page.layout ?? '')?.decorations ?? [])
    drawShape(canvas, shapeOf(decoration));
  if (canvas.shared.watermark !== undefined && !page.items.some(({ kind }) => kind === 'page'))
    drawWatermark(canvas, canvas.shared.watermark);
  for (const item of page.items) drawItem(canvas, item);
}

const shapeOf = (decoration: Decoration): ShapeItem => ({
  ...decoration,
  kind: 'shape',
  name: '',
  tag: 'artifact',
  dash: false,
});

function drawItem(canvas: Canvas, item: PageItem): void {
  switch (item.kind) {
    case 'text':
      drawText(canvas, item);
      return;
    case 'shape':
      drawShape(canvas, item);
      return;
    case 'picture':
      drawPicture(canvas, item);
      return;
    case 'chart':
      drawChart(canvas, item);
      return;
    case 'table':
      drawTable(canvas, item);
      return;
    case 'page':
      canvas.place(item, () => drawContent(canvas, item.page));
      return;
    default:
      assertNever(item);
  }
}

function drawText(canvas: Canvas, item: TextItem): void {
  if (item.fill !== null) {
    canvas.mark('artifact');
    canvas.fill(item.fill);
    canvas.content.rect(item.box);
    canvas.content.add('f');
  }
  canvas.extend(item.tag, item.box);
  drawTextBox(canvas, item, item.link);
}
