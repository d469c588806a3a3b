/** What a command remembers of its builds under output/.cache/: see `project/build-cache.ts`. */
import { resolve } from 'node:path';
import type { Effects, Job, Output } from '../compile.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { findCached, forgetCached, keepCached, newestResults, resultsOf } from '../project/build-cache.js';
import type { CachedBuild } from '../project/build-cache.js';
import { noMemo, type Memo } from '../memo/memo.js';
import { keepResults } from '../memo/keep-results.js';
import type { KeptResults } from '../memo/keep-results.js';
import { diskFiles } from '../project/files.js';
import { fontFiles } from '../project/font-files.js';
import { mostResultBytes } from '../project/results-file.js';
import { hashOf, rememberReads } from '../project/remember-reads.js';
import type { RememberingFiles } from '../project/remember-reads.js';
import type { OutputFile } from '../project/write-outputs.js';
import type { World } from './input/command.js';

/** An output as the summary tells of it. */
export interface BuiltOutput extends Pick<Output, 'name' | 'pages' | 'page'> {
  /** In bytes. */
  readonly size: number;
}

/** What a build has to say. */
export interface BuildWords {
  readonly outputs: readonly BuiltOutput[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface BuildMemory {
  /** What the last build of the same said, where nothing has changed since. */
  readonly find: () => BuildWords | null;
  /** Effects that see what is read, and know what the last build made on the way. */
  readonly watching: (effects: Effects) => Effects;
  readonly keep: (files: readonly OutputFile[], said: BuildWords) => void;
  /** Forgets everything, for a disk that is full; false where nothing was remembered. */
  readonly makeRoom: () => boolean;
}

/** What the last build of a report made on the way, for a command that lays its deck and writes no outputs. */
export function lastBuild(report: string, { workingFolder, program }: World): Memo {
  const code = program?.() ?? null;
  if (code === null) return noMemo;
  const isLike = (mark: string): boolean => {
    const [own, engine, built] = markedWith(mark);
    return (
      own === code &&
      engine === process.versions.v8 &&
      typeof built === 'string' &&
      resolve(workingFolder, built) === resolve(workingFolder, report)
    );
  };
  return keepResults(newestResults(resolve(workingFolder, 'output/.cache'), isLike));
}

function markedWith(mark: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(mark);
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** Null where the code that runs has no mark. */
export function buildMemory(job: Job, target: string, { workingFolder, program }: World): BuildMemory | null {
  const code = program?.() ?? null;
  if (code === null) return null;
  const folder = resolve(workingFolder, 'output/.cache');
  const mark = JSON.stringify([
    code,
    process.versions.v8,
    job.report,
    job.only,
    job.strict,
    job.draft,
    job.template,
    job.templateFonts,
    job.into,
    job.bundle,
    job.theme,
    target,
  ]);
  const stamps = new Map<string, string>();
  let files: RememberingFiles | null = null;
  let memo: KeptResults | null = null;
  return {
    makeRoom: () => forgetCached(folder),
    find() {
      const disk = diskFiles(workingFolder);
      return (
        findCached<BuildWords>(folder, mark, resolve(workingFolder, target), disk, fontFiles(disk, [workingFolder]))
          ?.said ?? null
      );
    },
    watching(effects) {
      const remembering = rememberReads(effects.files);
      files = remembering;
      memo = keepResults(resultsOf(folder, mark), { mostPacked: mostResultBytes });
      const fonts = fontFiles(remembering, [workingFolder]);
      const stamped = (path: string): boolean => {
        stamps.set(path, fonts.stamp?.(path) ?? '');
        return fonts.has(path);
      };
      return { ...effects, files: remembering, fonts: { ...fonts, has: stamped }, memo };
    },
    keep(written, said) {
      if (files === null || memo === null) return;
      const hashes = written.map(({ name, bytes }): CachedBuild<BuildWords>['written'][number] => [
        name,
        hashOf(bytes),
      ]);
      keepCached(folder, { mark, reads: [...files.reads], fonts: [...stamps], written: hashes, said }, memo.pack());
    },
  };
}
