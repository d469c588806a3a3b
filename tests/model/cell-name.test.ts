import { describe, expect, it } from 'vitest';
import { cellName, columnName, readCellRange, sheetCellName } from '../../src/model/cell-name.js';

describe('a cell', () => {
  it('is named by letters and a number', () => {
    expect([1, 26, 27, 52, 53, 702, 703, 16384].map(columnName)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
      'XFD',
    ]);
    expect(cellName(7, 3)).toBe('C7');
  });

  it('has its sheet before it, in quotes as a formula needs them', () => {
    expect([
      sheetCellName('指标', 7, 3),
      sheetCellName('Q1 2024', 1, 1),
      sheetCellName("it's", 1, 1),
      sheetCellName('2024', 1, 1),
    ]).toEqual(['指标!C7', "'Q1 2024'!A1", "'it''s'!A1", "'2024'!A1"]);
  });
});

describe('a range', () => {
  it('has two corners, or is open', () => {
    expect(readCellRange('B3:D9')).toEqual({ top: 3, left: 2, bottom: 9, right: 4 });
    expect(readCellRange('B3:D')).toMatchObject({ top: 3, left: 2, bottom: 1048576, right: 4 });
    expect(readCellRange('B3')).toMatchObject({ top: 3, left: 2, bottom: 1048576, right: 16384 });
  });

  it.each(['', '3', 'A', 'A0', 'B3:A9', 'A9:B3', 'XFE1', 'A1048577', 'A1:B2:C3', '指标!A1'])('is not %s', (text) => {
    expect(readCellRange(text)).toBeNull();
  });
});
