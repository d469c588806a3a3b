/** Every chart of a deck as it will be shown: native where PowerPoint has its kind, else drawn as a picture, with a warning. */
import { namedPlugins } from '../../charts/plugins/plugins-asked.js';
import { toNative } from '../../charts/native.js';
import { chartAsPicture } from '../../diagnostics/messages.js';
import type { NativeChart } from '../../model/native-chart.js';
import type { ChartItem, PageSet } from '../../model/page.js';
import type { WriteContext } from '../write-context.js';
import { chartPartXml } from './chart-part/chart-part-xml.js';
import { chartWorkbook } from './chart-part/chart-workbook.js';
import type { ShownChart } from './plan/plan-shape.js';

/** Pixels to the point of a picture: sharp on a screen of twice the density. */
const rasterScale = 3;

export async function drawCharts({ pages, theme }: PageSet, context: WriteContext): Promise<ReadonlyMap<ChartItem, ShownChart>> {
  const shown = new Map<ChartItem, ShownChart>();
  for (const item of pages.flatMap((page) => page.items)) {
    if (item.kind !== 'chart') continue;
    const { chart, box, fontSize } = item;
    const native = toNative(chart, theme, { size: box, fontSize });
    if (native !== null) {
      shown.set(item, { kind: 'native', parts: { xml: chartPartXml(native), workbook: chartWorkbook(native), series: countSeries(native) } });
      continue;
    }
    context.report(chartAsPicture(chart.id, chart.kind, Object.keys(chart.options).length > 0, chart.span));
    const { drawRaster } = await import('../../charts/raster.js');
    shown.set(item, { kind: 'picture', png: await drawRaster(chart, box, theme, context.fonts, fontSize, rasterScale, namedPlugins(chart, context.plugins ?? [], context.report)) });
  }
  return shown;
}

const countSeries = ({ plots }: NativeChart): number =>
  plots.flatMap((plot) => plot.kind === 'pie' || plot.kind === 'doughnut' ? [] : plot.series).length;
