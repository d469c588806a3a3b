/** The cells of a sheet as they stand in its part (ISO 29500-1, 18.3.1). */
import { readCellName, readCellRange } from '../../../model/cell-name.js';
import type { CellRange } from '../../../model/cell-name.js';
import { decodeEscapes, enough, parseXml } from './parse-xml.js';

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
  /** Those with a value or a formula, row after row where the part has them so. */
  readonly cells: readonly RawCell[];
  readonly merges: readonly CellRange[];
}

/** In the order of the part. Null where it is not well-formed; `too many` as soon as there are more than `most`. */
export function readCells(xml: string, most: number): SheetCells | 'too many' | null {
  const cells: RawCell[] = [];
  const merges: CellRange[] = [];
  const reading = new CellReading();
  const isWhole = parseXml(xml, {
    open(name, attributes, parent) {
      if (name === 'mergeCell' && parent === 'mergeCells') {
        const range = readCellRange(attributes['ref'] ?? '');
        if (range !== null) merges.push(range);
      } else reading.open(name, attributes, parent);
    },
    text: (part) => reading.text(part),
    close(name, parent) {
      const cell = reading.close(name, parent);
      if (cell !== null && cells.push(cell) > most) enough();
    },
  });
  return cells.length > most ? 'too many' : isWhole ? { cells, merges } : null;
}

/** Follows the elements of a row; rows and cells that do not say where they stand follow the ones before. */
class CellReading {
  private row = 0;
  private column = 0;
  private type = 'n';
  private style = 0;
  private isFormula = false;
  /** Text of `v`, and the texts of `is`: a cell can have both, and its type says which counts. */
  private value: string | null = null;
  private inline: string | null = null;
  private takes: 'value' | 'inline' | null = null;
  private readings = 0;

  open(name: string, attributes: Readonly<Record<string, string>>, parent: string): void {
    switch (name) {
      case 'row':
        if (parent === 'sheetData') this.openRow(attributes);
        return;
      case 'c':
        if (parent === 'row') this.openCell(attributes);
        return;
      case 'f':
        this.isFormula ||= parent === 'c';
        return;
      case 'rPh':
        this.readings++;
        return;
      case 'v':
        if (parent !== 'c') return;
        this.takes = 'value';
        this.value ??= '';
        return;
      case 't':
        if (this.readings > 0 || (parent !== 'is' && parent !== 'r')) return;
        this.takes = 'inline';
        this.inline ??= '';
    }
  }

  private openRow(attributes: Readonly<Record<string, string>>): void {
    const named = Number(attributes['r']);
    this.row = Number.isInteger(named) && named > 0 ? named : this.row + 1;
    this.column = 0;
  }

  private openCell(attributes: Readonly<Record<string, string>>): void {
    const place = attributes['r'] === undefined ? null : readCellName(attributes['r']);
    if (place !== null) this.row = place.row;
    this.column = place?.column ?? this.column + 1;
    this.type = attributes['t'] ?? 'n';
    this.style = Number(attributes['s'] ?? 0);
    this.isFormula = false;
    this.value = null;
    this.inline = null;
  }

  text(part: string): void {
    if (this.takes === 'value') this.value += part;
    else if (this.takes === 'inline') this.inline += part;
  }

  close(name: string, parent: string): RawCell | null {
    this.takes = null;
    if (name === 'rPh') this.readings--;
    if (name !== 'c' || parent !== 'row') return null;
    const { row, column, type, style, isFormula } = this;
    const value = type === 'inlineStr' ? (this.inline ?? this.value) : (this.value ?? this.inline);
    const isText = type === 'str' || type === 'inlineStr';
    return value === null && !isFormula
      ? null
      : { row, column, type, style, isFormula, value: value !== null && isText ? decodeEscapes(value) : value };
  }
}
