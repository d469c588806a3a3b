/** What a batch has built, in its folder, so that `--resume` builds only what is missing or changed. */
import { markOf, markOfBytes } from '../memo/content-mark.js';
import { readOrNull, replaceFile } from '../project/cache-file.js';
import { changedSince, hashOf } from '../project/remember-reads.js';
import type { Files } from '../project/files.js';
import { join } from 'node:path';
import type { Job } from '../job.js';

export const stateName = '.briefkit-batch.json';

export interface BuiltEntry {
  /** Marks the job by its content: the row, the outputs, the program. Another mark is another job. */
  readonly mark: string;
  readonly title: string;
  readonly files: readonly {
    readonly name: string;
    readonly output: string;
    readonly hash: string;
    readonly bytes: number;
    readonly pages: number;
  }[];
  readonly milliseconds: number;
}

export interface BatchState {
  /** All that was read. */
  readonly reads: readonly (readonly [string, string])[];
  /** By the entry's title. */
  readonly entries: Readonly<Record<string, BuiltEntry>>;
}

export const jobMark = (job: Job, program: string): string => markOf([program, job]);

/** Nothing where no batch was, where its state is not as it was written, or where anything that it read has changed. */
export function readState(folder: string, files: Files): BatchState {
  const nothing: BatchState = { reads: [], entries: {} };
  const bytes = readOrNull(join(folder, stateName));
  if (bytes === null) return nothing;
  try {
    const { seal, ...state } = JSON.parse(bytes.toString()) as BatchState & { readonly seal: string };
    if (seal !== markOfBytes(JSON.stringify(state))) return nothing;
    return changedSince(new Map(state.reads), files).length > 0 ? nothing : state;
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof TypeError) return nothing;
    throw cause;
  }
}

export function keepState(
  folder: string,
  reads: ReadonlyMap<string, string>,
  entries: ReadonlyMap<string, BuiltEntry>,
): void {
  const state: BatchState = { reads: [...reads], entries: Object.fromEntries(entries) };
  replaceFile(
    join(folder, stateName),
    Buffer.from(JSON.stringify({ ...state, seal: markOfBytes(JSON.stringify(state)) })),
  );
}

/** Whether all files that it became are there as they were written. */
export const isThere = (folder: string, { files }: BuiltEntry): boolean =>
  files.every(({ name, hash }) => hashOf(readOrNull(join(folder, name))) === hash);
