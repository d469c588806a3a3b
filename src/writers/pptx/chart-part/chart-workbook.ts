/**
 * The workbook that PowerPoint opens when a chart's data is edited: the same cells as the chart's cache, and the same
 * bytes each time.
 */
import type { NativeChart } from '../../../model/native-chart.js';
import { groupStarts } from '../../../powerpoint/identity/category-levels.js';
import { writeWorkbook } from '../../workbook/write-workbook.js';
import type { SheetCell } from '../../workbook/write-workbook.js';
import { nameColumns, placeSeries, sheetName, shiftColumns } from './cell-references.js';

export function chartWorkbook(chart: NativeChart): Uint8Array {
  const series = placeSeries(chart).flatMap((placed) => (placed.series.cellsOf === null ? [placed.series] : []));
  const columns = nameColumns(chart);
  const starts = groupStarts(chart.groups ?? []);
  const rows = chart.categories.map((category, row): readonly SheetCell[] => [
    ...(columns === 2 ? [starts[row] ?? null] : []),
    category,
    ...series.map((each): SheetCell => {
      const value = each.values[row] ?? null;
      const formula = each.formulas[row] ?? null;
      return value === null
        ? null
        : { value, format: each.format, formula: formula === null ? null : shiftColumns(formula, columns) };
    }),
  ]);
  const names = [...Array.from({ length: columns }, () => null), ...series.map(({ name }) => name)];
  // Not deflated: the deck's own zip packs it once.
  return writeWorkbook(
    { name: sheetName, widths: names.map(() => 18), hasHead: false, rows: [names, ...rows] },
    { isPacked: false },
  );
}
