/** Tables: fills and rules as decoration behind, then the cells' text in the order of the rows. */
import type { TableItem } from '../../../model/page.js';
import type { Canvas } from './canvas.js';
import { placeCells, type PlacedCell } from '../../drawn/place-cells.js';
import { drawTextBox } from './draw-text.js';
import { formatNumber } from '../file/serialize.js';

export function drawTable(canvas: Canvas, item: TableItem): void {
  canvas.shared.structure.summarise(item.tag, item.alt);
  const cells = placeCells(item);
  drawFills(canvas, cells);
  drawRules(canvas, cells);
  drawTopRule(canvas, item);
  for (const { cell, box } of cells)
    drawTextBox(canvas, { box, inset: cell.inset, valign: cell.valign, paragraphs: cell.paragraphs }, null);
}

function drawFills(canvas: Canvas, cells: readonly PlacedCell[]): void {
  for (const { cell, box } of cells) {
    if (cell.fill === null) continue;
    canvas.mark('artifact');
    canvas.fill(cell.fill);
    canvas.content.rect(box);
    canvas.content.add('f');
  }
}

/** Within the table's box, over the fills of its head. */
function drawTopRule(canvas: Canvas, { topRule, box }: TableItem): void {
  if (topRule === null || topRule.width <= 0) return;
  canvas.mark('artifact');
  canvas.fill(topRule.color);
  canvas.content.rect({ ...box, height: topRule.width });
  canvas.content.add('f');
}

function drawRules(canvas: Canvas, cells: readonly PlacedCell[]): void {
  for (const {
    cell: { rule },
    box,
  } of cells) {
    if (rule === null || rule.width <= 0) continue;
    canvas.mark('artifact');
    canvas.stroke(rule.color);
    const y = box.y + box.height;
    canvas.content.add(`${formatNumber(rule.width, 3)} w [] 0 d`);
    canvas.content.path([
      ['M', box.x, y],
      ['L', box.x + box.width, y],
    ]);
    canvas.content.add('S');
  }
}
