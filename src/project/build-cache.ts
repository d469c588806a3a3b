/**
 * What the last builds read and wrote, so that a build of the same need not be done again. A folder of small files, safe to delete at any
 * time: what is missing, damaged or of another version is as if it had never been.
 */
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from './files.js';
import type { FontFiles } from './font-files.js';
import { changedSince, hashOf } from './remember-reads.js';
import type { Reads } from './remember-reads.js';

/** `Said` is what the build had to say, which is said again. */
export interface CachedBuild<Said> {
  /** The program and what it was asked: another build where these differ. */
  readonly mark: string;
  readonly reads: readonly (readonly [string, string])[];
  readonly fonts: readonly (readonly [string, string])[];
  /** Names of the files written, and hashes of their content. */
  readonly written: readonly (readonly [string, string])[];
  readonly said: Said;
}

/** At most so many builds are remembered. */
export const mostCached = 24;

/** The build of this mark, if all that it read is as it was and all that it wrote is still there. */
export function findCached<Said>(folder: string, mark: string, target: string, files: Files, fonts: FontFiles): CachedBuild<Said> | null {
  const cached = readEntry<Said>(entryPath(folder, mark));
  if (cached === null || cached.mark !== mark) return null;
  const fontsAreSame = cached.fonts.every(([path, stamp]) => fonts.stamp?.(path) === stamp);
  const outputsAreThere = (): boolean => cached.written.every(([name, hash]) => hashOf(readOrNull(join(target, name))) === hash);
  return fontsAreSame && changedSince(new Map(cached.reads), files).length === 0 && outputsAreThere() ? cached : null;
}

/** A disk that refuses costs the next build its time, and nothing else. */
export function keepCached<Said>(folder: string, cached: CachedBuild<Said>): void {
  const path = entryPath(folder, cached.mark);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${path}.${process.pid}`, JSON.stringify(cached));
    renameSync(`${path}.${process.pid}`, path);
    forgetOldest(folder);
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
  }
}

/** What a build read, as it is kept. */
export const readsOf = (reads: Reads): CachedBuild<never>['reads'] => [...reads];

const entryPath = (folder: string, mark: string): string => join(folder, `${hashOf(new TextEncoder().encode(mark)).slice(0, 32)}.json`);

function forgetOldest(folder: string): void {
  const entries = readdirSync(folder).map((name) => join(folder, name)).map((path) => ({ path, time: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }));
  for (const { path } of entries.sort((left, right) => right.time - left.time).slice(mostCached)) rmSync(path, { force: true });
}

function readEntry<Said>(path: string): CachedBuild<Said> | null {
  const bytes = readOrNull(path);
  if (bytes === null) return null;
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes)) as Partial<CachedBuild<Said>> | null;
    const whole = [value?.reads, value?.fonts, value?.written].every((list) => Array.isArray(list) && list.every((pair) => Array.isArray(pair)));
    return whole && typeof value?.mark === 'string' && value.said !== undefined ? value as CachedBuild<Said> : null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

function readOrNull(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch (cause) {
    if (isSystemError(cause)) return null;
    throw cause;
  }
}

const isSystemError = (cause: unknown): boolean => cause instanceof Error && 'syscall' in cause;
