/** Which cells of the workbook a chart reads: names of categories down column A, a column for each series. */
import { columnName } from '../../../model/cell-name.js';
import type { NativeChart, NativeSeries } from '../../../model/native-chart.js';

export const sheetName = 'Sheet1';

export interface PlacedSeries {
  readonly series: NativeSeries;
  /** From 0, over all plots. */
  readonly index: number;
  /** From 0. */
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

export const categoryCells = (count: number): string => `${sheetName}!$A$2:$A$${lastRow(count)}`;
/** `column` counts the columns of numbers from 0. */
export const nameCell = (column: number): string => `${sheetName}!$${columnName(column + 2)}$1`;
export const valueCells = (column: number, count: number): string =>
  `${sheetName}!$${columnName(column + 2)}$2:$${columnName(column + 2)}$${lastRow(count)}`;
