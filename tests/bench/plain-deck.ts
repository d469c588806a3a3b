/** The rival: a plain script that draws the same slides, texts, charts, tables and pictures with pptxgenjs alone. */
import { readFileSync, writeFileSync } from 'node:fs';
import pptxgen from 'pptxgenjs';
import type { ChartShape, PageShape, Shape } from './shape.js';

const [shapeFile, target] = process.argv.slice(2);
const shape = JSON.parse(readFileSync(shapeFile!, 'utf8')) as Shape;
// Under Node's own ESM the default export of the package is its class; its types say otherwise.
const Deck = pptxgen as unknown as { new (): InstanceType<typeof pptxgen.default> };
const deck = new Deck();
deck.layout = 'LAYOUT_WIDE';
for (const page of shape.pages) drawSlide(page);
writeFileSync(target!, (await deck.write({ outputType: 'nodebuffer', compression: true })) as Uint8Array);

function drawSlide({ paragraphs, charts, tables, pictures, notes }: PageShape): void {
  const slide = deck.addSlide();
  paragraphs.forEach((text, index) =>
    slide.addText(text, { x: 0.5, y: 0.3 + (index % 12) * 0.5, w: 6, h: 0.5, fontSize: 14, fontFace: 'Noto Sans SC' }),
  );
  charts.forEach((chart, index) => drawChart(slide, chart, index));
  tables.forEach((rows) =>
    slide.addTable(
      rows.map((row) => row.map((text) => ({ text }))),
      { x: 0.5, y: 1, w: 12, fontSize: 11 },
    ),
  );
  pictures.forEach((path) => slide.addImage({ path, x: 7, y: 1, w: 5, h: 4 }));
  if (notes !== '') slide.addNotes(notes);
}

function drawChart(slide: ReturnType<typeof deck.addSlide>, { kind, labels, series }: ChartShape, index: number): void {
  const known: Readonly<Record<string, 'bar' | 'line' | 'area' | 'pie' | 'doughnut' | 'radar'>> = {
    line: 'line',
    area: 'area',
    pie: 'pie',
    doughnut: 'doughnut',
    gauge: 'doughnut',
    radar: 'radar',
  };
  slide.addChart(
    known[kind] ?? 'bar',
    series.map(({ name, values }) => ({ name, labels: [...labels], values: [...values] })),
    {
      x: 6.5,
      y: 1 + index,
      w: 6,
      h: 5,
      showValue: true,
      chartColors: labels.map(() => '1F5FA8'),
    },
  );
}
