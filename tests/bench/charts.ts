/**
 * What each chart of the gallery costs, in one process: native, as vectors, as raster, and Chart.js alone on the same
 * canvas.
 */
import { ChartJSNodeCanvas } from 'chartjs-node-canvas';
import { chartTypes } from '../../src/charts/chart-types.js';
import { toNative } from '../../src/charts/native.js';
import { pluginsAsked } from '../../src/charts/chartjs/plugins-asked.js';
import { drawRaster } from '../../src/charts/raster.js';
import { drawVector } from '../../src/charts/vector.js';
import { survey } from '../../src/compile.js';
import { diskFiles, fontFiles, templateRoots } from '../../src/index.js';
import type { ChartItem } from '../../src/model/page.js';
import type { Theme } from '../../src/model/theme.js';
import { loadFonts, type Fonts } from '../../src/text/fonts.js';
import { chartPartXml } from '../../src/writers/pptx/chart-part/chart-part-xml.js';
import { chartWorkbook } from '../../src/writers/pptx/chart-part/chart-workbook.js';
import { median } from './measure.js';

/** Milliseconds. */
export interface ChartTimes {
  readonly name: string;
  /** The first time in this process, and the median of those after it. Null where PowerPoint has no such chart. */
  readonly native: Times | null;
  readonly vector: Times;
  readonly raster: Times;
  readonly chartJsAlone: Times;
}
export interface Times {
  readonly first: number;
  readonly later: number;
}

/** As the deck's pictures have them: pixels to the point. */
const scale = 3;

export async function timeCharts(project: string, rounds: number): Promise<readonly ChartTimes[]> {
  const files = diskFiles(project);
  const fontBytes = fontFiles(files);
  const { documents } = await survey(
    { report: 'data/chart-gallery', only: ['deck.pptx'], strict: false },
    {
      files,
      fonts: fontBytes,
      roots: templateRoots(project),
      clock: () => performance.now(),
      log: () => undefined,
      tell: ({ message }) => {
        throw new Error(message);
      },
    },
  );
  const pages = documents.get('deck');
  if (pages === undefined) throw new Error('the gallery has no deck');
  const fonts = loadFonts(pages.theme, (path) => fontBytes.read(path));
  const found: ChartTimes[] = [];
  for (const item of pages.pages.flatMap(({ items }) => items)) {
    if (item.kind === 'chart' && pluginsAsked(item.chart).length === 0)
      found.push(await timeChart(item, pages.theme, fonts, rounds));
  }
  return found;
}

async function timeChart(item: ChartItem, theme: Theme, fonts: Fonts, rounds: number): Promise<ChartTimes> {
  const { chart, box, fontSize } = item;
  const whole = { width: Math.floor(box.width), height: Math.floor(box.height) };
  const canvas = new ChartJSNodeCanvas({ ...whole, backgroundColour: '#ffffff' });
  return {
    name: chart.id,
    native:
      toNative(chart, theme, { size: box, fontSize }) === null
        ? null
        : await timed(rounds, () => {
            const native = toNative(chart, theme, { size: box, fontSize })!;
            return [chartPartXml(native), chartWorkbook(native)];
          }),
    vector: await timed(rounds, () =>
      drawVector(chart, { size: box, theme, fonts, fontSize }, ({ message }) => {
        throw new Error(message);
      }),
    ),
    raster: await timed(rounds, () => drawRaster(chart, { size: box, theme, fonts, fontSize }, scale)),
    chartJsAlone: await timed(rounds, () => {
      const config = chartTypes[chart.kind].toChartJs(chart, { theme, size: whole, fontSize });
      return canvas.renderToBufferSync({ ...config, options: { ...config.options, devicePixelRatio: scale } } as never);
    }),
  };
}

async function timed(rounds: number, run: () => unknown): Promise<Times> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return { first: times[0]!, later: median(times.slice(1)) };
}
