/**
 * Every stage in order; read this file first.
 *
 *     read ─► Report, Bundle, Theme ─ template ─► DraftDocument ─ resolve ─► Document ─ layout ─► PageSet ─ write ─►
 * bytes
 *
 * A document is laid once, whatever outputs show it; a handout and a printer's sheets are its pages arranged on others.
 * A mistake of the user's is collected as a diagnostic and the stages go on as far as they can, so that one run shows
 * them all. Bytes are written only when there is none.
 */
import { isSilenced } from './check/apply-silences.js';
import type { Tell } from './diagnostics/diagnostic.js';
import { tellOnce } from './diagnostics/tell-once.js';
import { requireCall, timed } from './job.js';
import type { PageLook } from './layout/galley/page-look.js';
import type { Effects, Job } from './job.js';
import type { BuildRecord } from './model/build-record.js';
import { allFigures } from './model/figure-id.js';
import type { Document } from './model/document.js';
import { pageWordOf } from './model/document-spec.js';
import type { Arrangement, DocumentSpec, OutputSpec } from './model/document-spec.js';
import type { PageSet } from './model/page.js';
import type { DraftMark, Report } from './model/report.js';
import type { DeckTemplate } from './powerpoint/template/landing.js';
import { isOwnTemplate } from './project/package-folder.js';
import type { Earlier } from './resolve/binding.js';
import type { RecordedPages } from './provenance/record-build.js';
import type { Bundle } from './read/read-bundle.js';
import { readSources } from './read-sources.js';
import type { Look, Sources } from './read-sources.js';
import type { Fonts } from './text/fonts.js';
import { outputFormats } from './writers/output-format.js';
import type { OutputFormat } from './writers/output-format.js';
import type { FittingPictures } from './writers/job/fitted-pictures.js';
import type { Attachment, WriteContext } from './writers/job/write-context.js';

export { outputFormats };
export type { Effects, Job, StageEvent, StageName } from './job.js';

