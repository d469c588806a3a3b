/** The cells of a sheet as they stand in its part (ISO 29500-1, 18.3.1). */
import { readCellName, readCellRange } from '../../../model/cell-name.js';
import type { CellRange } from '../../../model/cell-name.js';
import { decodeEscapes, parseXml } from './parse-xml.js';

export interface RawCell {
  readonly row: number;
  readonly column: number;
  /** `n`, `s`, `str`, `inlineStr`, `b`, `e` or `d`. */
  readonly type: string;
  readonly style: number;
  readonly isFormula: boolean;
  /** Null where it has none: no value, or a formula that was never computed. */
  readonly value: string | null;
}

export interface SheetCells {
  readonly cells: readonly RawCell[];
  readonly merges: readonly CellRange[];
}

/** In the order of the part; null where it is not well-formed. */
export function readCells(xml: string): SheetCells | null {
  const cells: RawCell[] = [];
  const merges: CellRange[] = [];
  const reading = new CellReading();
  const isWhole = parseXml(xml, {
    open(name, attributes) {
      if (name === 'mergeCell') {
        const range = readCellRange(attributes['ref'] ?? '');
        if (range !== null) merges.push(range);
      } else reading.open(name, attributes);
    },
    text: (part) => reading.text(part),
    close(name) {
      const cell = reading.close(name);
      if (cell !== null) cells.push(cell);
    },
  });
  return isWhole ? { cells, merges } : null;
}

/** Follows the elements of a row; rows and cells that do not say where they stand follow the ones before. */
class CellReading {
  private row = 0;
  private column = 0;
  private type = 'n';
  private style = 0;
  private isFormula = false;
  private value: string | null = null;
  private takes = false;
  private readings = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'row': {
        const named = Number(attributes['r']);
        this.row = Number.isInteger(named) && named > 0 ? named : this.row + 1;
        this.column = 0;
        return;
      }
      case 'c': {
        const place = readCellName(attributes['r'] ?? '');
        if (place !== null) this.row = place.row;
        this.column = place?.column ?? this.column + 1;
        this.type = attributes['t'] ?? 'n';
        this.style = Number(attributes['s'] ?? 0);
        this.isFormula = false;
        this.value = null;
        return;
      }
      case 'f':
        this.isFormula = true;
        return;
      case 'rPh':
        this.readings++;
        return;
      case 'v':
      case 't':
        this.takes = this.readings === 0;
        this.value ??= '';
    }
  }

  text(part: string): void {
    if (this.takes) this.value += part;
  }

  close(name: string): RawCell | null {
    this.takes = false;
    if (name === 'rPh') this.readings--;
    if (name !== 'c') return null;
    const { row, column, type, style, isFormula, value } = this;
    const isText = type === 'str' || type === 'inlineStr';
    return value === null && !isFormula
      ? null
      : { row, column, type, style, isFormula, value: value !== null && isText ? decodeEscapes(value) : value };
  }
}
