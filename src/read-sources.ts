/** The first stage: a report, its bundle and theme, the fonts, and which outputs are to be made of them. */
import type { Diagnostic, Tell } from './diagnostics/diagnostic.js';
import { missingFontFile, noFiguresToList, noOutputs, unknownName, unknownOutput } from './diagnostics/messages.js';
import { unknownRegion } from './diagnostics/template-messages.js';
import { nearestName } from './diagnostics/nearest-name.js';
import type { Effects, Job, JobPart } from './job.js';
import { markOf } from './memo/content-mark.js';
import { noMemo, type Memo } from './memo/memo.js';
import type { BuildRecord, MeasuredFont } from './model/build-record.js';
import type { DocumentSpec, OutputSpec } from './model/document-spec.js';
import type { DraftMark, Report, TemplateSpec } from './model/report.js';
import type { ReturnedDeck } from './model/record/returned-deck.js';
import type { Span } from './model/span.js';
import { fontRoles } from './model/theme.js';
import type { Theme } from './model/theme.js';
import type { OpenedTemplate } from './powerpoint/template/open-template.js';
import type { Files } from './project/files.js';
import type { FontFiles } from './project/font-files.js';
import { askedOutputs } from './read/bundle/asked-outputs.js';
import type { BundleDocuments } from './read/bundle/bundle-documents.js';
import { hasOwnLook, withDocumentLook } from './read/bundle/document-look.js';
import type { Bundle } from './read/read-bundle.js';
import type { Fonts } from './text/fonts.js';
import type { Wearing, WornTemplate } from './wear-template.js';

/** All that is read before a template runs. */
export interface Sources {
  readonly data: Report;
  readonly bundle: Bundle;
  /** How a document looks: as the theme says, with what the bundle states for it. */
  readonly lookOf: (document: DocumentSpec) => Look;
  readonly outputs: readonly OutputSpec[];
  /** Those and the ones that are made elsewhere, in the order in which they were asked for. */
  readonly allOutputs: readonly OutputSpec[];
  readonly draft: DraftMark | null;
  readonly markedAgainst: BuildRecord | null;
  readonly returned: ReturnedDeck | null;
  /** The PowerPoint file that a deck is made inside of; null without one. */
  readonly template: OpenedTemplate | null;
  /** For work that depends on no theme. */
  readonly memo: Memo;
  /** What its text is measured with; null without one. */
  readonly fonts: readonly MeasuredFont[] | null;
}

/** What pages are laid and drawn with. */
export interface Look {
  readonly theme: Theme;
  readonly fonts: Fonts;
  /** For work that depends on the theme and its fonts. */
  readonly memo: Memo;
}

/** Null where nothing can be laid. `settle` is told the report as soon as it is known what it silences. */
export async function readSources(
  job: Job,
  effects: Effects,
  { tell, settle }: { readonly tell: Tell; readonly settle: (data: Report | null) => void },
): Promise<Sources | null> {
  const { files, roots, memo = noMemo } = effects;
  const { readReport } = await import('./read/read-report.js');
  const { checkReport } = await import('./resolve/check-report.js');

  // What is told while reading waits until it is known what the report silences.
  const told: Diagnostic[] = [];
  const data = await readReport(job.report, files, (diagnostic) => void told.push(diagnostic), memo, {
    roots,
    bundle: job.bundle ?? null,
    ...(job.row && { row: job.row }),
    ...(effects.ask && { ask: effects.ask }),
  });
  settle(data);
  told.forEach(tell);
  if (data === null) return null;
  checkReport(data, tell);
  const outputsOf = (made: BundleDocuments): readonly OutputSpec[] => chooseOutputs(job, data, made.outputs, tell);
  const bundle = await readOwnBundle(job, data, { files, tell, roots, memo }, (made) =>
    outputsOf(made).some(({ document }) => document.medium === 'slides' || document.grid !== null),
  );
  const outputs = bundle === null ? [] : outputsOf(bundle);
  // A register of nothing is no document, and a table of a head alone no table.
  if (data.figures.size === 0 && outputs.some(({ document }) => document.name === 'figures'))
    tell(noFiguresToList(data.places.outputs));
  const slides = outputs.some(({ document }) => document.medium === 'slides');
  const theme = await readLook(job, data, effects, tell);
  if (bundle === null || theme === null || !hasFonts(theme, effects.fonts, tell)) return null;
  checkStyles(bundle, theme, tell);
  const named = templateOf(job, data);
  const template = named === null ? null : await openNamed(named, { files, tell, memo });
  if (named !== null && template === null) return null;
  if (named !== null) checkMapping(named, bundle, tell);
  const world = { fonts: effects.fonts, files, language: data.meta.language };
  const worn = template === null ? null : await wear(template, { theme, ...world }, tell);
  const own = worn?.theme ?? (data.embed && slides ? await namedByFiles(theme, effects.fonts) : theme);
  const draft = data.draft ?? (job.draft === true ? { word: null, span: null } : null);
  return {
    data,
    bundle,
    lookOf: await looksOf(own, { ...effects, fonts: worn?.fonts ?? effects.fonts }, tell),
    outputs: outputs.filter(({ document }) => isOfPart(document, job.part)),
    allOutputs: outputs,
    draft,
    markedAgainst: job.markedAgainst ?? null,
    returned: job.returned ?? null,
    template,
    memo,
    fonts: worn?.faces.map(({ face, measured, place }) => ({ face, measured, from: place })) ?? null,
  };
}

