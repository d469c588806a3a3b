/** Draws a table as each kind of chart: those that suit its data, and why the others do not. */
import { compile, surveyToDraw, type DrawableSurvey, type Effects, type Output } from '../compile.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { stackedKindName } from '../locale/chart-kind-names.js';
import type { ChartItem, PageSet } from '../model/page.js';
import type { Report, TableSpec } from '../model/report.js';
import { candidateCharts, specText, type CandidateChart } from './candidate-charts.js';
import { galleryText, withGallery, type GalleryText } from './gallery-report.js';

export interface GalleryChart {
  readonly id: string;
  /** `堆积柱形图`. */
  readonly name: string;
  /** To be copied under `charts:` of report.yaml. */
  readonly spec: string;
  readonly item: ChartItem;
}

export interface Gallery {
  readonly table: string;
  readonly charts: readonly GalleryChart[];
  /** Kinds that do not suit the table, with what the build says. */
  readonly unsuited: readonly { readonly id: string; readonly name: string; readonly why: string }[];
  /** What the charts are drawn with; null where nothing can be drawn. */
  readonly pages: PageSet | null;
  readonly drawnWith: DrawableSurvey['drawnWith'];
}

/** What a gallery is made of. */
export interface GalleryJob {
  /** The report's folder, as it was typed. */
  readonly report: string;
  readonly data: Report;
  readonly table: TableSpec;
}

/** Tables of a report that have a column of numbers. */
export const drawableTables = ({ tables }: Report): readonly TableSpec[] =>
  [...tables.values()].filter((table) => candidateCharts(table).length > 0);

/** A table's caption on one line; its id where it has none, or one with figures in it. */
export const tableTitle = ({ id, caption }: TableSpec): string => {
  const text = caption?.source.trim() ?? '';
  return text === '' || text.includes('{{') ? id : text.replace(/\s+/g, ' ');
};

export async function tryCharts(job: GalleryJob, effects: Effects): Promise<Gallery> {
  const { table, data } = job;
  const { language } = data.meta;
  const candidates = candidateCharts(table);
  const { found, mistakes } = await drawCandidates(job, candidates, effects);
  const pages = found.documents.get('deck') ?? null;
  const items = new Map(
    pages?.pages.flatMap((page) => page.items.filter(isChart)).map((item) => [item.chart.id, item]),
  );
  const taken = new Set(data.charts.keys());
  const charts = candidates.flatMap((candidate): GalleryChart[] => {
    const item = items.get(candidate.id);
    if (item === undefined || mistakes.has(candidate.id)) return [];
    const spec = specText(freeName(`${table.id}-${candidate.id}`, taken), tableTitle(table), candidate);
    return [{ id: candidate.id, name: stackedKindName(candidate, language), spec, item }];
  });
  return {
    table: table.id,
    charts,
    unsuited: candidates.flatMap((candidate) => {
      const why = mistakes.get(candidate.id);
      return why === undefined
        ? []
        : [{ id: candidate.id, name: stackedKindName(candidate, language), why: why.message }];
    }),
    pages,
    drawnWith: found.drawnWith,
  };
}

/** The gallery as one file that a browser shows, with a slide for each chart and its spec. Null without any. */
export async function galleryFile(job: GalleryJob, gallery: Gallery, effects: Effects): Promise<Output | null> {
  const suited = new Set(gallery.charts.map(({ id }) => id));
  const candidates = candidateCharts(job.table).filter(({ id }) => suited.has(id));
  if (candidates.length === 0) return null;
  const { outputs } = await compile(
    { report: job.report, only: ['deck.html'], strict: false },
    { ...effects, files: filesWith(job, candidates, effects).files, tell: () => undefined },
  );
  return outputs[0] ?? null;
}

const isChart = (item: { readonly kind: string }): item is ChartItem => item.kind === 'chart';

async function drawCandidates(
  job: GalleryJob,
  candidates: readonly CandidateChart[],
  effects: Effects,
): Promise<{ readonly found: DrawableSurvey; readonly mistakes: ReadonlyMap<string, Diagnostic> }> {
  const { files, lines } = filesWith(job, candidates, effects);
  const mistakes = new Map<string, Diagnostic>();
  const tell = (diagnostic: Diagnostic): void => {
    const { span, severity } = diagnostic;
    if (severity !== 'error') return;
    const placed = span?.file === `${job.report}/report.yaml` ? lines.get(span.line) : undefined;
    // A number that is none is told at its cell, with the name of the chart.
    const id = placed ?? candidates.find((candidate) => diagnostic.message.includes(`"${candidate.id}"`))?.id;
    if (id !== undefined && !mistakes.has(id)) mistakes.set(id, diagnostic);
  };
  const found = await surveyToDraw(
    { report: job.report, only: ['deck.pptx'], strict: false },
    { ...effects, files, tell },
  );
  return { found, mistakes };
}

function filesWith(
  { report, data, table }: GalleryJob,
  candidates: readonly CandidateChart[],
  { files }: Effects,
): GalleryText & { readonly files: Effects['files'] } {
  const bytes = files.read(`${report}/report.yaml`);
  const text = galleryText(
    new TextDecoder().decode(bytes ?? new Uint8Array()),
    { report: data.title, table: tableTitle(table), language: data.meta.language },
    candidates,
  );
  return { ...text, files: withGallery(files, report, text.text) };
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name}-${count}`;
  return free;
}
