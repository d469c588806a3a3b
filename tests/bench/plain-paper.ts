/**
 * The rival: a plain script that sets the same text with pdfkit's own wrapping, and draws the charts as PNG with
 * chartjs-node-canvas.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { GlobalFonts } from 'canvas';
import { ChartJSNodeCanvas } from 'chartjs-node-canvas';
import type { ChartConfiguration } from 'chart.js';
import PDFDocument from 'pdfkit';
import type { ChartShape, PageShape, Shape } from './shape.js';

const [shapeFile, target] = process.argv.slice(2);
const shape = JSON.parse(readFileSync(shapeFile!, 'utf8')) as Shape;
const font = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
);
const charts = shape.pages.some((page) => page.charts.length > 0)
  ? new ChartJSNodeCanvas({ width: 960, height: 540, backgroundColour: 'white' })
  : null;
if (charts !== null) GlobalFonts.registerFromPath(font, 'Noto Sans SC');

const paper = new PDFDocument({ size: 'A4', margin: 60, font });
const parts: Buffer[] = [];
paper.on('data', (part: Buffer) => parts.push(part));
const ended = new Promise((resolve) => paper.on('end', resolve));
shape.pages.forEach(drawPage);
paper.end();
await ended;
writeFileSync(target!, Buffer.concat(parts));

function drawPage({ paragraphs, tables, charts: onPage, pictures }: PageShape, index: number): void {
  if (index > 0) paper.addPage();
  paper.fontSize(9);
  for (const text of paragraphs) paper.text(text, { align: 'justify' });
  for (const rows of tables) for (const row of rows) paper.text(row.join('  '));
  for (const chart of onPage) paper.image(drawChart(chart), 60, 400, { width: 220 });
  for (const picture of pictures) paper.image(picture, 60, 560, { width: 220 });
}

function drawChart({ kind, labels, series }: ChartShape): Buffer {
  const known: Readonly<Record<string, 'line' | 'pie' | 'doughnut' | 'radar' | 'polarArea'>> = {
    line: 'line',
    area: 'line',
    pie: 'pie',
    doughnut: 'doughnut',
    gauge: 'doughnut',
    radar: 'radar',
    'polar-area': 'polarArea',
  };
  const configuration: ChartConfiguration = {
    type: known[kind] ?? 'bar',
    data: { labels: [...labels], datasets: series.map(({ name, values }) => ({ label: name, data: [...values] })) },
    options: { animation: false, font: { family: 'Noto Sans SC' } },
  };
  return charts!.renderToBufferSync(configuration);
}
