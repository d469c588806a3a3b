/** How much a document holds: what a plain script has to draw to be a fair comparison. */
import type { Page, PageItem, PageSet } from '../../src/model/page.js';

export interface Shape {
  readonly pages: readonly PageShape[];
}
export interface PageShape {
  /** The page's text, a string a paragraph. */
  readonly paragraphs: readonly string[];
  readonly notes: string;
  /** Rows of cells of each table. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly charts: readonly ChartShape[];
  /** Files, as the report names them. */
  readonly pictures: readonly string[];
}
export interface ChartShape {
  readonly kind: string;
  readonly title: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

export const shapeOf = ({ pages }: PageSet): Shape => ({ pages: pages.map(pageShape) });

const pageShape = ({ items, notes }: Page): PageShape => ({
  paragraphs: items.flatMap((item) => (item.kind === 'text' ? item.paragraphs.map(textOf) : [])),
  notes: notes.join('\n'),
  tables: items.flatMap((item) =>
    item.kind === 'table' ? [item.rows.map((row) => row.map(({ paragraphs }) => paragraphs.map(textOf).join('')))] : [],
  ),
  charts: items.flatMap((item) => (item.kind === 'chart' ? [chartShape(item.chart)] : [])),
  pictures: items.flatMap((item) => (item.kind === 'picture' ? [item.picture.file] : [])),
});

const textOf = ({ runs }: { readonly runs: readonly { readonly text: string }[] }): string =>
  runs.map(({ text }) => text).join('');

const chartShape = (chart: Extract<PageItem, { kind: 'chart' }>['chart']): ChartShape => ({
  kind: chart.kind,
  title: chart.title,
  labels: chart.categories,
  series: chart.series.map(({ name, points }) => ({ name, values: points.map(({ value }) => value ?? 0) })),
});
