/**
 * The change sheet: what differs between two builds, through its own bundle of templates, to the bytes of a PDF or a
 * deck.
 */
import { compileSheet, type SheetKind } from './compile-sheet.js';
import type { Effects } from './job.js';
import type { BuildRecord } from './model/build-record.js';
import type { Approval } from './model/record/approval.js';
import type { DocumentMeta } from './model/document.js';

/** The bundle that makes the sheet; one of this name beside the report's templates wins. */
const bundleName = 'changes';

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
export async function compileChanges(job: ChangesJob, effects: Effects): Promise<Uint8Array | null> {
  const { changeSheet } = await import('./provenance/change-sheet.js');
  const { compareBuilds } = await import('./provenance/compare-builds.js');
  const language = job.look?.meta.language ?? languageOf(job.after.record);
  const [before, after] = [job.before, job.after].map(({ name, record }) => ({
    name,
    title: record.report.title,
    date: record.report.date,
  })) as [SheetSide, SheetSide];
  const changes = compareBuilds(job.before.record, job.after.record);
  const sheet = changeSheet(changes, before, after, language, job.approval);
  const { kind, look } = job;
  const meta = metaOf(job, sheet.title, language);
  return compileSheet({ bundle: bundleName, kind, theme: look?.theme ?? null, meta, sheet }, effects);
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
