/**
 * Every chart of a deck as it will be shown: native where PowerPoint has its kind, else drawn as a picture, with a
 * warning.
 */
import { namedPlugins } from '../../charts/chartjs/plugins-asked.js';
import { toExtended } from '../../charts/extended.js';
import { toNative, toSketch } from '../../charts/native.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { noExtendedChart } from '../../diagnostics/chart-messages.js';
import { chartAsPicture } from '../../diagnostics/messages.js';
import { noMemo } from '../../memo/memo.js';
import type { NativeChart } from '../../model/native-chart.js';
import type { Theme } from '../../model/theme.js';
import type { ChartItem, PageSet } from '../../model/page.js';
import { encodePng } from '../../raster/encode-png.js';
import type { WriteContext } from '../job/write-context.js';
import { chartData } from './chart-part/chart-data.js';
import { chartPartXml } from './chart-part/chart-part-xml.js';
import { chartWorkbook } from './chart-part/chart-workbook.js';
import { extendedParts } from './extended-chart/extended-chart-parts.js';
import type { ChartParts } from './plan/deck-plan.js';
import type { ShownChart } from './plan/plan-shape.js';

/** Pixels to the point of a picture: sharp on a screen of twice the density. */
const rasterScale = 3;

const chartsToTurn = 20;

export async function drawCharts(
  { pages, theme }: Pick<PageSet, 'pages' | 'theme'>,
  context: WriteContext,
  withPictures = true,
): Promise<ReadonlyMap<ChartItem, ShownChart>> {
  const shown = new Map<ChartItem, ShownChart>();
  const { tell, plugins = [], memo = noMemo } = context;
  let drawn = 0;
  for (const item of pages.flatMap((page) => page.items)) {
    if (item.kind !== 'chart') continue;
    // V8 ends its collecting between two turns: without one, hundreds of charts leave all their garbage.
    if (++drawn % chartsToTurn === 0) await new Promise((resolved) => setImmediate(resolved));
    const { chart, box, fontSize } = item;
    const size = { width: box.width, height: box.height };
    const parts = memo.recall(
      'native chart',
      [chart, size, fontSize],
      (told) => nativeParts(toNative(chart, theme, { size, fontSize }, told)),
      tell,
    );
    const extended = chart.native === 'chartex' ? extendedOf(item, theme, tell) : {};
    if (parts !== null) {
      shown.set(item, { kind: 'native', parts, ...extended });
      continue;
    }
    const sketch = memo.recallSame('sketched chart', [chart, theme, size.width, size.height, fontSize], () =>
      toSketch(chart, theme, { size, fontSize }),
    );
    if (sketch !== null) {
      shown.set(item, { kind: 'sketch', sketch, ...extended });
      continue;
    }
    if (!withPictures) {
      shown.set(item, { kind: 'picture', png: new Uint8Array(), ...extended });
      continue;
    }
    if (extended.extended === undefined)
      tell(chartAsPicture(chart.id, chart.kind, Object.keys(chart.options).length > 0, chart.span));
    const png = await memo.recallLater(
      'chart picture',
      [chart, size, fontSize, plugins],
      async (told) => {
        if (await fails(item, theme, context, told)) return encodePng(white, 1, 1);
        const { drawRaster } = await import('../../charts/raster.js');
        return drawRaster(
          chart,
          { size, theme, fonts: context.fonts, fontSize },
          rasterScale,
          namedPlugins(chart, plugins, told),
        );
      },
      tell,
    );
    shown.set(item, { kind: 'picture', png, ...extended });
  }
  return shown;
}

/** In the kinds of PowerPoint 2016: whoever asks for one that they cannot be is told why. */
function extendedOf(
  { chart, box: { width, height }, fontSize, name }: ChartItem,
  theme: Theme,
  tell: Tell,
): Pick<ShownChart, 'extended'> {
  const extended = toExtended(chart, theme, { size: { width, height }, fontSize });
  if (typeof extended !== 'string') return { extended: extendedParts(extended, theme.series, `${chart.id} ${name}`) };
  tell(noExtendedChart(chart.id, chart.kind, extended, chart.span));
  return {};
}

const white = new Uint8Array([255, 255, 255, 255]);

/**
 * Whether Chart.js cannot draw what the author wrote: it is told once for all outputs, as the vector drawing tells it.
 */
async function fails(
  { chart, box: { width, height }, fontSize }: ChartItem,
  theme: Theme,
  { fonts, plugins = [] }: WriteContext,
  tell: Tell,
): Promise<boolean> {
  if (chart.chartjs === undefined && Object.keys(chart.options).length === 0) return false;
  const [{ drawVector }, { loadPlugins }] = await Promise.all([
    import('../../charts/vector.js'),
    import('../../charts/chartjs/plugins/load-plugins.js'),
  ]);
  let hasFailed = false;
  const told: Tell = (diagnostic) => {
    if (diagnostic.code !== 'drawing-fails') return;
    hasFailed = true;
    tell(diagnostic);
  };
  drawVector(chart, { size: { width, height }, theme, fonts, fontSize }, told, await loadPlugins(plugins));
  return hasFailed;
}

function nativeParts(native: NativeChart | null): ChartParts | null {
  if (native === null) return null;
  const xml = chartPartXml(native);
  const marks = native.marks === undefined ? {} : { marks: native.marks };
  return { xml, workbook: chartWorkbook(native), data: chartData(native, xml), series: countSeries(native), ...marks };
}

const countSeries = ({ plots }: NativeChart): number =>
  plots.flatMap((plot) => (plot.kind === 'pie' || plot.kind === 'doughnut' ? [] : plot.series)).length;
