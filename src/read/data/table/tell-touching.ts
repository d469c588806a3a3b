/** Tables that touch and were read as one. */
import type { Tell } from '../../../diagnostics/diagnostic.js';
import { tablesTouch } from '../../../diagnostics/messages.js';
import type { CellContent, CellGrid } from './cell-grid.js';
import type { DataTable } from './data-table.js';
import { columnBeside, partBelow } from './part-touching.js';

/** A longer file is one that a program wrote. */
const mostRows = 5000;

export function tellTouching({ head, rows }: DataTable, tell: Tell): void {
  if (rows.length > mostRows) return;
  const lines = [head, ...rows];
  const filled = lines.map(
    (cells) => new Map<number, CellContent>(cells.flatMap((cell, at) => (cell.text.trim() === '' ? [] : [[at, cell]]))),
  );
  const grid: CellGrid = {
    rows: new Map(filled.entries()),
    merges: [],
    spanOf: (row, column) => lines[row]![column]!.span,
  };
  const whole = { rows: lines.map((_, row) => row), columns: head.map((_, column) => column) };
  for (const part of partBelow(grid, whole)) {
    const [row, column] = [part.rows[0]!, columnBeside(grid, part)];
    if (row > 0) tell(tablesTouch(grid.spanOf(row, part.columns[0]!)));
    if (column !== null) tell(tablesTouch(grid.spanOf(row, column)));
  }
}
