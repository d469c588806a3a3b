/** The charts of a page as vectors, drawn before the page is. Chart.js is loaded when a chart has to be drawn anew. */
import type { LoadedPlugins } from '../../charts/chartjs/plugins/load-plugins.js';
import { noMemo } from '../../memo/memo.js';
import type { Drawing } from '../../model/drawing.js';
import type { ChartItem, Page } from '../../model/page.js';
import type { Theme } from '../../model/theme.js';
import type { WriteContext } from '../job/write-context.js';

/** By the items of a page, those of pages that stand on it among them. */
export type ChartDrawings = ReadonlyMap<ChartItem, Drawing>;

export function chartDrawings(
  theme: Theme,
  { fonts, tell, plugins = [], memo = noMemo }: WriteContext,
): (page: Page) => Promise<ChartDrawings> {
  let loaded: Promise<LoadedPlugins> | null = null;
  const loadNamed = async (): Promise<LoadedPlugins> =>
    plugins.length === 0
      ? new Map()
      : (await import('../../charts/chartjs/plugins/load-plugins.js')).loadPlugins(plugins);
  return async (page) => {
    const drawings = new Map<ChartItem, Drawing>();
    for (const item of chartsOn(page)) {
      const {
        chart,
        box: { width, height },
        fontSize,
      } = item;
      drawings.set(
        item,
        await memo.recallLater(
          'chart drawing',
          [chart, width, height, fontSize, plugins],
          async (told) => {
            const { drawVector } = await import('../../charts/vector.js');
            const place = { size: { width, height }, theme, fonts, fontSize };
            return drawVector(chart, place, told, await (loaded ??= loadNamed()));
          },
          tell,
        ),
      );
    }
    return drawings;
  };
}

const chartsOn = ({ items }: Page): readonly ChartItem[] =>
  items.flatMap((item) => (item.kind === 'chart' ? [item] : item.kind === 'page' ? chartsOn(item.page) : []));
