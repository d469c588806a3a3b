/**
 * A rival: a plain script that sets the same text with pdfkit's own wrapping on as many pages, with charts as PNG.
 *
 *     plain-paper.js SHAPE.json TARGET.pdf [drawn | FOLDER]
 *
 * They are drawn here with chartjs-node-canvas, or ready in a folder.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import { chartPictures, plainFont, type ChartPictures } from './chart-picture.js';
import type { PageShape, Shape } from './shape.js';

const [shapeFile, target, charts = 'drawn'] = process.argv.slice(2);
const shape = JSON.parse(readFileSync(shapeFile!, 'utf8')) as Shape;
const pictures = shape.pages.some((page) => page.charts.length > 0)
  ? await chartPictures(charts === 'drawn' ? undefined : charts)
  : null;

const paper = new PDFDocument({ size: 'A4', margin: 60, font: plainFont });
const parts: Buffer[] = [];
paper.on('data', (part: Buffer) => parts.push(part));
const ended = new Promise((resolve) => paper.on('end', resolve));
shape.pages.forEach((page, index) => drawPage(page, index, pictures));
paper.end();
await ended;
writeFileSync(target!, Buffer.concat(parts));

function drawPage(page: PageShape, number: number, pictureOf: ChartPictures | null): void {
  if (number > 0) paper.addPage();
  paper.fontSize(9);
  for (const text of page.paragraphs) paper.text(text, { align: 'justify' });
  for (const rows of page.tables) for (const row of rows) paper.text(row.join('  '));
  page.charts.forEach((chart, index) => paper.image(pictureOf!(chart, number, index), 60, 400, { width: 220 }));
  for (const picture of page.pictures) paper.image(picture, 60, 560, { width: 220 });
}
