/** The first stage: a report, its bundle and theme, the fonts, and which outputs are to be made of them. */
import type { Diagnostic, Tell } from './diagnostics/diagnostic.js';
import { missingFontFile, noOutputs, unknownName, unknownOutput } from './diagnostics/messages.js';
import { nearestName } from './diagnostics/nearest-name.js';
import type { Effects, Job } from './job.js';
import { markOf } from './memo/content-mark.js';
import { noMemo, type Memo } from './memo/memo.js';
import type { BuildRecord } from './model/build-record.js';
import type { DraftMark, Report, TemplateSpec } from './model/report.js';
import { fontRoles } from './model/theme.js';
import type { Theme } from './model/theme.js';
import type { OpenedTemplate } from './powerpoint/template/open-template.js';
import type { Files } from './project/files.js';
import type { FontFiles } from './project/font-files.js';
import type { Bundle } from './read/read-bundle.js';
import type { Fonts } from './text/fonts.js';
import { isOutputName, outputFormats, outputNames } from './writers/output-format.js';
import type { OutputName } from './writers/output-format.js';

/** All that is read before a template runs. */
export interface Sources {
  readonly data: Report;
  readonly bundle: Bundle;
  readonly theme: Theme;
  readonly fonts: Fonts;
  readonly outputs: readonly OutputName[];
  readonly draft: DraftMark | null;
  readonly markedAgainst: BuildRecord | null;
  /** The PowerPoint file that a deck is made inside of; null without one. */
  readonly template: OpenedTemplate | null;
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
  const { readBundle } = await import('./read/read-bundle.js');
  const { readTheme } = await import('./read/read-theme.js');
  const { checkReport } = await import('./resolve/check-report.js');
  const { fontsOnShelf, loadFonts } = await import('./text/fonts.js');

  // What is told while reading waits until it is known what the report silences.
  const told: Diagnostic[] = [];
  const data = await readReport(job.report, files, (diagnostic) => void told.push(diagnostic), memo, {
    roots,
    bundle: job.bundle ?? null,
    ...(job.row && { row: job.row }),
  });
  settle(data);
  told.forEach(tell);
  if (data === null) return null;
  checkReport(data, tell);
  const outputs = chooseOutputs(job.only, data, tell);
  const slides = outputs.some((name) => outputFormats[name].document === 'deck');
  const bundle = readBundle(
    job.bundle ?? data.bundle,
    { files, tell, memo, slides },
    { roots, report: job.report, span: job.bundle === undefined ? data.places.bundle : null },
  );
  const theme = readTheme(
    job.theme ?? data.theme,
    files,
    tell,
    roots,
    job.theme === undefined ? data.places.theme : null,
    memo,
  );
  if (bundle === null || theme === null || !hasFonts(theme, effects.fonts, tell)) return null;
  checkStyles(bundle, theme, tell);
  const stamps = memo === noMemo && effects.shelf === undefined ? [] : fontStamps(theme, effects.fonts);
  const load = (heard: Tell): Fonts => loadFonts(theme, (path) => effects.fonts.read(path), heard);
  const fonts =
    effects.shelf === undefined ? load(tell) : fontsOnShelf(effects.shelf, markOf([theme.fonts, stamps]), load, tell);
  const named = templateOf(job, data);
  const template = slides && named !== null ? await openNamed(named, files, tell) : null;
  if (slides && named !== null && template === null) return null;
  const draft = data.draft ?? (job.draft === true ? { word: null, span: null } : null);
  return {
    data,
    bundle,
    theme,
    outputs,
    fonts,
    draft,
    markedAgainst: job.markedAgainst ?? null,
    template,
    memo: memo === noMemo ? noMemo : memo.within([theme, stamps]),
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

/** What is typed goes before what is written, with the mapping that stands there. */
const templateOf = ({ template }: Job, data: Report): TemplateSpec | null =>
  template === undefined ? data.template : { keep: [], mapping: [], ...data.template, file: template, span: null };

async function openNamed(spec: TemplateSpec, files: Files, tell: Tell): Promise<OpenedTemplate | null> {
  const { openTemplate } = await import('./powerpoint/template/open-template.js');
  return openTemplate(spec, (path) => files.read(path), tell);
}

function chooseOutputs(only: readonly string[] | null, data: Report, tell: Tell): readonly OutputName[] {
  const asked = only ?? data.outputs;
  if (asked.length === 0) tell(noOutputs(data.folder, outputNames));
  for (const name of data.resolution.keys()) {
    if (!isOutputName(name))
      tell(unknownOutput(name, outputNames, nearestName(name, outputNames), data.places.resolution));
  }
  const known: OutputName[] = [];
  for (const name of new Set(asked)) {
    if (isOutputName(name)) known.push(name);
    else
      tell(
        unknownOutput(name, outputNames, nearestName(name, outputNames), only === null ? data.places.outputs : null),
      );
  }
  return known;
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
