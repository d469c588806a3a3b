/** One document's pages to its record: texts, pictures, and each figure with the place where it stands. */
import { createHash } from 'node:crypto';
import { colon } from '../locale/language.js';
import type { Memo } from '../memo/memo.js';
import type { DocumentRecord, PictureRecord, Place, TextRecord } from '../model/build-record.js';
import type { DocumentMedium } from '../model/document-spec.js';
import type { BesideMark } from '../model/chart.js';
import type { Figure } from '../model/figure.js';
import type { ChartItem, Page, PageSet, SetParagraph, TableItem } from '../model/page.js';
import { readRuns, readSet } from './read-runs.js';

export interface StandingFigure {
  readonly id: string;
  readonly place: Place;
}

export interface RecordedDocument {
  readonly document: DocumentRecord;
  readonly figures: readonly StandingFigure[];
}

export function recordDocument(name: string, set: PageSet, memo: Memo): RecordedDocument {
  const medium = set.kind === 'deck' ? 'slides' : 'paper';
  const pages = set.pages.map((page, index) =>
    memo.recallSame('recorded page', [page, index, name, medium], () => recordPage(page, index + 1, name, medium)),
  );
  return {
    document: {
      kind: name,
      medium,
      ...(set.called !== undefined && { called: set.called }),
      pages: set.pages.map(({ title, chapter }) => title ?? chapter ?? ''),
      texts: joinTexts(pages.flatMap(({ texts }) => texts)),
      pictures: pages.flatMap(({ pictures }) => pictures),
    },
    figures: pages.flatMap(({ figures }) => figures),
  };
}

/**
 * A text with the node of the structure tree that it belongs to: parts of a paragraph that runs over a page share it.
 */
interface TaggedText extends TextRecord {
  readonly tag: number | null;
}

interface RecordedPage {
  readonly texts: TaggedText[];
  readonly pictures: PictureRecord[];
  readonly figures: StandingFigure[];
}

function recordPage(page: Page, number: number, document: string, medium: DocumentMedium): RecordedPage {
  const recorded: RecordedPage = { texts: [], pictures: [], figures: [] };
  const spot = { document, page: number };
  let onPage = 0;
  for (const item of page.items) {
    switch (item.kind) {
      case 'text':
        item.paragraphs.forEach((paragraph, index) => {
          if (paragraph.tag === 'artifact') return;
          onPage += 1;
          const { text, wording, figures } = readSet(paragraph);
          const at = {
            ...spot,
            at: 'text',
            shape: item.name,
            paragraph: medium === 'slides' ? index + 1 : onPage,
            context: text,
            ...(paragraph.note && { footnote: paragraph.note.text }),
          } as const;
          keepText(recorded, number, paragraph, { text, wording });
          for (const { id, text: printed } of figures) recorded.figures.push({ id, place: { ...at, printed } });
        });
        break;
      case 'table':
        recordTable(item, spot, recorded);
        break;
      case 'chart':
        recorded.figures.push(...chartFigures(item, spot));
        break;
      case 'picture':
        recorded.pictures.push({
          page: number,
          id: item.picture.id,
          sha256: createHash('sha256').update(item.picture.bytes).digest('hex'),
        });
        break;
      // Pages on pages are made of these after they are recorded.
      case 'shape':
      case 'page':
        break;
    }
  }
  page.notes.forEach((text, index) => {
    const figures = page.noteFigures?.[index] ?? [];
    recorded.texts.push({ page: number, text, wording: wordingOf(text, figures), tag: null });
    recorded.figures.push(
      ...figures.map(({ id, text: printed }) => ({
        id,
        place: { ...spot, at: 'notes', paragraph: index + 1, printed, context: text } as const,
      })),
    );
  });
  return recorded;
}

/** Numbers of pages alone are no text. */
function keepText(
  recorded: RecordedPage,
  page: number,
  paragraph: SetParagraph,
  { text, wording }: { text: string; wording: string },
): void {
  if (!/^\d*$/.test(text) && wording !== '')
    recorded.texts.push({ page, text, wording, tag: typeof paragraph.tag === 'number' ? paragraph.tag : null });
}

interface Spot {
  readonly document: string;
  readonly page: number;
}

