/** What the page tells of a thing that was pointed at: a figure, a text, a chart; and what a search finds. */
import { previewNames } from '../locale/preview-words.js';
import type { FigureRecord } from '../model/build-record.js';
import type { ChartItem, PageItem } from '../model/page.js';
import { placeOf } from './describe-state.js';
import { editableCells } from './edit-cell.js';
import type { PreviewSession } from './preview-session.js';
import type { ChartState, FigureState, NotesState, SearchHit, TextState } from './protocol.js';
import { findText, textPlaces } from './text-places.js';

/** Null where there is no such figure. `readFile` gives the text of a file of the report. */
export async function describeFigure(
  session: PreviewSession,
  id: string,
  readFile: (file: string) => string | null,
): Promise<FigureState | null> {
  const figure = session.sound?.record.figures.find((candidate) => candidate.id === id);
  if (figure === undefined) return null;
  const { language } = session.sound!.data.meta;
  const { columns } = previewNames(language);
  const earlier = (await session.earlierPrints(figure)).map(([{ label }, printed]) => ({
    when: label(language),
    printed,
  }));
  return {
    id,
    label: figure.label,
    printed: [figure.printed.full, figure.printed.change, figure.printed.rank].filter(Boolean).join(' · '),
    facts: factsOf(figure, language),
    inputs: [
      ...new Map(figure.derivations?.flatMap(({ inputs }) => inputs).map((input) => [input.id, input])).values(),
    ],
    source: figure.source,
    read: placeOf(figure.cells['value'] ?? figure.cells['change'] ?? figure.cells['rank'] ?? figure.read),
    editable: editableCells(figure, readFile).map((cell) => ({ ...cell, label: columns[cell.field] ?? cell.field })),
    places: figure.places.map(({ document, page, printed, context }) => ({ view: document, page, printed, context })),
    history: [...earlier, ...(session.history.get(id) ?? [])],
  };
}

/** What is known of it beyond how it is printed; names that have no words of their own stand as in the file. */
function factsOf(figure: FigureRecord, language: string): readonly (readonly [string, string])[] {
  const { columns } = previewNames(language);
  const facts: (readonly [string, string])[] = [['id', figure.id]];
  const add = (column: string, text: string | number | null | undefined): void => {
    if (text !== null && text !== undefined && text !== '') facts.push([columns[column] ?? column, String(text)]);
  };
  add('value', figure.value);
  add('unit', figure.unit);
  add('qualifier', figure.qualifier);
  add('period', figure.period);
  if (figure.change !== null)
    add('change', [figure.change.basis, `${figure.change.value}${figure.change.unit}`].filter(Boolean).join(' '));
  if (figure.rank !== null) add('rank', `${figure.rank.scope} ${figure.rank.place}`.trim());
  add('award', figure.award);
  for (const { part, formula } of figure.derivations ?? []) {
    const name = columns['formula'] ?? 'formula';
    facts.push([part === 'value' ? name : `${name} (${columns[part] ?? part})`, formula]);
  }
  return facts;
}

/** The paragraph of this number on a page. */
export async function describeText(
  session: PreviewSession,
  view: string,
  page: number,
  paragraph: number,
): Promise<TextState | null> {
  const text = (await session.draw(view))?.[page - 1]?.texts[paragraph];
  if (text === undefined) return null;
  const found = findText(textPlaces([...(session.sound?.bound.values() ?? [])]), text);
  return { text, places: found.slice(0, mostPlaces).map(placeOf) };
}

/** A word of a template may stand in many places; more than these nobody looks at. */
const mostPlaces = 5;

export async function describeChart(
  session: PreviewSession,
  view: string,
  page: number,
  id: string,
): Promise<ChartState | null> {
  const items = (await session.pagesOf(view))?.pages[page - 1]?.items ?? [];
  const item = chartsOf(items).find(({ chart }) => chart.id === id);
  if (item === undefined) return null;
  const { chart } = item;
  return {
    id,
    title: chart.title,
    alt: chart.alt,
    place: placeOf(chart.span),
    points: chart.series.flatMap((series) =>
      series.points.map((point, index) => ({
        series: series.name,
        category: chart.categories[index] ?? '',
        label: point.label,
        figure: point.figure,
        place: placeOf(point.span),
      })),
    ),
  };
}

const chartsOf = (items: readonly PageItem[]): readonly ChartItem[] =>
  items.flatMap((item) => (item.kind === 'chart' ? [item] : item.kind === 'page' ? chartsOf(item.page.items) : []));

export async function describeNotes(session: PreviewSession, view: string, page: number): Promise<NotesState | null> {
  const found = (await session.pagesOf(view))?.pages[page - 1];
  return found === undefined ? null : { title: found.title ?? '', notes: found.notes };
}

const mostHits = 200;
const around = 24;

/** Without regard to letter case, and to spaces that only set text apart. */
export async function searchPages(session: PreviewSession, words: string): Promise<readonly SearchHit[]> {
  const wanted = words.trim().toLowerCase();
  const hits: SearchHit[] = [];
  if (wanted === '') return hits;
  for (const view of session.views().filter((name) => name !== 'handout')) {
    for (const [index, { texts }] of ((await session.draw(view)) ?? []).entries())
      for (const text of texts) {
        const at = text.toLowerCase().indexOf(wanted);
        if (at < 0) continue;
        if (hits.length === mostHits) return hits;
        const from = Math.max(0, at - around);
        hits.push({ view, page: index + 1, excerpt: text.slice(from, at + wanted.length + around) });
      }
  }
  return hits;
}
