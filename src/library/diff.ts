/** `diff`: what changed between two states of a report. */
import { survey } from '../compile.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { UsageError } from '../job.js';
import type { BuildRecord } from '../model/build-record.js';
import { compareBuilds } from '../provenance/compare-builds.js';
import type { BuildChanges } from '../provenance/compare-builds.js';
import { recordBuild } from '../provenance/record-build.js';
import { libraryCall } from './library-options.js';
import type { ReportOptions } from './library-options.js';
import { ReportError } from './report-error.js';

/** A report's folder, the record of a build, or a build. */
export type ReportState = string | BuildRecord | { readonly record: BuildRecord };

/**
 * Figures with their old and new values, changed words and pictures, and the slides and pages that are touched.
 *
 * @throws {ReportError} where a report that is to be compared has mistakes.
 * @throws {UsageError} where the call is wrong.
 */
export async function diff(
  before: ReportState,
  after: ReportState,
  options: ReportOptions = {},
): Promise<BuildChanges> {
  return compareBuilds(await recordOf(before, options), await recordOf(after, options));
}

async function recordOf(state: ReportState, options: ReportOptions): Promise<BuildRecord> {
  if (typeof state === 'object' && state !== null) {
    if ('record' in state) return state.record;
    if ('figures' in state && 'documents' in state) return state;
    throw new UsageError('diff takes folders of reports, builds, or their records');
  }
  const diagnostics: Diagnostic[] = [];
  const { job, effects } = libraryCall('diff', state, options, (diagnostic) => void diagnostics.push(diagnostic));
  const { data, documents, failed } = await survey({ ...job, only: null, strict: false }, effects);
  if (failed || data === null) throw new ReportError(state, diagnostics);
  return recordBuild(data, documents);
}
