/** Tables: fills and rules as decoration behind, then the cells' text in the order of the rows. */
import type { Box, Pt } from '../../../model/length.js';
import type { TableItem, TableItemCell } from '../../../model/page.js';
import type { Canvas } from './canvas.js';
import { drawTextBox } from './draw-text.js';
import { formatNumber } from '../file/serialize.js';

export function drawTable(canvas: Canvas, item: TableItem): void {
  canvas.shared.structure.summarise(item.tag, item.alt);
  const cells = placeCells(item);
  drawFills(canvas, cells);
  drawRules(canvas, cells);
  for (const { cell, box } of cells)
    drawTextBox(canvas, { box, inset: cell.inset, valign: cell.valign, paragraphs: cell.paragraphs }, null);
}

interface PlacedCell {
  readonly cell: TableItemCell;
  readonly box: Box;
}

/** Finds each cell's box: cells that a merged one covers are not in the rows, so their places are skipped. */
function placeCells({ box, rows, columnWidths, rowHeights }: TableItem): PlacedCell[] {
  const lefts = edges(box.x, columnWidths);
  const tops = edges(box.y, rowHeights);
  const covered = new Set<number>();
  const columns = columnWidths.length;
  return rows.flatMap((row, rowIndex) => {
    let column = 0;
    return row.map((cell) => {
      while (covered.has(rowIndex * columns + column)) column++;
      const first = column;
      column += cell.across;
      for (let down = 1; down < cell.down; down++) {
        for (let across = 0; across < cell.across; across++) covered.add((rowIndex + down) * columns + first + across);
      }
      const [left, top] = [lefts[first]!, tops[rowIndex]!];
      const right = lefts[Math.min(column, columns)]!;
      const bottom = tops[Math.min(rowIndex + cell.down, rowHeights.length)]!;
      return { cell, box: { x: left, y: top, width: right - left, height: bottom - top } };
    });
  });
}

function edges(start: Pt, lengths: readonly Pt[]): Pt[] {
  const all = [start];
  for (const length of lengths) all.push(all.at(-1)! + length);
  return all;
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
