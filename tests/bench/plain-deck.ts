/**
 * A rival: a plain script that puts the same texts, tables, pictures and charts on as many slides with pptxgenjs alone.
 *
 *     plain-deck.js SHAPE.json TARGET.pptx [native | drawn | FOLDER]
 *
 * Charts are pptxgenjs' own, or PNGs: drawn here, or ready in a folder.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import pptxgen from 'pptxgenjs';
import { chartPictures, type ChartPictures } from './chart-picture.js';
import type { ChartShape, PageShape, Shape } from './shape.js';

const [shapeFile, target, charts = 'native'] = process.argv.slice(2);
const shape = JSON.parse(readFileSync(shapeFile!, 'utf8')) as Shape;
// Under Node's own ESM the default export of the package is its class; its types say otherwise.
const Deck = pptxgen as unknown as { new (): InstanceType<typeof pptxgen.default> };
const deck = new Deck();
deck.layout = 'LAYOUT_WIDE';
const pictures = charts === 'native' ? null : await chartPictures(charts === 'drawn' ? undefined : charts);
shape.pages.forEach((page, index) => drawSlide(page, index, pictures));
writeFileSync(target!, (await deck.write({ outputType: 'nodebuffer', compression: true })) as Uint8Array);

function drawSlide(page: PageShape, number: number, pictureOf: ChartPictures | null): void {
  const slide = deck.addSlide();
  page.paragraphs.forEach((text, index) =>
    slide.addText(text, { x: 0.5, y: 0.3 + (index % 12) * 0.5, w: 6, h: 0.5, fontSize: 14, fontFace: 'Noto Sans SC' }),
  );
  page.charts.forEach((chart, index) => {
    if (pictureOf === null) return drawChart(slide, chart, index);
    const data = `image/png;base64,${pictureOf(chart, number, index).toString('base64')}`;
    slide.addImage({ data, x: 6.5, y: 1 + index, w: 6, h: 3.4 });
  });
  page.tables.forEach((rows) =>
    slide.addTable(
      rows.map((row) => row.map((text) => ({ text }))),
      { x: 0.5, y: 1, w: 12, fontSize: 11 },
    ),
  );
  page.pictures.forEach((path) => slide.addImage({ path, x: 7, y: 1, w: 5, h: 4 }));
  if (page.notes !== '') slide.addNotes(page.notes);
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
