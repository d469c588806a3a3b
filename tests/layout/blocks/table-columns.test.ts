import { describe, expect, it } from 'vitest';
import { shareWidths } from '../../../src/layout/blocks/table/table-columns.js';

const column = (
  ...cells: readonly number[]
): { readonly least: number; readonly cells: readonly number[]; readonly weight: null } => ({
  least: 30,
  cells,
  weight: null,
});

describe("the widths of a table's columns", () => {
  it('are shared by two columns of long text, so that neither becomes a ribbon', () => {
    const { widths, fits } = shareWidths([column(30), column(900, 800), column(900, 850)], 530);
    expect(fits).toBe(true);
    expect(Math.min(widths[1]!, widths[2]!)).toBeGreaterThan(150);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(530);
  });

  it('break the cell that gives most room', () => {
    expect(shareWidths([column(100, 100), column(40, 300)], 300).widths).toEqual([100, 200]);
  });
});
