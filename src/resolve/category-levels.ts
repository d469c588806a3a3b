/** Categories that belong to others, level upon level, as the columns of a table name them. */
import type { ChartSeries } from '../model/chart.js';
import type { Columns } from './columns.js';

/**
 * Where the outermost columns of a row are empty, what the row above says there goes on; any other empty cell is a
 * level that this branch has not. A row whose own name is empty is called by the last that it belongs to.
 *
 * @param levels a column of names for each level, the outermost first
 */
export function inLevels(
  levels: readonly (readonly string[])[],
  { categories, series }: { readonly categories: readonly string[]; readonly series: readonly ChartSeries[] },
  unit: string | null,
): Columns {
  let above: readonly string[] = [];
  const paths = categories.map((name, row): readonly string[] => {
    const own = levels.map((column) => column[row]?.trim() ?? '');
    const first = own.findIndex((each) => each !== '');
    above = first < 0 ? above : [...above.slice(0, first), ...own.slice(first)];
    return [...above, name].filter((each) => each !== '');
  });
  return {
    categories: paths.map((path, row) => path.at(-1) ?? categories[row]!),
    parents: paths.map((path) => path.slice(0, -1)),
    series,
    unit,
  };
}
