/**
 * Which reports a batch is of, and what their files are called: known, and told where it is wrong, before anything is
 * built.
 */
import { folderHasNoRows, noReports, nothingToBind, rowsNeedReport, wrongBind } from '../diagnostics/batch-messages.js';
import { missingFile } from '../diagnostics/messages.js';
import type { Tell } from '../diagnostics/diagnostic.js';
import { sourceLine } from '../diagnostics/source-place.js';
import type { Job } from '../job.js';
import { noMemo } from '../memo/memo.js';
import { columnName, columnNamed } from '../model/report-row.js';
import type { ReportRow } from '../model/report-row.js';
import type { Files } from '../project/files.js';
import { askedOutputs } from '../read/bundle/asked-outputs.js';
import type { AskQueries } from '../read/report/ask-queries.js';
import { bundleNamed } from '../read/report/usual-look.js';
import { readBundle } from '../read/read-bundle.js';
import { openReport } from '../read/read-report.js';
import { safeName } from './file-names.js';
import { nameOutputs, type BatchEntry } from './name-outputs.js';
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
  /** The file that PDFs are joined into; null where none is asked for. */
  readonly bind: string | null;
  /** Folders in which bundles are looked up. */
  readonly roots: readonly string[];
  /** Whom rows of SQL are asked of; null where nobody can be. */
  readonly ask: AskQueries | null;
}

/** Files that the batch writes beside those of its reports. */
export const indexNames = ['index.csv', 'index.html'] as const;

/** Null where anything is wrong, which is told. */
export async function planBatch(
  request: BatchRequest,
  files: Files,
  tell: Tell,
): Promise<readonly BatchReport[] | null> {
  const { job } = request;
  const reports = job === null ? planFolder(request, files, tell) : await planRows(request, job, files, tell);
  if (reports === null) return null;
  if (reports.length === 0) {
    tell(noReports(request.each));
    return null;
  }
  return canBind(request, reports, tell) ? reports : null;
}

async function planRows(
  request: BatchRequest,
  job: Job,
  files: Files,
  tell: Tell,
): Promise<readonly BatchReport[] | null> {
  const rows = await readRows(request.each, request, files, tell, { ask: request.ask, folder: job.report });
  const outputs = knownOutputs(job, request, files, tell);
  if (rows === null || outputs === null) return null;
  const columns = rows[0]?.columns ?? [];
  const grouped = request.group === null ? null : columnNamed(columns, request.group);
  return nameAll(
    rows.map((row) => ({ row, outputs, job: { ...job, row }, place: sourceLine(row.rows[0]![0]!.span) })),
    grouped === null ? null : columnName(columns[grouped]!.text).name,
    request,
    tell,
  );
}

/** Each folder that has a report.yaml in it, its outputs named by it. */
function planFolder(request: BatchRequest, files: Files, tell: Tell): readonly BatchReport[] | null {
  const folder = request.each.replace(/\/+$/, '');
  const names = files.list(folder);
  for (const option of ['group', 'sheet'] as const)
    if (names !== null && request[option] !== null) tell(folderHasNoRows(option, folder));
  if (names !== null && request.where.length > 0) tell(folderHasNoRows('where', folder));
  if (names === null)
    tell(
      files.read(folder) === null
        ? missingFile(folder, 'the folder of reports', null, null)
        : rowsNeedReport(request.each),
    );
  if (names === null || request.group !== null || request.sheet !== null || request.where.length > 0) return null;
  const found = names.filter((name) => files.read(`${folder}/${name}/report.yaml`) !== null);
  return nameAll(
    found.map((name) => {
      const job: Job = { ...request.usual, report: `${folder}/${name}` };
      // What is wrong in a report is told when it is built: the others do not wait for it.
      const outputs = knownOutputs(job, request, files, () => undefined) ?? [];
      return { row: rowOfFolder(name, job.report), outputs, job, place: job.report };
    }),
    null,
    request,
    tell,
  );
}

/** A folder of reports is named by its one column, `{id}`. */
function rowOfFolder(name: string, report: string): ReportRow {
  const span = { file: `${report}/report.yaml`, line: 1, column: 1 };
  return { columns: [{ text: 'id', span }], rows: [[{ text: name, span }]] };
}

interface PlannedReport {
  readonly row: ReportRow;
  readonly outputs: readonly string[];
  readonly job: Job;
  readonly place: string;
}

function nameAll(
  reports: readonly PlannedReport[],
  column: string | null,
  { pattern, bind, isWritten }: BatchRequest,
  tell: Tell,
): readonly BatchReport[] | null {
  const named = nameOutputs(
    reports.map(({ row, outputs }) => ({ row, outputs: isWritten ? outputs : [] })),
    { pattern, column, taken: [...indexNames, ...(bind === null ? [] : [bind])] },
    tell,
  );
  if (named === null) return null;
  return numberedTitles(named).map(({ title, nameOf }, index) => {
    const { job, place, outputs } = reports[index]!;
    return { title, nameOf, place, job, outputs };
  });
}

/** As far as they are known before anything is built; null where the report cannot be opened, which is told. */
function knownOutputs(
  job: Job,
  { roots }: Pick<BatchRequest, 'roots'>,
  files: Files,
  tell: Tell,
): readonly string[] | null {
  // What a bundle's own fields hold is told when a report is built, and so is a bundle that is not there.
  const opened = openReport(job.report, files, tell, noMemo, () => null);
  if (opened === null) return null;
  const own = bundleNamed(opened.root);
  const bundle = job.bundle ?? own;
  const named = opened.root
    .at('outputs')
    .names()
    .map(({ id }) => id);
  const asked = { only: job.only, named, isLent: bundle !== own };
  if (job.only !== null || (named.length > 0 && !asked.isLent)) return askedOutputs(asked, []);
  const source = { files, tell: () => undefined, needsLayouts: () => false };
  return askedOutputs(asked, readBundle(bundle, source, { roots, report: job.report })?.outputs ?? []);
}

/** Titles that more than one entry has, with their numbers behind them. */
function numberedTitles(entries: readonly BatchEntry[]): readonly BatchEntry[] {
  const counts = new Map<string, number>();
  for (const { title } of entries) counts.set(title, (counts.get(title) ?? 0) + 1);
  return entries.map((entry) =>
    counts.get(entry.title) === 1 ? entry : { ...entry, title: `${entry.title} (${entry.number})`.trimStart() },
  );
}

/** Said before anything is built: a file beside the others, and PDFs to be in it. */
function canBind({ bind, isWritten }: BatchRequest, reports: readonly BatchReport[], tell: Tell): boolean {
  if (bind === null || !isWritten) return true;
  const outputs = [...new Set(reports.flatMap((report) => report.outputs))];
  const isName = safeName(bind) === bind && /.\.pdf$/i.test(bind);
  if (!isName) tell(wrongBind(bind));
  else if (outputs.length > 0 && outputs.every((name) => !name.endsWith('.pdf'))) tell(nothingToBind(outputs));
  else return true;
  return false;
}