/** Each cell's figures, with the row's first cell as their context, and its text where it has words. */
function recordTable({ name: shape, rows }: TableItem, { document, page }: Spot, recorded: RecordedPage): void {
  rows.forEach((cells, row) => {
    const readings = cells.map(({ paragraphs }) => paragraphs.map(({ runs }) => readRuns(runs)));
    const context = readings[0]?.map(({ text }) => text).join(' ') ?? '';
    let column = 1;
    readings.forEach((paragraphs, index) => {
      for (const { text, wording, figures } of paragraphs) {
        for (const { id, text: printed } of figures) {
          recorded.figures.push({
            id,
            place: { document, page, at: 'cell', shape, row: row + 1, column, context, printed },
          });
        }
        if (/\p{L}/u.test(wording.replaceAll(/\{[^}]*\}/g, '')))
          recorded.texts.push({ page, text, wording, tag: null });
      }
      column += cells[index]!.across;
    });
  });
}

/** A number of a mark upon a chart: what is printed, and at which point. */
export interface MarkFigure {
  readonly figure: Figure;
  readonly printed: string;
  /** Indices; 0 where it is of all. */
  readonly series: number;
  readonly point: number;
}

export const markFigures = ({ chart }: ChartItem): readonly MarkFigure[] =>
  (chart.marks ?? []).flatMap((mark): MarkFigure[] => {
    if (mark.kind === 'beside') return besideFigures(mark, chart.categories.length - 1);
    if (!('figure' in mark) || mark.figure === null) return [];
    const arrow = mark.kind === 'line' ? null : mark;
    return [{ figure: mark.figure, printed: mark.label, series: arrow?.series ?? 0, point: arrow?.to ?? 0 }];
  });

const besideFigures = ({ rows, sum }: BesideMark, point: number): MarkFigure[] =>
  [...rows, ...(sum === null ? [] : [sum])].flatMap(({ cells }, row) =>
    cells.flatMap(({ figure, label }) =>
      figure === null ? [] : [{ figure, printed: label, series: row < rows.length ? row : 0, point }],
    ),
  );

function chartFigures(item: ChartItem, spot: Spot): StandingFigure[] {
  const { chart, name } = item;
  const ofMarks = markFigures(item).map(
    ({ figure, printed, series, point }): StandingFigure => ({
      id: figure.id,
      place: {
        ...spot,
        at: 'point',
        shape: name,
        chart: chart.id,
        series: series + 1,
        point: point + 1,
        printed,
        context: figure.label,
      },
    }),
  );
  return [...pointFigures(item, spot), ...ofMarks];
}

function pointFigures({ chart, name }: ChartItem, spot: Spot): StandingFigure[] {
  return chart.series.flatMap(({ points }, series) =>
    points.flatMap((point, index): StandingFigure[] =>
      point.figure === null
        ? []
        : [
            {
              id: point.figure,
              place: {
                ...spot,
                at: 'point',
                shape: name,
                chart: chart.id,
                series: series + 1,
                point: index + 1,
                printed: point.label,
                context: `${chart.title}${colon(chart.language)}${chart.categories[index] ?? ''}`,
              },
            },
          ],
    ),
  );
}

function wordingOf(text: string, figures: readonly { readonly id: string; readonly text: string }[]): string {
  let wording = '';
  let rest = text;
  for (const { id, text: printed } of figures) {
    const at = rest.indexOf(printed);
    if (at < 0) continue;
    wording += `${rest.slice(0, at)}{${id}}`;
    rest = rest.slice(at + printed.length);
  }
  return wording + rest;
}

/** A paragraph that runs on over pages is one text, of the page where it begins. */
function joinTexts(texts: readonly TaggedText[]): TextRecord[] {
  const joined: TaggedText[] = [];
  const open = new Map<number, number>();
  for (const text of texts) {
    const index = text.tag === null ? undefined : open.get(text.tag);
    const before = index === undefined ? undefined : joined[index];
    if (before !== undefined && before.page < text.page) {
      joined[index!] = { ...before, text: before.text + text.text, wording: before.wording + text.wording };
    } else {
      if (text.tag !== null) open.set(text.tag, joined.length);
      joined.push(text);
    }
  }
  return joined.map(({ page, text, wording }) => ({ page, text, wording }));
}
