/** The filters of a PNG's rows undone: what is left are samples. */
import { paeth } from './paeth.js';

/**
 * Undoes the filter of each row in place (ISO 15948, 9.2). A row is a byte that names its filter, and `rowLength`
 * bytes; `pixelLength` are those of a whole pixel, at least one.
 */
export function unfilterRows(rows: Uint8Array, rowLength: number, height: number, pixelLength: number): void {
  for (let row = 0; row < height; row++) {
    const start = row * (rowLength + 1) + 1;
    const filter = rows[start - 1]!;
    if (filter === 1) addLeft(rows, start, rowLength, pixelLength);
    else if (filter === 2 && row > 0) addUp(rows, start, rowLength);
    else if (filter === 3) addMean(rows, start, rowLength, pixelLength, row > 0);
    else if (filter === 4) addPaeth(rows, start, rowLength, pixelLength, row > 0);
  }
}

function addLeft(rows: Uint8Array, start: number, length: number, pixel: number): void {
  for (let at = start + pixel; at < start + length; at++) rows[at] = rows[at]! + rows[at - pixel]!;
}

function addUp(rows: Uint8Array, start: number, length: number): void {
  const stride = length + 1;
  for (let at = start; at < start + length; at++) rows[at] = rows[at]! + rows[at - stride]!;
}

function addMean(rows: Uint8Array, start: number, length: number, pixel: number, hasUp: boolean): void {
  const stride = length + 1;
  for (let at = start; at < start + length; at++) {
    const left = at - start >= pixel ? rows[at - pixel]! : 0;
    rows[at] = rows[at]! + ((left + (hasUp ? rows[at - stride]! : 0)) >> 1);
  }
}

function addPaeth(rows: Uint8Array, start: number, length: number, pixel: number, hasUp: boolean): void {
  const stride = length + 1;
  for (let at = start; at < start + length; at++) {
    const hasLeft = at - start >= pixel;
    const left = hasLeft ? rows[at - pixel]! : 0;
    const up = hasUp ? rows[at - stride]! : 0;
    rows[at] = rows[at]! + paeth(left, up, hasLeft && hasUp ? rows[at - stride - pixel]! : 0);
  }
}
