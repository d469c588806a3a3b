/** `build`: a report to the bytes of its outputs, in one call. */
import { compile } from '../compile.js';
import type { Output } from '../compile.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { UsageError } from '../job.js';
import type { BuildRecord } from '../model/build-record.js';
import { libraryCall } from './library-options.js';
import type { ReportOptions } from './library-options.js';
import { ReportError } from './report-error.js';

export interface BuildOptions extends ReportOptions {
  /** One or several; those that report.yaml names if left out. */
  readonly outputs?: string | readonly string[];
  /** Warnings fail too. */
  readonly strict?: boolean;
  /** A pale word across every page and slide. */
  readonly draft?: boolean;
}

export interface Build {
  readonly outputs: readonly Output[];
  /** The bytes of an output, `deck.pptx`. Throws {@link UsageError} where it was not made. */
  bytes(name: string): Uint8Array;
  /** Every figure with each place that shows it, as build.json has it. */
  readonly record: BuildRecord;
  /** Warnings, by file and line. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Builds a report. Nothing is written; two builds in one process know nothing of each other.
 *
 * @param report its folder, below `files` or on the disk.
 * @throws {ReportError} where the report has mistakes: all of them, with their places.
 * @throws {UsageError} where the call is wrong.
 * @example
 * ```ts
 * import { build } from 'briefkit';
 * const { bytes } = await build('report', { files: { 'report/report.yaml': yaml, 'report/figures.csv': csv } });
 * const deck = bytes('deck.pptx');
 * ```
 */
export async function build(report: string, options: BuildOptions = {}): Promise<Build> {
  const diagnostics: Diagnostic[] = [];
  const { job, effects } = libraryCall('build', report, options, (diagnostic) => void diagnostics.push(diagnostic));
  const { outputs: asked, strict = false, draft = false } = options;
  const only = asked === undefined ? null : typeof asked === 'string' ? [asked] : asked;
  const result = await compile({ ...job, only, strict, draft }, effects);
  const unknown = only === null ? undefined : diagnostics.find(({ code }) => code === 'unknown-output');
  if (unknown?.span === null) throw new UsageError(`build: ${unknown.message}; ${unknown.hint ?? ''}`);
  if (result.failed || result.record === null) throw new ReportError(report, diagnostics);
  const { outputs, record } = result;
  return {
    outputs,
    record,
    diagnostics,
    bytes(name) {
      const found = outputs.find((output) => output.name === name);
      if (found === undefined)
        throw new UsageError(`"${name}" was not made; there are ${outputs.map((output) => output.name).join(', ')}`);
      return found.bytes;
    },
  };
}
