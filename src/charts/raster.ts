/**
 * A chart as a PNG, drawn by chartjs-node-canvas, for a deck that cannot show it natively. Loads a canvas (about 0.2
 * s): import it when first needed.
 */
import type { Plugin } from 'chart.js';
import type { ChartJSNodeCanvas } from 'chartjs-node-canvas';
import type { Chart, ChartPlugin } from '../model/chart.js';
import { encodePng } from '../raster/encode-png.js';
import { loadCanvas, type CanvasModule } from '../raster/load-canvas.js';
import type { Face } from '../text/fonts.js';
import type { DrawnPlace } from './measure/chart-type.js';
import { chartTypes } from './chart-types.js';
import { paperColor, colorHex } from './measure/chart-palette.js';
import { setDates } from './chartjs/date-adapter.js';
import { setThemeDefaults, themeDefaultsKey } from './chartjs/theme-defaults.js';
import { packageOf } from './chartjs/plugins-asked.js';

/** One for each size: each new one keeps memory, and a size comes again and again. */
const canvases = new Map<string, ChartJSNodeCanvas>();
const mostCanvases = 8;
const registered = new Set<string>();

/**
 * `scale` is pixels to the point. The picture is RGB on the page's colour: a PDF writer is slow with alpha, and
 * PowerPoint needs none.
 */
export async function drawRaster(
  chart: Chart,
  { size, theme, fonts, fontSize }: DrawnPlace,
  scale: number,
  plugins: readonly ChartPlugin[] = [],
): Promise<Uint8Array> {
  const { GlobalFonts } = loadCanvas();
  const { ChartJSNodeCanvas: NodeCanvas } = await import('chartjs-node-canvas');
  for (const face of [fonts.face('body', false), fonts.face('body', true)]) registerFace(face, GlobalFonts);
  const whole = { width: Math.floor(size.width), height: Math.floor(size.height) };
  // A canvas has its plugins for every chart on it, and brings a Chart.js of its own, for which it loads them and which
  // has one theme's defaults.
  const key = [
    `${whole.width}×${whole.height}`,
    colorHex(theme, paperColor),
    themeDefaultsKey({ theme, fontSize }),
    ...plugins,
  ].join(' ');
  const canvas =
    canvases.get(key) ??
    new NodeCanvas({
      ...whole,
      backgroundColour: colorHex(theme, paperColor),
      plugins: { modern: plugins.map(packageOf) },
      chartCallback: (ChartJs) => {
        setDates(ChartJs as never);
        setThemeDefaults(ChartJs.defaults as never, { theme, fontSize });
      },
    });
  canvases.delete(key);
  canvases.set(key, canvas);
  if (canvases.size > mostCanvases) canvases.delete(canvases.keys().next().value!);
  const config = chartTypes[chart.kind].toChartJs(chart, { theme, size: whole, fontSize });
  const taken: Picture[] = [];
  canvas.renderToBufferSync({
    ...config,
    options: { ...config.options, devicePixelRatio: scale },
    plugins: [...(config.plugins ?? []), takePixels(taken)],
  } as never);
  const [picture] = taken;
  if (picture === undefined) throw new Error(`the chart "${chart.id}" was not drawn`);
  return encodePng(picture.pixels, picture.width, picture.height);
}

interface Picture {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Takes the drawn pixels, and leaves one for the canvas's own encoder: it writes alpha, and takes longer than the
 * drawing.
 */
function takePixels(taken: Picture[]): Plugin {
  return {
    id: 'takePixels',
    afterRender({ canvas, ctx }) {
      const { width, height } = canvas;
      const { data } = ctx.getImageData(0, 0, width, height);
      taken.push({ pixels: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), width, height });
      canvas.width = canvas.height = 1;
    },
  };
}

/**
 * Each file of a face under the family name that stands at its place in `chartFontFamily`; both weights share a name.
 */
function registerFace(face: Face, fonts: CanvasModule['GlobalFonts']): void {
  face.files.forEach((file, index) => {
    const key = `${index}:${file.path}`;
    if (registered.has(key)) return;
    registered.add(key);
    fonts.register(Buffer.from(file.bytes), `briefkit-${index}`);
  });
}
