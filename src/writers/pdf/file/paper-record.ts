/** The record of a PDF's own pages, and how its metadata carry it: as text, which PDF/A allows in every part. */
import { deflateRawSync } from 'node:zlib';
import { markOf } from '../../../memo/content-mark.js';
import type { ChartItem, Page, PageItem, PageSet, SetParagraph } from '../../../model/page.js';
import type { PaperRecord, PaperText } from '../../../model/record/paper-record.js';
import type { ChartDrawings } from '../../drawn/chart-drawings.js';

type PageRecord = PaperRecord['pages'][number];

export const recordPage = (page: Page, drawings: ChartDrawings): PageRecord => ({
  label: page.label,
  texts: page.items.flatMap((item) => textsOf(item, drawings)).filter(({ text }) => /\S/.test(text)),
});

export function paperRecord({ meta }: PageSet, report: string, pages: readonly PageRecord[]): PaperRecord {
  const said = { format: 1 as const, report, language: meta.language, pages };
  return { ...said, build: markOf(said) };
}

export const packedRecord = (record: PaperRecord): string =>
  deflateRawSync(Buffer.from(JSON.stringify(record)), { level: 9 }).toString('base64');

function textsOf(item: PageItem, drawings: ChartDrawings): readonly PaperText[] {
  switch (item.kind) {
    case 'text':
      return item.paragraphs.map(setText);
    case 'table':
      return item.rows.flatMap((cells) => cells.flatMap(({ paragraphs }) => paragraphs.map(setText)));
    case 'chart':
      return chartTexts(item, drawings);
    case 'page':
      return recordPage(item.page, drawings).texts;
    case 'shape':
    case 'picture':
      return [];
  }
}

/** The text of the lines that stand here: a paragraph may go on over the page. Pieces of one figure are one. */
function setText({ bullet, lines, runs }: SetParagraph): PaperText {
  let text = bullet === null || lines.length === 0 ? '' : `${bullet.text} `;
  const figures: { figure: string; text: string; start: number }[] = [];
  for (const { run, text: piece } of lines.flatMap(({ fragments }) => fragments)) {
    const { figure } = runs[run]!;
    const last = figures.at(-1);
    if (figure !== null && last?.figure === figure && last.start + last.text.length === text.length) last.text += piece;
    else if (figure !== null) figures.push({ figure, text: piece, start: text.length });
    text += piece;
  }
  return { text, figures };
}

/** Each label as it is drawn; one that says what a point says is that point's figure. */
function chartTexts(item: ChartItem, drawings: ChartDrawings): readonly PaperText[] {
  const points = item.chart.series.flatMap((series) => series.points);
  return (drawings.get(item)?.operations ?? []).flatMap((operation): readonly PaperText[] => {
    if (operation.kind !== 'text') return [];
    const { text } = operation;
    const point = points.find(({ figure, label }) => figure !== null && label === text);
    return [{ text, figures: point?.figure ? [{ figure: point.figure, text, start: 0 }] : [] }];
  });
}
