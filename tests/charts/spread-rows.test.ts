import { describe, expect, it } from 'vitest';
import { spreadRows } from '../../src/charts/marks/spread-rows.js';

const rows = (...wanted: number[]) => wanted.map((each) => ({ wanted: each, height: 10 }));

describe('rows beside a stack', () => {
  it('stand where they want to where they have room', () => {
    expect(spreadRows(rows(20, 40, 90), 0, 100)).toEqual([20, 40, 90]);
  });

  it('that would lie upon each other give way evenly, and push their neighbours', () => {
    expect(spreadRows(rows(50, 50), 0, 100)).toEqual([45, 55]);
    expect(spreadRows(rows(38, 50, 50), 0, 100)).toEqual([36, 46, 56]);
  });

  it('stay within their room', () => {
    expect(spreadRows(rows(-30, 2, 98, 140), 0, 100)).toEqual([5, 15, 85, 95]);
  });
});