const isOfPart = ({ name }: DocumentSpec, part: JobPart | undefined): boolean =>
  part === undefined || part.documents.includes(name) === (part.takes === 'these');

/** The bundle that is asked for, else the report's. */
async function readOwnBundle(
  job: Job,
  data: Report,
  { roots, ...reading }: { readonly files: Files; readonly tell: Tell; readonly memo: Memo } & Pick<Effects, 'roots'>,
  needsLayouts: (made: BundleDocuments) => boolean,
): Promise<Bundle | null> {
  const { readBundle } = await import('./read/read-bundle.js');
  const { recallReading } = await import('./read/source/recall-reading.js');
  const name = job.bundle ?? data.bundle;
  const span = job.bundle === undefined ? data.places.bundle : null;
  const chosen = [job.only, data.bundle, data.outputs, span];
  return recallReading('bundle', [name, job.report, JSON.stringify(chosen), ...roots], reading, (source) =>
    readBundle(name, { ...source, memo: reading.memo, needsLayouts }, { roots, report: job.report, span }),
  );
}

/** The theme that is asked for, which stands as it is; else the report's, with its brand. */
async function readLook(
  job: Job,
  data: Report,
  { files, roots, memo = noMemo }: Effects,
  tell: Tell,
): Promise<Theme | null> {
  const { readTheme, withReportBrand } = await import('./read/read-theme.js');
  const { recallReading } = await import('./read/source/recall-reading.js');
  const span = data.places.theme;
  const parts = [job.theme, data.theme, JSON.stringify(span), job.report, ...roots];
  return recallReading('look', parts, { files, tell, memo }, (source) => {
    const world = { ...source, roots, memo };
    if (job.theme !== undefined) return readTheme(job.theme, world);
    const theme = readTheme(data.theme, world, { span });
    return theme && withReportBrand(theme, job.report, world);
  });
}

/** As fonts call themselves that travel in a deck. */
async function namedByFiles(theme: Theme, fonts: FontFiles): Promise<Theme> {
  const { nameByFiles } = await import('./name-by-files.js');
  return nameByFiles(theme, fonts);
}

/** Each document in the theme, with what its bundle states for it. */
async function looksOf(theme: Theme, effects: Effects, tell: Tell): Promise<Sources['lookOf']> {
  const open = await lookOpener(effects, tell);
  return rememberLooks(hasOwnLook, (document) =>
    open(
      document === null ? theme : withDocumentLook(theme, document, (path) => effects.fonts.has(path)),
      document?.name ?? '',
    ),
  );
}

/** Opens the fonts of a theme, or takes them from the shelf. */
async function lookOpener(
  { memo = noMemo, shelf, fonts }: Effects,
  tell: Tell,
): Promise<(theme: Theme, name: string) => Look> {
  const { fontsOnShelf, loadFonts } = await import('./text/fonts.js');
  return (given, name) => {
    const theme = memo.sameAsBefore(`theme ${name}`, given);
    const stamps = memo === noMemo && shelf === undefined ? [] : fontStamps(theme, fonts);
    const load = (heard: Tell): Fonts => loadFonts(theme, (path) => fonts.open?.(path) ?? fonts.read(path), heard);
    return {
      theme,
      fonts: shelf === undefined ? load(tell) : fontsOnShelf(shelf, markOf([theme.fonts, stamps]), load, tell),
      memo: memo === noMemo ? noMemo : memo.within([theme, stamps]),
    };
  };
}

/** Opens each look once: documents that look as the theme says share one. */
function rememberLooks(
  hasOwn: (document: DocumentSpec) => boolean,
  open: (document: DocumentSpec | null) => Look,
): Sources['lookOf'] {
  const looks = new Map<DocumentSpec | null, Look>();
  return (document) => {
    const key = hasOwn(document) ? document : null;
    const known = looks.get(key) ?? open(key);
    looks.set(key, known);
    return known;
  };
}

