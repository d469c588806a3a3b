/**
 * Which cells of its workbook a chart of PowerPoint 2016 reads, and that workbook: names down the first columns, a
 * column for each level, numbers in the column behind them.
 */
import { columnName } from '../../../model/cell-name.js';
import type { ExtendedChart } from '../../../model/extended/extended-chart.js';
import { joinedLevels } from '../../../powerpoint/identity/category-levels.js';
import type { ChartData } from '../../../powerpoint/identity/deck-identity.js';
import { chartMark } from '../../../powerpoint/identity/chart-mark.js';
import { writeWorkbook, type SheetCell } from '../../workbook/write-workbook.js';
import { sheetName } from '../chart-part/cell-references.js';

export interface ExtendedCells {
  readonly names: string;
  readonly head: string;
  readonly values: string;
}

export function extendedCells({ levels, values }: Pick<ExtendedChart, 'levels' | 'values'>): ExtendedCells {
  const last = Math.max(1, values.length) + 1;
  const [names, column] = [columnName(levels.length), columnName(levels.length + 1)];
  return {
    names: `${sheetName}!$A$2:$${names}$${last}`,
    head: `${sheetName}!$${column}$1`,
    values: `${sheetName}!$${column}$2:$${column}$${last}`,
  };
}

export function extendedWorkbook({ levels, values, formulas, format, name }: ExtendedChart): Uint8Array {
  const rows = values.map((value, row): readonly SheetCell[] => [
    ...levels.map((names) => names[row] || null),
    value === null ? null : { value, format, formula: formulas[row] ?? null },
  ]);
  const heads = [...levels.map(() => null), name];
  return writeWorkbook(
    { name: sheetName, widths: heads.map(() => 18), hasHead: false, rows: [heads, ...rows] },
    { isPacked: false },
  );
}

/** As its deck's identity keeps it. */
export const extendedData = ({ levels, values, name }: ExtendedChart, xml: string): ChartData => ({
  mark: chartMark(xml),
  categories: values.map((_value, row) => joinedLevels(levels.map((names) => names[row] ?? ''))),
  ...(levels.length > 1 ? { levels: levels.length } : {}),
  series: [{ name, column: 0, values, labels: [] }],
  axes: [],
});
