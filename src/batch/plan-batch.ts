/**
 * Which reports a batch is of, and what their files are called: known, and told where it is wrong, before anything is
 * built.
 */
import { basename } from 'node:path';
import { duplicateId, noReports } from '../diagnostics/messages.js';
import type { Tell } from '../diagnostics/diagnostic.js';
import { sourceLine } from '../diagnostics/source-place.js';
import type { Job } from '../job.js';
import { noMemo } from '../memo/memo.js';
import { rowFields } from '../model/report-row.js';
import type { Files } from '../project/files.js';
import type { AskQueries } from '../read/report/ask-queries.js';
import { openReport } from '../read/read-report.js';
import { nameOutputs, safeName, type BatchEntry } from './name-outputs.js';
import { readRows } from './read-rows.js';
import type { RowChoice } from './read-rows.js';
import type { BatchReport } from './run-batch.js';

export interface BatchRequest extends RowChoice {
  /** A file of rows, or a folder of reports. */
  readonly each: string;
  /** The report that all rows share; null for a folder of reports. */
  readonly job: Job | null;
  /** The pattern of file names, as `{id}-{output}`; null for the usual one. */
  readonly pattern: string | null;
  /** Without a report of its own: what each report of the folder is asked for. */
  readonly usual: Omit<Job, 'report'>;
  /** Whether files are written: only looked at, rows of one name are told apart by their number. */
  readonly isWritten: boolean;
  /** Whom rows of SQL are asked of; null where nobody can be. */
  readonly ask: AskQueries | null;
}

/** Null where anything is wrong, which is told. */
export async function planBatch(
  request: BatchRequest,
  files: Files,
  tell: Tell,
): Promise<readonly BatchReport[] | null> {
  const reports = request.job === null ? planFolder(request, files) : await planRows(request, request.job, files, tell);
  if (reports === null) return null;
  if (reports.length > 0) return reports;
  tell(noReports(request.each));
  return null;
}

async function planRows(
  request: BatchRequest,
  job: Job,
  files: Files,
  tell: Tell,
): Promise<readonly BatchReport[] | null> {
  const rows = await readRows(request.each, request, files, tell, { ask: request.ask, folder: job.report });
  // What a bundle's own fields hold is told when a row is built.
  const opened = openReport(job.report, files, tell, noMemo, () => null);
  if (rows === null || opened === null) return null;
  const outputs =
    job.only ??
    opened.root
      .at('outputs')
      .names()
      .map(({ id }) => id);
  const named = nameOutputs(rows, request.pattern, request.isWritten ? outputs : [], tell);
  if (named === null) return null;
  const entries = request.isWritten ? named : numberedTitles(named);
  const titles = new Map<string, (typeof entries)[number]>();
  for (const entry of entries) {
    const first = titles.get(entry.title);
    const [span, other] = [entry.row.rows[0]![0]!.span, first?.row.rows[0]![0]!.span];
    if (other !== undefined) tell(duplicateId('report', entry.title, span, other));
    titles.set(entry.title, entry);
  }
  if (titles.size < entries.length) return null;
  return entries.map(({ title, row, nameOf }) => ({
    title: title === '' ? String(rowFields(row).values().next().value?.text ?? '') : title,
    nameOf,
    place: sourceLine(row.rows[0]![0]!.span),
    job: { ...job, row },
  }));
}

/** Titles that more than one entry has, with their numbers behind them. */
function numberedTitles(entries: readonly BatchEntry[]): readonly BatchEntry[] {
  const counts = new Map<string, number>();
  for (const { title } of entries) counts.set(title, (counts.get(title) ?? 0) + 1);
  return entries.map((entry) =>
    counts.get(entry.title) === 1 ? entry : { ...entry, title: `${entry.title} (${entry.number})`.trimStart() },
  );
}

/** Each folder that has a report.yaml in it, its outputs named by it. */
function planFolder({ each, usual }: BatchRequest, files: Files): readonly BatchReport[] {
  const folder = each.replace(/\/+$/, '');
  return (files.list(folder) ?? [])
    .map((name) => `${folder}/${name}`)
    .filter((report) => files.read(`${report}/report.yaml`) !== null)
    .map((report) => ({
      title: basename(report),
      place: report,
      nameOf: (output) => safeName(`${basename(report)}-${output}`),
      job: { ...usual, report },
    }));
}