/** A region's text is set in a style of the theme: which ones there are, only the two together say. */
function checkStyles({ layouts }: Bundle, { deck: { styles } }: Theme, tell: Tell): void {
  const known = Object.keys(styles);
  for (const { style, styleSpan } of [...layouts.values()].flatMap(({ regions }) => regions)) {
    if (styleSpan === undefined || Object.hasOwn(styles, style)) continue;
    const nearest = nearestName(style, known);
    tell(unknownName('style', style, styleSpan, nearest === null ? null : { name: nearest }, known));
  }
}

/** Layouts and regions of the bundle that a mapping names; a build that lays no slides reads none. */
function checkMapping({ mapping }: TemplateSpec, { layouts }: Bundle, tell: Tell): void {
  if (layouts.size === 0) return;
  const names = [...layouts.keys()];
  for (const { layout: name, layoutSpan, placeholders } of mapping) {
    const layout = layouts.get(name);
    if (layout === undefined) {
      const nearest = nearestName(name, names);
      tell(unknownName('layout', name, layoutSpan, nearest === null ? null : { name: nearest }, names));
      continue;
    }
    const regions = layout.regions.map((region) => region.name);
    for (const { region, span } of placeholders)
      if (!regions.includes(region)) tell(unknownRegion(region, name, regions, nearestName(region, regions), span));
  }
}

/** What is typed goes before what is written, with the mapping that stands there. */
const templateOf = ({ template, into, templateFonts }: Job, { template: written }: Report): TemplateSpec | null => {
  const fonts = templateFonts === undefined ? {} : { fonts: templateFonts };
  const plain = { mapping: [], ...written, ...fonts, keep: [], span: null };
  if (into !== undefined) return { ...plain, file: into.file, into: { behind: into.behind } };
  if (template === undefined) return written === null ? null : { ...written, ...fonts };
  return { ...plain, ...written, ...fonts, file: template, span: null };
};

async function wear(template: OpenedTemplate, wearing: Wearing, tell: Tell): Promise<WornTemplate> {
  const { wearTemplate } = await import('./wear-template.js');
  return wearTemplate(template, wearing, tell);
}

async function openNamed(
  spec: TemplateSpec,
  reading: { readonly files: Files; readonly tell: Tell; readonly memo: Memo },
): Promise<OpenedTemplate | null> {
  const { openTemplate } = await import('./powerpoint/template/open-template.js');
  const { recallReading } = await import('./read/source/recall-reading.js');
  const opened = recallReading('template file', [JSON.stringify(spec)], reading, ({ files, tell }) =>
    openTemplate(spec, (path) => files.read(path), tell),
  );
  if (opened === null) return null;
  const { seeGrounds } = await import('./see-grounds.js');
  return reading.memo.recallSame('seen template', [opened], () => seeGrounds(opened));
}

/** Those that are asked for; one that the bundle does not make is told. */
function chooseOutputs(
  { only, bundle }: Job,
  data: Report,
  outputs: readonly OutputSpec[],
  tell: Tell,
): readonly OutputSpec[] {
  const names = outputs.map(({ name }) => name);
  const isLent = bundle !== undefined && bundle !== data.bundle;
  const asked = askedOutputs({ only, named: data.outputs, isLent }, outputs);
  if (asked.length === 0) tell(noOutputs(data.folder, names));
  const unknown = (name: string, span: Span | null): void =>
    tell(unknownOutput(name, names, nearestName(name, names), span));
  if (!isLent)
    for (const name of data.resolution.keys()) if (!names.includes(name)) unknown(name, data.places.resolution);
  return [...new Set(asked)].flatMap((name) => {
    const found = outputs.find((output) => output.name === name);
    if (found === undefined) unknown(name, only === null ? data.places.outputs : null);
    return found ?? [];
  });
}

const fontPaths = ({ fonts }: Theme): readonly string[] => [
  ...new Set(fontRoles.flatMap((role) => [...fonts[role].regular, ...fonts[role].bold])),
];

/** Which fonts they are, by their stamps or their content. */
const fontStamps = (theme: Theme, fonts: FontFiles): readonly string[] =>
  fontPaths(theme).map((path) => fonts.stamp?.(path) || markOf(fonts.read(path)));

/** Reports each file that is not there. */
export function hasFonts(theme: Theme, fonts: FontFiles, tell: Tell): boolean {
  const missing = fontPaths(theme).filter((path) => !fonts.has(path));
  for (const path of missing) tell(missingFontFile(path, theme.name));
  return missing.length === 0;
}
