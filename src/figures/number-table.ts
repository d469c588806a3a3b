/** A table's cells as numbers with units, for expressions. */
import { nearestName } from '../diagnostics/nearest-name.js';
import { cellNumber, columnNamed, headUnit } from './table-numbers.js';
import { amountOf, type Amount } from './numbers/amount.js';
import { ReckoningFault } from './numbers/reckoning-fault.js';

/** Texts of cells as they are written; rows are known by their first cell, columns by their heads. */
export interface PlainTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export class NumberTable {
  constructor(
    private readonly id: string,
    private readonly table: PlainTable,
  ) {}

  /** Numbers of a column; empty cells are left out. */
  column(name: string, at: number): readonly Amount[] {
    const index = this.columnAt(name, at);
    return this.table.rows.flatMap((row) => {
      const amount = cellAmount(row[index] ?? '', this.unitOf(index));
      if (amount === 'text')
        throw new ReckoningFault('formula-argument', `"${row[index]}" in the column "${name}" is no number`, at);
      return amount === null ? [] : [amount];
    });
  }

  cell(row: string, column: string, at: number): Amount {
    const index = this.columnAt(column, at);
    const found = this.table.rows.find(([name]) => name?.trim() === row);
    if (found === undefined)
      throw this.unknown(
        'row',
        row,
        this.table.rows.map(([name]) => name ?? ''),
        at,
      );
    const amount = cellAmount(found[index] ?? '', this.unitOf(index));
    if (amount === null || amount === 'text')
      throw new ReckoningFault('missing-period', `"${row}" has no number under "${column}"`, at);
    return amount;
  }

  private columnAt(name: string, at: number): number {
    const index = columnNamed(this.table.head, name);
    if (index < 0) throw this.unknown('column', name, this.table.head, at);
    return index;
  }

  private unitOf(column: number): string | null {
    return headUnit(this.table.head[column] ?? '');
  }

  private unknown(what: string, name: string, known: readonly string[], at: number): ReckoningFault {
    const near = nearestName(name, known);
    return new ReckoningFault(
      'unknown-in-formula',
      `the table "${this.id}" has no ${what} "${name}"${near === null ? '' : `; did you mean "${near}"?`}`,
      at,
    );
  }
}

/** A number as cells are written: 1,234.5, −8.3, 8.1%, 546.6亿元. Null for an empty cell. */
export function cellAmount(text: string, unit: string | null): Amount | null | 'text' {
  const found = cellNumber(text);
  if (found === null || found === 'text') return found;
  return amountOf({ value: found.value, decimals: found.decimals }, found.unit ?? unit);
}
