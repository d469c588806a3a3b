/** Where the cells of a table stand, for every writer that draws them. */
import type { Box, Pt } from '../../model/length.js';
import type { TableItem, TableItemCell } from '../../model/page.js';

export interface PlacedCell {
  readonly cell: TableItemCell;
  readonly box: Box;
}

/** Finds each cell's box: cells that a merged one covers are not in the rows, so their places are skipped. */
export function placeCells({ box, rows, columnWidths, rowHeights }: TableItem): PlacedCell[] {
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
