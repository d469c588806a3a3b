/** What formulas of a chart's sheet come to. */
import { describe, expect, it } from 'vitest';
import { formulaValue } from '../../../src/powerpoint/edited/formula-value.js';

/** A1 is 1, B1 is 2, A2 is 11, and so on; column C is empty. */
const at = (column: number, row: number): number | null => (column === 2 ? null : column + 1 + row * 10);

describe('a formula', () => {
  it.each([
    ['B2+A1', 13],
    ['100-B2', 88],
    ['A2', 11],
    ['2*(A1+B1)-A2/11', 5],
    ['-B1+$A$2', 9],
    ['C1+B1', 2],
    ['SUM(A1:B2)', 26],
    ['(MAX($A$1:$A$3)-A2)/2', 5],
    ['AVERAGE(A1:A3)', 11],
    ['=MIN(A1:C1)', 1],
  ])('%s comes to %d', (formula, value) => {
    expect(formulaValue(formula, at)).toBe(value);
  });

  it.each([
    '',
    'A1+',
    'A1/C1',
    'IF(A1>0,1,2)',
    'A1&B1',
    'Sheet2!A1',
    'SUM(C1:C3)',
    'VLOOKUP(A1,A1:B2,2)',
    '"x"',
    '(A1',
  ])('that says more is not worked out: %s', (formula) => {
    expect(formulaValue(formula, at)).toBeNull();
  });
});
