/** What a batch has built, in its folder, so that `--resume` builds only what is missing or changed. */
import { markOf, markOfBytes } from '../memo/content-mark.js';
import { readOrNull, replaceFile } from '../project/cache-file.js';
import { changedSince, hashOf } from '../project/remember-reads.js';
import type { Files } from '../project/files.js';
import { join } from 'node:path';
import type { Job } from '../job.js';
import type { FileRead, ReadSets } from './read-sets.js';

export const stateName = '.briefkit-batch.json';

export interface BuiltEntry {
  /** Marks the job by its content: the row, the outputs, the program. Another mark is another job. */
  readonly mark: string;
  readonly title: string;
  /** BCP 47, of the report. */
  readonly language: string;
  readonly files: readonly {
    readonly name: string;
    readonly output: string;
    readonly hash: string;
    readonly bytes: number;
    readonly pages: number;
  }[];
  readonly milliseconds: number;
  /** The set of files that were read for it, as {@link ReadSets} counts them. */
  readonly reads: number;
}

/** As it stands in the file. */
interface WrittenState extends Pick<ReadSets, 'reads' | 'sets'> {
  /** By the entry's title. */
  readonly entries: readonly (readonly [string, BuiltEntry])[];
}

/** What an earlier batch has built and whatever it read is still the same. */
export interface KeptEntry {
  readonly entry: BuiltEntry;
  readonly reads: readonly FileRead[];
}

export const jobMark = (job: Job, program: string): string => markOf([program, job]);

/**
 * By their titles, those of which nothing that was read has changed; none where no batch was, or where its state is not
 * as it was written.
 */
export function readState(folder: string, files: Files): ReadonlyMap<string, KeptEntry> {
  const bytes = readOrNull(join(folder, stateName));
  const state = bytes === null ? null : parseState(bytes.toString());
  if (state === null) return new Map();
  const isSame = state.reads.map((read) => changedSince(new Map([read]), files).length === 0);
  return new Map(
    state.entries.flatMap(([title, entry]): [string, KeptEntry][] => {
      const set = state.sets[entry.reads] ?? [];
      return set.every((index) => isSame[index])
        ? [[title, { entry, reads: set.map((index) => state.reads[index]!) }]]
        : [];
    }),
  );
}

/** Null where it is not as it was written: the file was torn, or is another program's. */
function parseState(text: string): WrittenState | null {
  try {
    const { seal, ...state } = JSON.parse(text) as WrittenState & { readonly seal: string };
    return seal === markOfBytes(JSON.stringify(state)) ? state : null;
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof TypeError) return null;
    throw cause;
  }
}

export function keepState(
  folder: string,
  { reads, sets }: Pick<ReadSets, 'reads' | 'sets'>,
  entries: ReadonlyMap<string, BuiltEntry>,
): void {
  const state: WrittenState = { reads, sets, entries: [...entries] };
  const seal = markOfBytes(JSON.stringify(state));
  replaceFile(join(folder, stateName), Buffer.from(JSON.stringify({ ...state, seal })));
}

/** Whether all files that it became are there as they were written. */
export const isThere = (folder: string, { files }: BuiltEntry): boolean =>
  files.every(({ name, hash }) => hashOf(readOrNull(join(folder, name))) === hash);
