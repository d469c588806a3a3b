/** A table's cells as numbers with units, for expressions. */
import { splitUnit } from '../locale/figure-columns.js';
import { isKnownUnit } from '../locale/units.js';
import { nearestName } from '../diagnostics/nearest-name.js';
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
    const heads = this.table.head.map((head) => head.trim());
    const index = heads.indexOf(name);
    const named = index >= 0 ? index : heads.findIndex((head) => splitUnit(head).name === name);
    if (named < 0) throw this.unknown('column', name, heads, at);
    return named;
  }

  private unitOf(column: number): string | null {
    const { unit } = splitUnit(this.table.head[column] ?? '');
    return unit !== null && isKnownUnit(unit) ? unit : null;
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

export interface CellNumber {
  readonly value: number;
  readonly decimals: number;
  /** Written behind the number; null for none. */
  readonly unit: string | null;
}

export function cellNumber(text: string): CellNumber | null | 'text' {
  const trimmed = text.trim();
  if (/^(?:[-—–−…/]|——|……)?$/.test(trimmed)) return null;
  const found = /^([+\-−]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?\s*(\D*)$/.exec(trimmed);
  if (found === null) return 'text';
  const [, sign, whole = '0', fraction = '', unit = ''] = found;
  const size = Number(`${whole.replaceAll(',', '')}.${fraction || '0'}`);
  return {
    value: sign === '-' || sign === '−' ? 0 - size : size,
    decimals: fraction.length,
    unit: unit.trim() === '' ? null : unit.trim(),
  };
}
