import { describe, expect, it } from 'vitest';
import { numberAligns } from '../../../src/layout/blocks/table/number-aligns.js';
import { shareForFonts, shareWidths } from '../../../src/layout/blocks/table/table-columns.js';

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

describe('the widths of a table that may be read in wider fonts', () => {
  const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

  it('keep each cell whole in its own fonts, and give what is left to those that wider ones would break', () => {
    const { widths } = shareForFonts([column(200), column(100)], [column(260), column(100)], 320);
    expect(sum(widths)).toBeCloseTo(320);
    expect(widths[1]).toBeCloseTo(100);
    expect(widths[0]).toBeCloseTo(220);
  });

  it('are those of the wider fonts where all cells stay whole in them', () => {
    expect(shareForFonts([column(100), column(100)], [column(120), column(110)], 230).widths).toEqual([120, 110]);
  });
});

describe('the numbers of a column', () => {
  const span = { file: 't.csv', line: 1, column: 1 };
  const table = (...rows: readonly (readonly string[])[]) => ({
    columns: rows[0]!.map((_, index) => ({ align: index === 0 ? 'start' : 'decimal', weight: null }) as never),
    rows: rows.map((cells) => ({
      emphasis: 'none',
      cells: cells.map((text) => ({ inlines: [{ kind: 'value', text, span }], across: 1, down: 1 })),
    })) as never,
  });

  it('align at their decimal points where rows can be compared', () => {
    expect(numberAligns(table(['a', '1.25', '3.5'], ['b', '12', '4.25']))).toEqual(['start', 'decimal', 'decimal']);
  });

  it('align at their ends where each row has decimals of its own', () => {
    expect(numberAligns(table(['people', '69.97', '69.92'], ['income', '54,266', '57,046']))).toEqual([
      'start',
      'end',
      'end',
    ]);
  });
});
