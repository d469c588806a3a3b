/** Where each cell of a table stands, once cells that cover others have taken their place. */
import type { Inline, TableCell, TableRow } from '../../../model/document.js';

export interface PlacedCell {
  readonly cell: TableCell<Inline>;
  readonly row: number;
  readonly column: number;
}

/** Cells by row, each with its column. A cell that covers rows below keeps their columns. */
export const placeCells = (rows: readonly TableRow<Inline>[], columns: number): readonly (readonly PlacedCell[])[] => {
  const takenUntil = new Array<number>(columns).fill(0);
  return rows.map((row, rowIndex) => {
    const placed: PlacedCell[] = [];
    let column = 0;
    for (const cell of row.cells) {
      while (column < columns && takenUntil[column]! > rowIndex) column += 1;
      if (column >= columns) break;
      const across = Math.min(cell.across, columns - column);
      const down = Math.min(cell.down, rows.length - rowIndex);
      placed.push({ cell: { ...cell, across, down }, row: rowIndex, column });
      for (let covered = column; covered < column + across; covered += 1) takenUntil[covered] = rowIndex + down;
      column += across;
    }
    return placed;
  });
};
