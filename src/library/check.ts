/** `check`: what is wrong in a report, without building it. */
import { applySilences } from '../check/apply-silences.js';
import { checkContent } from '../check/check-content.js';
import { surveyDrawings } from '../compile.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { orderDiagnostics } from '../diagnostics/print-diagnostics.js';
import { libraryCall } from './library-options.js';
import type { ReportOptions } from './library-options.js';

export interface Checked {
  /** There is no error; warnings may be there. */
  readonly ok: boolean;
  /** By file and line; without those that the report silences. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Looks for all that `briefkit check` looks for. Mistakes of the report are the result, not a rejection.
 *
 * @throws {UsageError} where the call is wrong.
 */
export async function check(report: string, options: ReportOptions = {}): Promise<Checked> {
  const found: Diagnostic[] = [];
  const tell = (diagnostic: Diagnostic): void => void found.push(diagnostic);
  const { job, effects } = libraryCall('check', report, options, tell);
  const { data, bound } = await surveyDrawings({ ...job, only: null, strict: false }, effects);
  if (data !== null) checkContent(data, [...bound.values()], tell);
  const { shown } = applySilences(orderDiagnostics(found), data?.silences ?? [], data?.folder ?? '');
  const diagnostics = orderDiagnostics(shown);
  return { ok: diagnostics.every(({ severity }) => severity !== 'error'), diagnostics };
}
