/** A chart as a PNG, as a plain script makes it with chartjs-node-canvas. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ChartConfiguration } from 'chart.js';
import type { ChartJSNodeCanvas } from 'chartjs-node-canvas';
import type { ChartShape } from './shape.js';

export const plainFont = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
);

const kinds: Readonly<Record<string, 'line' | 'pie' | 'doughnut' | 'radar' | 'polarArea'>> = {
  line: 'line',
  area: 'line',
  pie: 'pie',
  doughnut: 'doughnut',
  gauge: 'doughnut',
  radar: 'radar',
  'polar-area': 'polarArea',
};

/** In the folder of ready pictures: that of a page's chart, both from 0. */
export const pictureName = (page: number, chart: number): string => `chart-${page}-${chart}.png`;

export type ChartPictures = (chart: ChartShape, page: number, index: number) => Buffer;

/** @param ready a folder of ready pictures; left out, each is drawn, by one canvas for all. */
export async function chartPictures(ready: string | undefined): Promise<ChartPictures> {
  if (ready !== undefined && existsSync(ready))
    return (_chart, page, index) => readFileSync(join(ready, pictureName(page, index)));
  const { GlobalFonts } = await import('canvas');
  const { ChartJSNodeCanvas: Canvas } = await import('chartjs-node-canvas');
  GlobalFonts.registerFromPath(plainFont, 'Noto Sans SC');
  const canvas = new Canvas({ width: 960, height: 540, backgroundColour: 'white' });
  return (chart) => draw(canvas, chart);
}

function draw(canvas: ChartJSNodeCanvas, { kind, labels, series }: ChartShape): Buffer {
  const configuration: ChartConfiguration = {
    type: kinds[kind] ?? 'bar',
    data: { labels: [...labels], datasets: series.map(({ name, values }) => ({ label: name, data: [...values] })) },
    options: { animation: false, font: { family: 'Noto Sans SC' } },
  };
  return canvas.renderToBufferSync(configuration);
}
