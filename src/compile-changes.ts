/**
 * The change sheet: what differs between two builds, through its own bundle of templates, to the bytes of a PDF or a
 * deck.
 */
import type { Effects } from './job.js';
import { hasFonts } from './read-sources.js';
import { tellOnce } from './diagnostics/tell-once.js';
import type { BuildRecord } from './model/build-record.js';
import type { Approval } from './model/record/approval.js';
import { noOutputOf } from './diagnostics/messages.js';
import type { DocumentMeta } from './model/document.js';
import type { OutputEnding } from './model/document-spec.js';
import { usualTheme } from './read/report/usual-look.js';
import { outputFormats } from './writers/output-format.js';

/** The bundle that makes the sheet; one of this name beside the report's templates wins. */
const bundleName = 'changes';

export const sheetKinds = ['pdf', 'pptx'] as const satisfies readonly OutputEnding[];
export type SheetKind = (typeof sheetKinds)[number];

export interface ChangesJob {
  /** Each with its name, as the user typed it. */
  readonly before: { readonly name: string; readonly record: BuildRecord };
  readonly after: { readonly name: string; readonly record: BuildRecord };
  /** The theme and the words of the report as it is after; null where only its record is known. */
  readonly look: { readonly theme: string; readonly meta: DocumentMeta } | null;
  readonly kind: SheetKind;
  /** The last of the report after; null where nobody has approved it. */
  readonly approval?: Pick<Approval, 'by' | 'date' | 'note'> | null;
}

/** Null where a mistake was found; it is reported. */
export async function compileChanges(
  job: ChangesJob,
  { files, fonts: fontFiles, roots, tell: passOn }: Effects,
): Promise<Uint8Array | null> {
  const { changeSheet } = await import('./provenance/change-sheet.js');
  const { compareBuilds } = await import('./provenance/compare-builds.js');
  const { readBundle } = await import('./read/read-bundle.js');
  const { readTheme } = await import('./read/read-theme.js');
  const { readPlainTemplate } = await import('./read/read-template.js');
  const { noNames, resolveDocument } = await import('./resolve/resolve-document.js');
  const { layoutPages } = await import('./layout/layout-pages.js');
  const { loadFonts } = await import('./text/fonts.js');

  let failed = false;
  const tell = tellOnce((diagnostic) => {
    failed ||= diagnostic.severity === 'error';
    passOn(diagnostic);
  });
  const bundle = readBundle(bundleName, { files, tell }, { roots });
  const theme = readTheme(job.look?.theme ?? usualTheme, { files, tell, roots });
  if (bundle === null || theme === null || !hasFonts(theme, fontFiles, tell)) return null;
  const fonts = loadFonts(theme, (path) => fontFiles.read(path), tell);

  const language = job.look?.meta.language ?? languageOf(job.after.record);
  const [before, after] = [job.before, job.after].map(({ name, record }) => ({
    name,
    title: record.report.title,
    date: record.report.date,
  })) as [SheetSide, SheetSide];
  const changes = compareBuilds(job.before.record, job.after.record);
  const sheet = changeSheet(changes, before, after, language, job.approval);
  const output = bundle.outputs.find(({ ending }) => ending === job.kind);
  if (output === undefined) {
    tell(noOutputOf(bundle.name, job.kind));
    return null;
  }
  const draft = readPlainTemplate(output.document, bundle, { sheet }, metaOf(job, sheet.title, language), tell);
  if (draft === null) return null;
  const pages = layoutPages(resolveDocument(draft, noNames, tell), { theme, layouts: bundle.layouts, fonts }, tell);
  const bytes = await outputFormats[job.kind].write(pages, { fonts, tell });
  return failed ? null : bytes;
}

interface SheetSide {
  readonly name: string;
  readonly title: string;
  readonly date: string;
}

/** A record does not say in which language its report is: its words do. */
const languageOf = ({ report, figures }: BuildRecord): string =>
  /\p{Script=Han}/u.test([report.title, ...figures.map(({ label }) => label)].join('')) ? 'zh-CN' : 'en-US';

function metaOf({ after: { record }, look }: ChangesJob, title: string, language: string): DocumentMeta {
  return {
    title: record.report.title === '' ? title : `${title} · ${record.report.title}`,
    subtitle: '',
    author: look?.meta.author ?? '',
    subject: '',
    keywords: [],
    language,
    date: record.report.date,
    footer: record.report.title,
  };
}
