/**
 * Which cells of the workbook a chart reads: names of categories down column A, or years there and their parts down
 * column B, then a column for each series.
 */
import { columnName } from '../../../model/cell-name.js';
import type { NativeChart, NativeSeries } from '../../../model/native-chart.js';

export const sheetName = 'Sheet1';

export interface PlacedSeries {
  readonly series: NativeSeries;
  /** From 0, over all plots. */
  readonly index: number;
  /** From 0, behind the columns of names. */
  readonly column: number;
}

/** All series with their columns. One that shares another's cells shares its column. */
export function placeSeries(chart: NativeChart): readonly PlacedSeries[] {
  const placed: PlacedSeries[] = [];
  let columns = 0;
  for (const [index, series] of chart.plots.flatMap((plot) => plot.series).entries()) {
    const shared = series.cellsOf === null ? undefined : placed[series.cellsOf];
    placed.push({ series, index, column: shared?.column ?? columns++ });
  }
  return placed;
}

/** A range has at least one cell. */
const lastRow = (count: number): number => Math.max(1, count) + 1;

/** The columns that names of categories take: 1 or 2. */
export const nameColumns = ({ groups }: Pick<NativeChart, 'groups'>): 1 | 2 => (groups === undefined ? 1 : 2);

/** The cells of a chart's sheet, of which the first `names` columns have the names of categories. */
export interface SheetCells {
  readonly categories: string;
  /** `column` counts the columns of numbers from 0. */
  readonly name: (column: number) => string;
  readonly values: (column: number) => string;
}

export function sheetCells(names: 1 | 2, count: number): SheetCells {
  const letters = (column: number): string => columnName(column + names + 1);
  return {
    categories: `${sheetName}!$A$2:$${columnName(names)}$${lastRow(count)}`,
    name: (column) => `${sheetName}!$${letters(column)}$1`,
    values: (column) => `${sheetName}!$${letters(column)}$2:$${letters(column)}$${lastRow(count)}`,
  };
}

/** A formula for sheets with one column of names, as one with `names` has it: `SUM(B2:D2)` is `SUM(C2:E2)` with two. */
export const shiftColumns = (formula: string, names: 1 | 2): string =>
  names === 1
    ? formula
    : formula.replace(/\b([A-Z]{1,2})(?=\d)/g, (letters) =>
        columnName([...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) + 1),
      );
