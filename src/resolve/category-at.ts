/** The place of what a key of a chart spec names: a category, or a series by its name. */
import { unknownCategory } from '../diagnostics/messages.js';
import { nearestName } from '../diagnostics/nearest-name.js';
import type { KindKey } from '../model/chart-kinds.js';
import type { NamedCategory } from '../model/chart.js';
import type { ChartSpec } from '../model/report.js';
import type { Binding } from './binding.js';
import type { Columns } from './columns.js';
import { isPeriodNamed } from './period-named.js';

/** -1 where there is none, which is told. */
export function categoryAt(
  key: KindKey,
  { id, span }: NamedCategory,
  spec: ChartSpec,
  { categories, keys }: Pick<Columns, 'categories' | 'keys'>,
  { tell }: Binding,
): number {
  const written = categories.indexOf(id);
  const index = written >= 0 || keys === undefined ? written : keys.findIndex((period) => isPeriodNamed(id, period));
  if (index < 0) {
    const name = nearestName(id, categories);
    const nearest = name === null ? null : { name };
    tell(unknownCategory({ chart: spec.id, key, name: id, nearest, known: categories }, span));
  }
  return index;
}