export interface Output {
  /** The name of its file: `deck.pptx`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly page: ReturnType<typeof pageWordOf>;
}

/** What a report comes to before anything is written. */
export interface Survey {
  /** Null where report.yaml could not be read. */
  readonly data: Report | null;
  /** Each document that came as far, by its name: bound to its figures, and its pages. */
  readonly bound: ReadonlyMap<string, Document>;
  readonly documents: ReadonlyMap<string, PageSet>;
  /** Where a deck stands on somebody else's template. */
  readonly landed: DeckTemplate | null;
  /** An error was found, or a warning in a strict job. */
  readonly failed: boolean;
}

export interface CompileResult extends Survey {
  /** Empty where anything failed. */
  readonly outputs: readonly Output[];
  /**
   * Every figure with its places; null where anything failed, of outputs with marks, of a part, and where nobody asks
   * for it.
   */
  readonly record: BuildRecord | null;
  /** Where a part of the outputs was asked for and made. */
  readonly part?: BuiltPart;
}

/** What a part of a build has beside its outputs, plain data, to be joined with the other part. */
export interface BuiltPart {
  readonly recorded: readonly RecordedPages[];
  readonly fonts: Sources['fonts'];
  /** Names of outputs and documents of both parts, in the order in which they are to stand. */
  readonly order: { readonly outputs: readonly string[]; readonly documents: readonly string[] };
}

/** A report's folder to the bytes of its outputs. Touches no disk but through `effects`, and writes nothing. */
export async function compile(job: Job, effects: Effects): Promise<CompileResult> {
  requireCall('compile', job, effects);
  const watch = watchFailures(job, effects.tell);
  const { sources, ...survey } = await surveySources(job, effects, watch);
  if (sources === null || watch.failed()) return { ...survey, outputs: [], record: null };

  const tell = atAuthors(watch.tell, sources.data, effects);
  const begun = await beginAllPictures(sources, survey, effects, tell);
  // The record tells of clean pages: marks move what stands on them. It comes first, while all pages are there.
  const isRecorded = sources.markedAgainst === null && effects.unrecorded !== true;
  const recorded = isRecorded ? await recordPagesOf(sources, survey) : null;
  const record = recorded === null || job.part !== undefined ? null : await recordOf(sources, recorded);
  const part = recorded === null || job.part === undefined ? {} : { part: partOf(sources, recorded) };
  const kept = effects.letsGo ? { ...survey, bound: new Map(), documents: new Map() } : survey;
  const shelf = new PageShelf(survey, effects.letsGo === true);
  // Fonts on a shelf, and what was set with them, serve the next report.
  if (effects.letsGo && effects.shelf === undefined) await forgetText(sources);
  const outputs: Output[] = [];
  const attachments = await attachmentsOf(sources.data);
  for (const [index, output] of sources.outputs.entries()) {
    if (!shelf.has(output)) continue;
    const isLast = !sources.outputs.slice(index + 1).some(({ document }) => document === output.document);
    // What the thread has made is taken between two outputs: each is written in one go.
    if (begun.size > 0) await new Promise((resolved) => setImmediate(resolved));
    const pictures = begun.get(output);
    begun.delete(output);
    const context: WriteContext = {
      ...contextOf(output, sources, survey.landed, tell),
      ...(pictures && { pictures }),
      attachments: output.attaches ? attachments : [],
      ...(effects.trace && { trace: effects.trace }),
    };
    outputs.push(
      await writeOutput(output, () => pagesOf(output, shelf.take(output, isLast), sources, effects, tell), context, {
        effects,
        isMarked: sources.markedAgainst !== null,
      }),
    );
  }
  return watch.failed() ? { ...kept, failed: true, outputs: [], record: null } : { ...kept, outputs, record, ...part };
}

/**
 * The pictures of all outputs are made smaller while these are written, on another core: of both outputs of the sample
 * report 0.9 of the time by the clock. Where there is no thread for it, each output makes its own when it is written.
 * The thread ends with the last of them, for it takes 20 MiB.
 */
async function beginAllPictures(
  sources: Sources,
  { documents, landed }: Survey,
  { thread }: Effects,
  tell: Tell,
): Promise<Map<OutputSpec, FittingPictures>> {
  const begun = new Map<OutputSpec, FittingPictures>();
  if (thread === undefined || sources.markedAgainst !== null) return begun;
  const { beginPictures } = await import('./writers/job/fit-pictures.js');
  for (const output of sources.outputs) {
    const [pages, format] = [documents.get(output.document.name), outputFormats[output.ending] as OutputFormat];
    if (pages === undefined || output.arrangement !== null) continue;
    begun.set(output, beginPictures(pages, { ...contextOf(output, sources, landed, tell), thread }, format.vectors));
  }
  void Promise.allSettled([...begun.values()].map((pictures) => pictures.all())).then(thread.end);
  return begun;
}

/** Pages that wait to be written. */
class PageShelf {
  private readonly documents: Map<string, PageSet>;

  /** @param letsGo whether the survey, too, forgets its pages here, and what they were laid from. */
  constructor({ documents, bound }: Survey, letsGo: boolean) {
    this.documents = new Map(documents);
    if (letsGo) for (const pages of [documents, bound]) (pages as Map<string, unknown>).clear();
  }

  has({ document }: OutputSpec): boolean {
    return this.documents.has(document.name);
  }

