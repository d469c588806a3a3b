/** Which cells of the workbook a chart reads: names of categories down column A, a column for each series. */
import type { NativeChart, NativeSeries } from '../../../model/native-chart.js';

export const sheetName = 'Sheet1';

export const columnName = (index: number): string => index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);

/** All series in the order of their columns. */
export const allSeries = (chart: NativeChart): readonly NativeSeries[] => chart.plots.flatMap((plot) => plot.series);

export const categoryCells = (count: number): string => `${sheetName}!$A$2:$A$${count + 1}`;
/** `series` counts from 0 over all plots. */
export const nameCell = (series: number): string => `${sheetName}!$${columnName(series + 1)}$1`;
export const valueCells = (series: number, count: number): string => {
  const column = columnName(series + 1);
  return `${sheetName}!$${column}$2:$${column}$${count + 1}`;
};
