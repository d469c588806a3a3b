/** Which cells of a file can be changed by themselves, and what stands in them. */
import { describe, expect, it } from 'vitest';
import { findCell, withCell } from '../../src/preview/edit-cell.js';

const at = (file: string, line: number, column: number) => ({ file, line, column });

describe('a cell with a number', () => {
  it.each([
    ['a.csv', 'id,value\ngdp,546.6,亿元\n', 2, 5, 546.6, '546.6'],
    ['a.csv', 'id,value\r\ngdp,"546.6",亿元\r\n', 2, 5, 546.6, '546.6'],
    ['a.csv', '\uFEFFid,value\rgdp,−8.3\r', 2, 5, -8.3, '−8.3'],
    ['a.yaml', '- {id: gdp, value: 5.70}\n', 1, 20, 5.7, '5.70'],
    ['a.yaml', 'gdp:\n  value: 12 # people\n', 2, 10, 12, '12'],
  ])('is found in %s: %j', (file, text, line, column, number, written) => {
    expect(findCell(text, at(file, line, column), number)?.text).toBe(written);
  });

  it.each([
    ['a workbook', 'a.xlsx', 'PK', 1, 1, 1],
    ['another number', 'a.csv', 'id,value\ngdp,547\n', 2, 5, 546.6],
    ['a number with words behind it', 'a.csv', 'id,value\ngdp,546.6亿元\n', 2, 5, 546.6],
    ['a line that is not there', 'a.csv', 'id,value\n', 7, 5, 546.6],
  ])('is not found in %s', (_what, file, text, line, column, number) => {
    expect(findCell(text, at(file, line, column), number)).toBeNull();
  });

  it('takes another number, and all around it stays', () => {
    const text = 'id,value\ngdp,"546.6",亿元\n';
    expect(withCell(text, findCell(text, at('a.csv', 2, 5), 546.6)!, '546.75')).toBe('id,value\ngdp,"546.75",亿元\n');
  });
});