  take({ document }: OutputSpec, isLast: boolean): PageSet {
    const pages = this.documents.get(document.name)!;
    if (isLast) this.documents.delete(document.name);
    return pages;
  }
}

/** What was set and measured while pages were laid; whoever writes them sets little more. */
async function forgetText({ outputs, lookOf }: Sources): Promise<void> {
  const { forgetLines } = await import('./text/set-paragraph.js');
  for (const { document } of outputs) forgetLines(lookOf(document).fonts);
}

async function recordPagesOf({ data, memo }: Sources, { documents }: Survey): Promise<readonly RecordedPages[]> {
  const { recordPages } = await import('./provenance/record-build.js');
  return [...documents].map(([name, pages]) => recordPages(data.id, name, pages, memo));
}

/** @param recorded of all documents, in the order in which they are to stand. */
export async function recordOf(
  { data, fonts }: Pick<Sources, 'data' | 'fonts'>,
  recorded: readonly RecordedPages[],
): Promise<BuildRecord> {
  const { joinRecord } = await import('./provenance/record-build.js');
  const record = joinRecord(data, recorded);
  return fonts === null ? record : { ...record, fonts };
}

const partOf = ({ fonts, allOutputs, bundle }: Sources, recorded: readonly RecordedPages[]): BuiltPart => ({
  recorded,
  fonts,
  order: { outputs: allOutputs.map(({ name }) => name), documents: bundle.documents.map(({ name }) => name) },
});

/** The pages of a document as one output shows them. */
async function pagesOf(
  { name, ending, document, arrangement }: OutputSpec,
  found: PageSet,
  sources: Sources,
  effects: Effects,
  tell: Tell,
): Promise<PageSet> {
  const { fonts } = sources.lookOf(document);
  const format: OutputFormat = outputFormats[ending];
  const laid = sources.markedAgainst === null || format.comments ? found : await withComments(found, fonts);
  return arrangement === null
    ? laid
    : timed(effects, 'layout', name, () => arrange(laid, arrangement, sources.data, fonts, tell));
}

async function writeOutput(
  output: OutputSpec,
  pagesOfIt: () => Promise<PageSet>,
  context: WriteContext,
  { effects, isMarked }: { readonly effects: Effects; readonly isMarked: boolean },
): Promise<Output> {
  const { name, ending } = output;
  let pages: PageSet | null = await pagesOfIt();
  const count = pages.pages.length;
  const format: OutputFormat = outputFormats[ending];
  const bytes = await timed(effects, 'write', name, () => {
    const handed = pages!;
    // The writer alone has them now.
    pages = null;
    return format.write(handed, context);
  });
  return { name: isMarked ? markedName(name) : name, bytes, pages: count, page: pageWordOf(output) };
}

/** What an output is written with, or described with where it is not written. */
function contextOf(output: OutputSpec, sources: Sources, landed: DeckTemplate | null, tell: Tell): WriteContext {
  const { data, bundle, lookOf } = sources;
  const { fonts, memo } = lookOf(output.document);
  const format: OutputFormat = outputFormats[output.ending];
  return {
    fonts,
    memo,
    tell,
    plugins: bundle.plugins,
    resolution: data.resolution.get(output.name) ?? output.resolution ?? format.resolution(output),
    report: data.id,
    ...(data.embed && { embed: true }),
    ...(landed !== null && { template: landed }),
  };
}

/** `deck.marked.pptx`: no draft with marks takes the place of a clean file. */
const markedName = (name: string): string => name.replace(/\.(?=[^.]*$)/, '.marked.');

/** Every stage but the last: for what is to be known of a report without its files. */
export async function survey(job: Job, effects: Effects): Promise<Survey> {
  requireCall('survey', job, effects);
  const { sources: _, ...found } = await surveySources(job, effects, {
    ...watchFailures(job, effects.tell),
    settle: () => undefined,
  });
  return found;
}

/**
 * A survey that draws the charts as well: only then is it known what Chart.js makes of an author's options, and which
 * names have no room.
 */
export async function surveyDrawings(job: Job, effects: Effects): Promise<Survey> {
  requireCall('surveyDrawings', job, effects);
  const watch = { ...watchFailures(job, effects.tell), settle: () => undefined };
  const { sources, ...found } = await surveySources(job, effects, watch);
  if (sources === null) return found;
  const { chartDrawings } = await import('./writers/drawn/chart-drawings.js');
  const heard = atAuthors(watch.tell, sources.data, effects);
  for (const [name, { theme, pages }] of found.documents) {
    const output = sources.outputs.find(({ document }) => document.name === name)!;
    const drawingsOn = chartDrawings(theme, contextOf(output, sources, found.landed, heard));
    for (const page of pages) await drawingsOn(page);
  }
  return { ...found, failed: watch.failed() };
}

/** What the pages of a document, by its name, are drawn with. */
export type DrawnWith = (document: string) => Pick<Look, 'fonts' | 'memo'> & Pick<Bundle, 'plugins'>;

/** A survey with what its pages are drawn with. */
export interface DrawableSurvey extends Survey {
  /** Null where the report could not be read. */
  readonly drawnWith: DrawnWith | null;
  /** What a build would write an output with, by the output's name; null for one that was not asked for. */
  readonly writtenWith: (output: string) => WriteContext | null;
}

/** A document's pages, while others are not laid yet. */
export interface LaidEarly {
  readonly name: string;
  readonly data: Report;
  readonly document: Document;
  readonly pages: PageSet;
  readonly drawnWith: ReturnType<DrawnWith>;
  /** An error was found so far. */
  readonly failed: boolean;
}

/** Who waits for pages: which documents are laid before the others, and who is told of each as soon as it is laid. */
export interface PagesWanted {
  /** By their names, the most wanted first; the others follow in the bundle's order. */
  readonly first: readonly string[];
  readonly laid: (document: LaidEarly) => Promise<void>;
}

/** Every stage but the last, for whoever draws the pages elsewhere than in a file. */
export async function surveyToDraw(job: Job, effects: Effects, wanted?: PagesWanted): Promise<DrawableSurvey> {
  const { sources, ...found } = await surveySources(job, effects, watchFailures(job, effects.tell), wanted);
  if (sources === null) return { ...found, drawnWith: null, writtenWith: () => null };
  const { documents, plugins } = sources.bundle;
  const specOf = (name: string): DocumentSpec => documents.find((document) => document.name === name)!;
  return {
    ...found,
    drawnWith: (document) => ({ ...sources.lookOf(specOf(document)), plugins }),
    writtenWith: (name) => {
      const output = sources.outputs.find((each) => each.name === name);
      return output === undefined ? null : contextOf(output, sources, found.landed, effects.tell);
    },
  };
}

interface FailureWatch {
  readonly tell: Tell;
  /** Says what is silenced from here on. */
  readonly settle: (data: Report | null) => void;
  readonly failed: () => boolean;
}

function watchFailures(job: Job, passOn: Tell): FailureWatch {
  let failed = false;
  let settled: Report | null = null;
  const take: Tell = (diagnostic) => {
    if (settled !== null && isSilenced(diagnostic, settled.silences, settled.folder)) return;
    failed ||= job.strict || diagnostic.severity === 'error';
    passOn(diagnostic);
  };
  return {
    failed: () => failed,
    settle: (data) => {
      settled = data;
    },
    tell: tellOnce(take),
  };
}

async function surveySources(
  job: Job,
  effects: Effects,
  watch: FailureWatch,
  wanted?: PagesWanted,
): Promise<Survey & { readonly sources: Sources | null }> {
  const { failed } = watch;
  const sources = await timed(effects, 'read', null, () => readSources(job, effects, watch));
  if (sources === null)
    return { sources, data: null, bound: new Map(), documents: new Map(), landed: null, failed: true };
  const { bundle, data, outputs, lookOf } = sources;
  // A build with results of an earlier one has its pictures.
  if (effects.memo === undefined && wantsThread(outputs, data)) effects.thread?.begin();
  // In the bundle's order, whichever output was asked for first.
  const shown = bundle.documents.filter((spec) => isShown(spec, outputs));
  const laid = new Map<string, LaidDocument>();
  for (const spec of inOrderWanted(shown, wanted?.first ?? [])) {
    const clean = await makePages(spec, sources, effects, watch.tell);
    if (clean === null) continue;
    const isDrawn = wanted !== undefined || outputs.some((one) => one.document === spec && one.ending !== 'pptx');
    const made = isDrawn ? await onGround(clean, lookOf(spec).fonts, sources, watch.tell) : clean;
    const { name } = spec;
    laid.set(name, made);
    const drawnWith = { ...lookOf(spec), plugins: bundle.plugins };
    await wanted?.laid({ name, data, document: made.document, pages: made.pages, drawnWith, failed: failed() });
  }
  const made = shown.flatMap(({ name }): [string, LaidDocument][] => (laid.has(name) ? [[name, laid.get(name)!]] : []));
  return {
    sources,
    data,
    bound: new Map(made.map(([name, { document }]) => [name, document])),
    documents: new Map(made.map(([name, { pages }]) => [name, pages])),
    landed: made.find(([, { landed }]) => landed !== null)?.[1].landed ?? null,
    failed: failed(),
  };
}

/** In pixels across: from here on a picture has mostly more than an output on paper needs. */
const largePicture = 1000;

/** Whether a thread for pictures is started while pages are laid: most outputs on paper need it then. */
const wantsThread = (outputs: readonly OutputSpec[], { pictures }: Report): boolean =>
  outputs.some(({ ending }) => ending !== 'pptx') &&
  [...pictures.values()].some(
    ({ picture }) => picture.format === 'png' && picture.vector === undefined && picture.width >= largePicture,
  );

const inOrderWanted = (documents: readonly DocumentSpec[], first: readonly string[]): readonly DocumentSpec[] => [
  ...first.flatMap((wanted) => documents.filter(({ name }) => name === wanted)),
  ...documents.filter(({ name }) => !first.includes(name)),
];

const isShown = (spec: DocumentSpec, outputs: readonly OutputSpec[]): boolean =>
  outputs.some(({ document }) => document === spec);

/** Where pages are drawn whole, with what their template shows on them. */
async function onGround(made: LaidDocument, fonts: Fonts, { data }: Sources, tell: Tell): Promise<LaidDocument> {
  const { landed, pages } = made;
  if (landed === null) return made;
  const { withGrounds } = await import('./draw-ground.js');
  return { ...made, pages: withGrounds(pages, landed, { fonts, span: data.template?.span ?? null }, tell) };
}

/** One document from its template to its pages; null where the template cannot be read. */
async function makePages(
  spec: DocumentSpec,
  sources: Sources,
  effects: Effects,
  tell: Tell,
): Promise<LaidDocument | null> {
  const { data, bundle } = sources;
  const { name } = spec;
  const { readTemplate } = await import('./read/read-template.js');
  const { resolveDocument } = await import('./resolve/resolve-document.js');

  const draft = await timed(effects, 'template', name, () => readTemplate(spec, bundle, data, tell, sources.memo));
  if (draft === null) return null;
  const heard = atAuthors(tell, data, effects);
  const lay = async (earlier: Earlier | null): Promise<LaidDocument> => {
    const resolved = await timed(effects, 'resolve', name, () => resolveDocument(draft, data, heard, earlier));
    const { memo } = sources.lookOf(spec);
    const document = earlier === null ? memo.sameAsBefore(`document ${name}`, resolved) : resolved;
    return timed(effects, 'layout', name, () => layOnSlidesOrPaper(document, spec, sources, heard));
  };
  const clean = await lay(null);
  const { pages, ...made } =
    sources.markedAgainst === null ? clean : await markChanges(name, clean, lay, sources.markedAgainst, data);
  const { fonts } = sources.lookOf(spec);
  return { ...made, pages: sources.draft === null ? pages : await stampDraft(pages, sources.draft, fonts, tell) };
}

/**
 * What does not fit or stand well is told where the author can mend it. A line of briefkit's own bundles is no such
 * place: where no item of the report is known for it, it is told where the bundle is named.
 */
const atAuthors =
  (tell: Tell, data: Report, { roots }: Effects): Tell =>
  (diagnostic) =>
    tell(
      diagnostic.span !== null && isOwnTemplate(diagnostic.span.file, roots)
        ? { ...diagnostic, span: data.places.bundle }
        : diagnostic,
    );

interface LaidDocument {
  readonly document: Document;
  readonly pages: PageSet;
  readonly landed: DeckTemplate | null;
}

async function layOnSlidesOrPaper(
  document: Document,
  spec: DocumentSpec,
  sources: Sources,
  tell: Tell,
): Promise<LaidDocument> {
  const { bundle } = sources;
  const look = sources.lookOf(spec);
  const called = pageCalled(spec.called, document.meta.language);
  const withName = (pages: PageSet): PageSet => (called === null ? pages : { ...pages, called });
  if (document.kind === 'deck' && sources.template !== null) {
    const { layOnTemplate } = await import('./lay-on-template.js');
    const { template, returned } = sources;
    const { pages, landed } = await layOnTemplate(document, template, { bundle, look, returned }, tell);
    return { document, landed, pages: withName(pages) };
  }
  const { layoutPages } = await import('./layout/layout-pages.js');
  const { theme, fonts, memo } = look;
  const grid = spec.grid === null ? null : (bundle.grids.get(spec.grid) ?? null);
  return {
    document,
    landed: null,
    pages: withName(
      layoutPages(document, { theme, layouts: bundle.layouts, fonts, grid, ...returnedOf(sources) }, tell, memo),
    ),
  };
}

const returnedOf = ({ returned }: Sources): Pick<PageLook, 'returned'> => (returned === null ? {} : { returned });

/** In the language of the report: a language without a word of its own takes English. */
const pageCalled = (called: DocumentSpec['called'], language: string): string | null =>
  called[language.split('-')[0]!] ?? called.en ?? null;

/**
 * Laid a second time, with what figures were: which words changed is only known when the pages are compared, as
 * `briefkit diff` does.
 */
async function markChanges(
  name: string,
  clean: LaidDocument,
  lay: (earlier: Earlier) => Promise<LaidDocument>,
  before: BuildRecord,
  data: Report,
): Promise<LaidDocument> {
  const { compareBuilds } = await import('./provenance/compare-builds.js');
  const { figuresOfRecord } = await import('./provenance/figures-of-record.js');
  const { recordBuild } = await import('./provenance/record-build.js');
  const { markPages } = await import('./layout/revisions/mark-pages.js');
  const { texts, pictures } = compareBuilds(before, recordBuild(data, new Map([[name, clean.pages]])));
  const ofThis = ({ document }: { readonly document: string }): boolean => document === name;
  const laid = await lay({ figures: figuresOfRecord(before), language: data.meta.language });
  return { ...laid, pages: markPages(laid.pages, { texts: texts.filter(ofThis), pictures: pictures.filter(ofThis) }) };
}

async function withComments(pages: PageSet, fonts: Fonts): Promise<PageSet> {
  const { listComments } = await import('./layout/revisions/list-comments.js');
  return listComments(pages, fonts);
}

async function stampDraft(pages: PageSet, draft: DraftMark, fonts: Fonts, tell: Tell): Promise<PageSet> {
  const { withWatermark } = await import('./layout/watermark.js');
  return withWatermark(pages, draft, fonts, tell);
}

/** The pages of a document on other pages: a handout, a printer's sheets. */
async function arrange(
  pages: PageSet,
  arrangement: Arrangement,
  data: Report,
  fonts: Fonts,
  tell: Tell,
): Promise<PageSet> {
  const { arrangePages } = await import('./layout/arrange-pages.js');
  return arrangePages(pages, arrangement, data, fonts, tell);
}

/** The figures for whoever computes with them, where the report asks for it. */
async function attachmentsOf(data: Report): Promise<readonly Attachment[]> {
  if (!data.attachments) return [];
  const { figuresCsv } = await import('./resolve/figure-rows.js');
  return [
    {
      name: 'figures.csv',
      type: 'text/csv',
      bytes: figuresCsv(allFigures(data.figures, data.series)),
      description: data.meta.title,
    },
  ];
}

/** The figures as a workbook that a report can read as its figures.xlsx. */
export async function figuresWorkbook(data: Report): Promise<Uint8Array> {
  const { figuresSheet } = await import('./resolve/figure-rows.js');
  const { writeWorkbook } = await import('./writers/workbook/write-workbook.js');
  return writeWorkbook(figuresSheet(allFigures(data.figures, data.series), data.meta.language), { isPacked: true });
}
