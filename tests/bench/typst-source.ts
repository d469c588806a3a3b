/** What a document holds as a Typst file: a page for each of its pages, no more than a plain script draws. */
import { resolve } from 'node:path';
import { pictureName } from './chart-picture.js';
import type { PageShape, Shape } from './shape.js';

/** @param ready the folder of the charts' pictures, absolute. */
export const typstSource = ({ pages }: Shape, title: string, ready: string): string =>
  [
    `#set document(title: ${string(title)})`,
    '#set page(paper: "a4", margin: 60pt)',
    '#set text(font: "Noto Sans SC", size: 9pt, lang: "zh")',
    '#set par(justify: true, leading: 0.5em, spacing: 0.6em)',
    '#set table(inset: 2pt)',
    pages.map((page, number) => pageSource(page, number, ready)).join('#pagebreak()\n'),
  ].join('\n');

function pageSource({ paragraphs, tables, charts, pictures }: PageShape, number: number, ready: string): string {
  return [
    ...paragraphs.map((text) => `#par[#${string(text)}]`),
    ...tables.map(
      (rows) =>
        `#table(columns: ${Math.max(...rows.map((row) => row.length))}, ${rows
          .flatMap((row) => row.map((cell) => `[#${string(cell)}]`))
          .join(', ')})`,
    ),
    ...charts.map(({ title }, index) => placed(`${ready}/${pictureName(number, index)}`, title, 400)),
    ...pictures.map((path) => placed(resolve(path), 'picture', 560)),
    '',
  ].join('\n\n');
}

/** Where the plain script puts it: over the page's text, so that none goes on on a further page. */
const placed = (path: string, alt: string, y: number): string =>
  `#place(top + left, dy: ${y - 60}pt, image(${string(path)}, width: 220pt, alt: ${string(alt)}))`;

const string = (text: string): string => JSON.stringify(text).replace(/\\u([0-9a-f]{4})/g, '\\u{$1}');
