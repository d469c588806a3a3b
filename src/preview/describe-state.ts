/** The state of a preview as its page shows it: views, pages, findings beside the pages that they concern. */
import { previewNames, previewWords } from '../locale/preview-words.js';
import type { Page, PageSet } from '../model/page.js';
import type { Span } from '../model/span.js';
import type { DrawnPage, PreviewSession } from './preview-session.js';
import type { FindingState, PagesEvent, PageState, PreviewState, SourcePlace, ViewState } from './protocol.js';
import { findText, textPlaces } from './text-places.js';

export async function describeState(
  session: PreviewSession,
  told: Pick<PreviewState, 'canUndo' | 'canOpenEditor' | 'rows' | 'row'>,
): Promise<PreviewState> {
  const { sound } = session;
  const language = sound?.data.meta.language ?? 'en';
  const names = previewNames(language);
  const concerns = concernsOf(session);
  const views: ViewState[] = [];
  for (const id of session.views()) {
    const drawn = session.isWatched(id) ? await session.draw(id) : null;
    const pages = drawn === null ? null : await session.pagesOf(id);
    views.push({
      id,
      label: names.views[id] ?? sound?.pages.get(id)?.called ?? id,
      pages: pages === null || drawn === null ? null : pageStates(id, pages, drawn, session, concerns),
    });
  }
  return {
    version: session.version,
    title: sound?.data.title ?? session.report,
    language,
    words: previewWords(language),
    views,
    fonts: fontsOf(session),
    diagnostics: session.diagnostics.map(
      ({ severity, code, message, hint, span }): FindingState => ({
        severity,
        code,
        message,
        hint,
        place: span === null ? null : placeOf(span),
      }),
    ),
    failed: session.failed,
    wasSound: sound !== null,
    baseline: session.baseline?.id ?? null,
    baselines: session.baselines.map(({ id, label }) => ({ id, label: label(language) })),
    ...told,
  };
}

/** Pages that were drawn before the rest of a build: what is found on them and what changed is as it was. */
export async function describeEarly(
  session: PreviewSession,
  id: string,
  last: PreviewState | null,
): Promise<PagesEvent['pages']> {
  const [pages, drawn] = [await session.pagesOf(id), await session.draw(id)];
  const before = last?.views.find((view) => view.id === id)?.pages ?? [];
  return (pages?.pages ?? []).map((page, index) => ({
    changed: before[index]?.changed ?? false,
    findings: before[index]?.findings ?? [],
    ...pageState(page, index, drawn![index]!),
  }));
}

const pageState = (
  { size, title, chapter }: Page,
  index: number,
  { mark }: DrawnPage,
): Omit<PageState, 'changed' | 'findings'> => ({
  number: index + 1,
  title: title ?? chapter ?? '',
  width: size.width,
  height: size.height,
  mark,
});

export const fontsOf = ({ web }: PreviewSession): PreviewState['fonts'] =>
  web.all().map(({ family, mark }) => ({ family, mark }));

export const placeOf = ({ file, line, column, cell }: Span): SourcePlace => ({
  file,
  line,
  column,
  ...(cell !== undefined && { cell }),
});

/** Lines that have findings: `file:line` → indices of the findings. */
type Concerns = ReadonlyMap<string, readonly number[]>;

function concernsOf({ diagnostics }: PreviewSession): Concerns {
  const concerns = new Map<string, number[]>();
  diagnostics.forEach(({ span }, index) => {
    if (span === null) return;
    const key = lineOf(span);
    const known = concerns.get(key);
    if (known === undefined) concerns.set(key, [index]);
    else known.push(index);
  });
  return concerns;
}

const lineOf = ({ file, line }: Pick<Span, 'file' | 'line'>): string => `${file}:${line}`;

function pageStates(
  view: string,
  { pages }: PageSet,
  drawn: readonly DrawnPage[],
  session: PreviewSession,
  concerns: Concerns,
): readonly PageState[] {
  const touched = new Set(session.changedPages.filter(({ document }) => document === view).map(({ page }) => page));
  const places = concerns.size === 0 ? null : textPlaces([...(session.sound?.bound.values() ?? [])]);
  const figures = new Map(session.sound?.record.figures.map(({ id, read }) => [id, read]));
  return pages.map((page, index) => {
    const { span } = page;
    const lines = new Set<string>();
    if (span !== null) lines.add(lineOf(span));
    if (places !== null) {
      for (const text of drawn[index]!.texts) for (const found of findText(places, text)) lines.add(lineOf(found));
      for (const [, id] of drawn[index]!.markup.matchAll(/data-figure="([^"]*)"/g)) {
        const read = figures.get(id!);
        if (read !== undefined) lines.add(lineOf(read));
      }
    }
    return {
      ...pageState(page, index, drawn[index]!),
      changed: touched.has(index + 1),
      findings: [...new Set([...lines].flatMap((line) => concerns.get(line) ?? []))].sort((a, b) => a - b),
    };
  });
}
