/** A build onto the disk: what every command does that compiles a report and leaves its outputs in a folder. */
import { compile } from '../compile.js';
import type { CompileResult, Effects, Job } from '../compile.js';
import { writeOutputs } from '../project/write-outputs.js';
import type { OutputFile, WriteOptions } from '../project/write-outputs.js';
import { filesOfBuild } from './report/record-file.js';

export interface BuiltFolder {
  readonly result: CompileResult;
  /** All that belongs into the folder, whether it could be written or not. */
  readonly files: readonly OutputFile[];
  /** Names of those that are new there; null where a mistake or the disk forbade it, and nothing was touched. */
  readonly written: readonly string[] | null;
}

interface Further extends WriteOptions {
  /** Asked when all is made: false where it is not to be written after all, and `written` is null. */
  readonly stands?: (result: CompileResult) => Promise<boolean>;
  /** Compiles in place of `compile`. */
  readonly make?: () => Promise<CompileResult>;
  /** Files to go beside the outputs. */
  readonly beside?: (result: CompileResult) => readonly OutputFile[];
}

/** `folder` is an absolute path. */
export async function buildInto(
  folder: string,
  job: Job,
  effects: Effects,
  { beside = () => [], stands, make = () => compile(job, effects), ...options }: Further = {},
): Promise<BuiltFolder> {
  const result = await make();
  if (stands !== undefined && !(await stands(result))) return { result, files: [], written: null };
  const files = [...filesOfBuild(result), ...beside(result)];
  return { result, files, written: result.failed ? null : writeOutputs(folder, files, effects.tell, options) };
}
